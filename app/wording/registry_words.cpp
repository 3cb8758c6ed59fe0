#include "wording/registry_words.h"

#include <QCoreApplication>

namespace tenken::wording {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::RegistryWords)
};

} // namespace

QChar symbolOf(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Missing:
        return u'□';
    case SubmissionState::Refused:
        return u'×';
    case SubmissionState::Returned:
        return u'△';
    case SubmissionState::Submitted:
        return u'○';
    case SubmissionState::Approved:
        return u'◎';
    }
    Q_UNREACHABLE();
}

QChar symbolOf(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Imported:
        return u'○';
    case ImportOutcome::AlreadyThere:
        return u'－';
    case ImportOutcome::Refused:
        return u'×';
    }
    Q_UNREACHABLE();
}

QString word(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Missing:
        return Words::tr("missing");
    case SubmissionState::Refused:
        return Words::tr("refused");
    case SubmissionState::Returned:
        return Words::tr("returned");
    case SubmissionState::Submitted:
        return Words::tr("submitted");
    case SubmissionState::Approved:
        return Words::tr("approved");
    }
    Q_UNREACHABLE();
}

QString boardHeading() { return Words::tr("Department, system"); }

QString nextStep(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Missing:
        return Words::tr("Nothing has arrived yet. Send the reminder, or import the PDF once it has come.");
    case SubmissionState::Refused:
        return Words::tr("A file arrived and was refused. Tell the department the reason and ask for a new PDF.");
    case SubmissionState::Returned:
        return Words::tr("It was returned. The department hands in the next revision.");
    case SubmissionState::Submitted:
        return Words::tr("It has arrived. A receipt can be issued.");
    case SubmissionState::Approved:
        return Words::tr("It has arrived with the manager's approval. A receipt can be issued.");
    }
    Q_UNREACHABLE();
}

} // namespace tenken::wording
