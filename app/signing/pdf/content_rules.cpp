#include "signing/pdf/content_rules.h"

#include "signing/pdf/content_stream.h"
#include "signing/pdf/document_content.h"
#include "signing/pdf/document_info.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/document_shapes.h"

namespace tenken {

namespace {

constexpr qsizetype kMaxPageContent = 8 * 1024 * 1024;
constexpr qsizetype kMaxOtherStream = 16 * 1024 * 1024; // a font, a colour profile
constexpr double kMaxPageEdge = 14400; // ISO 32000-1, annex C

struct Box {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
};

Box boxOf(const PdfValue &array)
{
    const auto edge = [&array](int i) { return array.element(i).raw().toByteArray().toDouble(); };
    return {edge(0), edge(1), edge(2), edge(3)};
}

bool isPageBox(const Box &box)
{
    return box.left == 0 && box.bottom == 0 && box.right > 0 && box.top > 0 && box.right <= kMaxPageEdge
        && box.top <= kMaxPageEdge;
}

bool isInside(const Box &inner, const Box &outer)
{
    return inner.left >= outer.left && inner.bottom >= outer.bottom && inner.right <= outer.right
        && inner.top <= outer.top && inner.left < inner.right && inner.bottom < inner.top;
}

/// From SOI to EOI by the lengths that the segments name (ITU-T T.81, annex B), and nothing behind it
bool isWholeJpeg(QByteArrayView data)
{
    const auto byteAt = [data](qsizetype at) { return at < data.size() ? static_cast<unsigned char>(data[at]) : 0; };
    const auto isInScan = [](int next) { return next == 0 || (next >= 0xd0 && next <= 0xd7); };
    qsizetype at = data.startsWith("\xff\xd8") ? 2 : data.size();
    while (at + 1 < data.size() && byteAt(at) == 0xff) {
        const int marker = byteAt(at + 1);
        if (marker == 0xd9)
            return at + 2 == data.size();
        at += 2 + (byteAt(at + 2) << 8 | byteAt(at + 3));
        if (marker != 0xda)
            continue;
        while (at < data.size() && (byteAt(at) != 0xff || isInScan(byteAt(at + 1))))
            ++at;
    }
    return false;
}

bool isNothing(const Box &box) { return box.left == 0 && box.bottom == 0 && box.right == 0 && box.top == 0; }

} // namespace

ContentRules::ContentRules(const PdfFile &file, InflateBudget &budget, int first) : m_file(file), m_budget(budget)
{
    for (const PdfObject &object : file.objects())
        m_checked.push_back(object.revision < first);
}

void ContentRules::report(Reason rule, const char *what)
{
    m_violations.append(Violation{rule, m_revision, QString::fromLatin1(what)});
}

QList<Violation> ContentRules::check(int revision)
{
    m_revision = revision;
    m_violations.clear();
    const PdfValue &trailer = m_file.revisions()[static_cast<std::size_t>(revision)].trailer;
    ShapeChecker checker(m_file, revision);
    checker.check(trailer.find("Root"), shapes::catalog);
    checker.check(trailer.find("Info"), shapes::info);
    checker.checkAllReached();
    m_violations = checker.violations();
    if (m_violations.isEmpty())
        checkStreams(checker);
    if (m_violations.isEmpty()) {
        checkPages();
        checkWidgets();
        checkInfo();
    }
    return m_violations;
}

void ContentRules::checkStreams(const ShapeChecker &checker)
{
    const std::vector<PdfObject> &objects = m_file.objects();
    for (std::size_t i = 0; i < objects.size() && m_violations.isEmpty(); ++i) {
        const PdfObject &object = objects[i];
        if (object.revision > m_revision)
            break;
        if (!object.isStream || m_checked[i] || m_file.object(object.number, m_revision) != &object)
            continue;
        if (const Shape *shape = checker.shapeOf(object.number)) {
            m_checked[i] = true;
            checkStream(object, *shape);
        }
    }
}

void ContentRules::checkStream(const PdfObject &object, const Shape &shape)
{
    if (&shape == &shapes::metadata || &shape == &shapes::embeddedFile)
        return; // read where their meaning is known
    const QByteArrayView data = m_file.streamData(object);
    if (object.value.find("Filter").isName("DCTDecode")) {
        if (!isWholeJpeg(data))
            report(Reason::A2, "not a JPEG image");
        return;
    }
    const bool drawn = &shape == &shapes::pageContent || &shape == &shapes::formXObject;
    if (!inflate(data, m_budget, m_unpacked, drawn ? kMaxPageContent : kMaxOtherStream)) {
        report(Reason::A2, "stream cannot be unpacked");
        return;
    }
    if (!drawn)
        return;
    MarkedPage page{{}, m_unpacked};
    if (&shape == &shapes::pageContent) {
        page = splitMark(m_unpacked);
        if (m_fingerprint.isEmpty())
            m_fingerprint = page.fingerprint.toByteArray();
        if (page.fingerprint.isEmpty() || page.fingerprint != m_fingerprint)
            report(Reason::J4, "page without the mark");
    }
    if (!isPlainDrawing(page.drawing))
        report(Reason::A3, "operator that Tenken does not draw with");
}

void ContentRules::checkPages()
{
    const PdfValue root = m_file.catalog(m_revision).find("Pages");
    const PdfValue pages = m_file.resolve(root, m_revision);
    const PdfValue kids = m_file.resolve(pages.find("Kids"), m_revision);
    if (!root.reference() || pages.find("Count").integer() != kids.size())
        report(Reason::A3, "page count");
    for (PdfValue kid = kids.firstChild(); kid; kid = kid.nextSibling())
        checkPage(kid.reference(), root.reference());
}

void ContentRules::checkPage(int number, int pages)
{
    const PdfValue page = m_file.object(number, m_revision)->value;
    const Box paper = boxOf(m_file.resolve(page.find("MediaBox"), m_revision));
    if (page.find("Parent").reference() != pages || !isPageBox(paper))
        report(Reason::A3, "page");
    PdfValue annotation = m_file.resolve(page.find("Annots"), m_revision).firstChild();
    for (; annotation; annotation = annotation.nextSibling()) {
        const PdfValue widget = m_file.resolve(annotation, m_revision);
        const Box box = boxOf(m_file.resolve(widget.find("Rect"), m_revision));
        const bool hidden = widget.find("T").string() == kArchiveField;
        if (widget.find("P").reference() != number || (hidden ? !isNothing(box) : !isInside(box, paper)))
            report(Reason::A3, "annotation outside its page");
    }
}

/// The annotations of all pages are the fields of the form: each once, nothing else.
void ContentRules::checkWidgets()
{
    QList<int> annotations;
    const PdfValue pages = m_file.resolve(m_file.catalog(m_revision).find("Pages"), m_revision);
    PdfValue kid = m_file.resolve(pages.find("Kids"), m_revision).firstChild();
    for (; kid; kid = kid.nextSibling()) {
        const PdfValue page = m_file.resolve(kid, m_revision);
        PdfValue annotation = m_file.resolve(page.find("Annots"), m_revision).firstChild();
        for (; annotation; annotation = annotation.nextSibling())
            annotations.append(annotation.reference());
    }
    QList<int> fields = fieldNumbers(m_file, m_revision);
    std::sort(annotations.begin(), annotations.end());
    std::sort(fields.begin(), fields.end());
    if (annotations != fields || std::adjacent_find(fields.cbegin(), fields.cend()) != fields.cend())
        report(Reason::A3, "annotations other than the fields");
}

void ContentRules::checkInfo()
{
    const PdfValue &trailer = m_file.revisions()[static_cast<std::size_t>(m_revision)].trailer;
    const DocumentInfo info = readInfo(m_file.resolve(trailer.find("Info"), m_revision));
    const PdfObject *metadata = m_file.object(m_file.catalog(m_revision).find("Metadata").reference(), m_revision);
    if (!info.created.isValid() || m_file.streamData(*metadata) != xmpPacket(info))
        report(Reason::A3, "document information");
}

} // namespace tenken
