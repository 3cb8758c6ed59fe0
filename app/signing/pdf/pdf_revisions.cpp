#include "signing/pdf/pdf_revisions.h"

#include <algorithm>
#include <array>

namespace tenken {

namespace {

constexpr QByteArrayView kHeader = "%PDF-1.7\n%\xbf\xf7\xa2\xfe\n";

} // namespace

PdfFile::PdfFile(const QByteArray &bytes)
    : m_bytes(bytes), m_tree(bytes.size() <= kMaxSize ? bytes : QByteArrayView()), m_lexer(m_tree.bytes())
{
    if (bytes.size() > kMaxSize)
        refuse(Reason::S1, 0, "larger than 64 MiB");
    else
        read();
}

bool PdfFile::refuse(Reason rule, int revision, const char *detail)
{
    m_violation = Violation{rule, revision, QString::fromLatin1(detail)};
    return false;
}

void PdfFile::read()
{
    if (!m_lexer.take(kHeader)) {
        refuse(Reason::S1, 0, "header");
        return;
    }
    do {
        if (m_revisions.size() == kMaxRevisions) {
            refuse(Reason::S3, kMaxRevisions, "more than 64 revisions");
            return;
        }
    } while (readRevision() && m_lexer.position() < static_cast<std::uint32_t>(m_bytes.size()));
}

bool PdfFile::readRevision()
{
    const int index = static_cast<int>(m_revisions.size());
    const std::size_t objectsBefore = m_objects.size();
    PdfRevision revision;
    revision.begin = m_lexer.position();
    revision.firstObject = static_cast<int>(objectsBefore);
    bool whole = true;
    while (whole && !m_lexer.take("xref\n"))
        whole = readObject(index);
    revision.xref = m_lexer.position() - 5;
    revision.objectCount = static_cast<int>(m_objects.size() - objectsBefore);
    whole = whole && readXref(revision, index) && readTrailer(revision, index);
    if (whole) {
        revision.end = m_lexer.position();
        m_revisions.push_back(revision);
        return true;
    }
    // A revision that was not read to its end is not there: what the older ones see must not change.
    while (m_objects.size() > objectsBefore) {
        m_newest[static_cast<std::size_t>(m_objects.back().number)] = m_objects.back().previous;
        m_objects.pop_back();
    }
    return false;
}

bool PdfFile::readObject(int revision)
{
    PdfObject object;
    object.revision = revision;
    object.begin = m_lexer.position();
    std::int64_t number = 0;
    if (!m_lexer.takeInteger(number))
        return refuse(Reason::S4, revision, "neither an object nor a cross-reference table");
    if (!m_lexer.take(" 0 obj\n"))
        return refuse(Reason::S2, revision, "object header");
    if (number < 1 || number > kMaxObjects || m_objects.size() >= kMaxObjects)
        return refuse(Reason::S6, revision, "too many objects");
    object.number = static_cast<int>(number);
    const qsizetype body = m_lexer.position();
    object.value = PdfValue(&m_tree, m_tree.parse(m_lexer));
    if (!object.value || object.value.begin() != body)
        return refuse(Reason::S6, revision, m_tree.error());
    if (object.value.is(ValueKind::Reference))
        return refuse(Reason::S6, revision, "object that is a reference");
    if (!m_lexer.take("\nendobj\n") && !readStream(object, revision))
        return false;
    object.end = m_lexer.position();
    const auto slot = static_cast<std::size_t>(number);
    if (m_newest.size() <= slot)
        m_newest.resize(slot + 1, -1);
    object.previous = m_newest[slot];
    m_newest[slot] = static_cast<int>(m_objects.size());
    m_objects.push_back(object);
    return true;
}

bool PdfFile::readStream(PdfObject &object, int revision)
{
    if (!object.value.is(ValueKind::Dictionary) || !m_lexer.take("\nstream\n"))
        return refuse(Reason::S4, revision, "object does not end");
    const PdfValue length = object.value.find("Length");
    const std::uint32_t left = static_cast<std::uint32_t>(m_bytes.size()) - m_lexer.position();
    if (!length.is(ValueKind::Integer) || length.integer() < 0 || length.integer() > left)
        return refuse(Reason::S6, revision, "stream length");
    object.isStream = true;
    object.streamBegin = m_lexer.position();
    object.streamLength = static_cast<std::uint32_t>(length.integer());
    m_lexer.seek(object.streamBegin + object.streamLength);
    if (!m_lexer.take("\nendstream\nendobj\n"))
        return refuse(Reason::S4, revision, "stream does not end");
    return true;
}

/// Subsections in ascending order, each entry the object that the reading found; only object 0 is free, and only the
/// first revision names it.
bool PdfFile::readXref(PdfRevision &revision, int index)
{
    auto next = m_objects.cbegin() + revision.firstObject;
    std::int64_t last = -1;
    std::int64_t first = 0;
    while (m_lexer.takeInteger(first)) {
        std::int64_t count = 0;
        const bool startsRight = last < 0 ? (first == 0) == (index == 0) : first > last;
        if (!m_lexer.take(" ") || !m_lexer.takeInteger(count) || !m_lexer.take("\n") || count < 1 || !startsRight)
            return refuse(Reason::S2, index, "cross-reference section");
        for (std::int64_t number = first; number < first + count; ++number) {
            std::array<char, 24> entry{};
            if (number == 0 && index == 0) {
                if (!m_lexer.take("0000000000 65535 f \n"))
                    return refuse(Reason::S2, index, "first free entry");
                continue;
            }
            if (next == m_objects.cend() || next->number != number)
                return refuse(Reason::S5, index, "cross-reference entry without its object");
            std::snprintf(entry.data(), entry.size(), "%010u 00000 n \n", next->begin);
            if (!m_lexer.take(QByteArrayView(entry.data(), 20)))
                return refuse(Reason::S2, index, "cross-reference entry");
            ++next;
        }
        last = first + count; // the next section begins behind a gap: consecutive numbers share one section
    }
    return next == m_objects.cend() || refuse(Reason::S5, index, "object without a cross-reference entry");
}

bool PdfFile::readTrailer(PdfRevision &revision, int index)
{
    if (!m_lexer.take("trailer "))
        return refuse(Reason::S2, index, "trailer");
    revision.trailer = PdfValue(&m_tree, m_tree.parse(m_lexer));
    if (!revision.trailer.is(ValueKind::Dictionary))
        return refuse(Reason::S6, index, "trailer dictionary");
    std::int64_t start = 0;
    if (!m_lexer.take("\nstartxref\n") || !m_lexer.takeInteger(start) || !m_lexer.take("\n%%EOF\n"))
        return refuse(Reason::S1, index, "end of file mark");
    if (start != revision.xref)
        return refuse(Reason::S4, index, "startxref");
    return checkTrailer(revision, index);
}

bool PdfFile::checkTrailer(const PdfRevision &revision, int index)
{
    const PdfValue &trailer = revision.trailer;
    for (PdfValue key = trailer.firstChild(); key; key = key.nextSibling().nextSibling()) {
        static constexpr std::array<QByteArrayView, 5> known = {"Size", "Root", "Info", "ID", "Prev"};
        if (std::find(known.begin(), known.end(), key.name()) == known.end())
            return refuse(Reason::S2, index, "trailer key");
    }
    const PdfValue id = trailer.find("ID");
    const bool twoIds = id.size() == 2 && id.element(0).string().size() == 16 && id.element(1).string().size() == 16;
    if (!trailer.find("Root").reference() || !trailer.find("Info").reference() || !twoIds)
        return refuse(Reason::S2, index, "trailer entries");
    const auto size = static_cast<std::int64_t>(m_newest.size());
    if (trailer.find("Size").integer() != size)
        return refuse(Reason::S2, index, "trailer size");
    if (std::count(m_newest.begin() + (size > 0 ? 1 : 0), m_newest.end(), -1) > 0)
        return refuse(Reason::S5, index, "numbers without an object");
    const PdfValue previous = trailer.find("Prev");
    if (index == 0)
        return !previous || refuse(Reason::S3, index, "Prev in the first revision");
    const PdfRevision &older = m_revisions.back();
    if (!previous.is(ValueKind::Integer) || previous.integer() != older.xref)
        return refuse(Reason::S3, index, "Prev");
    const bool same = trailer.find("Root").raw() == older.trailer.find("Root").raw()
        && trailer.find("Info").raw() == older.trailer.find("Info").raw()
        && id.element(0).raw() == older.trailer.find("ID").element(0).raw();
    return same || refuse(Reason::S7, index, "Root, Info or ID[0] changed");
}

const PdfObject *PdfFile::object(int number, int revision) const
{
    if (number < 1 || static_cast<std::size_t>(number) >= m_newest.size())
        return nullptr;
    int index = m_newest[static_cast<std::size_t>(number)];
    while (index >= 0 && m_objects[static_cast<std::size_t>(index)].revision > revision)
        index = m_objects[static_cast<std::size_t>(index)].previous;
    return index < 0 ? nullptr : &m_objects[static_cast<std::size_t>(index)];
}

PdfValue PdfFile::resolve(const PdfValue &value, int revision) const
{
    if (!value.is(ValueKind::Reference))
        return value;
    const PdfObject *target = object(value.reference(), revision);
    return target ? target->value : PdfValue();
}

PdfValue PdfFile::catalog(int revision) const
{
    if (revision < 0 || revision > lastRevision())
        return {};
    return resolve(m_revisions[static_cast<std::size_t>(revision)].trailer.find("Root"), revision);
}

QByteArrayView PdfFile::streamData(const PdfObject &object) const
{
    return QByteArrayView(m_bytes).sliced(object.streamBegin, object.streamLength);
}

} // namespace tenken
