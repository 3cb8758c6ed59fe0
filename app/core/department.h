#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tenken {

/// Bodies in scope of the basic policy, section 4(1)
enum class Body { Mayor, Assembly, Committee, BoardOfEducation, Enterprise };
inline constexpr QStringView bodyCodes = u"mayor assembly committee boe enterprise";
QString toCode(Body body);
std::optional<Body> bodyFromCode(const QString &code);

/// What one pass through a checklist is about. Codes: person section system city audit.
enum class SubjectKind { Person, Section, System, City, Audit };
QString toCode(SubjectKind kind);
std::optional<SubjectKind> subjectKindFromCode(const QString &code);

struct Subject {
    SubjectKind kind = SubjectKind::Section;
    QString code;
    QString name;
    friend bool operator==(const Subject &, const Subject &) = default;
};

/// 所属. path runs from the outside in (局, 部) without the department's own name.
struct Department {
    QString code;
    QString name;
    QStringList path;
    Body body = Body::Mayor;
    friend bool operator==(const Department &, const Department &) = default;
};

/// One row of the organisation: a department with the profile that its registers suggest, and its history.
struct OrganisationUnit {
    Department department;
    QStringList flags;
    QStringList predecessors; ///< codes of departments that it continues (改称・統合・分割)
    int regularStaff = 0;
    int fixedTermStaff = 0;
    friend bool operator==(const OrganisationUnit &, const OrganisationUnit &) = default;
};

struct InformationSystem {
    QString code;
    QString name;
    QString ownerDepartment; ///< code
    QStringList flags;
    friend bool operator==(const InformationSystem &, const InformationSystem &) = default;
};

/// Organisation in the order of its file
struct Organisation {
    QList<OrganisationUnit> units;
    QList<InformationSystem> systems;
    const OrganisationUnit *find(const QString &code) const;
};

} // namespace tenken
