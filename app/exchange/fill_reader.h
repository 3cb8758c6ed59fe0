#pragma once

#include "core/answer.h"
#include "core/diagnostic.h"

#include <QByteArray>

namespace tenken {

/// One row of answers made outside. An empty field of answer (no code, empty text, no evidence, a null date) means
/// "not given": what is recorded already stays.
struct FillRow {
    int line = 0;
    QString item;
    Answer answer;
    friend bool operator==(const FillRow &, const FillRow &) = default;
};

/// What a person or another program wrote down for `inspection fill`. CSV: the columns item_id,answer,comment,reason,
/// cause,opinion,evidence_document,evidence_number,evidence_date,evidence_place,plan_measure,plan_owner,plan_due, the
/// first two needed. JSON (first character { or [): tenken.fill/1 with "answers", the "items" of a submission.json, a
/// bare list, or a map from item to code or object. Codes in either case, or their symbols. Each item once.
Reading<QList<FillRow>> readFill(const QByteArray &bytes, const QString &file);

/// YES … or ○ △ × ？ － with the look-alikes that keyboards and old code pages make of them
std::optional<AnswerCode> answerFromText(const QString &text);

} // namespace tenken
