#pragma once

#include "cli/command.h"
#include "workflow/documents/verify_submission.h"

#include <QJsonObject>

namespace tenken::cli {

/// {"kind","code","name"}
QJsonObject subjectJson(const Subject &subject);
/// {"code","name"}
QJsonObject departmentJson(const QString &code, const QString &name);
/// One entry of `verify --json` (docs/file-formats)
QJsonObject verificationJson(const VerifiedDocument &document);
/// For people: verdict and file, then a line for each signature, reason and warning
QString verificationText(const VerifiedDocument &document);
/// NotAccepted, its detail being the code of a reason or a verdict: the sentence points at what is shown below it
int failRefused(const Session &session, const Error &error);

} // namespace tenken::cli
