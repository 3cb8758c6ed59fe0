#include "signing/pdf/byte_range_rules.h"

#include "signing/cms/cms_builder.h"
#include "signing/keys/openssl_ptr.h"
#include "signing/pdf/document_content.h"

#include <algorithm>

namespace tenken {

namespace {

const EVP_MD *digestAlgorithm(QCryptographicHash::Algorithm algorithm)
{
    switch (algorithm) {
    case QCryptographicHash::Sha384:
        return EVP_sha384();
    case QCryptographicHash::Sha512:
        return EVP_sha512();
    default:
        return EVP_sha256();
    }
}

bool update(EVP_MD_CTX *context, const PdfFile &file, qsizetype begin, qsizetype end)
{
    const QByteArrayView bytes = file.bytes();
    return EVP_DigestUpdate(context, bytes.data() + begin, static_cast<std::size_t>(end - begin)) == 1;
}

class SlotCheck {
public:
    SlotCheck(const PdfFile &file, SignatureSlot &slot) : m_file(file), m_slot(slot) { }

    void run()
    {
        checkRange();
        bindField();
    }

private:
    void report(Reason rule, const char *what)
    {
        m_slot.violations.append(Violation{rule, m_slot.revision, QString::fromLatin1(what)});
    }

    void checkRange()
    {
        const PdfValue range = m_slot.dictionary.find("ByteRange");
        const PdfValue contents = m_slot.dictionary.find("Contents");
        m_slot.gapBegin = contents.begin();
        m_slot.gapEnd = contents.end();
        m_slot.coveredEnd = m_file.revisions()[static_cast<std::size_t>(m_slot.revision)].end;
        bool integers = range.size() == 4;
        for (PdfValue number = range.firstChild(); number; number = number.nextSibling())
            integers = integers && number.is(ValueKind::Integer) && number.integer() >= 0;
        if (!integers || range.element(0).integer() != 0) {
            report(Reason::B1, "ByteRange");
            return;
        }
        if (!contents.raw().startsWith('<') || contents.end() - contents.begin() != kCmsReserve * 2 + 2
            || range.element(1).integer() != contents.begin() || range.element(2).integer() != contents.end())
            report(Reason::B2, "the gap is not Contents");
        if (range.element(2).integer() + range.element(3).integer() != m_slot.coveredEnd)
            report(Reason::B3, "does not end with its revision");
    }

    void bindField()
    {
        int bound = 0;
        for (const int number : fieldNumbers(m_file, m_slot.revision)) {
            const PdfObject *field = m_file.object(number, m_slot.revision);
            if (!field || field->value.find("V").reference() != m_slot.number)
                continue;
            ++bound;
            m_slot.field = number;
            m_slot.fieldName = field->value.find("T").string();
        }
        const bool again = m_file.object(m_slot.number, m_slot.revision)->previous >= 0;
        if (bound != 1 || m_slot.revision == 0 || again)
            report(Reason::B4, "not bound to one field, or redefined");
    }

    const PdfFile &m_file;
    SignatureSlot &m_slot;
};

} // namespace

QList<SignatureSlot> findSignatures(const PdfFile &file)
{
    QList<SignatureSlot> found;
    for (const PdfObject &object : file.objects()) {
        if (!object.value.find("ByteRange"))
            continue;
        SignatureSlot slot;
        slot.revision = object.revision;
        slot.number = object.number;
        slot.dictionary = object.value;
        SlotCheck(file, slot).run();
        if (!found.isEmpty() && found.last().revision == slot.revision)
            slot.violations.append(Violation{Reason::B4, slot.revision, QStringLiteral("two in one revision")});
        found.append(slot);
        if (found.size() > PdfFile::kMaxRevisions)
            break;
    }
    return found;
}

QByteArray digestOf(const PdfFile &file, const SignatureSlot &slot, QCryptographicHash::Algorithm algorithm)
{
    const MdCtxPtr context(EVP_MD_CTX_new());
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    const bool done = context && EVP_DigestInit_ex(context.get(), digestAlgorithm(algorithm), nullptr) == 1
        && update(context.get(), file, 0, slot.gapBegin) && update(context.get(), file, slot.gapEnd, slot.coveredEnd)
        && EVP_DigestFinal_ex(context.get(), digest, &size) == 1;
    return done ? QByteArray(reinterpret_cast<const char *>(digest), static_cast<qsizetype>(size)) : QByteArray();
}

QList<QByteArray> sha256OfEach(HashedBytes &pdf, const QList<SignatureSlot> &slots)
{
    QList<QByteArray> digests;
    for (const SignatureSlot &slot : slots)
        digests.append(pdf.sha256Around(slot.gapBegin, slot.gapEnd, slot.coveredEnd));
    return digests;
}

} // namespace tenken
