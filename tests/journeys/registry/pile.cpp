#include "pile.h"

#include <QtConcurrent>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace tenken::support {

bool Pile::readOrganisation()
{
    const QString path = ProgramData::folder(QStringLiteral("demo/org.csv"));
    const Result<QByteArray> bytes = readFile(path, 8 << 20);
    const Reading<Organisation> all = tenken::readOrganisation(bytes.value_or(QByteArray()), path);
    // twenty sections hand in something that is refused, five nothing at all
    const int sections = m_good + 4 * ofEachKind + 5;
    if (!all || all.value->units.size() < sections - 25) {
        return false;
    }
    organisation.units = all.value->units.mid(0, sections);
    for (int i = 0; organisation.units.size() < sections; ++i) { // the demo city has about three hundred
        OrganisationUnit unit = organisation.units.at(i);
        unit.department.code = QStringLiteral("X%1").arg(i, 4, 10, QLatin1Char('0'));
        unit.predecessors.clear();
        organisation.units << unit;
    }
    return writeFile(organisationFile(), writeOrganisation(organisation)).has_value();
}

bool Pile::writeRound() const
{
    const Checklist &checklist = *shippedChecklists().forYear(QStringLiteral("KC-B"), FiscalYear(2026));
    Round round;
    round.fiscalYear = FiscalYear(2026);
    round.title = QStringLiteral("令和8年度 情報セキュリティ自己点検");
    round.policy = shippedChecklists().policy.id;
    round.due = QDate(2026, 12, 4);
    round.checklists = {{checklist.id, checklist.edition, checklist.fingerprint}};
    for (const OrganisationUnit &unit : organisation.units) {
        const Department &department = unit.department;
        round.expected << Round::Expected{
            checklist.id, {SubjectKind::Section, department.code, department.name}, department.code, department.name};
    }
    return writeFile(roundFile(), tenken::writeRound(round)).has_value();
}

Pile::Work Pile::workFor(int unit, int year)
{
    Work work;
    work.unit = organisation.units.at(unit);
    work.unit.flags = {QStringLiteral("zone_lgwan")}; // few items: the pile is to be made quickly
    work.year = year;
    const QString code = work.unit.department.code;
    work.inspector = city.signer(code, Role::Inspector);
    work.approver = city.signer(code, Role::Approver);
    return work;
}

Inspection Pile::inspectionOf(const Work &work) const
{
    const Checklist &checklist = *shippedChecklists().forYear(QStringLiteral("KC-B"), FiscalYear(work.year));
    const Department &department = work.unit.department;
    return DemoAnswers(1, work.unit)
        .inspectionFor(checklist, shippedChecklists().policy.fingerprint, FiscalYear(work.year),
                       {SubjectKind::Section, department.code, department.name});
}

void Pile::produce(Work &work) const
{
    const Inspection inspection = inspectionOf(work);
    const QString code = work.unit.department.code;
    if (work.isDraft) {
        work.signedOnly = city.draft(inspection);
        return;
    }
    work.signedOnly = city.exporter().exportSigned(inspection, city.act(*work.inspector, Role::Inspector, code))->pdf;
    work.approved = ApproveSubmission(city.trust, sharedPress().eras, sharedPress().book)
                        .approve(work.signedOnly, code, city.act(*work.approver, Role::Approver))
                        .value();
}

bool Pile::put(const QString &name, const QByteArray &content)
{
    return writeFile(folder() + u'/' + name, content).has_value();
}

bool Pile::putBad(const QString &name, const QByteArray &content, const QString &kind)
{
    bad.insert(name, kind);
    return put(name, content);
}

/// One byte of what was signed is another
QByteArray Pile::altered(QByteArray pdf)
{
    const qsizetype stream = pdf.indexOf("stream", pdf.size() / 4);
    const qsizetype at = stream + 40;
    pdf[at] = static_cast<char>(pdf.at(at) ^ 0x20);
    return pdf;
}

/// No permission; for root, who may read everything, a file whose reading fails; on Windows one that another program
/// has open for itself alone
bool Pile::putUnreadable(const QString &name)
{
    if (!putBad(name, "%PDF-1.7", QStringLiteral("unreadable"))) {
        return false;
    }
    const QString path = folder() + u'/' + name;
#ifdef Q_OS_WIN
    const HANDLE alone = CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ, 0, nullptr,
                                     OPEN_EXISTING, 0, nullptr);
    m_held.emplace_back(alone, &CloseHandle);
    return alone != INVALID_HANDLE_VALUE;
#else
    QFile file(path);
    file.setPermissions({});
    if (!file.open(QIODevice::ReadOnly)) {
        return true;
    }
    file.close();
    return QFile::remove(path) && QFile::link(QStringLiteral("/proc/self/mem"), path);
#endif
}

bool Pile::putGood(const QList<Work> &works)
{
    bool done = true;
    for (int i = 0; i < m_good; ++i) {
        const QString code = works.at(i).unit.department.code;
        goodFiles << QStringLiteral("2026-1_%1_KC-B_r1.pdf").arg(code);
        done = done && put(goodFiles.last(), works.at(i).approved);
    }
    for (int i = 0; i < ofEachKind; ++i) { // sorted behind the good ones
        duplicates << QStringLiteral("再送_%1.pdf").arg(i);
        done = done && put(duplicates.last(), works.at(i).approved)
            && putBad(QStringLiteral("承認前_%1.pdf").arg(i), works.at(i + ofEachKind).signedOnly,
                      QStringLiteral("rollback"));
    }
    return done;
}

bool Pile::putBadWork(const QList<Work> &works)
{
    bool done = true;
    for (int i = 0; i < ofEachKind; ++i) {
        const auto name = [&](const Work &work) {
            return QStringLiteral("%1-1_%2_KC-B_r1.pdf").arg(work.year).arg(work.unit.department.code);
        };
        const Work &first = works.at(m_good + i);
        const Work &second = works.at(m_good + ofEachKind + i);
        const Work &third = works.at(m_good + 2 * ofEachKind + i);
        const Work &fourth = works.at(m_good + 3 * ofEachKind + i);
        done = done && putBad(name(first), altered(first.approved), QStringLiteral("altered"))
            && putBad(name(second), second.signedOnly, QStringLiteral("unsigned"))
            && putBad(name(third), third.signedOnly, QStringLiteral("approval-missing"))
            && putBad(name(fourth), fourth.approved, QStringLiteral("wrong-round"))
            && putBad(QStringLiteral("請求書_%1.pdf").arg(i), foreignPdf(), QStringLiteral("foreign"));
    }
    for (int i = 0; i < 3; ++i) {
        done = done && putBad(QStringLiteral("空_%1.pdf").arg(i), {}, QStringLiteral("zero"));
    }
    for (int i = 0; i < 2; ++i) {
        done = done && putUnreadable(QStringLiteral("権限なし_%1.pdf").arg(i));
    }
    return done;
}

bool Pile::make()
{
    if (!QDir().mkpath(folder()) || !readOrganisation() || !writeRound()) {
        return false;
    }
    QList<Work> works;
    for (int i = 0; i < m_good + 4 * ofEachKind; ++i) {
        const int kind = i < m_good ? -1 : (i - m_good) / ofEachKind;
        works << workFor(i, kind == 3 ? 2025 : 2026);
        works.last().isDraft = kind == 1;
    }
    shippedChecklists();
    sharedPress(); // once, before the threads
    QtConcurrent::blockingMap(works, [this](Work &work) { produce(work); });
    return putGood(works) && putBadWork(works);
}

} // namespace tenken::support
