#include "signing/pdf/difference_rules.h"

#include "signing/cms/crl.h"
#include "signing/cms/der.h"
#include "signing/keys/certificate.h"
#include "signing/keys/openssl_ptr.h"
#include "signing/pdf/document_info.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/flate.h"

#include <openssl/ocsp.h>

#include <algorithm>

namespace tenken {

namespace {

constexpr qsizetype kMaxDssValue = 8 * 1024 * 1024;

/// Whether both dictionaries say the same, byte for byte, apart from these keys
bool sameBut(const PdfValue &older, const PdfValue &newer, const QList<QByteArray> &except)
{
    const auto isCovered = [&except](const PdfValue &a, const PdfValue &b) {
        for (PdfValue key = a.firstChild(); key;) {
            const PdfValue value = key.nextSibling();
            if (!except.contains(key.name().toByteArray()) && b.find(key.name()).raw() != value.raw())
                return false;
            key = value.nextSibling();
        }
        return true;
    };
    return isCovered(older, newer) && isCovered(newer, older);
}

/// RFC 6960, 4.2.1. Kept for others: Tenken itself goes by revocation lists.
bool isOcspResponse(const QByteArray &der)
{
    const unsigned char *at = bytesOf(der);
    const OpensslPtr<OCSP_RESPONSE, OCSP_RESPONSE_free> response(
        d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())));
    const bool same = response && toDer(i2d_OCSP_RESPONSE, response.get()) == der && der::isCanonical(der);
    ERR_clear_error();
    return same;
}

class RevisionDifference {
public:
    RevisionDifference(const PdfFile &file, const QList<SignatureSlot> &slots, const DocumentContent &content,
                       int revision)
        : m_file(file), m_slots(slots), m_content(content), m_revision(revision)
    { }

    QList<Violation> check()
    {
        const PdfRevision &revision = m_file.revisions()[static_cast<std::size_t>(m_revision)];
        m_root = revision.trailer.find("Root").reference();
        const QList<int> fields = fieldNumbers(m_file, 0);
        for (int i = 0; i < revision.objectCount; ++i) {
            const PdfObject &object =
                m_file.objects()[static_cast<std::size_t>(revision.firstObject) + static_cast<std::size_t>(i)];
            if (object.previous < 0)
                m_new.append(&object);
            else if (object.number == m_root)
                m_catalog = &object;
            else if (fields.contains(object.number) && !m_field)
                m_field = &object;
            else
                report(Reason::D1, "object changed after signing");
        }
        if (m_violations.isEmpty())
            m_field ? checkSigning() : checkDss();
        return m_violations;
    }

private:
    void report(Reason rule, const char *what)
    {
        m_violations.append(Violation{rule, m_revision, QString::fromLatin1(what)});
    }

    const PdfValue older(const PdfObject &object) const
    {
        return m_file.objects()[static_cast<std::size_t>(object.previous)].value;
    }

    bool isNew(int number) const
    {
        return std::any_of(m_new.cbegin(), m_new.cend(), [number](auto *object) { return object->number == number; });
    }

    bool refersToNewOnly(const PdfValue &value) const
    {
        if (value.is(ValueKind::Reference))
            return isNew(value.reference());
        for (PdfValue child = value.firstChild(); child; child = child.nextSibling()) {
            if (!refersToNewOnly(child))
                return false;
        }
        return true;
    }

    void checkSigning()
    {
        const auto slot = std::find_if(m_slots.cbegin(), m_slots.cend(),
                                       [this](const SignatureSlot &s) { return s.revision == m_revision; });
        if (slot == m_slots.cend() || slot->field != m_field->number) {
            report(Reason::D2, "field changed without a signature");
            return;
        }
        const PdfValue before = older(*m_field);
        const bool archive = slot->fieldName == kArchiveField;
        const QList<QByteArray> free = archive ? QList<QByteArray>{"V"} : QList<QByteArray>{"V", "AP"};
        if (before.find("V") || !sameBut(before, m_field->value, free))
            report(Reason::D2, "more than V and AP changed");
        const PdfValue appearance = m_field->value.find("AP");
        if (!archive && (!appearance.is(ValueKind::Dictionary) || !refersToNewOnly(appearance)))
            report(Reason::D2, "appearance");
        for (const PdfObject *object : m_new) {
            if (!refersToNewOnly(object->value))
                report(Reason::D2, "signature reaches into older objects");
        }
        checkEntries(*slot, archive);
        checkCertification(*slot);
    }

    /// The dictionary's entries are constants, or text that is shown as claimed
    void checkEntries(const SignatureSlot &slot, bool archive)
    {
        const PdfValue &dictionary = slot.dictionary;
        if (archive) {
            const bool bare = slot.isTimestamp() && dictionary.find("SubFilter").isName("ETSI.RFC3161")
                && !dictionary.find("M") && !dictionary.find("Name") && !dictionary.find("Reason")
                && !dictionary.find("Reference");
            if (!bare)
                report(Reason::D2, "archive timestamp");
            return;
        }
        const auto role = roleFromCode(QString::fromLatin1(slot.fieldName));
        const bool ours = role && !slot.isTimestamp() && dictionary.find("SubFilter").isName("ETSI.CAdES.detached")
            && fromPdfDate(dictionary.find("M").string()).isValid() && dictionary.find("Name")
            && isSignerName(dictionary.find("Name").text()) && m_content.kind
            && isOnBehalf(*m_content.kind, *role, dictionary.find("Reason").text()).has_value();
        if (!ours)
            report(Reason::D2, "signature dictionary");
    }

    void checkCertification(const SignatureSlot &slot)
    {
        const bool first = slot.number == m_slots.first().number;
        const PdfValue reference = slot.dictionary.find("Reference");
        if (!first) {
            if (reference)
                report(Reason::D5, "certified again");
            if (m_catalog)
                report(Reason::D3, "catalog changed with a signature");
            return;
        }
        if (!reference || !m_catalog) {
            report(Reason::D5, "first signature does not certify");
            return;
        }
        // a Perms of revision 1 would name a signature of revision 1, which B4 refuses
        if (m_catalog->value.find("Perms").find("DocMDP").reference() != slot.number)
            report(Reason::D5, "Perms");
        if (!sameBut(older(*m_catalog), m_catalog->value, {"Perms"}))
            report(Reason::D3, "catalog changed with a signature");
    }

    void checkDss()
    {
        const bool afterSignature = !m_slots.isEmpty() && m_slots.first().revision < m_revision;
        if (!m_catalog || !afterSignature || !m_catalog->value.find("DSS")) {
            report(Reason::D1, "unsigned revision that is no DSS");
            return;
        }
        if (!sameBut(older(*m_catalog), m_catalog->value, {"DSS"}))
            report(Reason::D3, "catalog changed with a DSS");
        const PdfValue dss = m_file.resolve(m_catalog->value.find("DSS"), m_revision);
        checkDssValues(dss.find("Certs"), [](const QByteArray &der) { return bool(Certificate::fromDer(der)); });
        checkDssValues(dss.find("CRLs"), [](const QByteArray &der) { return der.startsWith('\x30') && checkCrl(der); });
        checkDssValues(dss.find("OCSPs"), isOcspResponse);
    }

    template <class Check> void checkDssValues(const PdfValue &list, Check isRight)
    {
        InflateBudget budget;
        const PdfValue values = m_file.resolve(list, m_revision);
        for (PdfValue value = values.firstChild(); value; value = value.nextSibling()) {
            const PdfObject *stream = m_file.object(value.reference(), m_revision);
            QByteArray der;
            if (!stream || !inflate(m_file.streamData(*stream), budget, der, kMaxDssValue) || !isRight(der))
                report(Reason::D4, "DSS");
        }
    }

    const PdfFile &m_file;
    const QList<SignatureSlot> &m_slots;
    const DocumentContent &m_content;
    int m_revision;
    int m_root = 0;
    const PdfObject *m_field = nullptr;
    const PdfObject *m_catalog = nullptr;
    QList<const PdfObject *> m_new;
    QList<Violation> m_violations;
};

} // namespace

QList<Violation> checkDifferences(const PdfFile &file, const QList<SignatureSlot> &slots,
                                  const DocumentContent &content)
{
    // What only a later revision may bring has no place in what is signed: its lists would pass for checked ones.
    if (file.catalog(0).find("DSS"))
        return {Violation{Reason::D1, 0, QStringLiteral("DSS before any signature")}};
    for (int revision = 1; revision <= file.lastRevision(); ++revision) {
        const QList<Violation> violations = RevisionDifference(file, slots, content, revision).check();
        if (!violations.isEmpty())
            return violations;
    }
    return {};
}

int dssRevision(const PdfFile &file)
{
    const PdfValue dss = file.catalog(file.lastRevision()).find("DSS");
    for (int revision = file.lastRevision(); dss && revision > 0; --revision) {
        if (!(file.catalog(revision - 1).find("DSS").raw() == dss.raw()))
            return revision;
    }
    return -1;
}

QList<QByteArray> dssCrls(const PdfFile &file)
{
    QList<QByteArray> crls;
    const int last = file.lastRevision();
    InflateBudget budget;
    const PdfValue dss = file.resolve(file.catalog(last).find("DSS"), last);
    PdfValue value = file.resolve(dss.find("CRLs"), last).firstChild();
    for (; value; value = value.nextSibling()) {
        const PdfObject *stream = file.object(value.reference(), last);
        QByteArray der;
        if (stream && inflate(file.streamData(*stream), budget, der, kMaxDssValue))
            crls.append(der);
    }
    return crls;
}

} // namespace tenken
