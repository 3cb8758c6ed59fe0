#pragma once

#include <QDate>
#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace tenken {

/// 実施 / 一部 / 未実施 / わからない / 該当なし. Unanswered is std::nullopt, never a sixth value.
enum class AnswerCode { Yes = 1, Partial = 2, No = 4, Unknown = 8, NotApplicable = 16 };
Q_DECLARE_FLAGS(AnswerCodes, AnswerCode)
Q_DECLARE_OPERATORS_FOR_FLAGS(AnswerCodes)

inline constexpr AnswerCode allAnswerCodes[] = {AnswerCode::Yes, AnswerCode::Partial, AnswerCode::No,
                                                AnswerCode::Unknown, AnswerCode::NotApplicable};

/// "YES" "PARTIAL" "NO" "UNKNOWN" "NA": the codes in files
QString toCode(AnswerCode answer);
/// Either case; nothing when unknown
std::optional<AnswerCode> answerFromCode(const QString &code);
/// ○ △ × ？ － (never ー or -)
QChar symbolOf(AnswerCode answer);

/// Why an item is not (fully) implemented. Codes in files: rule-unknown no-capacity no-means rule-unfit other.
enum class Cause { RuleUnknown, NoCapacity, NoMeans, RuleUnfit, Other };
QString toCode(Cause cause);
std::optional<Cause> causeFromCode(const QString &code);

/// A reference to a document, never the document itself. Empty text = not given. date as typed by the form: ISO.
struct Evidence {
    QString document;
    QString number;
    QDate date;
    QString place;
    QString sha256; ///< optional, lower-case hex of a file that stays where it is
    bool isEmpty() const
    {
        return document.isEmpty() && number.isEmpty() && !date.isValid() && place.isEmpty() && sha256.isEmpty();
    }
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// Corrective action plan (是正計画) of one item
struct Plan {
    QString measure;
    QString owner;
    QDate due;
    QString interim; ///< interim measure (暫定措置)
    bool isEmpty() const { return measure.isEmpty() && owner.isEmpty() && !due.isValid() && interim.isEmpty(); }
    friend bool operator==(const Plan &, const Plan &) = default;
};

/// What stands beside one item. reason belongs to NotApplicable, comment to the others.
struct Answer {
    std::optional<AnswerCode> code;
    QString comment;
    QString reason;
    std::optional<Cause> cause;
    QString opinion; ///< opinion on the rule itself (material for section 8)
    QList<Evidence> evidence;
    Plan plan;
    bool flagged = false; ///< marked for review; never exported
    QDateTime answeredAt; ///< operation time of the last change; not the inspection date
    bool isBlank() const; ///< nothing was entered at all
    friend bool operator==(const Answer &, const Answer &) = default;
};

/// The answer under another code. What only the old code could carry goes (the reason of 該当なし, plan and cause of △
/// and ×): changing one's mind leaves no contradiction behind, and the history still has it.
Answer withCode(Answer answer, AnswerCode code);

/// Counts of the personal checklist A for one item, imported into the section's B.
struct TallyRow {
    QString item;
    int yes = 0, partial = 0, no = 0, unknown = 0, na = 0;
    friend bool operator==(const TallyRow &, const TallyRow &) = default;
};
struct StaffTally {
    QString checklist; ///< KC-A
    QString edition;
    int population = 0;
    int respondents = 0;
    QList<TallyRow> items;
    friend bool operator==(const StaffTally &, const StaffTally &) = default;
};

} // namespace tenken
