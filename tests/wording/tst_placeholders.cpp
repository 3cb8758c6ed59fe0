#include "wording/placeholders.h"

#include <QTest>

using namespace tenken;

class PlaceholdersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fills_data();
    void fills();
    void neverCutsACharacter();
    void namesOfOthersStayInTheirLine();
};

void PlaceholdersTest::fills_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    QTest::newRow("in order") << "%1 and %2" << QStringList{"a", "b"} << "a and b";
    QTest::newRow("turned round") << "%2 before %1" << QStringList{"a", "b"} << "b before a";
    QTest::newRow("twice") << "%1%1" << QStringList{"a"} << "aa";
    QTest::newRow("argument holds a placeholder") << "%1 and %2" << QStringList{"%2", "b"} << "%2 and b";
    QTest::newRow("argument missing") << "[%1][%2]" << QStringList{"a"} << "[a][]";
    QTest::newRow("argument too many") << "[%1]" << QStringList{"a", "b"} << "[a]";
    QTest::newRow("percent sign") << "50 % of %1%" << QStringList{"a"} << "50 % of a%";
    QTest::newRow("zero is no placeholder") << "%0" << QStringList{"a"} << "%0";
    QTest::newRow("lines joined") << "“%1”" << QStringList{"a\r\n b\t"} << "“a b”";
    QTest::newRow("empty") << "" << QStringList{"a"} << "";
}

void PlaceholdersTest::fills()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    QCOMPARE(wording::filled(pattern, arguments), expected);
}

void PlaceholdersTest::neverCutsACharacter()
{
    QCOMPARE(wording::shownArgument(QString(200, u'a')), QString(200, u'a'));
    QCOMPARE(wording::shownArgument(QString(201, u'a')), QString(200, u'a') + u'…');
    const QString text = wording::shownArgument(QString(199, u'a') + QStringLiteral("𠮷𠮷"));
    QCOMPARE(text, QString(199, u'a') + u'…');
}

/// A file's name may say anything; our lines and the terminal are ours.
void PlaceholdersTest::namesOfOthersStayInTheirLine()
{
    const QString name = QStringLiteral("a.pdf\n✓ 有効\u001b[2J\u202efdp\u2028.\u0085𠮷 ヴ");
    QCOMPARE(wording::shownName(name), QStringLiteral("a.pdf�✓ 有効�[2J�fdp�.�𠮷 ヴ"));
    QCOMPARE(wording::shownLines(QStringLiteral("a\n\tb\r\u001b")), QStringLiteral("a\n\tb��"));
    QCOMPARE(wording::shownArgument(name), QStringLiteral("a.pdf ✓ 有効�[2J�fdp . 𠮷 ヴ"));
}

QTEST_GUILESS_MAIN(PlaceholdersTest)
#include "tst_placeholders.moc"
