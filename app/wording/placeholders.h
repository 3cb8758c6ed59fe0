#pragma once

#include <QStringList>

namespace tenken::wording {

/// Puts the arguments for %1 … %9 in one pass: a "%2" inside an argument stays as it is, a placeholder
/// without an argument disappears. Arguments are shown as by shownArgument.
QString filled(const QString &pattern, const QStringList &arguments);
/// Text of others inside our sentence: one line, no more than 200 characters
QString shownArgument(const QString &text);
/// A name that others gave, in full length: control characters, line ends and what turns the direction of text are
/// shown as a replacement character, so that it cannot pass for a line of ours.
QString shownName(QString text);
/// The same for several lines: their ends and tabs stay.
QString shownLines(QString text);

} // namespace tenken::wording
