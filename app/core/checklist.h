#pragma once

#include "core/answer.h"
#include "core/department.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace tenken {

struct LocalText {
    QString ja;
    QString en; ///< may be empty: Japanese is shown then
    friend bool operator==(const LocalText &, const LocalText &) = default;
};

/// 整備 / 運用 / 点検・改善 (maturity is computed from these). Codes: design operation improvement.
enum class Phase { Design, Operation, Improvement };
QString toCode(Phase phase);
std::optional<Phase> phaseFromCode(const QString &code);
/// 整備 運用 点検・改善, as in scoring vectors
QString toJapanese(Phase phase);
std::optional<Phase> phaseFromJapanese(const QString &text);

enum class Severity { Critical, High, Medium, Low };
QString toCode(Severity severity);
std::optional<Severity> severityFromCode(const QString &code);

/// Which profile flags make an item appear
struct Applicability {
    enum class Kind { Always, AllOf, AnyOf };
    Kind kind = Kind::Always;
    QStringList flags;
    bool matches(const QSet<QString> &profile) const;
    friend bool operator==(const Applicability &, const Applicability &) = default;
};

/// One entry of an item's own history: what revision N changed against N−1.
struct ItemChange {
    enum class Kind { Reworded, CriteriaChanged };
    int revision = 2;
    QString edition;
    Kind kind = Kind::Reworded;
    QString note;
    friend bool operator==(const ItemChange &, const ItemChange &) = default;
};

/// One question (設問). Identity is id + revision; fingerprint = SHA-256 (hex) of its canonical JSON.
struct Item {
    QString id;
    int revision = 1;
    QString fingerprint;
    LocalText title;
    QString clause; ///< official key, one of the policy's clauses, e.g. 6(3)①
    QStringList clauses; ///< all clauses that it touches, main one first
    QStringList obligations;
    bool policyExplicit = false; ///< basis: the policy says so itself, or we interpret it
    QString guidelineArea;
    QStringList threats;
    QStringList assets;
    QStringList zones;
    LocalText question;
    LocalText guidance;
    QMap<AnswerCode, QString> criteria; ///< 判断の目安 of Yes, Partial, No
    std::optional<QString> naCondition; ///< NotApplicable may be chosen only under this condition
    Applicability applicability;
    QSet<Body> bodies;
    Phase phase = Phase::Operation;
    int weight = 1; ///< 1–3
    Severity severity = Severity::Medium;
    bool critical = false; ///< ★ red flag
    AnswerCodes commentRequiredOn;
    AnswerCodes evidenceRequiredOn;
    AnswerCodes planRequiredOn;
    QStringList evidenceExamples;
    QString remediation;
    QStringList auditMethods; ///< inspection inquiry observation technical
    QString auditProcedure;
    QStringList auditTests; ///< ids in the audit checklist
    QString tier; ///< core extended
    QList<ItemChange> history;
    QString localCriteriaRef; ///< never leaves the city
    bool overlay = false; ///< came from, or was changed by, the city's overlay
    bool isNaAllowed() const { return naCondition.has_value(); }
};

/// One audit test of checklist E (監査項目)
struct AuditTest {
    QString id;
    int revision = 1;
    QString fingerprint;
    LocalText title;
    QString clause;
    QStringList clauses;
    QStringList obligations;
    bool policyExplicit = false;
    QString guidelineArea;
    QStringList threats;
    QStringList assets;
    QStringList zones;
    QString auditSubject; ///< city section system
    LocalText point; ///< 監査要点
    Phase phase = Phase::Operation;
    QStringList methods;
    QStringList steps;
    QStringList evidenceExamples;
    QString sampling;
    QMap<QString, QString> gradingExamples; ///< MAJOR MINOR OBSERVATION
    QStringList relatedItems;
    bool needsIndependentApproval = false; ///< approved by another than the audit manager
    QList<ItemChange> history;
    QString localCriteriaRef;
};

struct WithdrawnItem {
    QString id;
    QString lastEdition;
    QString reason;
};

/// One edition of one checklist. An edition has items or audit tests, never both.
struct Checklist {
    QString id; ///< KC-B
    QString edition; ///< 2026.1
    QString supersedes;
    QString fingerprint; ///< SHA-256 (hex) over its canonical JSON without localCriteriaRef
    QString policy;
    LocalText title;
    SubjectKind subject = SubjectKind::Section;
    QString respondent;
    QString approvalRoute;
    bool approvalRequired = true;
    bool unknownAllowed = false; ///< the scale offers わからない as a final answer (PERSON5)
    QString scale; ///< IMPL4 PERSON5 AUDIT
    QStringList preamble;
    QList<Item> items;
    QList<AuditTest> tests;
    QList<WithdrawnItem> withdrawn;
    const Item *find(const QString &itemId) const;
    /// Ids of the items that this profile and body make applicable, in checklist order
    QStringList applicableItems(const QSet<QString> &profile, Body body) const;
    /// The answers that this item offers on this checklist's scale
    AnswerCodes offeredAnswers(const Item &item) const;
};

} // namespace tenken
