#include "core/department.h"

#include <algorithm>

namespace tenken {

QString toCode(Body body)
{
    switch (body) {
    case Body::Mayor:
        return QStringLiteral("mayor");
    case Body::Assembly:
        return QStringLiteral("assembly");
    case Body::Committee:
        return QStringLiteral("committee");
    case Body::BoardOfEducation:
        return QStringLiteral("boe");
    case Body::Enterprise:
        return QStringLiteral("enterprise");
    }
    Q_UNREACHABLE();
}

std::optional<Body> bodyFromCode(const QString &code)
{
    for (const Body body : {Body::Mayor, Body::Assembly, Body::Committee, Body::BoardOfEducation, Body::Enterprise}) {
        if (toCode(body) == code) {
            return body;
        }
    }
    return std::nullopt;
}

QString toCode(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Person:
        return QStringLiteral("person");
    case SubjectKind::Section:
        return QStringLiteral("section");
    case SubjectKind::System:
        return QStringLiteral("system");
    case SubjectKind::City:
        return QStringLiteral("city");
    case SubjectKind::Audit:
        return QStringLiteral("audit");
    }
    Q_UNREACHABLE();
}

std::optional<SubjectKind> subjectKindFromCode(const QString &code)
{
    for (const SubjectKind kind :
         {SubjectKind::Person, SubjectKind::Section, SubjectKind::System, SubjectKind::City, SubjectKind::Audit}) {
        if (toCode(kind) == code) {
            return kind;
        }
    }
    return std::nullopt;
}

const OrganisationUnit *Organisation::find(const QString &code) const
{
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&](const OrganisationUnit &unit) { return unit.department.code == code; });
    return found == units.end() ? nullptr : &*found;
}

} // namespace tenken
