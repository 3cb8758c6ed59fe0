#pragma once

#include "exchange/organisation_reader.h"
#include "exchange/submission_json.h"
#include "storage/registry_repository.h"
#include "storage/round_repository.h"
#include "workflow/demo/demo_answers.h"
#include "workflow/program_data.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A registry that holds years of demo submissions without a PDF behind them: quick to make, and every submission.json
/// kept, so that a test can count by itself. For tests of viewmodel, gui and whole journeys.
namespace tenken::support {

class FilledRegistry {
public:
    explicit FilledRegistry(const ChecklistSet &set) : m_set(set)
    {
        QFile file(ProgramData::folder(QStringLiteral("demo")) + QStringLiteral("/org.csv"));
        if (file.open(QIODevice::ReadOnly)) {
            const Reading<Organisation> organisation = readOrganisation(file.readAll(), file.fileName());
            m_units = organisation ? organisation.value->units : QList<OrganisationUnit>();
        }
    }

    /// The first departments of the demo city, one round of KC-B for each year; all that submits is approved
    bool fill(Registry &registry, int departments, const QList<int> &years)
    {
        for (const int year : years) {
            Round round;
            round.fiscalYear = FiscalYear(year);
            round.title = QStringLiteral("定期点検");
            round.policy = m_set.policy.id;
            round.due = QDate(year, 8, 31);
            const Checklist &edition = *m_set.forYear(QStringLiteral("KC-B"), round.fiscalYear);
            round.checklists = {{edition.id, edition.edition, edition.fingerprint}};
            QList<NewSubmission> all;
            for (const OrganisationUnit &unit : m_units.mid(0, departments)) {
                const Subject subject{SubjectKind::Section, unit.department.code, unit.department.name};
                round.expected << Round::Expected{edition.id, subject, subject.code, subject.name};
                const Inspection inspection =
                    DemoAnswers(1, unit).inspectionFor(edition, m_set.policy.fingerprint, round.fiscalYear, subject);
                all << entryOf(freeze(inspection, edition, inspection.changedAt));
            }
            if (!add(registry, all) || !RoundRepository(registry.database()).saveRound(round)) {
                return false;
            }
        }
        return true;
    }

    /// The newest submission of a department again, changed, as its next revision
    template <class Change> bool addRevision(Registry &registry, int year, const QString &department, Change change)
    {
        const Checklist &edition = *m_set.forYear(QStringLiteral("KC-B"), FiscalYear(year));
        for (const OrganisationUnit &unit : m_units) {
            if (unit.department.code == department) {
                const Subject subject{SubjectKind::Section, department, unit.department.name};
                Submission next = freeze(
                    DemoAnswers(1, unit).inspectionFor(edition, m_set.policy.fingerprint, FiscalYear(year), subject),
                    edition, QDateTime(QDate(year, 9, 1), QTime(9, 0), Qt::OffsetFromUTC, 32400));
                next.supersedes = next.id;
                next.id = demoUuid(2, department + QString::number(year));
                next.revision = 2;
                change(next);
                return add(registry, {entryOf(next)});
            }
        }
        return false;
    }

    /// What an auditor answered of the same department, each ○ of the items named turned into ×
    bool addAudit(Registry &registry, int year, const QString &department, const QStringList &overstated)
    {
        return addRevision(registry, year, department, [&](Submission &audit) {
            audit.subject = {SubjectKind::Audit, department, audit.subject.name};
            audit.inspection = demoUuid(3, department);
            audit.id = demoUuid(4, department);
            audit.supersedes = QUuid();
            audit.revision = 1;
            for (SubmittedItem &item : audit.items) {
                if (overstated.contains(item.id)) {
                    item.answer = withCode(item.answer, AnswerCode::No);
                    item.answer.comment = QStringLiteral("監査で確かめられなかった。");
                }
            }
        });
    }

    const QList<OrganisationUnit> &units() const { return m_units; }
    /// Every submission.json that went in, as written
    QList<QJsonObject> submissions(int year) const
    {
        QList<QJsonObject> list;
        for (const QJsonObject &one : m_written) {
            if (one[u"round"][u"fiscalYear"].toInt() == year) {
                list << one;
            }
        }
        return list;
    }

private:
    static QString hashOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    static NewSubmission entryOf(const Submission &submission)
    {
        NewSubmission one;
        one.json = writeSubmission(submission);
        RegistryEntry &entry = one.entry;
        entry.submission = submission.id;
        entry.inspection = submission.inspection;
        entry.sha256 = hashOf(one.json);
        entry.checklist = submission.checklist;
        entry.edition = submission.edition;
        entry.subject = submission.subject;
        entry.department = submission.department;
        entry.fiscalYear = submission.fiscalYear;
        entry.round = submission.round;
        entry.revision = submission.revision;
        entry.fileName = fileNameOf(submission);
        one.items = submission.items;
        one.document.approved = true;
        one.document.sha256 = hashOf(one.json + "pdf");
        one.document.source = entry.fileName;
        return one;
    }

    bool add(Registry &registry, const QList<NewSubmission> &all)
    {
        for (const NewSubmission &one : all) {
            m_written << QJsonDocument::fromJson(one.json).object();
        }
        const auto outcomes = RegistryRepository(registry).addSubmissions(all);
        return outcomes && *outcomes == QList<AddOutcome>(all.size(), AddOutcome::Added);
    }

    const ChecklistSet &m_set;
    QList<OrganisationUnit> m_units;
    QList<QJsonObject> m_written;
};

} // namespace tenken::support
