#include "wording/diagnostic_words.h"

#include "word_checks.h"

using namespace tenken;

class DiagnosticWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasASentence();
    void sentences_data();
    void sentences();
    void located_data();
    void located();
};

void DiagnosticWordsTest::everyCodeHasASentence()
{
    QSet<QString> seen;
    for (const DiagnosticCode code : support::enumValues<DiagnosticCode>()) {
        for (const QStringList &arguments : {QStringList{}, QStringList{"a"}, QStringList{"a", "b", "c"}}) {
            const Diagnostic diagnostic{code, {}, 0, 0, {}, arguments};
            const QString text = wording::sentence(diagnostic);
            QVERIFY2(text.size() > 10 && text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
            QCOMPARE(wording::located(diagnostic), text);
            seen.insert(text);
        }
    }
    QVERIFY(seen.size() >= 2 * support::enumValues<DiagnosticCode>().size());
}

void DiagnosticWordsTest::sentences_data()
{
    QTest::addColumn<DiagnosticCode>("code");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    using enum DiagnosticCode;
    QTest::newRow("reader's tokens are words")
        << Syntax << QStringList{"key }", "end-of-file"}
        << "The file cannot be read from here on: expected a key }, found the end of the file.";
    QTest::newRow("other tokens stay") << Syntax << QStringList{":", "U+003D"}
                                       << "The file cannot be read from here on: expected :, found U+003D.";
    QTest::newRow("types are words") << WrongType << QStringList{"object", "array"}
                                     << "Expected an object { }, found a list.";
    QTest::newRow("kinds are words") << BadReference << QStringList{"audit test", "E-1"}
                                     << "There is no audit test “E-1”. Mend the reference or add what it names.";
    QTest::newRow("a key called like a token is quoted, not translated")
        << MissingKey << QStringList{"text"} << "“text” is missing. Add it.";
    QTest::newRow("the first of two in the file")
        << DuplicateId << QStringList{"B-1", "12"}
        << "“B-1” is used more than once, first in line 12. Each needs an id of its own.";
    QTest::newRow("the first in another file")
        << DuplicateId << QStringList{"KC-B 2026.1", "KC-B.json"}
        << "“KC-B 2026.1” is used already in KC-B.json. Each needs an id of its own.";
    QTest::newRow("twice, nobody knows where")
        << DuplicateId << QStringList{"B-1", "0"} << "“B-1” is used more than once. Each needs an id of its own.";
    QTest::newRow("an older revision") << WrongValue << QStringList{"1", ">2"}
                                       << "“1” cannot be used here. Allowed: more than 2.";
    QTest::newRow("too few items") << Uncovered << QStringList{"KC-61a", "items"}
                                   << "Too few items answer to “KC-61a”. Two items and one audit test are needed.";
    QTest::newRow("too few tests")
        << Uncovered << QStringList{"KC-61a", "tests"}
        << "Too few audit tests answer to “KC-61a”. Two items and one audit test are needed.";
    QTest::newRow("not canonical")
        << Syntax << QStringList{"canonical-json", "other-spelling"}
        << "The file cannot be read from here on: expected canonical JSON (RFC 8785), found another spelling.";
    QTest::newRow("a list of tokens")
        << Syntax << QStringList{", line-end", "text"}
        << "The file cannot be read from here on: expected , the end of the line, found readable text.";
    QTest::newRow("an argument with a placeholder")
        << WrongValue << QStringList{"%2", "1–3"} << "“%2” cannot be used here. Allowed: 1–3.";
}

void DiagnosticWordsTest::sentences()
{
    QFETCH(DiagnosticCode, code);
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    QCOMPARE(wording::sentence(Diagnostic{code, {}, 0, 0, {}, arguments}), expected);
}

void DiagnosticWordsTest::located_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("place");
    QTest::newRow("all") << "checklists/x.json" << 42 << 13 << "/items/3/weight"
                         << "checklists/x.json:42:13 /items/3/weight: ";
    QTest::newRow("no column") << "x.csv" << 7 << 0 << "answer"
                               << "x.csv:7 answer: ";
    QTest::newRow("whole file") << "x.json" << 0 << 0 << ""
                                << "x.json: ";
    QTest::newRow("whole file has no column") << "x.json" << 0 << 5 << ""
                                              << "x.json: ";
    QTest::newRow("path only") << "" << 0 << 0 << "/items"
                               << "/items: ";
    QTest::newRow("hostile path") << "x.json" << 1 << 1 << "/a\n/b"
                                  << "x.json:1:1 /a /b: ";
}

void DiagnosticWordsTest::located()
{
    QFETCH(QString, file);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, path);
    QFETCH(QString, place);
    const Diagnostic diagnostic{DiagnosticCode::MissingKey, file, line, column, path, {"id"}};
    QCOMPARE(wording::located(diagnostic), place + QStringLiteral("“id” is missing. Add it."));
}

QTEST_GUILESS_MAIN(DiagnosticWordsTest)
#include "tst_diagnostic_words.moc"
