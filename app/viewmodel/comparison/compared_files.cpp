#include "viewmodel/comparison/compared_files.h"

#include <algorithm>
#include <tuple>

namespace tenken {

namespace {

auto orderOf(const Submission &submission)
{
    return std::tuple(submission.fiscalYear.startYear(), submission.round, submission.subject.code,
                      static_cast<int>(submission.subject.kind), submission.revision);
}

} // namespace

QList<ComparedFile> readComparedFiles(const QStringList &files, const TrustPolicy &trust, const QDateTime &now,
                                      TaskProgress &progress)
{
    progress.total = static_cast<int>(files.size());
    QList<ComparedFile> read;
    for (const QString &file : files) {
        if (progress.isCancelled) {
            break;
        }
        ComparedFile one{file, {}, {}};
        Result<VerifiedDocument> document = verifyFile(file, trust, now);
        if (document) {
            one.document = *std::move(document);
        } else {
            one.error = document.error();
        }
        read << one;
        ++progress.done;
    }
    return read;
}

SubmissionList takenSubmissions(const QList<ComparedFile> &files, const QString &checklist)
{
    SubmissionList taken;
    for (const ComparedFile &file : files) {
        if (!file.isTaken() || file.document.submission->checklist != checklist) {
            continue;
        }
        const auto isSame = [&](const auto &other) { return orderOf(*other) == orderOf(*file.document.submission); };
        if (std::none_of(taken.begin(), taken.end(), isSame)) {
            taken << std::make_shared<const Submission>(*file.document.submission);
        }
    }
    std::stable_sort(taken.begin(), taken.end(),
                     [](const auto &a, const auto &b) { return orderOf(*a) < orderOf(*b); });
    return taken;
}

QStringList takenChecklists(const QList<ComparedFile> &files)
{
    QStringList ids;
    for (const ComparedFile &file : files) {
        if (file.isTaken() && !ids.contains(file.document.submission->checklist)) {
            ids << file.document.submission->checklist;
        }
    }
    return ids;
}

} // namespace tenken
