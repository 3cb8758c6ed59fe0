#include "storage/inspection_repository.h"

#include "result_checks.h"
#include "sample_inspection.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

/// What a person sees: one state of the sheet
struct Sheet {
    QMap<QString, QString> comments; ///< by item; items without one are unanswered
    QDate date;
    friend bool operator==(const Sheet &, const Sheet &) = default;
};

void note(Sheet &sheet, const QString &item, const QString &comment)
{
    if (comment.isEmpty()) {
        sheet.comments.remove(item);
    } else {
        sheet.comments.insert(item, comment);
    }
}

/// The whole of undo, kept in memory: states and a place among them
class Model {
public:
    explicit Model(const Sheet &first) : m_states{first} { }
    const Sheet &now() const { return m_states.at(m_at); }
    void change(const Sheet &to)
    {
        if (to == now()) {
            return; // nothing happened, nothing to take back
        }
        m_states.resize(m_at + 1);
        m_states << to;
        ++m_at;
    }
    bool undo() { return m_at > 0 && m_at-- > 0; }
    bool redo() { return m_at + 1 < m_states.size() && ++m_at > 0; }
    UndoState steps() const { return {static_cast<int>(m_at), static_cast<int>(m_states.size() - 1 - m_at)}; }

private:
    QList<Sheet> m_states;
    qsizetype m_at = 0;
};

} // namespace

/// Hundreds of changes in any order, taken back, repeated, in one store that is closed and opened in between: what is
/// stored is what a plain list of states says, and the history alone tells the same.
class TestAnyOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsTheModel_data();
    void followsTheModel();

private:
    void reopen();
    void act(QRandomGenerator &random, Model &model);
    void answerOne(Sheet &sheet, const QString &item, const QString &comment);
    void answerMany(Sheet &sheet, const QString &comment);
    Sheet stored();
    Sheet replayed();

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Store> m_store;
    const QUuid m_id = sample::inspectionId;
    const QStringList m_items{u"KC-B-1"_s, u"KC-B-2"_s, u"KC-B-3"_s};
};

void TestAnyOrder::reopen()
{
    m_store.reset();
    m_store = Store::open(m_folder->filePath(u"tenken.db"_s), m_clock).value();
}

void TestAnyOrder::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
    VERIFY_OK(InspectionRepository(*m_store).create(sample::inspection(), {}));
}

Sheet TestAnyOrder::stored()
{
    const Inspection inspection = InspectionRepository(*m_store).load(m_id).value();
    Sheet sheet{{}, inspection.inspectionDate};
    for (auto answer = inspection.answers.constBegin(); answer != inspection.answers.constEnd(); ++answer) {
        sheet.comments.insert(answer.key(), answer->comment);
    }
    return sheet;
}

/// From the append-only history and nothing else
Sheet TestAnyOrder::replayed()
{
    Sheet sheet;
    const QList<HistoryEntry> history = InspectionRepository(*m_store).history(m_id).value();
    for (const HistoryEntry &entry : history) {
        if (entry.field == u"comment") {
            note(sheet, entry.item, entry.after);
        } else if (entry.item.isEmpty() && entry.field == u"date") {
            sheet.date = QDate::fromString(entry.after, Qt::ISODate);
        }
    }
    return sheet;
}

void TestAnyOrder::answerOne(Sheet &sheet, const QString &item, const QString &comment)
{
    InspectionRepository repository(*m_store);
    const Answer expected = repository.load(m_id)->answers.value(item);
    const Answer wanted = comment.isEmpty() ? Answer() : sample::coded(AnswerCode::Yes, comment);
    VERIFY_OK(repository.recordAnswer(m_id, item, wanted, expected, u"点検 花子"_s));
    note(sheet, item, comment);
}

void TestAnyOrder::answerMany(Sheet &sheet, const QString &comment)
{
    InspectionRepository repository(*m_store);
    const QHash<QString, Answer> before = repository.load(m_id)->answers;
    QList<AnswerChange> changes;
    for (const QString &item : m_items) {
        changes << AnswerChange{item, sample::coded(AnswerCode::Yes, comment), before.value(item)};
        sheet.comments.insert(item, comment);
    }
    VERIFY_OK(repository.recordAnswers(m_id, changes, u"点検 花子"_s));
}

void TestAnyOrder::act(QRandomGenerator &random, Model &model)
{
    InspectionRepository repository(*m_store);
    Sheet sheet = model.now();
    const int kind = random.bounded(10);
    const QString comment = u"記録%1"_s.arg(random.bounded(3));
    if (kind < 4) {
        answerOne(sheet, m_items.at(random.bounded(3)), kind == 0 ? QString() : comment);
        model.change(sheet);
    } else if (kind == 4) {
        answerMany(sheet, comment);
        model.change(sheet);
    } else if (kind == 5) {
        sheet.date = QDate(2026, 11, 1).addDays(random.bounded(4));
        VERIFY_OK(repository.setInspectionDate(m_id, sheet.date, {}));
        model.change(sheet);
    } else if (kind < 8) {
        const auto undone = repository.undo(m_id, {});
        QCOMPARE(undone.has_value(), model.undo());
        QVERIFY(undone || undone.error().code == ErrorCode::NothingToUndo);
    } else {
        const auto redone = repository.redo(m_id, {});
        QCOMPARE(redone.has_value(), model.redo());
        QVERIFY(redone || redone.error().code == ErrorCode::NothingToUndo);
    }
}

void TestAnyOrder::followsTheModel_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestAnyOrder::followsTheModel()
{
    QFETCH(uint, seed);
    QRandomGenerator random(seed);
    Model model(stored());
    qsizetype entries = 0;
    for (int step = 0; step < 80; ++step) {
        if (step % 17 == 16) {
            reopen();
        }
        act(random, model);
        QCOMPARE(stored().comments, model.now().comments);
        QCOMPARE(stored().date, model.now().date);
        QCOMPARE(replayed().comments, model.now().comments);
        const UndoState steps = InspectionRepository(*m_store).undoState(m_id).value();
        QCOMPARE(steps.undoable, model.steps().undoable);
        QCOMPARE(steps.redoable, model.steps().redoable);
        const qsizetype grown = InspectionRepository(*m_store).history(m_id)->size();
        QVERIFY(grown >= entries); // nothing is ever taken from it
        entries = grown;
    }
}

QTEST_GUILESS_MAIN(TestAnyOrder)
#include "tst_any_order.moc"
