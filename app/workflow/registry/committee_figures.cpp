#include "workflow/registry/committee_figures.h"

#include "core/comparison/comparison.h"
#include "core/comparison/year_on_year.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace tenken {

namespace {

constexpr qsizetype mostWeaknesses = 5;

/// The wording of the city's own items stays out of what is printed and passed on.
QString publicTitle(const Item &item)
{
    return item.overlay ? QStringLiteral("（庁内限りの追加項目）") : item.title.ja;
}

QString bureauOf(const Department &department)
{
    return department.path.isEmpty() ? department.name : department.path.first();
}

void addCells(QList<Counts> &sums, const QList<Counts> &cells)
{
    sums.resize(cells.size());
    for (qsizetype i = 0; i < cells.size(); ++i) {
        sums[i] += cells.at(i);
    }
}

/// Asked once for each submission, however many parts of the report tell of it
CommitteeCounting::Standing standingOf(const Checklist &edition, const QStringList &keys, const Submission &submission)
{
    const QList<ScoreRow> rows = scoreRows(edition, submission);
    const QMap<QString, Score> scores = scoreByClause(edition, rows);
    CommitteeCounting::Standing standing{{}, static_cast<int>(scoreOf(rows).red.size())};
    for (const QString &key : keys) {
        standing.cells << scores.value(key).counts;
    }
    return standing;
}

CommitteeFigures::Group &groupNamed(QList<CommitteeFigures::Group> &groups, const QString &name)
{
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto &group) { return group.name == name; });
    if (found != groups.end()) {
        return *found;
    }
    groups << CommitteeFigures::Group{name, 0, 0, {}};
    return groups.last();
}

} // namespace

Department subjectAsDepartment(const Submission &submission)
{
    Department subject = submission.department;
    if (submission.subject.code != subject.code) {
        subject.code = submission.subject.code;
        subject.name = submission.subject.name;
    }
    return subject;
}

CommitteeCounting::CommitteeCounting(const ChecklistSet &set, QString checklist, QList<YearOfSubmissions> years,
                                     QList<Department> expected, Succession succession)
    : m_set(set),
      m_checklist(std::move(checklist)),
      m_years(std::move(years)),
      m_expected(std::move(expected)),
      m_succession(std::move(succession))
{
    if (m_expected.isEmpty() && !m_years.isEmpty()) {
        for (const auto &submission : m_years.last().submissions) {
            m_expected << subjectAsDepartment(*submission);
        }
    }
    if (!m_years.isEmpty()) {
        const auto standing = [edition = editionOf(m_years.last()),
                               keys = m_set.policy.clauseKeys()](const std::shared_ptr<const Submission> &submission) {
            return standingOf(*edition, keys, *submission);
        };
        m_standings = QtConcurrent::blockingMapped<QList<Standing>>(m_years.last().submissions, standing);
    }
}

const Checklist *CommitteeCounting::editionOf(const YearOfSubmissions &year) const
{
    return m_set.forYear(m_checklist, year.year);
}

CommitteeFigures CommitteeCounting::figures(int round, const QDateTime &at) const
{
    CommitteeFigures figures = counted(round, at);
    addRedFlags(figures, flagged());
    return figures;
}

CommitteeFigures CommitteeCounting::counted(int round, const QDateTime &at) const
{
    CommitteeFigures figures;
    const YearOfSubmissions &current = m_years.last();
    const Checklist *edition = editionOf(current);
    figures.fiscalYear = current.year;
    figures.round = round;
    figures.checklist = QStringLiteral("%1　%2").arg(edition->id, edition->title.ja);
    figures.edition = edition->edition;
    figures.date = at.date();
    figures.generatedAt = at;
    figures.expected = static_cast<int>(m_expected.size());
    figures.submitted = static_cast<int>(current.submissions.size());
    // the same answers, asked three things that do not wait for each other
    const QFuture<Comparison> trend = QtConcurrent::run([this] { return comparisonOf(m_years.size()); });
    const QFuture<std::optional<YearOnYear>> fate = QtConcurrent::run([this] { return fateOfOpenItems(); });
    countTotals(figures);
    countDepartments(figures);
    countItems(figures, comparisonOf(2));
    listWeaknesses(figures);
    tellTrends(figures, trend.result());
    figures.yearOnYear = fate.result();
    if (figures.yearOnYear) {
        figures.totalBefore = figures.yearOnYear->before;
        figures.totalCommon = figures.yearOnYear->after;
    }
    return figures;
}

SubmissionList CommitteeCounting::flagged() const
{
    const SubmissionList &submissions = m_years.last().submissions;
    SubmissionList flagged;
    for (qsizetype i = 0; i < submissions.size(); ++i) {
        if (m_standings.at(i).red > 0) {
            flagged << submissions.at(i);
        }
    }
    return flagged;
}

Comparison CommitteeCounting::comparisonOf(qsizetype years) const
{
    QList<ComparisonColumn> columns;
    for (const YearOfSubmissions &year : m_years.last(std::min(years, m_years.size()))) {
        columns << ComparisonColumn{QString::number(year.year.startYear()), {}, year.submissions};
    }
    return compare(QStringLiteral("year"), m_set.editionsOf(m_checklist), columns, m_succession);
}

std::optional<YearOnYear> CommitteeCounting::fateOfOpenItems() const
{
    if (m_years.size() < 2) {
        return std::nullopt;
    }
    const YearOfSubmissions &before = m_years.at(m_years.size() - 2);
    const YearOfSubmissions &current = m_years.last();
    return yearOnYear(*editionOf(before), *editionOf(current), before.submissions, current.submissions, m_succession);
}

void CommitteeCounting::countTotals(CommitteeFigures &figures) const
{
    const QStringList keys = m_set.policy.clauseKeys();
    QList<Counts> cells(keys.size());
    for (const Standing &standing : m_standings) {
        addCells(cells, standing.cells);
    }
    for (qsizetype i = 0; i < keys.size(); ++i) {
        figures.clauses << CommitteeFigures::Clause{keys.at(i), m_set.policy.clauses.at(i).title.ja, cells.at(i)};
        figures.total += cells.at(i);
    }
}

void CommitteeCounting::countDepartments(CommitteeFigures &figures) const
{
    const SubmissionList &submissions = m_years.last().submissions;
    QHash<QString, const Standing *> bySubject;
    for (qsizetype i = 0; i < submissions.size(); ++i) {
        bySubject.insert(submissions.at(i)->subject.code, &m_standings.at(i));
    }
    for (const Department &department : m_expected) {
        CommitteeFigures::DepartmentRow row;
        row.code = department.code;
        row.name = department.name;
        row.bureau = bureauOf(department);
        CommitteeFigures::Group &group = groupNamed(figures.bureaus, row.bureau);
        ++group.expected;
        if (const Standing *standing = bySubject.value(department.code)) {
            row.submitted = true;
            ++group.submitted;
            row.cells = standing->cells;
            row.red = standing->red;
            figures.redDepartments += row.red > 0 ? 1 : 0;
        }
        row.cells.resize(figures.clauses.size());
        addCells(group.cells, row.cells);
        figures.departments << row;
    }
}

void CommitteeCounting::countItems(CommitteeFigures &figures, const Comparison &lastYear) const
{
    const Checklist *edition = editionOf(m_years.last());
    QHash<QString, Counts> counts;
    for (const auto &submission : m_years.last().submissions) {
        for (const SubmittedItem &item : submission->items) {
            counts[item.id].add(item.answer.code);
        }
    }
    QHash<QString, Counts> before;
    if (m_years.size() > 1) {
        for (const ComparisonRow &row : lastYear.rows) {
            if (isComparable(row.change)) {
                before.insert(row.item, row.cells.first().counts);
            }
        }
    }
    for (const Item &item : edition->items) {
        CommitteeFigures::ItemRow row{item.id, publicTitle(item), item.clause, counts.value(item.id), std::nullopt};
        if (const auto earlier = before.constFind(item.id); earlier != before.constEnd()) {
            row.before = *earlier;
        }
        figures.items << row;
    }
}

void CommitteeCounting::addRedFlags(CommitteeFigures &figures, const SubmissionList &flagged) const
{
    const Checklist *edition = editionOf(m_years.last());
    for (const auto &submission : flagged) {
        for (const QString &id : scoreOf(scoreRows(*edition, *submission)).red) {
            const Answer &answer = submission->find(id)->answer;
            figures.redFlags << CommitteeFigures::RedFlag{id,
                                                          publicTitle(*edition->find(id)),
                                                          submission->department.name,
                                                          *answer.code,
                                                          answer.plan.interim,
                                                          answer.plan.due,
                                                          answer.plan.owner};
        }
    }
    std::stable_sort(figures.redFlags.begin(), figures.redFlags.end(),
                     [](const auto &a, const auto &b) { return a.due < b.due; });
    proposeDecisions(figures);
}

void CommitteeCounting::listWeaknesses(CommitteeFigures &figures) const
{
    const Checklist *edition = editionOf(m_years.last());
    QHash<QString, QMap<Cause, int>> causes;
    for (const auto &submission : m_years.last().submissions) {
        for (const SubmittedItem &item : submission->items) {
            if (item.answer.cause) {
                ++causes[item.id][*item.answer.cause];
            }
        }
    }
    QList<CommitteeFigures::ItemRow> open = figures.items;
    std::stable_sort(open.begin(), open.end(), [](const auto &a, const auto &b) { return a.counts.no > b.counts.no; });
    for (const CommitteeFigures::ItemRow &row : open.mid(0, mostWeaknesses)) {
        if (row.counts.no == 0) {
            break;
        }
        const Item &item = *edition->find(row.item);
        const QString remedy = item.overlay ? QString() : item.remediation;
        CommitteeFigures::Weakness weakness{row.item, row.title, row.counts, {}, remedy};
        const QMap<Cause, int> counted = causes.value(row.item);
        for (auto cause = counted.constBegin(); cause != counted.constEnd(); ++cause) {
            weakness.causes << std::pair(cause.key(), cause.value());
        }
        std::stable_sort(weakness.causes.begin(), weakness.causes.end(),
                         [](const auto &a, const auto &b) { return a.second > b.second; });
        figures.weaknesses << weakness;
    }
}

void CommitteeCounting::tellTrends(CommitteeFigures &figures, const Comparison &trend) const
{
    for (const YearOfSubmissions &year : m_years) {
        figures.trendYears << year.year;
    }
    for (const ClauseTotal &total : trend.totals) {
        const PolicyClause *clause = m_set.policy.clause(total.clause);
        const QString label = clause ? total.clause + u'　' + clause->title.ja : total.clause;
        figures.trends << CommitteeFigures::Trend{label, total.cells};
    }
    figures.trendItems = trend.commonItems;
    figures.trendDepartments = trend.commonDepartments;
}

void CommitteeCounting::proposeDecisions(CommitteeFigures &figures) const
{
    if (!figures.redFlags.isEmpty()) {
        figures.decisions << QStringLiteral("重要項目の未実施%1件（%2所属）の暫定措置と期限を承認すること。")
                                 .arg(figures.redFlags.size())
                                 .arg(figures.redDepartments);
    }
    if (!figures.weaknesses.isEmpty()) {
        figures.decisions << QStringLiteral("未実施の多い%1項目について、全庁の対策案の実施を指示すること。")
                                 .arg(figures.weaknesses.size());
    }
    if (figures.submitted < figures.expected) {
        figures.decisions
            << QStringLiteral("未提出の%1所属に、提出を指示すること。").arg(figures.expected - figures.submitted);
    }
    figures.decisions << QStringLiteral(
        "「ルールが実態に合わない」とされた項目を、基本方針8の見直しの検討に付すこと。");
}

} // namespace tenken
