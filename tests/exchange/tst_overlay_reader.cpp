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
    return fixture::overlay(change);
}

/// The fixture's checklist beside an audit checklist with the test E-1
ChecklistSet installed()
{
    const Policy policy = *readPolicy(fixture::pretty(fixture::policy()), {}).value;
    Checklist audit;
    audit.id = u"T-E"_s;
    audit.edition = u"2026.1"_s;
    audit.subject = SubjectKind::Audit;
    audit.tests.append(AuditTest());
    audit.tests.first().id = u"E-1"_s;
    return {policy, {*readChecklist(fixture::pretty(fixture::checklist()), {}, policy).value, audit}};
}

Reading<Overlay> read(const QByteArray &bytes) { return readOverlay(bytes, u"overlay.json"_s, installed()); }

/// The fingerprint of B-1 once this change is made
QString fingerprintWith(const QJsonObject &change)
{
    QJsonObject file = overlay();
    file.insert(u"changes"_s, QJsonArray{change});
    const Reading<Overlay> overlayRead = read(fixture::pretty(file));
    ChecklistSet set = installed();
    merge(set, overlayRead.value.value());
    return set.checklists.at(0).find(u"B-1"_s)->fingerprint;
}

} // namespace

class TestOverlayReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overlayIsRead();
    void fingerprintsFollowTheContent();
    void overlaysStandOnEachOther();
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

void TestOverlayReader::fingerprintsFollowTheContent()
{
    const QString id = u"id"_s;
    const QString shipped = installed().checklists.at(0).find(u"B-1"_s)->fingerprint;
    const QString heavier = fingerprintWith({{id, u"B-1"_s}, {u"weight"_s, 3}});
    QCOMPARE(heavier.size(), 64);
    QVERIFY(heavier != shipped);
    QVERIFY(heavier != fingerprintWith({{id, u"B-1"_s}, {u"weight"_s, 1}}));
    // The confidential reference is in no fingerprint: nobody can try out what it might be.
    QCOMPARE(fingerprintWith({{id, u"B-1"_s}, {u"weight"_s, 3}, {u"localCriteriaRef"_s, u"基準 1"_s}}), heavier);
    QCOMPARE(fingerprintWith({{id, u"B-1"_s}, {u"localCriteriaRef"_s, u"基準 1"_s}}), shipped);
}

void TestOverlayReader::overlaysStandOnEachOther()
{
    ChecklistSet set = installed();
    const Reading<Overlay> first = readOverlay(fixture::pretty(overlay()), {}, set);
    QVERIFY(first);
    merge(set, *first.value);
    QJsonObject second = overlay();
    second.insert(u"items"_s, QJsonArray());
    second.insert(u"changes"_s, QJsonArray{QJsonObject{{u"id"_s, u"L-1"_s}, {u"weight"_s, 3}}});
    const Reading<Overlay> read = readOverlay(fixture::pretty(second), {}, set);
    QVERIFY2(read, qPrintable(fixture::described(read.problems)));
    merge(set, *read.value);
    const Item &own = *set.checklists.at(0).find(u"L-1"_s);
    QCOMPARE(own.weight, 3);
    QVERIFY(own.fingerprint != first.value->items.at(0).fingerprint);
    // The same file a second time: its item is there already.
    const Reading<Overlay> again = readOverlay(fixture::pretty(overlay()), {}, set);
    QCOMPARE(int(again.problems.value(0).code), int(DiagnosticCode::DuplicateId));
    QCOMPARE(again.problems.value(0).args.value(1), u"T-B 2026.1"_s);
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
    row("id that was withdrawn", u"/items/0"_s, QJsonDocument(fixture::item(u"B-9"_s)).toJson(),
        DiagnosticCode::DuplicateId);
    row("unknown audit test", u"/items/0/auditTests/0"_s, "\"E-77\"", DiagnosticCode::BadReference);
    row("audit checklist", u"/checklist"_s, "\"T-E\"", DiagnosticCode::BadReference);
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
