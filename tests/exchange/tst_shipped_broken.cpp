#include "exchange/checklist_reader.h"
#include "exchange/policy_reader.h"

#include "checklist_fixture.h"
#include "support/places.h"

#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

/// The checklists that a city really edits, at their real size, each broken in one place that a program chose: the
/// message names that place, and no other first.
class TestShippedBroken : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wrongTypeIsPlaced_data() { files(); }
    void wrongTypeIsPlaced();
    void unknownKeyIsPlaced_data() { files(); }
    void unknownKeyIsPlaced();
    void missingKeyIsNamed_data() { files(); }
    void missingKeyIsNamed();
    void lostCharacterIsPlaced_data() { files(); }
    void lostCharacterIsPlaced();

private:
    void files();
    QStringList somePointers(const QJsonObject &document, QJsonValue::Type type, int count);
    Reading<Checklist> read(const QByteArray &bytes) const { return readChecklist(bytes, u"x.json"_s, m_policy); }
    static QJsonObject load(const QString &name);

    Policy m_policy;
    QRandomGenerator m_random{20261122};
};

QJsonObject TestShippedBroken::load(const QString &name)
{
    QFile file(support::sourcePath("checklists/kumamoto-2023/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TestShippedBroken::initTestCase()
{
    const Reading<Policy> policy = readPolicy(fixture::pretty(load(u"policy.json"_s)), u"policy.json"_s);
    QVERIFY2(policy, qPrintable(fixture::described(policy.problems)));
    m_policy = *policy.value;
}

void TestShippedBroken::files()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"KC-A.json", "KC-B.json", "KC-B-2025.1.json", "KC-C.json", "KC-D.json", "KC-E.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

QStringList TestShippedBroken::somePointers(const QJsonObject &document, QJsonValue::Type type, int count)
{
    QStringList fitting = fixture::pointers(document);
    fitting.removeIf([&](const QString &pointer) {
        return pointer.isEmpty() || pointer == u"/format" || fixture::valueAt(document, pointer).type() != type;
    });
    QStringList chosen;
    while (chosen.size() < count && !fitting.isEmpty())
        chosen << fitting.takeAt(m_random.bounded(fitting.size()));
    return chosen;
}

void TestShippedBroken::wrongTypeIsPlaced()
{
    QFETCH(QString, name);
    const QJsonObject document = load(name);
    QVERIFY(read(fixture::pretty(document)));
    for (const QString &pointer : somePointers(document, QJsonValue::String, 14)) {
        const fixture::Broken broken = fixture::withText(document, pointer, "{\"no\":[7]}");
        const Reading<Checklist> checklist = read(broken.bytes);
        QVERIFY2(!checklist, qPrintable(pointer));
        const Diagnostic &problem = checklist.problems.at(0);
        QVERIFY2(problem.code == DiagnosticCode::WrongType, qPrintable(fixture::described(checklist.problems)));
        QCOMPARE(problem.path, pointer);
        QCOMPARE(problem.line, broken.at.line);
        QCOMPARE(problem.column, broken.at.column);
    }
}

void TestShippedBroken::unknownKeyIsPlaced()
{
    QFETCH(QString, name);
    const QJsonObject document = load(name);
    for (const QString &pointer : somePointers(document, QJsonValue::Object, 8)) {
        const fixture::Broken broken = fixture::withText(document, pointer + u"/zz_unheard_of"_s, "null");
        const Reading<Checklist> checklist = read(broken.bytes);
        QVERIFY2(!checklist, qPrintable(pointer));
        QVERIFY2(checklist.problems.at(0).code == DiagnosticCode::UnknownKey,
                 qPrintable(fixture::described(checklist.problems)));
        QCOMPARE(checklist.problems.at(0).path, pointer + u"/zz_unheard_of"_s);
        QCOMPARE(checklist.problems.at(0).line, broken.at.line);
    }
}

void TestShippedBroken::missingKeyIsNamed()
{
    QFETCH(QString, name);
    const QJsonObject document = load(name);
    const QString list = document.contains(u"items") ? u"/items/"_s : u"/tests/"_s;
    const QJsonArray elements = document.value(list.mid(1, list.size() - 2)).toArray();
    for (const char *key : {"id", "revision", "title", "clause", "obligations", "phase", "evidenceExamples"}) {
        const QString pointer = list + QString::number(m_random.bounded(elements.size())) + u'/' + QLatin1String(key);
        const Reading<Checklist> checklist =
            read(fixture::pretty(fixture::replaced(document, pointer, QJsonValue::Undefined)));
        QVERIFY2(!checklist, qPrintable(pointer));
        QVERIFY2(checklist.problems.at(0).code == DiagnosticCode::MissingKey,
                 qPrintable(fixture::described(checklist.problems)));
        QCOMPARE(checklist.problems.at(0).path, pointer);
    }
}

/// Where a quote, colon or comma of the text's own structure stands in one line: nothing inside a string
QList<qsizetype> structureOf(const QByteArray &line)
{
    QList<qsizetype> places;
    const qsizetype first = line.indexOf(line.trimmed());
    if (line.trimmed().startsWith('"'))
        places << first;
    if (const qsizetype key = line.indexOf("\": "); key > first)
        places << key << key + 1;
    if (line.endsWith(','))
        places << line.size() - 1;
    return places;
}

/// The parser stops on the line of a lost quote or colon; what follows a lost comma stands on the next line.
void TestShippedBroken::lostCharacterIsPlaced()
{
    QFETCH(QString, name);
    const QList<QByteArray> lines = fixture::pretty(load(name)).split('\n');
    for (int i = 0; i < 20; ++i) {
        qsizetype number = 0;
        QList<qsizetype> places;
        while (places.isEmpty()) {
            number = m_random.bounded(lines.size());
            places = structureOf(lines.at(number));
        }
        QList<QByteArray> broken = lines;
        const qsizetype at = places.at(m_random.bounded(places.size()));
        const bool isComma = lines.at(number).at(at) == ',';
        broken[number].remove(at, 1);
        const Reading<Checklist> checklist = read(broken.join('\n'));
        QVERIFY2(!checklist, broken.at(number).constData());
        const Diagnostic &problem = checklist.problems.at(0);
        QCOMPARE(problem.code, DiagnosticCode::Syntax);
        QVERIFY2(problem.line == number + (isComma ? 2 : 1), broken.at(number).constData());
    }
}

QTEST_GUILESS_MAIN(TestShippedBroken)
#include "tst_shipped_broken.moc"
