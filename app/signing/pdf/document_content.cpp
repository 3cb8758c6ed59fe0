#include "signing/pdf/document_content.h"

#include "signing/pdf/attachment_rules.h"
#include "signing/pdf/content_rules.h"
#include "signing/pdf/document_profile.h"
#include "signing/pdf/flate.h"

namespace tenken {

QList<int> fieldNumbers(const PdfFile &file, int revision)
{
    QList<int> numbers;
    const PdfValue form = file.resolve(file.catalog(revision).find("AcroForm"), revision);
    for (PdfValue field = file.resolve(form.find("Fields"), revision).firstChild(); field; field = field.nextSibling())
        numbers.append(field.reference());
    return numbers;
}

QByteArray fieldName(const PdfFile &file, int number, int revision)
{
    const PdfObject *field = file.object(number, revision);
    return field ? field->value.find("T").string() : QByteArray();
}

std::optional<Violation> checkNewest(const PdfFile &file)
{
    if (file.violation())
        return file.violation();
    InflateBudget budget;
    const QList<Violation> violations = ContentRules(file, budget, file.lastRevision()).check(file.lastRevision());
    return violations.isEmpty() ? std::nullopt : std::optional(violations.first());
}

DocumentContent readContent(const PdfFile &file)
{
    DocumentContent content;
    if (file.revisions().empty())
        return content; // the file's own violation says why
    InflateBudget budget;
    ContentRules rules(file, budget);
    for (int revision = 0; revision <= file.lastRevision() && content.violations.isEmpty(); ++revision)
        content.violations = rules.check(revision);
    if (content.violations.isEmpty())
        content.violations = readAttachment(file, budget, content.kind, content.attachment);
    if (!content.violations.isEmpty())
        return content;
    content.fingerprint = rules.fingerprint();
    content.violations = checkMark(content.attachment, content.fingerprint);
    const QList<int> numbers = fieldNumbers(file, 0);
    for (qsizetype i = 0; i + 1 < numbers.size(); ++i) {
        if (const auto role = roleFromCode(QString::fromLatin1(fieldName(file, numbers[i], 0))))
            content.fields.append(*role);
    }
    const bool archive = !numbers.isEmpty() && fieldName(file, numbers.last(), 0) == kArchiveField;
    if (!archive || content.fields.size() != numbers.size() - 1 || !fieldSets(*content.kind).contains(content.fields))
        content.violations.append(Violation{Reason::A3, 0, QStringLiteral("fields of another kind")});
    return content;
}

} // namespace tenken
