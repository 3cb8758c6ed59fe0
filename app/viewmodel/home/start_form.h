#pragma once

#include "viewmodel/home/department_model.h"
#include "viewmodel/inspection/profile_model.h"
#include "viewmodel/shell/desk.h"

namespace tenken {

/// What a person fills in to begin an inspection. A department that the organisation knows brings its profile along.
class StartForm final : public QObject {
    Q_OBJECT

public:
    /// organisationFile empty: the demo city that lies beside the program
    StartForm(Desk &desk, const QString &organisationFile, QObject *parent = nullptr);
    /// Latest editions that a person can answer
    QList<Checklist> checklists() const;
    DepartmentModel &departments() { return *m_departments; }
    ProfileModel &profile() { return m_profile; }
    /// The fiscal year of today
    FiscalYear thisYear() const;

    void setChecklist(const QString &id);
    void setYear(FiscalYear year) { m_year = year; }
    void setRound(int round) { m_round = round; }
    FiscalYear year() const { return m_year; }
    int round() const { return m_round; }
    void setAuthor(const Author &author) { m_author = author; }
    /// A department of the organisation, with its profile; nothing when the code is unknown
    void chooseDepartment(const QString &code);
    /// One that is typed
    const QString &checklistId() const { return m_checklist; }
    void setDepartment(const Department &department) { m_department = department; }
    const Department &department() const { return m_department; }
    /// How many items will be asked
    int applicableCount() const;
    Result<QUuid> start();
    /// A throw-away inspection to try things out
    Result<QUuid> startDemo(const QString &name);

Q_SIGNALS:
    void departmentChosen();

private:
    void askProfile();
    const Checklist *checklist() const;

    Desk &m_desk;
    DepartmentModel *m_departments;
    ProfileModel m_profile;
    QString m_checklist;
    FiscalYear m_year;
    int m_round = 1;
    Author m_author;
    Department m_department;
    QStringList m_departmentFlags;
};

} // namespace tenken
