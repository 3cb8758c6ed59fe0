#include "exchange/checklist_folder.h"

#include "exchange/checklist/checklist_file.h"
#include "exchange/checklist/policy_file.h"
#include "exchange/json_parser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVersionNumber>

#include <algorithm>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 200;
constexpr qsizetype mostFiles = 200;

/// Reads one byte more than is allowed, so that the parser can tell what is too large
std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(JsonLimits{}.bytes + 1);
}

Diagnostic unreadable(const QString &path) { return {DiagnosticCode::MissingKey, path, 0, 0, {}, {path}}; }

class Folder {
public:
    explicit Folder(const QString &path) : m_dir(path) { }
    Reading<ChecklistSet> read();

private:
    bool readPolicyMap();
    void readChecklists();
    void checkReferences();
    void checkIdentities();
    void compareRevisions(qsizetype place);
    template <class Element> void compareRevisions(qsizetype place, QList<Element> Checklist::*list);
    void checkCoverage(const ChecklistSet &set);

    const QDir m_dir;
    PolicyFile m_policy;
    QList<ChecklistFile> m_files;
    QList<Diagnostic> m_problems;
};

bool Folder::readPolicyMap()
{
    const QString path = m_dir.filePath(u"policy.json"_s);
    const std::optional<QByteArray> bytes = contentOf(path);
    if (!bytes) {
        m_problems.append(unreadable(path));
        return false;
    }
    Reading<PolicyFile> read = readPolicyFile(*bytes, path);
    m_problems += read.problems;
    if (read)
        m_policy = std::move(*read.value);
    return bool(read);
}

void Folder::readChecklists()
{
    const QStringList names = m_dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name).mid(0, mostFiles);
    for (const QString &name : names) {
        if (name == u"policy.json")
            continue;
        const QString path = m_dir.filePath(name);
        const std::optional<QByteArray> bytes = contentOf(path);
        if (!bytes) {
            m_problems.append(unreadable(path));
            continue;
        }
        Reading<ChecklistFile> read = readChecklistFile(*bytes, path, m_policy.policy);
        m_problems += read.problems;
        if (read)
            m_files.append(std::move(*read.value));
    }
    std::stable_sort(m_files.begin(), m_files.end(), [](const ChecklistFile &a, const ChecklistFile &b) {
        const QVersionNumber older = QVersionNumber::fromString(a.checklist.edition);
        const QVersionNumber newer = QVersionNumber::fromString(b.checklist.edition);
        return std::tie(a.checklist.id, older) < std::tie(b.checklist.id, newer);
    });
}

void Folder::checkReferences()
{
    QSet<QString> items;
    QSet<QString> tests;
    for (const ChecklistFile &file : std::as_const(m_files)) {
        for (const Item &item : file.checklist.items)
            items.insert(item.id);
        for (const AuditTest &test : file.checklist.tests)
            tests.insert(test.id);
    }
    for (const ChecklistFile &file : std::as_const(m_files)) {
        for (const Diagnostic &reference : file.testReferences) {
            if (!tests.contains(reference.args.value(1)))
                m_problems.append(reference);
        }
        for (const Diagnostic &reference : file.itemReferences) {
            if (!items.contains(reference.args.value(1)))
                m_problems.append(reference);
        }
    }
}

/// Each element beside the newest older edition that has it: an item may be left out of one and come back
template <class Element> void Folder::compareRevisions(qsizetype place, QList<Element> Checklist::*list)
{
    const ChecklistFile &newer = m_files.at(place);
    for (const Element &now : newer.checklist.*list) {
        for (qsizetype i = place - 1; i >= 0 && m_files.at(i).checklist.id == newer.checklist.id; --i) {
            const QList<Element> &before = m_files.at(i).checklist.*list;
            const auto then = std::find_if(before.begin(), before.end(),
                                           [&](const Element &candidate) { return candidate.id == now.id; });
            if (then == before.end())
                continue;
            const bool isOther = then->revision == now.revision && then->fingerprint != now.fingerprint;
            if (isOther || then->revision > now.revision) {
                Diagnostic problem = newer.revisions.value(now.id);
                problem.args = QStringList{QString::number(now.revision), u">%1"_s.arg(then->revision)};
                m_problems.append(problem);
            }
            break;
        }
    }
}

void Folder::compareRevisions(qsizetype place)
{
    compareRevisions(place, &Checklist::items);
    compareRevisions(place, &Checklist::tests);
}

void Folder::checkIdentities()
{
    for (qsizetype i = 1; i < m_files.size(); ++i) {
        const ChecklistFile &older = m_files.at(i - 1);
        const ChecklistFile &newer = m_files.at(i);
        if (older.checklist.id != newer.checklist.id)
            continue;
        if (older.checklist.edition == newer.checklist.edition) {
            Diagnostic problem = newer.identity;
            problem.args = QStringList{newer.checklist.id + u' ' + newer.checklist.edition,
                                       QFileInfo(older.identity.file).fileName()};
            m_problems.append(problem);
        } else {
            compareRevisions(i);
        }
    }
}

void Folder::checkCoverage(const ChecklistSet &set)
{
    const Coverage coverage = coverageOf(set.policy, set.latestEditions());
    for (const Coverage::Row &row : coverage.obligations) {
        if (row.isCovered)
            continue;
        Diagnostic problem = m_policy.obligationPlaces.value(row.key);
        problem.args.append(row.selfItems < 2 ? u"items"_s : u"tests"_s);
        m_problems.append(problem);
    }
}

Reading<ChecklistSet> Folder::read()
{
    if (!readPolicyMap())
        return Reading<ChecklistSet>::failed(m_problems);
    readChecklists();
    const bool isEachReadable = m_problems.isEmpty();
    ChecklistSet set;
    set.policy = m_policy.policy;
    for (const ChecklistFile &file : std::as_const(m_files))
        set.checklists.append(file.checklist);
    if (isEachReadable) {
        checkReferences();
        checkIdentities();
        checkCoverage(set);
    }
    Reading<ChecklistSet> reading;
    if (isEachReadable)
        reading.value = std::move(set);
    reading.problems = m_problems.mid(0, mostProblems);
    return reading;
}

} // namespace

Reading<ChecklistSet> readChecklistFolder(const QString &folder) { return Folder(folder).read(); }

} // namespace tenken
