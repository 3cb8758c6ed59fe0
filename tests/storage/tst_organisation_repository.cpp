#include "storage/organisation_repository.h"

#include "support/enum_values.h"

#include "result_checks.h"
#include "sample_inspection.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenken;
using namespace Qt::StringLiterals;

namespace {

OrganisationUnit unit(const QString &code, Body body = Body::Mayor)
{
    return {{code, u"課 "_s + code, {}, body}, {}, {}, 0, 0};
}

using Change = std::function<void(Organisation &)>;

QList<std::pair<const char *, Change>> changes()
{
    return {
        {"nobody", [](Organisation &o) { o = {}; }},
        {"units alone", [](Organisation &o) { o.systems.clear(); }},
        {"systems alone", [](Organisation &o) { o.units.clear(); }},
        {"another order", [](Organisation &o) { std::reverse(o.units.begin(), o.units.end()); }},
        {"each body",
         [](Organisation &o) {
             for (const Body body : support::enumValues<Body>()) {
                 o.units.append(unit(toCode(body), body));
             }
         }},
        {"a long path",
         [](Organisation &o) {
             o.units.first().department.path = {u"局"_s, u"部"_s, u"室,\"[]"_s};
         }},
        {"flags",
         [](Organisation &o) {
             o.units.last().flags = {u"sns"_s, u"cloud"_s, u"zone_mynumber"_s};
         }},
        {"predecessors that are gone, in their order",
         [](Organisation &o) {
             o.units.first().predecessors = {u"U9"_s, u"U1"_s, u"U5"_s};
         }},
        {"staff",
         [](Organisation &o) {
             o.units.first().regularStaff = 1'000'000;
             o.units.first().fixedTermStaff = 1;
         }},
        {"system of nobody here",
         [](Organisation &o) {
             o.systems.append({u"S9"_s, u"𠮷\n'系統'"_s, u"U7777"_s, {u"cloud"_s}});
         }},
        {"hundreds",
         [](Organisation &o) {
             for (int n = 0; n < 400; ++n) {
                 o.units.append(unit(u"N%1"_s.arg(400 - n)));
                 o.units.last().predecessors = {u"O%1"_s.arg(n), u"P%1"_s.arg(n)};
             }
         }},
    };
}

Organisation city()
{
    Organisation organisation;
    organisation.units = {unit(u"U2"_s), unit(u"U1"_s, Body::BoardOfEducation)};
    organisation.systems = {{u"S1"_s, u"住民記録"_s, u"U1"_s, {}}};
    return organisation;
}

} // namespace

/// The organisation replaces the one before as a whole, or not at all.
class TestOrganisationRepository : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isReadBack_data();
    void isReadBack();
    void eachTakesThePlaceOfTheOneBefore();
    void refusesACodeTwice_data();
    void refusesACodeTwice();
    void foreignBodyIsNotRead();

private:
    OrganisationRepository repository() { return OrganisationRepository(*m_registry); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Registry> m_registry;
};

void TestOrganisationRepository::init()
{
    m_registry.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = Registry::open(m_folder->filePath(u"r.db"_s), m_clock).value();
}

void TestOrganisationRepository::isReadBack_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const auto &[name, change] : changes()) {
        QTest::newRow(name) << number++;
    }
}

void TestOrganisationRepository::isReadBack()
{
    QFETCH(int, number);
    Organisation organisation = city();
    changes().at(number).second(organisation);
    VERIFY_OK(repository().saveOrganisation(organisation));
    const auto read = repository().organisation();
    VERIFY_OK(read);
    QVERIFY(read->units == organisation.units);
    QVERIFY(read->systems == organisation.systems);
}

void TestOrganisationRepository::eachTakesThePlaceOfTheOneBefore()
{
    for (const auto &[name, change] : changes()) {
        Organisation organisation = city();
        change(organisation);
        VERIFY_OK(repository().saveOrganisation(organisation));
        QVERIFY2(repository().organisation()->units == organisation.units, name);
        QVERIFY2(repository().organisation()->systems == organisation.systems, name);
    }
}

void TestOrganisationRepository::refusesACodeTwice_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("unit") << u"U2"_s;
    QTest::newRow("system") << u"S1"_s;
}

void TestOrganisationRepository::refusesACodeTwice()
{
    QFETCH(QString, code);
    VERIFY_OK(repository().saveOrganisation(city()));
    Organisation twice = city();
    twice.units.first().department.name = u"別の名"_s;
    if (code == u"U2") {
        twice.units.append(unit(code));
    } else {
        twice.systems.append({code, u"別"_s, {}, {}});
    }
    const Status refused = repository().saveOrganisation(twice);
    COMPARE_CODE(refused, ErrorCode::AlreadyExists);
    QCOMPARE(refused.error().subject, code);
    QVERIFY(repository().organisation()->units == city().units);
    QVERIFY(repository().organisation()->systems == city().systems);
}

void TestOrganisationRepository::foreignBodyIsNotRead()
{
    VERIFY_OK(repository().saveOrganisation(city()));
    VERIFY_OK(m_registry->database().execute(u"UPDATE units SET body = '市長部局' WHERE code = 'U1'"_s));
    const auto read = repository().organisation();
    COMPARE_CODE(read, ErrorCode::StoreCorrupt);
    QCOMPARE(read.error().detail, u"市長部局"_s);
}

QTEST_GUILESS_MAIN(TestOrganisationRepository)
#include "tst_organisation_repository.moc"
