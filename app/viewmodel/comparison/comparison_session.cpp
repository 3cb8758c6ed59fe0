#include "viewmodel/comparison/comparison_session.h"

#include "exchange/comparison_export.h"
#include "exchange/table_text.h"
#include "report/comparison_report.h"
#include "viewmodel/shell/background.h"
#include "wording/date_words.h"
#include "workflow/files.h"
#include "workflow/registry/compare_submissions.h"

namespace tenken {

namespace {

Result<SubmissionList> readSheets(Registry &registry, const ChecklistSet &set, const ComparisonChoice &choice,
                                  TaskProgress &progress)
{
    CompareRequest request;
    request.checklist = choice.checklist;
    request.by = choice.by;
    if (choice.by != CompareBy::Year) {
        request.year = choice.year;
        request.round = choice.round;
    }
    CompareSubmissions reader(set, registry);
    reader.setProgress([&progress](int done) {
        progress.done = done;
        return !progress.isCancelled;
    });
    return reader.sheets(request);
}

QList<Subject> subjectsOf(const SubmissionList &submissions)
{
    QList<Subject> subjects;
    QSet<QString> seen;
    for (const auto &submission : submissions) {
        if (submission->subject.kind != SubjectKind::Audit && !seen.contains(submission->subject.code)) {
            seen.insert(submission->subject.code);
            subjects << submission->subject;
        }
    }
    return subjects;
}

/// A round of the files: those of the round chosen, unless years are compared
SubmissionList ofRound(const SubmissionList &submissions, const ComparisonChoice &choice)
{
    if (choice.by == CompareBy::Year) {
        return submissions;
    }
    SubmissionList kept;
    for (const auto &submission : submissions) {
        if (submission->fiscalYear == choice.year && submission->round == choice.round) {
            kept << submission;
        }
    }
    return kept.isEmpty() ? submissions : kept;
}

Comparison comparisonOf(const ChecklistSet &set, const ComparisonChoice &choice, const SubmissionList &submissions,
                        const Succession &succession)
{
    QStringList named = choice.subjects;
    if (choice.by == CompareBy::City && named.isEmpty()) {
        for (const Subject &subject : subjectsOf(submissions)) {
            named << subject.code;
        }
    }
    if (choice.by == CompareBy::Year) { // a department is meant with those that it continues
        for (const QString &code : choice.subjects) {
            named << succession.membersOf(code);
        }
    }
    return tenken::compare(toCode(choice.by), set.editionsOf(choice.checklist),
                           comparisonColumns(choice.by, submissions, named), succession);
}

Status writeComparison(const Comparison &comparison, const QString &file, const QDateTime &at)
{
    const Result<QByteArray> content = file.endsWith(u".xlsx", Qt::CaseInsensitive)
        ? comparisonXlsx(comparison, at)
        : Result<QByteArray>(comparisonCsv(comparison));
    return content ? writeFile(file, *content) : fail(content);
}

} // namespace

ComparisonSession::ComparisonSession(RegistryWorkspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&m_newest, &NewestRun::busyChanged, this, &ComparisonSession::busyChanged);
    connect(&m_newest, &NewestRun::progressed, this, &ComparisonSession::progressed);
}

void ComparisonSession::clear()
{
    m_newest.drop();
    m_subjects.clear();
    show(nullptr);
}

QString ComparisonSession::readKey() const
{
    const bool isYears = m_choice.by == CompareBy::Year;
    const bool isRevisions = m_choice.by == CompareBy::Revision;
    return QStringLiteral("%1|%2|%3|%4|%5|%6")
        .arg(static_cast<int>(m_choice.source))
        .arg(m_choice.checklist)
        .arg(isYears ? 0 : m_choice.year.startYear())
        .arg(isYears ? 0 : m_choice.round)
        .arg(isRevisions ? 1 : 0)
        .arg(m_workspace.path());
}

void ComparisonSession::forgetRead() { m_readKey.clear(); }

void ComparisonSession::compare(const ComparisonChoice &choice)
{
    m_choice = choice;
    m_newest.begin();
    if (choice.source == ComparisonChoice::Source::Files) {
        takeRead(m_newest.number(), ofRound(takenSubmissions(m_files, choice.checklist), choice));
    } else if (m_readKey == readKey()) {
        compute(m_read);
    } else {
        read();
    }
}

void ComparisonSession::read()
{
    const auto work = [choice = m_choice, progress = m_newest.progress(), &set = m_workspace.desk().checklists()](
                          Registry &registry) { return readSheets(registry, set, choice, *progress); };
    m_workspace.run(this, RegistryWorkspace::Access::Read, work,
                    [this, run = m_newest.number()](const Result<SubmissionList> &read) { takeRead(run, read); });
}

void ComparisonSession::takeRead(int run, const Result<SubmissionList> &submissions)
{
    if (run != m_newest.number()) {
        return;
    }
    if (!submissions) {
        m_newest.end();
        Q_EMIT failed(submissions.error());
        return;
    }
    m_readKey = readKey();
    m_read = *submissions;
    m_subjects = subjectsOf(m_read);
    compute(m_read);
}

void ComparisonSession::compute(const SubmissionList &submissions)
{
    const Desk &desk = m_workspace.desk();
    const auto work = [submissions, choice = m_choice, &set = desk.checklists(), &eras = desk.eras(),
                       succession = Succession(m_workspace.contents().organisation.units)] {
        return shownComparison(choice.by, comparisonOf(set, choice, submissions, succession), set, eras);
    };
    runInBackground(this, work, [this, run = m_newest.number()](const ShownComparisonPtr &shown) {
        if (run == m_newest.number()) {
            m_newest.end();
            show(shown);
        }
    });
}

void ComparisonSession::show(const ShownComparisonPtr &shown)
{
    m_shown = shown;
    m_matrix.show(m_shown);
    m_heatMap.show(m_shown);
    m_trend.show(m_shown);
    Q_EMIT compared();
}

void ComparisonSession::retranslate()
{
    if (m_shown) {
        const Desk &desk = m_workspace.desk();
        show(shownComparison(m_shown->by, m_shown->comparison, desk.checklists(), desk.eras()));
    }
}

void ComparisonSession::addFiles(const QStringList &files)
{
    m_newest.begin();
    const auto work = [files, trust = m_workspace.trustFiles(), now = m_workspace.desk().clock().now(),
                       progress = m_newest.progress()]() -> Result<QList<ComparedFile>> {
        const Result<TrustPolicy> policy = loadTrust(trust);
        if (!policy) {
            return fail(policy);
        }
        return readComparedFiles(files, *policy, now, *progress);
    };
    runInBackground(this, work, [this, run = m_newest.number()](const Result<QList<ComparedFile>> &read) {
        if (run != m_newest.number()) {
            return;
        }
        m_newest.end();
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        m_files << *read;
        Q_EMIT filesRead();
    });
}

void ComparisonSession::clearFiles()
{
    m_files.clear();
    Q_EMIT filesRead();
}

void ComparisonSession::askPair(int row, int left, int right)
{
    const AnswerPair pair = pairOf(*m_shown, row, left, right);
    const auto single = [this](int column) {
        return column < 0 || m_shown->isSum(column) ? nullptr
                                                    : m_shown->comparison.columns.at(column).submissions.first().get();
    };
    const Submission *const sheets[] = {single(left), single(right)};
    const int run = ++m_pairRun;
    if (m_choice.source == ComparisonChoice::Source::Files) {
        finishPair(run, pair, sheets[0], sheets[1]);
        return;
    }
    QList<QUuid> wanted;
    for (const Submission *sheet : sheets) {
        if (sheet) {
            wanted << sheet->id;
        }
    }
    m_workspace.run(
        this, RegistryWorkspace::Access::Read, [wanted](Registry &registry) { return readWhole(registry, wanted); },
        [this, run, pair, wanted, hasLeft = sheets[0] != nullptr](const Result<QList<Submission>> &whole) {
            if (!whole) {
                Q_EMIT failed(whole.error());
                return;
            }
            const bool hasRight = wanted.size() > (hasLeft ? 1 : 0);
            finishPair(run, pair, hasLeft ? &whole->first() : nullptr, hasRight ? &whole->last() : nullptr);
        });
}

void ComparisonSession::finishPair(int run, AnswerPair pair, const Submission *left, const Submission *right)
{
    if (run == m_pairRun) {
        complete(pair, left, right);
        Q_EMIT pairReady(pair);
    }
}

CopiedTable ComparisonSession::copied(const QList<QStringList> &rows) { return {tableAsTsv(rows), tableAsHtml(rows)}; }

void ComparisonSession::exportTo(const QString &file)
{
    const auto work = [comparison = m_matrix.filtered(), file, now = m_workspace.desk().clock().now()] {
        return writeComparison(comparison, file, now);
    };
    runInBackground(this, work, [this, file](const Status &done) {
        if (done) {
            Q_EMIT written(file);
        } else {
            Q_EMIT failed(done.error());
        }
    });
}

void ComparisonSession::layOut()
{
    Desk &desk = m_workspace.desk();
    const Result<const FontBook *> book = desk.fonts();
    if (!book) {
        Q_EMIT failed(book.error());
        return;
    }
    ComparisonReportInput input;
    input.by = m_shown->by;
    input.comparison = m_matrix.filtered();
    input.editions = desk.checklists().editionsOf(input.comparison.checklist);
    input.policy = desk.checklists().policy;
    input.eras = desk.eras();
    input.at = desk.clock().now();
    if (m_shown->by != CompareBy::Year) {
        input.scope = wording::DateWords(desk.eras(), QLocale::Japanese)
                          .round(m_choice.year, m_choice.round, m_choice.year.lastDay());
    }
    runInBackground(
        this, [input, book = *book] { return comparisonReport(*book, input); },
        [this](const PageLayout &layout) { Q_EMIT printReady(layout); });
}

} // namespace tenken
