#include "exchange/overlay_reader.h"

#include "exchange/checklist_fixture.h"
#include "exchange/checklist_reader.h"
#include "exchange/policy_reader.h"

#include <QtTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

QJsonObject overlay()
{
    const QJsonObject change{{u"id"_s, u"B-1"_s},
                             {u"question"_s, u"本市では決めていますか。"_s},
                             {u"weight"_s, 3},
                             {u"localCriteriaRef"_s, u"対策基準 3.2"_s},
                             {u"criteria"_s, QJsonObject{{u"PARTIAL"_s, u"8 割"_s}}}};
    return {{u"format"_s, u"tenken.overlay/1"_s},
            {u"checklist"_s, u"T-B"_s},
            {u"edition"_s, u"2026.1"_s},
            {u"changes"_s, QJsonArray{change}},
            {u"items"_s, QJsonArray{fixture::item(u"L-1"_s)}}};
}

Reading<Overlay> read(const QByteArray &bytes)
{
    const Policy policy = *readPolicy(fixture::pretty(fixture::policy()), {}).value;
    const Checklist base = *readChecklist(fixture::pretty(fixture::checklist()), {}, policy).value;
    return readOverlay(bytes, u"overlay.json"_s, policy, base);
}

} // namespace

class TestOverlayReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overlayIsRead();
    void brokenOverlayIsRefused_data();
    void brokenOverlayIsRefused();
};

void TestOverlayReader::overlayIsRead()
{
    const Reading<Overlay> overlayRead = read(fixture::pretty(overlay()));
    QVERIFY2(overlayRead, qPrintable(fixture::described(overlayRead.problems)));
    const Overlay::Change &change = overlayRead.value->changes.at(0);
    QCOMPARE(change.weight, std::optional<int>(3));
    QVERIFY(!change.guidance);
    QCOMPARE(change.criteria.value(AnswerCode::Partial), u"8 割"_s);
    QCOMPARE(overlayRead.value->items.at(0).id, u"L-1"_s);
    QVERIFY(overlayRead.value->items.at(0).overlay);
    QCOMPARE(overlayRead.value->items.at(0).fingerprint.size(), 64);
}

void TestOverlayReader::brokenOverlayIsRefused_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QString &pointer, const QByteArray &text, DiagnosticCode code) {
        QTest::newRow(name) << pointer << text << int(code);
    };
    row("newer", u"/format"_s, "\"tenken.overlay/2\"", DiagnosticCode::NewerFormat);
    row("other checklist", u"/checklist"_s, "\"T-C\"", DiagnosticCode::BadReference);
    row("other edition", u"/edition"_s, "\"2025.1\"", DiagnosticCode::BadReference);
    row("unknown item", u"/changes/0/id"_s, "\"B-77\"", DiagnosticCode::BadReference);
    row("weight", u"/changes/0/weight"_s, "4", DiagnosticCode::WrongValue);
    row("null is no change", u"/changes/0/question"_s, "null", DiagnosticCode::WrongType);
    row("unknown criterion", u"/changes/0/criteria"_s, "{\"NA\":\"x\"}", DiagnosticCode::UnknownKey);
    row("id of the shipped checklist", u"/items/0"_s, QJsonDocument(fixture::item(u"B-2"_s)).toJson(),
        DiagnosticCode::DuplicateId);
    row("item without text", u"/items/0/remediation"_s, "\"\"", DiagnosticCode::EmptyText);
}

void TestOverlayReader::brokenOverlayIsRefused()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, text);
    const fixture::Broken broken = fixture::withText(overlay(), pointer, text);
    const Reading<Overlay> overlayRead = read(broken.bytes);
    QVERIFY(!overlayRead);
    QTEST(int(overlayRead.problems.at(0).code), "code");
    QVERIFY(overlayRead.problems.at(0).line >= broken.at.line);
    QVERIFY(overlayRead.problems.at(0).path.startsWith(pointer));
}

QTEST_GUILESS_MAIN(TestOverlayReader)
#include "tst_overlay_reader.moc"
