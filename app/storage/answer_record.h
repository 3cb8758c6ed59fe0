#pragma once

#include "core/answer.h"
#include "core/result.h"

#include <QStringList>

namespace tenken {

/// The fields of an answer as the history names them: answer comment reason cause opinion evidence plan flag.
/// Also the columns of the table of answers.
const QStringList &answerFields();
/// Their text forms, in the same order: codes, JSON for evidence and plan, empty when not given
QStringList answerTexts(const Answer &answer);
/// Inverse of answerTexts; StoreCorrupt when a text is none that answerTexts makes
Result<Answer> answerFromTexts(const QStringList &texts, const QDateTime &answeredAt);
/// InvalidValue when an item id or a text holds a character that must not be stored, or the id is empty
Status checkAnswer(const QString &item, const Answer &answer);
Status checkTexts(const QString &subject, const QStringList &texts);

} // namespace tenken
