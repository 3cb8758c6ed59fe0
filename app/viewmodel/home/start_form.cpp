#include "viewmodel/home/start_form.h"

#include "exchange/organisation_reader.h"
#include "workflow/files.h"
#include "workflow/program_data.h"
#include "workflow/start_inspection.h"

namespace tenken {

namespace {

constexpr qint64 largestOrganisation = 8 << 20;

Organisation organisationOf(const QString &file)
{
    const QString path = file.isEmpty() ? ProgramData::folder(QStringLiteral("demo/org.csv")) : file;
    const Result<QByteArray> bytes = readFile(path, largestOrganisation);
    if (!bytes) {
        return {};
    }
    return readOrganisation(*bytes, path).value.value_or(Organisation());
}

} // namespace

StartForm::StartForm(Desk &desk, const QString &organisationFile, QObject *parent)
    : QObject(parent),
      m_desk(desk),
      m_departments(new DepartmentModel(organisationOf(organisationFile), this)),
      m_profile(desk.checklists().policy),
      m_checklist(desk.checklists().idFor(SubjectKind::Section)),
      m_year(thisYear())
{
    askProfile();
}

QList<Checklist> StartForm::checklists() const
{
    QList<Checklist> answerable;
    for (const Checklist &checklist : m_desk.checklists().latestEditions()) {
        if (checklist.subject != SubjectKind::Audit) {
            answerable << checklist;
        }
    }
    return answerable;
}

FiscalYear StartForm::thisYear() const { return FiscalYear::of(m_desk.clock().today()); }

const Checklist *StartForm::checklist() const { return m_desk.checklists().forYear(m_checklist, m_year); }

void StartForm::setChecklist(const QString &id)
{
    if (m_checklist != id) {
        m_checklist = id;
        askProfile();
    }
}

void StartForm::askProfile()
{
    if (const Checklist *chosen = checklist()) {
        m_profile.ask(chosen->subject, m_departmentFlags);
    }
}

void StartForm::chooseDepartment(const QString &code)
{
    const OrganisationUnit *unit = m_departments->find(code);
    if (!unit) {
        return;
    }
    m_department = unit->department;
    m_departmentFlags = unit->flags;
    askProfile();
    Q_EMIT departmentChosen();
}

int StartForm::applicableCount() const
{
    const Checklist *chosen = checklist();
    const QStringList flags = m_profile.flagsTicked();
    return chosen ? static_cast<int>(chosen->applicableItems({flags.begin(), flags.end()}, m_department.body).size())
                  : 0;
}

Result<QUuid> StartForm::start()
{
    StartInspection workflow(m_desk.checklists(), m_desk.repository());
    StartRequest request;
    request.checklist = m_checklist;
    request.year = m_year;
    request.round = m_round;
    request.department = m_department;
    request.flags = m_profile.flagsTicked();
    request.inspector = m_author;
    request.who = m_author.name;
    const Result<Inspection> started = workflow.start(request);
    return started ? Result<QUuid>(started->id) : Result<QUuid>(fail(started));
}

Result<QUuid> StartForm::startDemo(const QString &name)
{
    m_department = {QStringLiteral("DEMO"), name, {}, Body::Mayor};
    m_checklist = m_desk.checklists().idFor(SubjectKind::Section);
    m_departmentFlags = {};
    askProfile();
    return start();
}

} // namespace tenken
