#include "core/inspection_rules.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

using namespace tenken;

class InspectionRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes();
    void problemsOfAnItem_data();
    void problemsOfAnItem();
    void unknownByScale_data();
    void unknownByScale();
    void recordable_data();
    void recordable();
    void onlyApplicableItemsHaveProblems();
    void removedFlagsNeedAReason();
    void completeMeansNone();
};

namespace {

/// Asks for a comment and a plan on △ and ×, evidence on ○ and △; － only under a condition
Item demandingItem()
{
    Item item = sample::item("B-1");
    item.naCondition = QStringLiteral("窓口がない課");
    item.commentRequiredOn = AnswerCode::Partial | AnswerCode::No | AnswerCode::NotApplicable;
    item.planRequiredOn = AnswerCode::Partial | AnswerCode::No;
    item.evidenceRequiredOn = AnswerCode::Yes | AnswerCode::Partial;
    return item;
}

Answer filledAnswer(AnswerCode code)
{
    Answer answer = sample::answer(code);
    answer.comment = QStringLiteral("一部の端末が対象外");
    answer.evidence = {{QStringLiteral("端末台帳"), {}, {}, {}, {}}};
    if (code == AnswerCode::Partial || code == AnswerCode::No) {
        answer.plan = {QStringLiteral("設定を見直す"), {}, QDate(2027, 3, 31), {}};
    }
    if (code == AnswerCode::NotApplicable) {
        answer.reason = QStringLiteral("窓口がない");
    }
    return answer;
}

QStringList textOf(const QList<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems) {
        texts << problem.field + u' ' + toCode(problem.code);
    }
    return texts;
}

} // namespace

void InspectionRulesTest::codes()
{
    support::checkCodeList<ProblemCode>({"unanswered", "na-not-allowed", "na-reason-missing", "comment-missing",
                                         "evidence-missing", "plan-missing", "unknown-in-final",
                                         "profile-reason-missing", "contradiction"});
}

void InspectionRulesTest::problemsOfAnItem_data()
{
    QTest::addColumn<Item>("item");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *name, AnswerCode code, auto change, const QStringList &problems) {
        Answer answer = filledAnswer(code);
        change(answer);
        QTest::newRow(name) << demandingItem() << answer << problems;
    };
    const auto asIs = [](Answer &) {};
    using enum AnswerCode;
    row("yes, complete", Yes, asIs, {});
    row("partial, complete", Partial, asIs, {});
    row("no, complete", No, asIs, {});
    row("na, complete", NotApplicable, asIs, {});
    row("cleared", Yes, [](Answer &a) { a.code.reset(); }, {"answer unanswered"});
    row("no comment", No, [](Answer &a) { a.comment.clear(); }, {"comment comment-missing"});
    row("comment of blanks", No, [](Answer &a) { a.comment = " 　\n"; }, {"comment comment-missing"});
    row("comment not asked of yes", Yes, [](Answer &a) { a.comment.clear(); }, {});
    row("no evidence", Yes, [](Answer &a) { a.evidence.clear(); }, {"evidence evidence-missing"});
    row("evidence without a document", Yes,
        [](Answer &a) {
            a.evidence = {{{}, "第3号", {}, "書庫", {}}};
        },
        {"evidence evidence-missing"});
    row("one of two names a document", Yes, [](Answer &a) { a.evidence.prepend(Evidence{}); }, {});
    row("evidence not asked of no", No, [](Answer &a) { a.evidence.clear(); }, {});
    row("no plan", Partial, [](Answer &a) { a.plan = {}; }, {"plan plan-missing"});
    row("plan without a date", Partial, [](Answer &a) { a.plan.due = {}; }, {"plan plan-missing"});
    row("plan without a measure", Partial, [](Answer &a) { a.plan.measure = " "; }, {"plan plan-missing"});
    row("everything missing, in the order of the form", Partial, [](Answer &a) { a = sample::answer(Partial); },
        {"comment comment-missing", "evidence evidence-missing", "plan plan-missing"});
    row("na without a reason", NotApplicable, [](Answer &a) { a.reason = "　"; }, {"reason na-reason-missing"});
    row("a comment is not asked of na", NotApplicable, [](Answer &a) { a.comment.clear(); }, {});
    row("yes with a plan", Yes, [](Answer &a) { a.plan.measure = "x"; }, {"answer contradiction"});
    row("yes with a cause", Yes, [](Answer &a) { a.cause = Cause::NoMeans; }, {"answer contradiction"});
    row("na with a plan", NotApplicable, [](Answer &a) { a.plan.due = QDate(2027, 1, 1); }, {"answer contradiction"});
    row("yes with a reason for na", Yes, [](Answer &a) { a.reason = "x"; }, {"answer contradiction"});
    row("no with a cause is fine", No, [](Answer &a) { a.cause = Cause::RuleUnfit; }, {});
    row("an opinion contradicts nothing", Yes, [](Answer &a) { a.opinion = "x"; }, {});
    Item strict = demandingItem();
    strict.naCondition.reset();
    QTest::newRow("na where not offered")
        << strict << filledAnswer(NotApplicable) << QStringList{"answer na-not-allowed"};
    QTest::newRow("na where not offered, without a reason")
        << strict << sample::answer(NotApplicable) << QStringList{"answer na-not-allowed", "reason na-reason-missing"};
    QTest::newRow("an item that asks for nothing") << sample::item("B-1") << sample::answer(No) << QStringList{};
}

void InspectionRulesTest::problemsOfAnItem()
{
    QFETCH(Item, item);
    QFETCH(Answer, answer);
    QFETCH(QStringList, problems);
    const Checklist checklist = sample::checklist({item});
    const QList<Problem> found = problemsOf(checklist, item, &answer);
    QCOMPARE(textOf(found), problems);
    for (const Problem &problem : found) {
        QCOMPARE(problem.item, item.id);
    }
    QCOMPARE(textOf(problemsOf(checklist, item, nullptr)), QStringList{"answer unanswered"});
}

void InspectionRulesTest::unknownByScale_data()
{
    QTest::addColumn<bool>("unknownAllowed");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("PERSON5: an answer") << true << QStringList{};
    QTest::newRow("IMPL4: a draft") << false << QStringList{"answer unknown-in-final"};
}

void InspectionRulesTest::unknownByScale()
{
    QFETCH(bool, unknownAllowed);
    Checklist checklist = sample::checklist({sample::item("A-1")});
    checklist.unknownAllowed = unknownAllowed;
    const Answer answer = sample::answer(AnswerCode::Unknown);
    QTEST(textOf(problemsOf(checklist, checklist.items.first(), &answer)), "problems");
    QVERIFY(isRecordable(checklist, checklist.items.first(), AnswerCode::Unknown));
}

void InspectionRulesTest::recordable_data()
{
    QTest::addColumn<AnswerCode>("code");
    QTest::addColumn<bool>("withoutCondition");
    for (const AnswerCode code : allAnswerCodes) {
        QTest::newRow(qPrintable(toCode(code))) << code << (code != AnswerCode::NotApplicable);
    }
}

void InspectionRulesTest::recordable()
{
    QFETCH(AnswerCode, code);
    QFETCH(bool, withoutCondition);
    Item item = sample::item("B-1");
    const Checklist checklist = sample::checklist({item});
    QCOMPARE(isRecordable(checklist, item, code), withoutCondition);
    item.naCondition = QStringLiteral("窓口がない課");
    QVERIFY(isRecordable(checklist, item, code));
}

void InspectionRulesTest::onlyApplicableItemsHaveProblems()
{
    Item wifi = sample::item("B-2");
    wifi.applicability = {Applicability::Kind::AllOf, {"wifi"}};
    Item schools = sample::item("B-3");
    schools.bodies = {Body::BoardOfEducation};
    const Checklist checklist = sample::checklist({sample::item("B-1"), wifi, schools});
    Inspection inspection = sample::inspection(checklist);
    QCOMPARE(problemsOf(checklist, inspection), (QList<Problem>{{"B-1", "answer", ProblemCode::Unanswered}}));
    inspection.profile.flags = {"wifi"};
    inspection.department.body = Body::BoardOfEducation;
    QCOMPARE(problemsOf(checklist, inspection),
             (QList<Problem>{{"B-1", "answer", ProblemCode::Unanswered},
                             {"B-2", "answer", ProblemCode::Unanswered},
                             {"B-3", "answer", ProblemCode::Unanswered}}));
}

void InspectionRulesTest::removedFlagsNeedAReason()
{
    const Checklist checklist = sample::checklist({});
    Inspection inspection = sample::inspection(checklist);
    inspection.profile.removed = {{"wifi", "無線LANを撤去した"}, {"sns", " "}, {"cloud", ""}};
    const Problem missing{{}, "profile", ProblemCode::ProfileReasonMissing};
    QCOMPARE(problemsOf(checklist, inspection), (QList<Problem>{missing, missing}));
}

void InspectionRulesTest::completeMeansNone()
{
    const Checklist checklist = sample::checklist({demandingItem(), sample::item("B-2")});
    Inspection inspection = sample::inspection(checklist);
    inspection.answers.insert("B-1", filledAnswer(AnswerCode::Partial));
    inspection.answers.insert("B-2", sample::answer(AnswerCode::Yes));
    QCOMPARE(problemsOf(checklist, inspection), QList<Problem>());
}

QTEST_GUILESS_MAIN(InspectionRulesTest)
#include "tst_inspection_rules.moc"
