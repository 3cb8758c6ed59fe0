#include "storage/answer_sheets.h"
#include "storage/inspection_repository.h"
#include "storage/organisation_repository.h"
#include "storage/refusal_log.h"
#include "storage/registry_repository.h"
#include "storage/return_log.h"
#include "storage/round_repository.h"

#include "fixture_content.h"
#include "result_checks.h"

#include <QFile>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

template <class T> std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

/// What a repository can be asked; nothing when it went well
struct Operation {
    const char *name;
    std::function<std::optional<Error>()> run;
};

/// What happens to the database while it is asked
struct Disturbance {
    QString name;
    QString begin;
    QString end;
};

QStringList tablesOf(Database &database)
{
    QStringList tables;
    const QString sql = u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s;
    const Status read = database.forEach(sql, {}, [&](const QSqlQuery &row) {
        tables.append(row.value(0).toString());
        return Status();
    });
    return read ? tables : QStringList();
}

/// Every value of every row
QStringList contentOf(Database &database)
{
    QStringList lines;
    for (const QString &table : tablesOf(database)) {
        const Status read = database.forEach(u"SELECT * FROM "_s + table, {}, [&](const QSqlQuery &row) {
            QString line = table;
            for (int column = 0; column < row.record().count(); ++column) {
                line += u'|' + row.value(column).toString();
            }
            lines.append(line);
            return Status();
        });
        lines.append(read ? QString() : table + u" cannot be read"_s);
    }
    return lines;
}

QList<Disturbance> disturbancesOf(Database &database)
{
    QList<Disturbance> all{
        {u"nothing may be written"_s, u"PRAGMA query_only = ON"_s, u"PRAGMA query_only = OFF"_s},
        {u"in a transaction already"_s, u"BEGIN"_s, u"ROLLBACK"_s},
    };
    for (const QString &table : tablesOf(database)) {
        all.append({u"without "_s + table, u"ALTER TABLE %1 RENAME TO away"_s.arg(table),
                    u"ALTER TABLE away RENAME TO "_s + table});
        for (const QString &verb : {u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s}) {
            all.append(
                {u"%1 of %2 fails"_s.arg(verb, table),
                 u"CREATE TEMP TRIGGER disturbed BEFORE %1 ON main.%2 BEGIN SELECT RAISE(ABORT, 'disturbed'); END"_s
                     .arg(verb, table),
                 u"DROP TRIGGER temp.disturbed"_s});
        }
    }
    return all;
}

const QUuid &localId = sample::inspectionId;
const QUuid draftId = sample::countedUuid(2026, 9, 1, 0);
const QUuid signedId = sample::countedUuid(2026, 9, 3, 0);

std::optional<Error> prepareLocal(const QString &path, const Clock &clock)
{
    const auto store = Store::open(path, clock);
    if (!store) {
        return errorOf(store);
    }
    if (const Status filled = fixture::fill(**store); !filled) { // revision 1 signed, revision 2 with an undone step
        return errorOf(filled);
    }
    InspectionRepository inspections(**store);
    Inspection another = sample::inspection(signedId, sample::countedUuid(2026, 9, 3, 1));
    another.answers.insert(u"B-1"_s, sample::fullAnswer());
    const Status created = inspections.create(another, {});
    const Status isSigned = created ? inspections.setState(signedId, InspectionState::Signed, {}, {}) : created;
    if (!isSigned) {
        return errorOf(isSigned);
    }
    const Status draft = inspections.create(sample::inspection(draftId, sample::countedUuid(2026, 9, 1, 1)), {});
    return draft ? errorOf(inspections.recordAnswer(draftId, u"B-1"_s, sample::fullAnswer(), {}, {})) : errorOf(draft);
}

QList<Operation> localOperations(Store &store)
{
    const auto inspections = std::make_shared<InspectionRepository>(store);
    const auto rounds = std::make_shared<RoundRepository>(store.database());
    const Answer full = sample::fullAnswer();
    const Answer yes = sample::coded(AnswerCode::Yes);
    Inspection another = sample::inspection(sample::countedUuid(2026, 9, 2, 0), sample::countedUuid(2026, 9, 2, 1));
    another.answers.insert(u"B-1"_s, full);
    Round other = fixture::round();
    other.title = u"別の題"_s;
    return {
        {"create", [=] { return errorOf(inspections->create(another, {})); }},
        {"load", [=] { return errorOf(inspections->load(localId)); }},
        {"load a revision", [=] { return errorOf(inspections->load(localId, 1)); }},
        {"list", [=] { return errorOf(inspections->list()); }},
        {"revisions", [=] { return errorOf(inspections->revisions(localId)); }},
        {"find", [=] { return errorOf(inspections->findBySubmission(sample::submissionId)); }},
        {"record", [=] { return errorOf(inspections->recordAnswer(draftId, u"B-1"_s, yes, full, {})); }},
        {"clear", [=] { return errorOf(inspections->recordAnswer(draftId, u"B-1"_s, {}, full, {})); }},
        {"record several",
         [=] {
             return errorOf(inspections->recordAnswers(draftId, {{u"B-1"_s, yes, full}, {u"B-2"_s, yes, {}}}, {}));
         }},
        {"profile", [=] { return errorOf(inspections->setProfile(draftId, {}, {})); }},
        {"date", [=] { return errorOf(inspections->setInspectionDate(draftId, QDate(2026, 12, 1), {})); }},
        {"sign", [=] { return errorOf(inspections->setState(localId, InspectionState::Signed, {}, {})); }},
        {"return", [=] { return errorOf(inspections->setState(draftId, InspectionState::Returned, u"不足"_s, {})); }},
        {"revise", [=] { return errorOf(inspections->startRevision(signedId, {})); }},
        {"delete", [=] { return errorOf(inspections->deleteDraft(draftId, {})); }},
        {"restore", [=] { return errorOf(inspections->restoreInspection(another, {})); }},
        {"restore what is there",
         [=] {
             const auto stored = inspections->load(draftId);
             return stored ? errorOf(inspections->restoreInspection(*stored, {})) : errorOf(stored);
         }},
        {"undo", [=] { return errorOf(inspections->undo(draftId, {})); }},
        {"redo", [=] { return errorOf(inspections->redo(localId, {})); }},
        {"steps", [=] { return errorOf(inspections->undoState(draftId)); }},
        {"history", [=] { return errorOf(inspections->history(draftId)); }},
        {"save a round", [=] { return errorOf(rounds->saveRound(other)); }},
        {"rounds", [=] { return errorOf(rounds->rounds()); }},
        {"find a round", [=] { return errorOf(rounds->findRound(FiscalYear(2026), 1)); }},
        {"check", [&store] { return errorOf(store.check()); }},
    };
}

std::optional<Error> prepareRegistry(const QString &path, const Clock &clock)
{
    const auto registry = Registry::open(path, clock);
    if (!registry) {
        return errorOf(registry);
    }
    if (const Status filled = fixture::fill(**registry); !filled) {
        return errorOf(filled);
    }
    const QUuid first = sample::submissionOf(2026, 1, 1).entry.submission;
    return errorOf(ReturnLog(**registry).record({first, u"不足"_s, u"課"_s, clock.now()}));
}

QList<Operation> registryOperations(Registry &registry)
{
    const auto submissions = std::make_shared<RegistryRepository>(registry);
    const auto organisations = std::make_shared<OrganisationRepository>(registry);
    const auto refusals = std::make_shared<RefusalLog>(registry);
    const auto returns = std::make_shared<ReturnLog>(registry);
    const auto rounds = std::make_shared<RoundRepository>(registry.database());
    const NewSubmission known = sample::submissionOf(2026, 1, 1);
    const QUuid id = known.entry.submission;
    RegisteredDocument approved = known.document;
    approved.sha256 = QString(64, u'9');
    approved.signatures.append(sample::signature(Role::Approver));
    Organisation city = fixture::organisation();
    city.systems = {{u"S1"_s, u"税"_s, u"U0004"_s, {}}};
    Round other = fixture::round();
    other.title = u"別の題"_s;
    const Refusal refusal{u"b.pdf"_s, QString(64, u'b'), Verdict::Altered, {Reason::B2}, {}, {}, {}};
    return {
        {"add", [=] { return errorOf(submissions->addSubmission(sample::submissionOf(2026, 2, 1))); }},
        {"add several", [=] { return errorOf(submissions->addSubmissions(sample::round(2027, 1, 3))); }},
        {"add again", [=] { return errorOf(submissions->addSubmission(known)); }},
        {"upgrade", [=] { return errorOf(submissions->upgradeSignatures(id, approved)); }},
        {"find", [=] { return errorOf(submissions->findBySubmission(id)); }},
        {"find a file", [=] { return errorOf(submissions->submissionOfFile(known.document.sha256)); }},
        {"find a subject",
         [=] { return errorOf(submissions->findBySubject(known.entry.subject, u"KC-B"_s, FiscalYear(2026), 1)); }},
        {"highest revision", [=] { return errorOf(submissions->highestRevision(known.entry.inspection)); }},
        {"held rounds", [=] { return errorOf(submissions->heldRounds()); }},
        {"entries", [=] { return errorOf(submissions->entries()); }},
        {"each", [=] { return errorOf(submissions->forEachSubmission({}, [](const auto &, const auto &) {})); }},
        {"sheets",
         [&registry] { return errorOf(forEachAnswerSheet(registry, {}, [](const auto &) { return true; })); }},
        {"json", [=] { return errorOf(submissions->submissionJson(id)); }},
        {"document", [=] { return errorOf(submissions->document(id)); }},
        {"first import", [=] { return errorOf(submissions->firstImport(id)); }},
        {"save the organisation", [=] { return errorOf(organisations->saveOrganisation(city)); }},
        {"organisation", [=] { return errorOf(organisations->organisation()); }},
        {"refuse", [=] { return errorOf(refusals->record({refusal})); }},
        {"refusals", [=] { return errorOf(refusals->refusals()); }},
        {"return",
         [=] {
             return errorOf(returns->record({id, u"もう一度"_s, {}, sample::moment()}));
         }},
        {"returns", [=] { return errorOf(returns->returns()); }},
        {"save a round", [=] { return errorOf(rounds->saveRound(other)); }},
        {"rounds", [=] { return errorOf(rounds->rounds()); }},
    };
}

} // namespace

/// Whatever fails in the middle of whatever is asked: it is told, and the database holds what it held before.
class TestDisturbed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void localStore() { disturb<Store>(prepareLocal, localOperations); }
    void registry() { disturb<Registry>(prepareRegistry, registryOperations); }

private:
    template <class Place, class Prepare, class Operations> void disturb(Prepare prepare, Operations operationsOf)
    {
        const QTemporaryDir folder;
        const QString prepared = folder.filePath(u"prepared.db"_s);
        const std::optional<Error> problem = prepare(prepared, m_clock);
        QVERIFY2(!problem, qPrintable(problem.value_or(Error()).detail));
        const QString path = folder.filePath(u"disturbed.db"_s);
        const auto open = [&] {
            QFile::remove(path);
            QFile::copy(prepared, path);
            std::unique_ptr<Place> fresh = Place::open(path, m_clock).value();
            static_cast<void>(fresh->database().execute(u"PRAGMA synchronous = OFF"_s)); // nobody pulls the plug here
            m_before = contentOf(fresh->database());
            return fresh;
        };
        std::unique_ptr<Place> place = open();
        QList<Operation> operations = operationsOf(*place);
        QSet<QString> harmless; // operations that nothing could disturb
        for (const Operation &operation : std::as_const(operations)) {
            harmless.insert(QString::fromLatin1(operation.name));
        }
        const QList<Disturbance> disturbances = disturbancesOf(place->database());
        for (const Disturbance &disturbance : disturbances) {
            int failures = 0;
            for (qsizetype i = 0; i < operations.size(); ++i) {
                const QString what = disturbance.name + u": "_s + QLatin1String(operations.at(i).name);
                const std::optional<Error> error = runDisturbed(place->database(), disturbance, operations.at(i), what);
                if (error) {
                    ++failures;
                    harmless.remove(QString::fromLatin1(operations.at(i).name));
                    continue;
                }
                if (m_isChanged) { // it went well: from the start again
                    operations.clear();
                    place.reset();
                    place = open();
                    operations = operationsOf(*place);
                }
            }
            m_harmless += failures == 0 ? QStringList{disturbance.name} : QStringList();
        }
        QCOMPARE(QStringList(harmless.begin(), harmless.end()).join(u' '), QString());
        for (const QString &name : std::as_const(m_harmless)) { // some tables are never updated, or never lose a row
            QVERIFY2(name.startsWith(u"UPDATE") || name.startsWith(u"DELETE") || name.contains(u"round_anchors"),
                     qPrintable(name));
        }
        m_harmless.clear();
    }

    std::optional<Error> runDisturbed(Database &database, const Disturbance &disturbance, const Operation &operation,
                                      const QString &what)
    {
        [&] { VERIFY_OK(database.execute(u"PRAGMA legacy_alter_table = ON"_s)); }();
        [&] { VERIFY_OK(database.execute(disturbance.begin)); }();
        const std::optional<Error> error = operation.run();
        const Status ended = database.execute(disturbance.end);
        m_isChanged = !ended || contentOf(database) != m_before;
        if (error && m_isChanged) {
            QTest::qFail(qPrintable(what + u" left something behind"_s), __FILE__, __LINE__);
        }
        if (error && (error->code == ErrorCode::StoreCorrupt || error->detail.isEmpty())) {
            QTest::qFail(qPrintable(what + u" said "_s + toCode(error->code)), __FILE__, __LINE__);
        }
        return error;
    }

    FixedClock m_clock{sample::moment()};
    QStringList m_before; ///< content of the database as it was opened
    QStringList m_harmless;
    bool m_isChanged = false;
};

QTEST_GUILESS_MAIN(TestDisturbed)
#include "tst_disturbed.moc"
