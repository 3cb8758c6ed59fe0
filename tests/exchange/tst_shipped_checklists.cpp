#include "exchange/checklist_folder.h"
#include "exchange/era_reader.h"
#include "support/places.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace tenken;
using namespace tenken::support;
using namespace Qt::StringLiterals;

namespace {

QString described(const QList<Diagnostic> &problems)
{
    QStringList lines;
    for (const Diagnostic &problem : problems) {
        lines.append(u"%1:%2:%3 %4 code %5 [%6]"_s.arg(problem.file)
                         .arg(problem.line)
                         .arg(problem.column)
                         .arg(problem.path)
                         .arg(int(problem.code))
                         .arg(problem.args.join(u" | "_s)));
    }
    return lines.join(u'\n');
}

} // namespace

/// The checklists that Tenken ships with read without one problem.
class TestShippedChecklists : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void folderHasNoProblems();
    void erasAreRead();
};

void TestShippedChecklists::folderHasNoProblems()
{
    const QString root = sourcePath("checklists");
    const QStringList policies = QDir(root).entryList({u"*-[0-9][0-9][0-9][0-9]"_s}, QDir::Dirs);
    QVERIFY(!policies.isEmpty());
    for (const QString &policy : policies) {
        const Reading<ChecklistSet> set = readChecklistFolder(root + u'/' + policy);
        QVERIFY2(set, qPrintable(described(set.problems)));
        QVERIFY(coverageOf(set.value->policy, set.value->latestEditions()).isComplete());
        for (const Checklist &checklist : set.value->checklists)
            QCOMPARE(checklist.fingerprint.size(), 64);
    }
}

void TestShippedChecklists::erasAreRead()
{
    QFile file(sourcePath("resources/eras.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Reading<EraTable> eras = readEras(file.readAll(), file.fileName());
    QVERIFY2(eras, qPrintable(described(eras.problems)));
    QCOMPARE(eras.value->formatDate(QDate(2026, 11, 22)), u"令和8年11月22日"_s);
}

QTEST_GUILESS_MAIN(TestShippedChecklists)
#include "tst_shipped_checklists.moc"
