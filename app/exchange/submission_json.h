#pragma once

#include "core/diagnostic.h"
#include "core/submission.h"

#include <QByteArray>

namespace tenken {

/// submission.json (tenken.submission/1): RFC 8785 canonical bytes, every key present, absent = null.
QByteArray writeSubmission(const Submission &submission);

/// Whether to compare the bytes with what writeSubmission makes of them. WasCompared: those that a registry took in,
/// which were compared then.
enum class Spelling { ToCompare, WasCompared };

/// Accepts exactly what writeSubmission makes: unknown, missing or duplicate keys, unknown codes and any other
/// spelling of the same content are refused. At most 16 MiB and 10,000 items. A later version: NewerFormat.
Reading<Submission> readSubmission(const QByteArray &bytes, const QString &file,
                                   Spelling spelling = Spelling::ToCompare);

} // namespace tenken
