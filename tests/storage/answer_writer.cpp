// Writes numbered answers without end and prints each number as soon as it is acknowledged, until it is killed.
// Used by tst_sudden_death: answer_writer DATABASE INSPECTION

#include "storage/inspection_repository.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace tenken;

namespace {

constexpr int itemCount = 40;

QString itemOf(int number) { return QStringLiteral("KC-B-%1").arg(number % itemCount, 3, 10, QLatin1Char('0')); }

int newestOf(const Inspection &inspection)
{
    int newest = 0;
    for (const Answer &answer : inspection.answers) {
        newest = std::max(newest, answer.comment.toInt());
    }
    return newest;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const SystemClock clock;
    auto store = arguments.size() == 3 ? Store::open(arguments.at(1), clock) : fail(ErrorCode::Usage);
    if (!store) {
        return 1;
    }
    InspectionRepository inspections(**store);
    const QUuid id = QUuid::fromString(arguments.at(2));
    auto inspection = inspections.load(id);
    if (!inspection) {
        return 2;
    }
    for (int number = newestOf(*inspection) + 1;; ++number) {
        const QString item = itemOf(number);
        Answer value = inspection->answers.value(item);
        value.code = number % 2 == 0 ? AnswerCode::Yes : AnswerCode::No;
        value.comment = QString::number(number);
        const auto stored =
            inspections.recordAnswer(id, item, value, inspection->answers.value(item), QStringLiteral("writer"));
        if (!stored) {
            return 3;
        }
        inspection->answers.insert(item, *stored);
        if (std::printf("%d\n", number) < 0 || std::fflush(stdout) != 0) {
            return 4;
        }
    }
}
