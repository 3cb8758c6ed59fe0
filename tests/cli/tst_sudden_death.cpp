#include "cli/cli_city.h"
#include "storage/inspection_repository.h"
#include "support/places.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace tenken;
using namespace tenken::support;

/// tenken-cli is killed at random moments: what it acknowledged is there, and nothing is half there. A fill is one
/// transaction, so its answers are all there or none is.
class TestSuddenDeath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    /// TENKEN_KILL_ROUNDS=200 for the long run
    void fillIsThereWholeOrNotAtAll();
    void singleAnswersAreThere();

private:
    static int rounds(int usual)
    {
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("TENKEN_KILL_ROUNDS", &given);
        return given ? wanted : usual;
    }
    /// Starts the program and kills it after a random time. true: it had ended well before that
    bool runAndKill(const QStringList &arguments);
    /// How long a whole run takes; the moments of death are spread over it and a little more
    void measure(const QStringList &arguments);
    void checkHistory(const Inspection &inspection, InspectionRepository &repository);

    std::unique_ptr<CliCity> m_city;
    QString m_id;
    QRandomGenerator m_random{20261123};
    int m_longest = 0;
    int m_survived = 0;
};

void TestSuddenDeath::init()
{
    m_city = std::make_unique<CliCity>();
    m_id = m_city->start();
    m_survived = 0;
    QVERIFY(!m_id.isEmpty());
}

void TestSuddenDeath::measure(const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_city->run(arguments).code, 0);
    m_longest = static_cast<int>(timer.elapsed()) * 5 / 4 + 1;
}

bool TestSuddenDeath::runAndKill(const QStringList &arguments)
{
    QProcess program;
    program.setWorkingDirectory(m_city->folder.path());
    program.start(builtPath("bin/tenken-cli"), arguments);
    if (!program.waitForFinished(m_random.bounded(1, m_longest))) {
        program.kill();
        program.waitForFinished();
    }
    const bool isDone = program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
    m_survived += isDone ? 1 : 0;
    return isDone;
}

void TestSuddenDeath::checkHistory(const Inspection &inspection, InspectionRepository &repository)
{
    QHash<QString, QString> replayed;
    const Result<QList<HistoryEntry>> history = repository.history(inspection.id);
    QVERIFY(history.has_value());
    for (const HistoryEntry &entry : *history) {
        if (entry.field == u"comment") {
            QCOMPARE(entry.before, replayed.value(entry.item));
            replayed.insert(entry.item, entry.after);
        }
    }
    for (auto answer = inspection.answers.constBegin(); answer != inspection.answers.constEnd(); ++answer) {
        QCOMPARE(answer->comment, replayed.value(answer.key()));
    }
    QCOMPARE(inspection.answers.size(), replayed.size());
}

void TestSuddenDeath::fillIsThereWholeOrNotAtAll()
{
    const QList<Item> items = shippedChecklists().latest(QStringLiteral("KC-B"))->items;
    const auto fill = [&](int round) {
        QByteArray csv = "item_id,answer,comment\r\n";
        for (const Item &item : items) {
            csv += item.id.toUtf8() + ",yes,round " + QByteArray::number(round) + "\r\n";
        }
        m_city->save(QStringLiteral("fill.csv"), csv);
        return QStringList{"inspection", "fill", "--store", "desk.db", "--inspection", m_id, "--from", "fill.csv"};
    };
    measure(fill(0));
    QString standing = QStringLiteral("round 0");
    for (int round = 1; round <= rounds(10); ++round) {
        const bool isDone = runAndKill(fill(round));
        const auto store = Store::open(m_city->path(QStringLiteral("desk.db")), m_city->clock);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(toCode(store.error().code)));
        QVERIFY((*store)->check()->isIntact);
        InspectionRepository repository(**store);
        const Inspection inspection = repository.load(QUuid::fromString(m_id)).value();
        const QString found = inspection.answers.constBegin()->comment;
        const QString now = QStringLiteral("round %1").arg(round);
        QVERIFY2(found == now || (!isDone && found == standing), qPrintable(found));
        for (const Answer &answer : inspection.answers) {
            QCOMPARE(answer.comment, found);
        }
        QCOMPARE(inspection.answers.size(), items.size());
        checkHistory(inspection, repository);
        standing = found;
    }
    qInfo("%d of %d fills were acknowledged before they were killed", m_survived, rounds(10));
}

void TestSuddenDeath::singleAnswersAreThere()
{
    const QString item = QStringLiteral("B-6.1-01");
    const auto answer = [&](int round) {
        return QStringList{"inspection", "answer", "--store", "desk.db",   "--inspection",
                           m_id,         item,     "yes",     "--comment", QString::number(round)};
    };
    measure(answer(0));
    int standing = 0;
    for (int round = 1; round <= rounds(10); ++round) {
        const bool isDone = runAndKill(answer(round));
        const auto store = Store::open(m_city->path(QStringLiteral("desk.db")), m_city->clock);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(toCode(store.error().code)));
        QVERIFY((*store)->check()->isIntact);
        InspectionRepository repository(**store);
        const Inspection inspection = repository.load(QUuid::fromString(m_id)).value();
        const int found = inspection.answers.value(item).comment.toInt();
        QVERIFY2(found == round || (!isDone && found == standing), qPrintable(QString::number(found)));
        checkHistory(inspection, repository);
        standing = found;
    }
    qInfo("%d of %d answers were acknowledged before they were killed", m_survived, rounds(10));
}

QTEST_GUILESS_MAIN(TestSuddenDeath)
#include "tst_sudden_death.moc"
