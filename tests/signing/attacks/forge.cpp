#include "signing/attacks/forge.h"

#include "signing/pdf/document_content.h"
#include "signing/pdf/document_info.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/flate.h"
#include "signing/pdf/pdf_serializer.h"
#include "signing/pdf/signature_slot.h"

#include <stdexcept>

namespace tenken::test {

namespace {

[[noreturn]] void impossible(const QByteArray &why)
{
    throw std::runtime_error("attack cannot be made: " + why.toStdString());
}

int require(int number, const char *what)
{
    if (number <= 0)
        impossible(what);
    return number;
}

} // namespace

Forge::Forge(const QByteArray &pdf) : m_file(std::make_unique<PdfFile>(pdf))
{
    if (m_file->violation())
        impossible(m_file->violation()->detail.toLatin1());
    m_catalog = m_file->revisions().back().trailer.find("Root").reference();
}

int Forge::info() const { return m_file->revisions().back().trailer.find("Info").reference(); }

int Forge::pages() const { return m_file->catalog(m_file->lastRevision()).find("Pages").reference(); }

int Forge::page(int index) const
{
    const int last = m_file->lastRevision();
    return require(m_file->object(pages(), last)->value.find("Kids").element(index).reference(), "page");
}

int Forge::content(int index) const
{
    return require(m_file->object(page(index), m_file->lastRevision())->value.find("Contents").reference(), "content");
}

int Forge::filespec() const { return m_file->catalog(m_file->lastRevision()).find("AF").element(0).reference(); }

int Forge::embedded() const
{
    return m_file->object(filespec(), m_file->lastRevision())->value.find("EF").find("F").reference();
}

int Forge::form() const { return m_file->catalog(m_file->lastRevision()).find("AcroForm").reference(); }

int Forge::field(const QByteArray &name) const
{
    for (const int number : fieldNumbers(*m_file, m_file->lastRevision())) {
        if (fieldName(*m_file, number, m_file->lastRevision()) == name)
            return number;
    }
    return require(0, name.constData());
}

int Forge::withEntry(const QByteArray &entry) const
{
    for (const PdfObject &object : m_file->objects()) {
        if (object.value.raw().contains(entry))
            return object.number;
    }
    return require(0, entry.constData());
}

int Forge::next() const { return static_cast<int>(m_file->revisions().back().trailer.find("Size").integer()); }

QByteArray Forge::dictionary(int number) const
{
    return m_file->object(number, m_file->lastRevision())->value.raw().toByteArray();
}

QByteArray Forge::body(int number) const
{
    const PdfObject *object = m_file->object(number, m_file->lastRevision());
    return object->isStream ? streamBody(dictionary(number), m_file->streamData(*object)) : dictionary(number);
}

QByteArray Forge::data(int number) const
{
    InflateBudget budget;
    QByteArray bytes;
    const PdfObject *object = m_file->object(number, m_file->lastRevision());
    if (!object->value.find("Filter"))
        return m_file->streamData(*object).toByteArray();
    inflate(m_file->streamData(*object), budget, bytes, kMaxUnpacked);
    return bytes;
}

QByteArray Forge::edited(int number, const QByteArray &from, const QByteArray &to) const
{
    return replacedFirst(body(number), from, to);
}

QByteArray Forge::with(int number, const QByteArray &entries) const
{
    return edited(number, "<< ", "<< " + entries + ' ');
}

QByteArray Forge::setting(int number, const QByteArray &key, const QByteArray &value) const
{
    return withKeys(m_file->object(number, m_file->lastRevision())->value, {{key, value}});
}

QByteArray Forge::rewritten(const Bodies &changes) const
{
    QByteArray pdf = m_file->bytes().left(m_file->revisions().front().begin);
    Bodies all = changes;
    for (const PdfObject &object : m_file->objects()) {
        if (!all.contains(object.number))
            all.insert(object.number, body(object.number));
    }
    QByteArray xref = "xref\n0 " + QByteArray::number(all.size() + 1) + "\n0000000000 65535 f \n";
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        xref += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(it.key()) + " 0 obj\n" + it.value() + "\nendobj\n";
    }
    const QByteArray id = m_file->revisions().front().trailer.find("ID").raw().toByteArray();
    return pdf + xref + "trailer << /Info " + reference(info()) + " /Root " + reference(m_catalog) + " /Size "
        + QByteArray::number(all.size() + 1) + " /ID " + id + " >>\nstartxref\n" + QByteArray::number(pdf.size())
        + "\n%%EOF\n";
}

QByteArray Forge::updated(const Bodies &changes) const
{
    IncrementalWriter writer(*m_file);
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        if (it.key() >= next())
            writer.reserve();
        writer.put(it.key(), it.value());
    }
    return m_file->bytes() + writer.increment();
}

QByteArray stream(const QByteArray &entries, const QByteArray &data)
{
    const QByteArray packed = deflate(data);
    return streamBody("<< " + entries + (entries.isEmpty() ? "" : " ") + "/Filter /FlateDecode /Length "
                          + QByteArray::number(packed.size()) + " >>",
                      packed);
}

QByteArray smallForm() { return stream("/Type /XObject /Subtype /Form /BBox [ 0 0 10 10 ] /Resources << >>", "q Q\n"); }

QByteArray embeddedFile(const QByteArray &json)
{
    const QByteArray sum = QCryptographicHash::hash(json, QCryptographicHash::Md5).toHex();
    return stream("/Type /EmbeddedFile /Subtype /application#2fjson /Params << /Size " + QByteArray::number(json.size())
                      + " /CheckSum <" + sum + "> /ModDate (D:20261122100000+09'00') >>",
                  json);
}

QByteArray otherData() { return embeddedFile(sampleData("NO")); }

QByteArray markedPage(const QByteArray &json, const QByteArray &operators)
{
    return pageMark(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex()) + operators + pageMarkEnd();
}

QByteArray reference(int number) { return QByteArray::number(number) + " 0 R"; }

QByteArray replacedFirst(QByteArray bytes, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = bytes.indexOf(from);
    if (at < 0)
        impossible(from);
    return bytes.replace(at, from.size(), to);
}

QByteArray replacedLast(QByteArray bytes, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = bytes.lastIndexOf(from);
    if (at < 0)
        impossible(from);
    return bytes.replace(at, from.size(), to);
}

QByteArray withDss(const QByteArray &pdf, const QByteArray &lists, const QByteArray &value)
{
    const Forge f(pdf);
    const QByteArray named = QByteArray(lists).replace("n 0 R", reference(f.next() + 1));
    return f.updated({{f.next(), "<< " + named + " >>"},
                      {f.next() + 1, stream({}, value)},
                      {f.catalog(), f.setting(f.catalog(), "DSS", reference(f.next()))}});
}

QByteArray ocspResponse() { return QByteArray::fromHex("30030a0103"); }

QByteArray honestEntries(Role field)
{
    return "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (" + pdfDate(sampleTime())
        + ") /Name (x) /Reason " + pdfTextToken(signingReason(DocumentKind::Submission, field));
}

QByteArray signRaw(SampleCity &city, const QByteArray &pdf, const RawSigning &how)
{
    const Forge forge(pdf);
    const PdfFile file(pdf);
    IncrementalWriter writer(file);
    const int signature = writer.reserve();
    Bodies changes = how.changes;
    int drawn = 0;
    if (how.bind) {
        const int field = forge.field(toCode(how.field).toLatin1());
        QByteArray body = changes.value(field, forge.dictionary(field));
        body = replacedFirst(body, "<< ", "<< /V " + reference(signature) + ' ');
        if (!how.appearance) {
            drawn = writer.reserve();
            changes.insert(drawn, changes.value(drawn, smallForm()));
        }
        const qsizetype at = body.indexOf(" /AP << /N ");
        const QByteArray shown = how.appearance.value_or(" /AP << /N " + reference(drawn) + " >>");
        if (at >= 0)
            body.replace(at, body.indexOf(">>", at) + 2 - at, shown);
        changes.insert(field, body);
    }
    if (how.certify) {
        const QByteArray catalog = changes.value(forge.catalog(), forge.dictionary(forge.catalog()));
        changes.insert(forge.catalog(),
                       replacedFirst(catalog, "<< ", "<< /Perms << /DocMDP " + reference(signature) + " >> "));
    }
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        if (it.key() > signature && it.key() != drawn)
            writer.reserve();
        writer.put(it.key(), it.value());
    }
    QByteArray entries = how.entries.isEmpty() ? honestEntries(how.field) : how.entries;
    if (how.certify && !how.certifyWith.isEmpty())
        entries += ' ' + how.certifyWith;
    const auto cms = [&](const QByteArray &sha256) -> Result<QByteArray> {
        return how.cms ? how.cms(sha256) : buildSignature(city.signer(how.field), sha256);
    };
    return valueOrDie(writeSigned(file, writer, signature, entries, how.reserve, cms), "raw signature");
}

QByteArray resealed(SampleCity &city, QByteArray pdf, Role role)
{
    const qsizetype gap = pdf.lastIndexOf("/Contents <") + 10;
    const qsizetype end = pdf.indexOf('>', gap) + 1;
    const QByteArray digest = QCryptographicHash::hash(pdf.left(gap) + pdf.mid(end), QCryptographicHash::Sha256);
    const QByteArray cms = valueOrDie(buildSignature(city.signer(role), digest), "reseal").toHex();
    const QByteArray contents = cms.leftJustified(end - gap - 2, '0');
    return pdf.replace(gap + 1, contents.size(), contents);
}

} // namespace tenken::test
