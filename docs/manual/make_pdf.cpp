// make_pdf <folder of xml> <folder of fonts> <folder of the chapters> <out.pdf>: the manual as one PDF, set by the
// program's own report engine from the trees that cmark-gfm wrote (make_html.py --xml)
#include "report/layout/page_composer.h"
#include "report/layout/palette.h"
#include "report/layout/table_block.h"
#include "report/layout/units.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace tenken;

namespace {

struct Picture {
    qsizetype page;
    QRectF area;
    QImage image;
};

struct Entry {
    QString title;
    int level = 0;
    qsizetype page = 0;
};

// Pictures of smaller windows are shown smaller, so that all their letters have one size.
constexpr qreal windowWidth = 1280;
constexpr qreal shareOfWindow = 0.74;

TextStyle styleOf(qreal pointSize, bool bold = false)
{
    TextStyle style;
    style.pointSize = pointSize;
    style.bold = bold;
    return style;
}

/// One pass over the chapters; the second one knows the pages of the first one's headings.
class Book {
public:
    Book(const FontBook &fonts, const QString &chapters, const QString &edition)
        : m_composer(fonts, u"Tenken 利用の手引き"_s, running(edition)), m_chapters(chapters)
    { }
    void contents(const QList<Entry> &entries);
    bool chapter(const QString &file);
    PageLayout finish() { return m_composer.finish(); }
    const QList<Entry> &entries() const { return m_entries; }
    const QList<Picture> &pictures() const { return m_pictures; }

private:
    static RunningMatter running(const QString &edition)
    {
        RunningMatter matter;
        matter.edition = edition;
        return matter;
    }
    void block();
    void heading();
    void placeHeading(qreal keepWith);
    void paragraph(qreal indent, const QString &mark);
    void list(qreal indent);
    void item(qreal indent, QString mark);
    void table();
    void code();
    void picture(const QString &file, const QString &caption);
    QString inlineText();

    PageComposer m_composer;
    QString m_chapters;
    QXmlStreamReader m_xml;
    QList<Entry> m_entries;
    QList<Picture> m_pictures;
    Entry m_heading; ///< read, not placed yet; level 0: none
    std::pair<QString, QString> m_image; ///< file and caption of the paragraph just read
};

/// Text of the element's children, marks of emphasis left out
QString Book::inlineText()
{
    QString text;
    while (m_xml.readNext() != QXmlStreamReader::EndElement && !m_xml.hasError()) {
        if (!m_xml.isStartElement()) {
            continue;
        }
        const auto name = m_xml.name();
        if (name == u"text" || name == u"code") {
            text += m_xml.readElementText();
        } else if (name == u"softbreak") {
            text += u' ';
            m_xml.skipCurrentElement();
        } else if (name == u"html_inline") {
            text += m_xml.readElementText().startsWith(u"<br") ? u"\n"_s : QString();
        } else if (name == u"image") {
            const QString file = m_xml.attributes().value(u"destination"_s).toString();
            m_image = {file, inlineText()};
        } else {
            text += inlineText(); // strong, emph, link
        }
    }
    return text;
}

/// The heading is placed with what follows it, so that both stand on one page.
void Book::heading()
{
    placeHeading(points(100)); // this heading and the lines that it keeps
    const int level = m_xml.attributes().value(u"level"_s).toInt();
    m_heading = {inlineText(), level, 0};
}

void Book::placeHeading(qreal keepWith)
{
    const Entry entry = std::exchange(m_heading, Entry{});
    if (entry.level == 0) {
        return;
    }
    if (entry.level == 1) {
        m_composer.startPage(PaperSize::A4Portrait);
        m_composer.paragraph(entry.title, styleOf(17, true));
        m_composer.space(points(8));
    } else if (entry.level == 2) {
        m_composer.heading(entry.title, keepWith);
    } else {
        m_composer.space(points(6));
        m_composer.ensure(styleOf(10.5).lineHeight() + keepWith);
        m_composer.paragraph(entry.title, styleOf(10.5, true));
    }
    if (entry.level < 3) {
        m_entries += {entry.title, entry.level, m_composer.pageCount()};
    }
}

void Book::picture(const QString &file, const QString &caption)
{
    const QImage image(QDir(m_chapters).filePath(file));
    const qreal width = m_composer.width() * shareOfWindow * image.width() / windowWidth;
    const qreal height = width * image.height() / std::max(1, image.width());
    placeHeading(height + points(24));
    m_composer.ensure(height + points(24));
    m_composer.space(points(4));
    m_composer.box(height, [&](Canvas &canvas, const QRectF &area) {
        const QRectF place(area.left(), area.top(), width, height);
        m_pictures += {m_composer.pageCount() - 1, place, image};
        canvas.frame(place, points(0.5), palette::rule);
    });
    m_composer.paragraph(caption, styleOf(8.5));
    m_composer.space(points(6));
}

void Book::paragraph(qreal indent, const QString &mark)
{
    m_image = {};
    const QString text = inlineText().trimmed();
    if (!m_image.first.isEmpty()) {
        picture(m_image.first, m_image.second);
        return;
    }
    placeHeading(points(m_heading.level > 2 ? 110 : 40)); // a sentence and the beginning of its table
    if (!mark.isEmpty()) {
        m_composer.ensure(styleOf(9.5).lineHeight());
        const qreal y = m_composer.y();
        m_composer.canvas().text(QRectF(m_composer.left() + indent - points(16), y, points(16), 0), mark, styleOf(9.5));
    }
    m_composer.paragraph(text, styleOf(9.5), indent);
    m_composer.space(points(mark.isEmpty() && indent == 0 ? 5 : 1));
}

void Book::item(qreal indent, QString mark)
{
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == u"paragraph") {
            paragraph(indent, std::exchange(mark, QString()));
        } else if (m_xml.name() == u"list") {
            list(indent);
        } else {
            block();
        }
    }
}

void Book::list(qreal indent)
{
    const bool numbered = m_xml.attributes().value(u"type"_s) == u"ordered";
    int number = std::max(1, m_xml.attributes().value(u"start"_s).toInt());
    while (m_xml.readNextStartElement()) {
        item(indent + points(18), numbered ? u"%1."_s.arg(number++) : u"・"_s);
    }
    m_composer.space(points(4));
}

/// Natural widths where they fit; what is wider shares the rest.
void shareWidth(Table &table, const Typesetter &typesetter, qreal millimetresWide)
{
    QList<qreal> natural;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        qreal widest = typesetter.widthOf(table.columns[i].header, table.style);
        for (const TableRow &row : table.rows) {
            for (const QString &line : row.value(i).text.split(u'\n')) {
                widest = std::max(widest, typesetter.widthOf(line, table.style));
            }
        }
        natural += (widest + 2 * table.sidePadding) / millimetres(1) + 1;
    }
    const qreal fair = millimetresWide / static_cast<qreal>(natural.size());
    qreal narrow = 0;
    qreal wide = 0;
    for (const qreal width : natural) {
        (width <= fair ? narrow : wide) += width;
    }
    for (qsizetype i = 0; i < natural.size(); ++i) {
        const qreal width = natural[i];
        const bool fits = narrow + wide <= millimetresWide;
        table.columns[i].width = width <= fair || fits ? width : width * (millimetresWide - narrow) / wide;
    }
}

void Book::table()
{
    Table table;
    while (m_xml.readNextStartElement()) {
        const bool isHeader = m_xml.name() == u"table_header";
        TableRow row;
        while (m_xml.readNextStartElement()) {
            const QString text = inlineText().trimmed();
            if (isHeader) {
                table.columns += TableColumn{text};
            } else {
                row += TableCell(text);
            }
        }
        if (!isHeader) {
            table.rows += row;
        }
    }
    placeHeading(points(90));
    m_composer.ensure(points(20) * static_cast<qreal>(1 + std::min<qsizetype>(4, table.rows.size())));
    shareWidth(table, m_composer.typesetter(), m_composer.width() / millimetres(1));
    m_composer.space(points(3));
    place(m_composer, table);
    m_composer.space(points(7));
}

/// Breaks a command between its words only, so that nobody types half an option.
QString wrapped(const QString &command, const Typesetter &typesetter, const TextStyle &style, qreal width)
{
    QStringList lines{QString()};
    for (const QString &word : command.split(u' ')) {
        QString &last = lines.last();
        const QString longer = last.isEmpty() ? word : last + u' ' + word;
        if (last.trimmed().isEmpty() || typesetter.widthOf(longer, style) <= width) {
            last = longer;
        } else {
            lines << u"    "_s + word;
        }
    }
    return lines.join(u'\n');
}

void Book::code()
{
    TextStyle style = styleOf(8.5);
    style.fixedPitch = true;
    placeHeading(points(50));
    m_composer.space(points(2));
    QStringList lines = m_xml.readElementText().trimmed().split(u'\n');
    for (QString &line : lines) {
        line = wrapped(line, m_composer.typesetter(), style, m_composer.width() - points(14));
    }
    const QString block = lines.join(u'\n');
    m_composer.ensure(style.lineHeight() * static_cast<qreal>(std::min<qsizetype>(12, block.count(u'\n') + 1)));
    m_composer.paragraph(block, style, points(14));
    m_composer.space(points(6));
}

void Book::block()
{
    const auto name = m_xml.name();
    if (name == u"heading") {
        heading();
    } else if (name == u"paragraph") {
        paragraph(0, {});
    } else if (name == u"list") {
        list(0);
    } else if (name == u"table") {
        table();
    } else if (name == u"code_block") {
        code();
    } else {
        m_xml.skipCurrentElement(); // comments
    }
}

bool Book::chapter(const QString &file)
{
    QFile xml(file);
    if (!xml.open(QIODevice::ReadOnly)) {
        return false;
    }
    m_xml.setDevice(&xml);
    if (m_xml.readNextStartElement()) {
        while (m_xml.readNextStartElement()) {
            block();
        }
    }
    return !m_xml.hasError();
}

void Book::contents(const QList<Entry> &entries)
{
    m_composer.startPage(PaperSize::A4Portrait);
    m_composer.space(points(10));
    m_composer.title(u"Tenken 利用の手引き"_s);
    m_composer.space(points(16));
    TextStyle number = styleOf(9);
    number.align = Qt::AlignRight;
    for (const Entry &entry : entries) {
        const TextStyle style = styleOf(entry.level == 1 ? 9.5 : 8.5, entry.level == 1);
        m_composer.space(points(entry.level == 1 ? 3 : 0));
        m_composer.ensure(style.lineHeight());
        const QRectF line(m_composer.left(), m_composer.y(), m_composer.width(), style.lineHeight());
        m_composer.canvas().text(line, QString::number(entry.page), number);
        m_composer.paragraph(entry.title, style, entry.level == 1 ? 0 : points(16));
    }
}

bool write(const PageLayout &layout, const QList<Picture> &pictures, const QString &file)
{
    QPdfWriter writer(file);
    writer.setTitle(layout.title);
    writer.setCreator(u"Tenken"_s);
    writer.setResolution(unitsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < layout.pages.size(); ++page) {
        if (page > 0) {
            writer.newPage();
        }
        layout.paintPage(painter, page, QRectF(QPointF(), layout.pages[page].pointSize * 20));
        for (const Picture &picture : pictures) {
            if (picture.page == page) {
                painter.drawImage(picture.area, picture.image);
            }
        }
    }
    return painter.end();
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 5) {
        return 2;
    }
    const Result<FontBook> fonts = FontBook::load(arguments[2]);
    if (!fonts) {
        return 1;
    }
    const QDir folder(arguments[1]);
    const QStringList files = folder.entryList({u"*.xml"_s}, QDir::Files, QDir::Name);
    QList<Entry> entries;
    QList<Picture> pictures;
    PageLayout layout;
    // the table of contents has the same length in the second and the third pass: then its numbers are right
    for (int pass = 0; pass < 3; ++pass) {
        Book book(*fonts, arguments[3], QStringLiteral("Tenken " TENKEN_VERSION));
        book.contents(entries);
        for (const QString &file : files) {
            if (!book.chapter(folder.filePath(file))) {
                return 1;
            }
        }
        entries = book.entries();
        layout = book.finish();
        pictures = book.pictures();
    }
    for (const MissingGlyph &glyph : layout.missing) {
        qWarning("no face has %s", qPrintable(describe(glyph)));
    }
    return layout.missing.isEmpty() && write(layout, pictures, arguments[4]) ? 0 : 1;
}
