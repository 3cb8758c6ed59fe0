#pragma once

#include "core/diagnostic.h"
#include "core/submission.h"

#include <QByteArray>

namespace tenken {

/// submission.json (tenken.submission/1): RFC 8785 canonical bytes, every key present, absent = null.
QByteArray writeSubmission(const Submission &submission);

/// Accepts exactly what writeSubmission makes: unknown, missing or duplicate keys, unknown codes and any other
/// spelling of the same content are refused. At most 16 MiB and 10,000 items. A later version: NewerFormat.
Reading<Submission> readSubmission(const QByteArray &bytes, const QString &file);

} // namespace tenken
