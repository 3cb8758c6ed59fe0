#pragma once

#include <QStringList>

namespace tenken::wording {

/// Puts the arguments for %1 … %9 in one pass: a "%2" inside an argument stays as it is, a placeholder
/// without an argument disappears. Arguments are shown as by shownArgument.
QString filled(const QString &pattern, const QStringList &arguments);
/// Text of others inside our sentence: one line, no more than 200 characters
QString shownArgument(const QString &text);

} // namespace tenken::wording
