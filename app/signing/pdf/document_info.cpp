#include "signing/pdf/document_info.h"

#include "core/clock.h"
#include "signing/pdf/document_profile.h"

#include <QStringEncoder>
#include <QTimeZone>

#include <array>
#include <cstdio>

namespace tenken {

namespace {

bool isPlainAscii(const QString &text)
{
    for (const QChar c : text) {
        if (c < QLatin1Char(' ') || c > QLatin1Char('~'))
            return false;
    }
    return true;
}

QByteArray xmlText(const QString &text) { return text.toHtmlEscaped().toUtf8(); }

} // namespace

QByteArray documentCreator() { return "Tenken"; }

QByteArray documentProducer() { return "Tenken PDF " + QByteArray::number(kDocumentProfile); }

QByteArray pdfDate(const QDateTime &time)
{
    const QDate day = time.date();
    const QTime clock = time.time();
    const int minutes = time.offsetFromUtc() / 60;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "D:%04d%02d%02d%02d%02d%02d%c%02d'%02d'", day.year(), day.month(),
                  day.day(), clock.hour(), clock.minute(), clock.second(), minutes < 0 ? '-' : '+',
                  std::abs(minutes) / 60, std::abs(minutes) % 60);
    return text.data();
}

QDateTime fromPdfDate(const QByteArray &date)
{
    if (date.size() != 23 || !date.startsWith("D:") || date[19] != '\'' || date[22] != '\'')
        return {};
    const QByteArrayView digits = date;
    bool hoursRead = false;
    bool minutesRead = false;
    const int hours = digits.sliced(17, 2).toByteArray().toInt(&hoursRead);
    const int minutes = digits.sliced(20, 2).toByteArray().toInt(&minutesRead);
    if (!hoursRead || !minutesRead || hours > 14 || minutes > 59)
        return {};
    const int seconds = (hours * 60 + minutes) * (date[16] == '-' ? -60 : 60);
    const auto number = [&digits](qsizetype at, qsizetype count) {
        return digits.sliced(at, count).toByteArray().toInt(); // what is none differs when it is written again
    };
    const QDateTime time(QDate(number(2, 4), number(6, 2), number(8, 2)),
                         QTime(number(10, 2), number(12, 2), number(14, 2)), Qt::OffsetFromUTC, seconds);
    return time.isValid() && pdfDate(time) == date ? time : QDateTime();
}

QByteArray pdfTextBytes(const QString &text)
{
    if (isPlainAscii(text))
        return text.toLatin1();
    QStringEncoder encoder(QStringEncoder::Utf16BE);
    const QByteArray encoded = encoder(text);
    return "\xfe\xff" + encoded;
}

QByteArray pdfTextToken(const QString &text)
{
    const QByteArray bytes = pdfTextBytes(text);
    if (!isPlainAscii(text))
        return "<" + bytes.toHex() + ">";
    QByteArray token = "(";
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\')
            token.append('\\');
        token.append(c);
    }
    return token + ")";
}

QByteArray xmpPacket(const DocumentInfo &info)
{
    const QByteArray created = toIso(info.created).toLatin1();
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
           " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
           "<pdfaid:part>3</pdfaid:part>\n"
           "<pdfaid:conformance>B</pdfaid:conformance>\n"
           "<dc:format>application/pdf</dc:format>\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
        + xmlText(info.title)
        + "</rdf:li></rdf:Alt></dc:title>\n"
          "<dc:creator><rdf:Seq><rdf:li>"
        + xmlText(info.author)
        + "</rdf:li></rdf:Seq></dc:creator>\n"
          "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"
        + xmlText(info.subject)
        + "</rdf:li></rdf:Alt></dc:description>\n"
          "<xmp:CreatorTool>"
        + documentCreator() + "</xmp:CreatorTool>\n<xmp:CreateDate>" + created + "</xmp:CreateDate>\n<xmp:ModifyDate>"
        + created + "</xmp:ModifyDate>\n<pdf:Producer>" + documentProducer()
        + "</pdf:Producer>\n"
          "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

DocumentInfo readInfo(const PdfValue &dictionary)
{
    DocumentInfo info{dictionary.find("Title").text(), dictionary.find("Author").text(),
                      dictionary.find("Subject").text(), fromPdfDate(dictionary.find("CreationDate").string())};
    const bool ours = dictionary.find("Creator").string() == documentCreator()
        && dictionary.find("Producer").string() == documentProducer()
        && dictionary.find("ModDate").raw() == dictionary.find("CreationDate").raw() && !info.title.isNull()
        && !info.author.isNull() && !info.subject.isNull();
    if (!ours)
        info.created = QDateTime();
    return info;
}

} // namespace tenken
