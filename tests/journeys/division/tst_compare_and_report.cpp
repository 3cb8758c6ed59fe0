#include "core/fraction.h"
#include "counted_by_hand.h"
#include "gui/comparison/comparison_page.h"
#include "gui/comparison/matrix_view.h"
#include "gui/reading_walk.h"
#include "gui/shell/appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QXmlStreamReader>

using namespace tenken;
using support::find;

namespace {

constexpr int departments = 24;
const QList<int> years{2024, 2025, 2026};

/// A CSV as Tenken writes it, cells without line breaks
QList<QStringList> readCsv(const QString &file)
{
    QFile csv(file);
    QList<QStringList> rows;
    if (csv.open(QIODevice::ReadOnly)) {
        const QString text = QString::fromUtf8(csv.readAll()).remove(QChar(0xFEFF));
        for (const QString &line : text.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts)) {
            rows << line.split(u',');
        }
    }
    return rows;
}

QByteArray unpacked(const QString &xlsx, const char *part)
{
    QProcess zip;
    zip.start(
        QStringLiteral("python3"),
        {QStringLiteral("-c"),
         QStringLiteral("import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"),
         xlsx, QLatin1String(part)});
    return zip.waitForFinished(60000) ? zip.readAllStandardOutput() : QByteArray();
}

QStringList sharedTexts(const QByteArray &xml)
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"t") {
            texts << reader.readElementText();
        }
    }
    return texts;
}

/// The first sheet's cells by place, A1 …
QHash<QString, QString> readXlsx(const QString &file)
{
    const QStringList texts = sharedTexts(unpacked(file, "xl/sharedStrings.xml"));
    QHash<QString, QString> cells;
    QXmlStreamReader reader(unpacked(file, "xl/worksheets/sheet1.xml"));
    QString place;
    bool isShared = false;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (reader.name() == u"c") {
            place = reader.attributes().value(QStringLiteral("r")).toString();
            isShared = reader.attributes().value(QStringLiteral("t")) == u"s";
        } else if (reader.name() == u"v") {
            const QString value = reader.readElementText();
            cells.insert(place, isShared ? texts.value(value.toInt()) : value);
        }
    }
    return cells;
}

QString placeOf(qsizetype row, qsizetype column)
{
    QString letters;
    for (qsizetype number = column + 1; number > 0; number = (number - 1) / 26) {
        letters.prepend(QChar(u'A' + static_cast<char16_t>((number - 1) % 26)));
    }
    return letters + QString::number(row + 1);
}

} // namespace

/// J5 and J7: the auditor compares, the committee reads. Every number on the page, in the exports and in the report is
/// counted again from the submissions' own JSON.
class TestCompareAndReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void departmentsSideBySide();
    void yearsSideBySide();
    void selfBesideAudit();
    void committeeReadsTheSameNumbers();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool tabTo(const char *name);
    bool compare(CompareBy by);
    bool exportBoth(const QString &base);
    void checkYearRow(const QStringList &row, const QHash<QString, QJsonObject> &older,
                      const QHash<QString, QJsonObject> &newer);
    QString committeeText();

    std::unique_ptr<support::Workplace> m_place;
    std::unique_ptr<support::FilledRegistry> m_filled;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    ComparisonPage *m_page = nullptr;
};

void TestCompareAndReport::init()
{
    m_place = std::make_unique<support::Workplace>();
    QVERIFY(m_place->open());
    m_filled = std::make_unique<support::FilledRegistry>(m_place->desk->checklists());
    QVERIFY(support::fillRegistry(*m_place, *m_filled, departments, years));
    m_appearance = std::make_unique<Appearance>(*qApp, *m_place->settings);
    m_window = std::make_unique<MainWindow>(m_place->context());
    addReadingPages(*m_window, m_place->context());
    m_window->resize(1280, 720);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestCompareAndReport::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_filled.reset();
    m_place.reset();
}

void TestCompareAndReport::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : m_window.get(), static_cast<Qt::Key>(key), modifiers);
}

bool TestCompareAndReport::tabTo(const char *name)
{
    for (int i = 0; i < 60; ++i) {
        const QWidget *now = QApplication::focusWidget();
        if (now && now->objectName() == QLatin1String(name)) {
            return true;
        }
        press(Qt::Key_Tab);
    }
    return false;
}

/// With the keyboard alone: Tab to the choice, arrows to the comparison
bool TestCompareAndReport::compare(CompareBy by)
{
    m_window->showPage(QStringLiteral("comparison"));
    m_page = static_cast<ComparisonPage *>(find(m_window.get(), "comparisonPage"));
    const auto isIdle = [this] { return m_page->session().comparison() && !m_page->session().isBusy(); };
    if (!QTest::qWaitFor(isIdle, 60000) || !tabTo("comparisonBy")) {
        return false;
    }
    press(Qt::Key_Home);
    for (int i = 0; i < static_cast<int>(by); ++i) {
        press(Qt::Key_Down);
    }
    return QTest::qWaitFor([&] { return isIdle() && m_page->session().comparison()->by == by; }, 60000);
}

bool TestCompareAndReport::exportBoth(const QString &base)
{
    QSignalSpy written(&m_page->session(), &ComparisonSession::written);
    for (const char *button : {"exportCsv", "exportXlsx"}) {
        if (!tabTo(button)) {
            return false;
        }
        press(Qt::Key_Return);
        if (!written.wait(60000)) {
            return false;
        }
    }
    return QFile::exists(m_place->path(base + QStringLiteral(".csv")))
        && QFile::exists(m_place->path(base + QStringLiteral(".xlsx")));
}

void TestCompareAndReport::departmentsSideBySide()
{
    QVERIFY(compare(CompareBy::Department));
    const QString base = QStringLiteral("KC-B_department");
    QVERIFY(exportBoth(base));
    const QList<QStringList> csv = readCsv(m_place->path(base + QStringLiteral(".csv")));
    const QHash<QString, QString> xlsx = readXlsx(m_place->path(base + QStringLiteral(".xlsx")));
    const QList<QJsonObject> written = m_filled->submissions(2026).mid(0, departments);
    ComparisonMatrixModel &matrix = m_page->session().matrix();
    QCOMPARE(csv.size(), m_page->session().comparison()->comparison.rows.size() + 1);
    for (qsizetype row = 1; row < csv.size(); ++row) {
        const int line = matrix.lineOf(static_cast<int>(row) - 1);
        QSet<QString> different;
        for (int column = 0; column < departments; ++column) {
            const QString code = by_hand::answersOf(written.at(column)).value(csv.at(row).first());
            const MatrixCell cell = matrix.cellAt(line, column);
            QCOMPARE(cell.answer ? toCode(*cell.answer) : QString(), code);
            QCOMPARE(csv.at(row).at(3 + column), code);
            QCOMPARE(xlsx.value(placeOf(row, 3 + column)), code);
            different << code;
        }
        different.remove(QString());
        QCOMPARE(csv.at(row).last(), different.size() > 1 ? QStringLiteral("1") : QStringLiteral("0"));
    }
    const auto clauses = by_hand::itemsOf(QStringLiteral("2026.1"));
    for (int line = 0; line < matrix.rowCount(); ++line) {
        for (int column = 0; matrix.isClause(line) && column < departments; ++column) {
            const QString key = matrix.clauseAt(line).key;
            const auto counted = by_hand::shareOf(
                {written.at(column)}, [&](const QString &item) { return clauses[item][u"clause"].toString() == key; });
            QCOMPARE(matrix.cellAt(line, column).yes, counted.yes);
            QCOMPARE(matrix.cellAt(line, column).n, counted.n);
        }
    }
}

void TestCompareAndReport::checkYearRow(const QStringList &row, const QHash<QString, QJsonObject> &older,
                                        const QHash<QString, QJsonObject> &newer)
{
    const QString item = row.first();
    for (int year = 0; year < years.size(); ++year) {
        const auto counted = by_hand::shareOf(m_filled->submissions(years.at(year)).mid(0, departments),
                                              [&](const QString &other) { return other == item; });
        const bool isThere = !row.at(3 + 2 * year).isEmpty();
        QCOMPARE(isThere ? row.at(3 + 2 * year).toInt() : 0, counted.yes);
        QCOMPARE(isThere ? row.at(4 + 2 * year).toInt() : 0, counted.n);
    }
    const bool comparable = by_hand::isComparable(item, older, newer);
    QCOMPARE(row.at(2) == u"same" || row.at(2) == u"reworded", comparable);
}

void TestCompareAndReport::yearsSideBySide()
{
    QVERIFY(compare(CompareBy::Year));
    const QString base = QStringLiteral("KC-B_year");
    QVERIFY(exportBoth(base));
    const auto older = by_hand::itemsOf(QStringLiteral("2025.1"));
    const auto newer = by_hand::itemsOf(QStringLiteral("2026.1"));
    QVERIFY(!older.isEmpty() && !newer.isEmpty());
    const QList<QStringList> csv = readCsv(m_place->path(base + QStringLiteral(".csv")));
    QVERIFY(csv.size() > 90); // head, and all items that somebody was asked
    for (qsizetype row = 1; row < csv.size(); ++row) {
        checkYearRow(csv.at(row), older, newer);
    }
    const TrendModel &trend = m_page->session().trend();
    QCOMPARE(trend.commonDepartments(), departments);
    for (int year = 0; year < years.size(); ++year) { // the first row is the whole city
        QSet<QString> everywhere = by_hand::itemsOf(QStringLiteral("2026.1")).keys().isEmpty()
            ? QSet<QString>()
            : QSet<QString>(newer.keyBegin(), newer.keyEnd());
        for (const int other : years) {
            QSet<QString> asked;
            for (const QJsonObject &submission : m_filled->submissions(other).mid(0, departments)) {
                const auto answers = by_hand::answersOf(submission);
                asked.unite(QSet<QString>(answers.keyBegin(), answers.keyEnd()));
            }
            everywhere.intersect(asked);
        }
        const auto counted =
            by_hand::shareOf(m_filled->submissions(years.at(year)).mid(0, departments), [&](const QString &item) {
                return everywhere.contains(item) && by_hand::isComparable(item, older, newer);
            });
        QCOMPARE(trend.index(0, TrendModel::FirstYearColumn + year).data().toString(),
                 formatShare(counted.yes, counted.n));
    }
}

void TestCompareAndReport::selfBesideAudit()
{
    QVERIFY(compare(CompareBy::Audit));
    const auto own = by_hand::answersOf(m_filled->submissions(2026).at(1));
    const auto audit = by_hand::answersOf(m_filled->submissions(2026).last());
    QStringList expected;
    for (auto answer = own.constBegin(); answer != own.constEnd(); ++answer) {
        if (audit.value(answer.key()) != *answer) {
            expected << answer.key();
        }
    }
    QVERIFY(!expected.isEmpty());
    QVERIFY(tabTo("auditDiffers"));
    press(Qt::Key_Space);
    QStringList shown;
    for (const ComparisonRow &row : m_page->session().matrix().filtered().rows) {
        shown << row.item;
    }
    QCOMPARE(shown, expected);
    QVERIFY(tabTo("matrix"));
    press(Qt::Key_Down);
    QSignalSpy ready(&m_page->session(), &ComparisonSession::pairReady);
    press(Qt::Key_Return);
    QVERIFY(ready.wait(60000));
    QCOMPARE(ready.first().first().value<AnswerPair>().item, expected.first());
    QVERIFY(tabTo("matrix"));
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(QStringLiteral("\r\n")), 1 + 1 + expected.size());
}

QString TestCompareAndReport::committeeText()
{
    QProcess text;
    text.start(QStringLiteral("pdftotext"),
               {QStringLiteral("-layout"), m_place->path(QStringLiteral("2026-1_committee.pdf")), QStringLiteral("-")});
    return text.waitForFinished(60000) ? QString::fromUtf8(text.readAllStandardOutput()) : QString();
}

void TestCompareAndReport::committeeReadsTheSameNumbers()
{
    QVERIFY(m_place->makeKeys(QStringLiteral("U0012")));
    m_window->showPage(QStringLiteral("reports"));
    QWidget *page = find(m_window.get(), "reportsPage");
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(page, "printReport")->isEnabled(), 60000);
    QVERIFY(tabTo("keyFile"));
    QTest::keyClicks(QApplication::focusWidget(), m_place->path(QStringLiteral("division.p12")));
    QVERIFY(tabTo("passphrase"));
    QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(support::testPassphrase));
    QVERIFY(tabTo("signReport"));
    press(Qt::Key_Return);
    const QString file = m_place->path(QStringLiteral("2026-1_committee.pdf"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 60000);
    const QList<QJsonObject> written = m_filled->submissions(2026).mid(0, departments);
    const auto items = by_hand::itemsOf(QStringLiteral("2026.1"));
    const auto all = by_hand::shareOf(written, [](const QString &) { return true; });
    const auto [flags, ofDepartments] = by_hand::redFlags(written, items);
    QVERIFY(flags > 0);
    const QString text = committeeText();
    const QStringList expected{
        QStringLiteral("%1／%1").arg(departments),        formatPercent(all.yes, all.n).value_or(QString()),
        QStringLiteral("%1／%2").arg(all.yes).arg(all.n), QStringLiteral("%1件").arg(flags),
        QStringLiteral("%1所属").arg(ofDepartments),      QStringLiteral("お決めいただきたいこと")};
    for (const QString &figure : expected) {
        QVERIFY2(text.section(u'\f', 0, 0).contains(figure), qPrintable(figure + text.section(u'\f', 0, 0)));
    }
    QMap<QString, by_hand::Share> clauses;
    for (const QJsonObject &item : items) {
        const QString key = item[u"clause"].toString();
        if (!clauses.contains(key)) {
            clauses.insert(key, by_hand::shareOf(written, [&](const QString &id) {
                               return items[id][u"clause"].toString() == key;
                           }));
        }
    }
    for (const by_hand::Share &share : clauses) {
        const QString figure = formatShare(share.yes, share.n);
        QVERIFY2(text.contains(figure), qPrintable(figure));
    }
}

QTEST_MAIN(TestCompareAndReport)
#include "tst_compare_and_report.moc"
