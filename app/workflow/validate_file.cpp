#include "workflow/validate_file.h"

#include "exchange/checklist_reader.h"
#include "exchange/json_parser.h"
#include "exchange/overlay_reader.h"
#include "exchange/policy_reader.h"
#include "exchange/round_file.h"
#include "exchange/submission_json.h"
#include "workflow/files.h"

#include <QFileInfo>

namespace tenken {

namespace {

constexpr qint64 largestPolicy = 8 << 20;

/// Another city's folder brings its own policy; a checklist that lies alone is read against the installed one.
Policy policyFor(const QString &file, const Policy &installed)
{
    const QString beside = QFileInfo(file).absolutePath() + QStringLiteral("/policy.json");
    const Result<QByteArray> content = readFile(beside, largestPolicy);
    if (content) {
        if (const Reading<Policy> policy = readPolicy(*content, beside)) {
            return *policy.value;
        }
    }
    return installed;
}

} // namespace

QList<Diagnostic> validateFile(const QByteArray &content, const QString &file, const ChecklistSet &installed)
{
    const Reading<JsonValue> json = parseJson(content, file);
    if (!json) {
        return json.problems;
    }
    const JsonValue *member = json.value->member(QStringLiteral("format"));
    const QString format = member ? member->text.section(u'/', 0, 0) : QString();
    if (format == u"tenken.policy") {
        return readPolicy(content, file).problems;
    }
    if (format == u"tenken.overlay") {
        return readOverlay(content, file, installed).problems;
    }
    if (format == u"tenken.round") {
        return readRound(content, file).problems;
    }
    if (format == u"tenken.submission") {
        return readSubmission(content, file).problems;
    }
    return readChecklist(content, file, policyFor(file, installed.policy)).problems;
}

} // namespace tenken
