#include "support/small_city.h"
#include "workflow/press.h"

#include <QDir>
#include <QTest>

using namespace tenken;
using namespace tenken::support;

/// What a city sets for its reports, and that it is printed
class TestReportOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *variable : {"XDG_DATA_HOME", "XDG_DATA_DIRS"})
            qputenv(variable, m_folder->filePath(QLatin1String(variable)).toUtf8());
    }
    void file_data();
    void file();
    void machineComesBeforePerson();
    void isPrinted();

private:
    void save(const QString &place, const QByteArray &content) const
    {
        const QString folder = m_folder->filePath(place + QStringLiteral("/tenken"));
        QDir().mkpath(folder);
        QVERIFY(writeFile(folder + QStringLiteral("/report.ini"), content));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReportOptions::file_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("posts");
    QTest::addColumn<QString>("addressee");
    const QStringList usual = InspectionReportOptions().approvalPosts;
    const QString chief = QStringLiteral("情報政策課長");
    const auto row = [](const char *name, const char *content, const QStringList &posts, const QString &addressee) {
        QTest::newRow(name) << QByteArray(content) << posts << addressee;
    };
    row("nothing", "", usual, chief);
    row("not an INI file", "{\xff", usual, chief);
    row("addressee alone", "addressee=総務部長\n", usual, QStringLiteral("総務部長"));
    row("posts", "approvalPosts=主任, 係長,課長\n", {"主任", "係長", "課長"}, chief);
    row("one post", "approvalPosts=課長\n", {"課長"}, chief);
    row("no boxes", "approvalPosts=\n", {}, chief);
    row("too many, too long", "approvalPosts=1,2,3,4,5,一二三四五六七八九十一二三四,7\n",
        {"1", "2", "3", "4", "5", "一二三四五六七八九十一二"}, chief);
    row("two people", "addressee=甲,乙\n", usual, QStringLiteral("甲、乙"));
    row("gaps and breaks", "addressee=\"  甲 \\n 乙  \"\napprovalPosts=,係長,,\n", {"係長"}, QStringLiteral("甲 乙"));
}

void TestReportOptions::file()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, posts);
    QFETCH(QString, addressee);
    save(QStringLiteral("XDG_DATA_HOME"), content);
    const InspectionReportOptions options = cityReportOptions();
    QCOMPARE(options.approvalPosts, posts);
    QCOMPARE(options.addressee, addressee);
    QCOMPARE(options.handling, InspectionReportOptions().handling);
    QVERIFY(options.documentNumber.isEmpty() && !options.draft && !options.confidential);
}

void TestReportOptions::machineComesBeforePerson()
{
    save(QStringLiteral("XDG_DATA_HOME"), "addressee=甲\n");
    QCOMPARE(cityReportOptions().addressee, QStringLiteral("甲"));
    save(QStringLiteral("XDG_DATA_DIRS"), "addressee=乙\n");
    QCOMPARE(cityReportOptions().addressee, QStringLiteral("乙"));
}

void TestReportOptions::isPrinted()
{
    save(QStringLiteral("XDG_DATA_HOME"),
         "handling=秘\naddressee=危機管理監\nretention=10年\napprovalPosts=主任,情報セキュリティ管理者\n");
    const SmallCity city;
    const Inspection inspection = city.inspection(QStringLiteral("U0004"));
    const auto draft = city.exporter().exportDraft(inspection, city.clock.now());
    QVERIFY(draft.has_value());
    const auto layout = city.exporter().layout(draft->submission, draft->sha256, cityReportOptions());
    QVERIFY(layout.has_value());
    QString first = layout->plainText().first();
    first.remove(u'\n');
    for (const char *words : {"秘", "危機管理監", "10年", "主任", "情報セキュリティ管理者"})
        QVERIFY2(first.contains(QString::fromUtf8(words)), words);
    QVERIFY(!first.contains(QStringLiteral("課長補佐")));
    // the same pages in the file
    QCOMPARE(draft->pdf, city.exporter().exportDraft(inspection, city.clock.now(), cityReportOptions())->pdf);
}

QTEST_MAIN(TestReportOptions)
#include "tst_report_options_linux.moc"
