#pragma once

#include "core/verification.h"

namespace tenken::wording {

/// A verdict is shown as symbol + word (+ colour), never as a colour alone. The symbols are in the bundled font.
QChar symbolOf(Verdict verdict);

/// The short word of a value, for a cell or a heading
QString word(Verdict verdict);
QString word(Reason reason);
QString word(Warning warning);
QString word(Trust trust);
QString word(Integrity integrity);
QString word(Role role);
QString word(DocumentKind kind);
QString word(Level level);
QString word(TimeSource source);

/// The role in which somebody signed; says so when it was for another (代決). Empty when the role is unknown
QString signedAs(const SignatureFinding &signature);

/// One sentence that says what the value means
QString explanation(Verdict verdict);
QString explanation(Reason reason);
QString explanation(Warning warning);
QString explanation(Trust trust);
QString explanation(Integrity integrity);
QString explanation(Role role);
QString explanation(DocumentKind kind);
QString explanation(Level level);
QString explanation(TimeSource source);

/// What the receiver of the file does next
QString nextStep(Verdict verdict);

} // namespace tenken::wording
