#include "exchange/checklist_folder.h"
#include "support/places.h"

#include "exchange/checklist_fixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

class Folder {
public:
    Folder()
    {
        write(u"policy.json"_s, fixture::policy());
        write(u"T-B.json"_s, fixture::checklist());
        write(u"T-E.json"_s, fixture::auditChecklist());
    }
    void write(const QString &name, const QJsonValue &document) { writeBytes(name, fixture::pretty(document)); }
    void writeBytes(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
    }
    void remove(const QString &name) { QFile::remove(m_dir.filePath(name)); }
    QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

QJsonObject olderEdition()
{
    QJsonObject older = fixture::checklist();
    older.insert(u"edition"_s, u"2025.1"_s);
    older.insert(u"supersedes"_s, QJsonValue());
    older.insert(u"withdrawn"_s, QJsonArray());
    older.insert(u"items"_s, QJsonArray{fixture::item(u"B-1"_s), fixture::item(u"B-2"_s)});
    return older;
}

} // namespace

class TestChecklistFolder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void validFolderIsRead();
    void editionsStandSideBySide();
    void crossReferencesAreChecked_data();
    void crossReferencesAreChecked();
    void changedItemNeedsNewRevision();
    void itemThatComesBackIsStillTheSame_data();
    void itemThatComesBackIsStillTheSame();
    void changedTestNeedsNewRevision();
    void editionsAreOrderedByNumber();
    void unreadableFileIsNamed();
    void problemsAreCapped();
    void otherFilesAreLeftAlone();
    void sameEditionTwiceIsRefused();
    void uncoveredObligationIsNamed();
    void brokenFileLeavesNoSet();
    void missingFolderIsAProblem();
    void foreignChecklistsAreCarried();
};

void TestChecklistFolder::validFolderIsRead()
{
    const Folder folder;
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY2(set, qPrintable(fixture::described(set.problems)));
    QCOMPARE(set.value->policy.id, u"T-POL"_s);
    QCOMPARE(set.value->checklists.size(), 2);
}

void TestChecklistFolder::editionsStandSideBySide()
{
    Folder folder;
    folder.write(u"T-B-2025.1.json"_s, olderEdition());
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY2(set, qPrintable(fixture::described(set.problems)));
    QCOMPARE(set.value->checklists.at(0).edition, u"2025.1"_s);
    QCOMPARE(set.value->checklists.at(1).edition, u"2026.1"_s);
}

void TestChecklistFolder::crossReferencesAreChecked_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("audit test") << u"T-B.json"_s << u"/items/0/auditTests/0"_s;
    QTest::newRow("related item") << u"T-E.json"_s << u"/tests/0/relatedItems/1"_s;
}

void TestChecklistFolder::crossReferencesAreChecked()
{
    QFETCH(QString, file);
    QFETCH(QString, pointer);
    Folder folder;
    const QJsonObject document = file == u"T-B.json" ? fixture::checklist() : fixture::auditChecklist();
    const fixture::Broken broken = fixture::withText(document, pointer, "\"Z-9\"");
    folder.writeBytes(file, broken.bytes);
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY(!set);
    QVERIFY(set.value.has_value());
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(set.problems.at(0).code, DiagnosticCode::BadReference);
    QCOMPARE(set.problems.at(0).line, broken.at.line);
    QCOMPARE(set.problems.at(0).path, pointer);
    QVERIFY(set.problems.at(0).file.endsWith(file));
}

void TestChecklistFolder::changedItemNeedsNewRevision()
{
    Folder folder;
    const QJsonObject changed =
        fixture::replaced(fixture::checklist(), u"/items/0/criteria/YES"_s, u"別の目安"_s).toObject();
    folder.write(u"T-B.json"_s, changed);
    folder.write(u"T-B-2025.1.json"_s, olderEdition());
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(set.problems.at(0).code, DiagnosticCode::WrongValue);
    QCOMPARE(set.problems.at(0).path, u"/items/0/revision"_s);
    QCOMPARE(set.problems.at(0).line, fixture::withText(changed, u"/items/0/revision"_s, "1").at.line);
    QVERIFY(set.problems.at(0).file.endsWith(u"T-B.json"));
}

/// B-1 is asked in 2024 and 2026, not in between: its id and revision still name one content.
void TestChecklistFolder::itemThatComesBackIsStillTheSame_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("args");
    QTest::newRow("the same") << u"/items/0/guidance/ja"_s << QJsonValue(u"体制表を見ます。"_s) << QStringList();
    QTest::newRow("its local reference") << u"/items/0/localCriteriaRef"_s << QJsonValue(u"基準 3"_s) << QStringList();
    QTest::newRow("other criteria") << u"/items/0/criteria/NO"_s << QJsonValue(u"別"_s) << QStringList{u"1"_s, u">1"_s};
    QTest::newRow("another weight") << u"/items/0/weight"_s << QJsonValue(3) << QStringList{u"1"_s, u">1"_s};
}

void TestChecklistFolder::itemThatComesBackIsStillTheSame()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QFETCH(QStringList, args);
    Folder folder;
    QJsonObject oldest = olderEdition();
    oldest.insert(u"edition"_s, u"2024.1"_s);
    folder.write(u"T-B-2024.1.json"_s, oldest);
    QJsonObject between = olderEdition();
    between.insert(u"items"_s, QJsonArray{fixture::item(u"B-2"_s), fixture::item(u"B-3"_s)});
    folder.write(u"T-B-2025.1.json"_s, between);
    folder.write(u"T-B.json"_s, fixture::replaced(fixture::checklist(), pointer, value));
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QCOMPARE(set.problems.size(), args.isEmpty() ? 0 : 1);
    if (!args.isEmpty()) {
        QCOMPARE(set.problems.at(0).code, DiagnosticCode::WrongValue);
        QCOMPARE(set.problems.at(0).path, u"/items/0/revision"_s);
        QCOMPARE(set.problems.at(0).args, args);
        QVERIFY(set.problems.at(0).file.endsWith(u"T-B.json"));
    }
}

void TestChecklistFolder::changedTestNeedsNewRevision()
{
    Folder folder;
    QJsonObject older = fixture::auditChecklist();
    older.insert(u"edition"_s, u"2025.1"_s);
    folder.write(u"T-E-2025.1.json"_s, older);
    QVERIFY(readChecklistFolder(folder.path()));
    folder.write(u"T-E.json"_s, fixture::replaced(fixture::auditChecklist(), u"/tests/0/sampling"_s, u"半数"_s));
    const Reading<ChecklistSet> changed = readChecklistFolder(folder.path());
    QCOMPARE(changed.problems.size(), 1);
    QCOMPARE(changed.problems.at(0).path, u"/tests/0/revision"_s);
    folder.write(u"T-E-2025.1.json"_s,
                 fixture::replaced(fixture::replaced(older, u"/tests/0/revision"_s, 2), u"/tests/0/history"_s,
                                   fixture::checklist()[u"items"][1][u"history"]));
    const Reading<ChecklistSet> backwards = readChecklistFolder(folder.path());
    QCOMPARE(backwards.problems.size(), 1);
    QCOMPARE(backwards.problems.at(0).args, QStringList({u"1"_s, u">2"_s}));
}

void TestChecklistFolder::editionsAreOrderedByNumber()
{
    Folder folder;
    for (const char *edition : {"2026.10", "2026.9", "2025.100", "2026.2"}) {
        QJsonObject other = fixture::checklist();
        other.insert(u"edition"_s, QString::fromLatin1(edition));
        folder.write(u"T-B-%1.json"_s.arg(QString::fromLatin1(edition)), other);
    }
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY2(set, qPrintable(fixture::described(set.problems)));
    QStringList editions;
    for (const Checklist &checklist : set.value->editionsOf(u"T-B"_s))
        editions << checklist.edition;
    QCOMPARE(editions.join(u' '), u"2025.100 2026.1 2026.2 2026.9 2026.10"_s);
    QCOMPARE(set.value->latest(u"T-B"_s)->edition, u"2026.10"_s);
}

void TestChecklistFolder::unreadableFileIsNamed()
{
    Folder folder;
    folder.writeBytes(u"T-C.json"_s, QByteArray(8 * 1024 * 1024 + 1, ' '));
    Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY(!set.value);
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(set.problems.at(0).code, DiagnosticCode::TooLarge);
    QCOMPARE(set.problems.at(0).args, QStringList{u"8388608"_s});
    QVERIFY(set.problems.at(0).file.endsWith(u"T-C.json"));
    folder.remove(u"T-C.json"_s);
    folder.writeBytes(u"policy.json"_s, QByteArray(8 * 1024 * 1024 + 1, ' '));
    set = readChecklistFolder(folder.path());
    QCOMPARE(set.problems.size(), 1);
    QVERIFY(set.problems.at(0).file.endsWith(u"policy.json"));
}

void TestChecklistFolder::problemsAreCapped()
{
    Folder folder;
    QJsonArray items;
    for (int i = 0; i < 150; ++i)
        items.append(i);
    for (const QString &name : {u"T-B.json"_s, u"T-C.json"_s})
        folder.write(name, fixture::replaced(fixture::checklist(), u"/items"_s, items));
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY(!set.value);
    QCOMPARE(set.problems.size(), 200);
}

void TestChecklistFolder::otherFilesAreLeftAlone()
{
    Folder folder;
    folder.writeBytes(u"README.md"_s, "# not a checklist");
    folder.writeBytes(u"T-B.json.bak"_s, "{");
    QVERIFY(QDir(folder.path()).mkdir(u"sub.json"_s));
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY2(set, qPrintable(fixture::described(set.problems)));
    QCOMPARE(set.value->checklists.size(), 2);
}

void TestChecklistFolder::sameEditionTwiceIsRefused()
{
    Folder folder;
    folder.write(u"copy.json"_s, fixture::checklist());
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(set.problems.at(0).code, DiagnosticCode::DuplicateId);
    QCOMPARE(set.problems.at(0).path, u"/edition"_s);
}

void TestChecklistFolder::uncoveredObligationIsNamed()
{
    Folder folder;
    folder.write(u"T-E.json"_s,
                 fixture::replaced(fixture::auditChecklist(), u"/tests/0/obligations"_s, QJsonArray{u"T-61"_s}));
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(set.problems.at(0).code, DiagnosticCode::Uncovered);
    QCOMPARE(set.problems.at(0).path, u"/obligations/1"_s);
    QCOMPARE(set.problems.at(0).args, (QStringList{u"T-7"_s, u"tests"_s}));
}

void TestChecklistFolder::brokenFileLeavesNoSet()
{
    Folder folder;
    folder.writeBytes(u"T-E.json"_s, "{");
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path());
    QVERIFY(!set.value);
    QCOMPARE(set.problems.size(), 1);
    QCOMPARE(set.problems.at(0).code, DiagnosticCode::Syntax);
    folder.remove(u"policy.json"_s);
    QCOMPARE(readChecklistFolder(folder.path()).problems.at(0).code, DiagnosticCode::MissingKey);
}

void TestChecklistFolder::missingFolderIsAProblem()
{
    const Folder folder;
    const Reading<ChecklistSet> set = readChecklistFolder(folder.path() + u"/nowhere"_s);
    QVERIFY(!set.value);
    QCOMPARE(set.problems.size(), 1);
}

/// A framework in the manner of CISO Assistant's libraries and a school's own list, carried over by hand
void TestChecklistFolder::foreignChecklistsAreCarried()
{
    const Reading<ChecklistSet> set = readChecklistFolder(sourcePath("tests/exchange/data/foreign"));
    QVERIFY2(set, qPrintable(fixture::described(set.problems)));
    const Checklist *framework = set.value->latest(u"CSF-2.0"_s);
    QVERIFY(framework);
    QCOMPARE(framework->applicableItems({}, Body::Mayor), (QStringList{u"GV.OC-01"_s, u"PR.AA-01"_s}));
    QCOMPARE(framework->applicableItems({u"IG3"_s}, Body::Mayor).size(), 4);
    const Checklist *school = set.value->latest(u"SCHOOL"_s);
    QVERIFY(school);
    QVERIFY(school->unknownAllowed);
    QVERIFY(school->applicableItems({}, Body::Mayor).isEmpty());
    QCOMPARE(school->applicableItems({}, Body::BoardOfEducation).size(), 2);
}

QTEST_GUILESS_MAIN(TestChecklistFolder)
#include "tst_checklist_folder.moc"
