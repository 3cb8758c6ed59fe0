#pragma once

#include <QString>

namespace tenken {

/// Where one expected submission stands in the division's registry. Refused: nothing is there, a file for it was
/// refused. Returned: the latest revision was sent back. Codes: missing refused returned submitted approved.
enum class SubmissionState { Missing, Refused, Returned, Submitted, Approved };
QString toCode(SubmissionState state);

inline constexpr SubmissionState allSubmissionStates[] = {SubmissionState::Missing, SubmissionState::Refused,
                                                          SubmissionState::Returned, SubmissionState::Submitted,
                                                          SubmissionState::Approved};

} // namespace tenken
