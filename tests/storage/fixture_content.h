#pragma once

#include "storage/inspection_repository.h"
#include "storage/organisation_repository.h"
#include "storage/refusal_log.h"
#include "storage/registry_repository.h"
#include "storage/round_repository.h"

#include "sample_inspection.h"
#include "sample_submission.h"

/// What the fixture databases hold: written by make_fixtures, expected by tst_fixtures.
namespace tenken::fixture {

inline const QString answeredItem = QStringLiteral("KC-B-001");
inline const QUuid secondSubmission = sample::countedUuid(2026, 1, 9, 2);

inline Round round()
{
    Round r;
    r.fiscalYear = FiscalYear(2026);
    r.title = QStringLiteral("令和8年度 第1回");
    r.policy = QStringLiteral("kumamoto-2023");
    r.due = QDate(2026, 12, 25);
    r.checklists = {{QStringLiteral("KC-B"), QStringLiteral("2026.1"), QString(64, u'c')}};
    r.expected = {{QStringLiteral("KC-B"),
                   {SubjectKind::Section, QStringLiteral("U0004"), QStringLiteral("総務課")},
                   QStringLiteral("U0004"),
                   QStringLiteral("総務課")}};
    return r;
}

inline Organisation organisation()
{
    Organisation city;
    city.units = {{{QStringLiteral("U0004"), QStringLiteral("総務課"), {QStringLiteral("総務局")}, Body::Mayor},
                   {QStringLiteral("cloud")},
                   {QStringLiteral("U0003")},
                   12,
                   3}};
    return city;
}

/// Revision 1 answered and signed, revision 2 a draft with one step taken back
inline Status fill(Store &store)
{
    InspectionRepository inspections(store);
    const QString who = sample::inspection().inspector.name;
    const QUuid id = sample::inspectionId;
    Status step = inspections.create(sample::inspection(), who);
    if (step) {
        const auto recorded = inspections.recordAnswer(id, answeredItem, sample::fullAnswer(), {}, who);
        step = recorded ? inspections.setState(id, InspectionState::Signed, {}, who) : Status(fail(recorded));
    }
    if (step) {
        const auto revision = inspections.startRevision(id, who, secondSubmission);
        const auto recorded = inspections.recordAnswer(id, answeredItem, {}, sample::fullAnswer(), who);
        const auto undone = inspections.undo(id, who);
        step = !revision ? Status(fail(revision))
            : !recorded  ? Status(fail(recorded))
            : !undone    ? Status(fail(undone))
                         : RoundRepository(store.database()).saveRound(round());
    }
    return step;
}

inline Status fill(Registry &registry)
{
    const auto added = RegistryRepository(registry).addSubmissions(sample::round(2026, 1, 2));
    if (!added) {
        return fail(added);
    }
    if (const Status saved = RoundRepository(registry.database()).saveRound(round()); !saved) {
        return saved;
    }
    if (const Status saved = OrganisationRepository(registry).saveOrganisation(organisation()); !saved) {
        return saved;
    }
    const Refusal refusal{QStringLiteral("a.pdf"), QString(64, u'a'), Verdict::Altered, {Reason::B2}, {}, {}, {}};
    return RefusalLog(registry).record({refusal});
}

} // namespace tenken::fixture
