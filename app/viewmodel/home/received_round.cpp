#include "viewmodel/home/received_round.h"

#include "exchange/round_file.h"
#include "storage/round_repository.h"
#include "workflow/files.h"

namespace tenken {

namespace {
constexpr qint64 largestRound = 8 << 20;
}

Result<Round> receiveRound(Desk &desk, const QString &file)
{
    const Result<QByteArray> bytes = readFile(file, largestRound);
    if (!bytes) {
        return fail(bytes);
    }
    const Reading<Round> round = readRound(*bytes, file);
    if (!round) {
        return fail(ErrorCode::InvalidContent, file);
    }
    if (const Status saved = RoundRepository(desk.store().database()).saveRound(*round.value); !saved) {
        return fail(saved);
    }
    return *round.value;
}

std::optional<Round> currentRound(Desk &desk)
{
    const Result<QList<Round>> rounds = RoundRepository(desk.store().database()).rounds();
    if (rounds) {
        for (const Round &round : *rounds) {
            if (!round.due.isValid() || round.due >= desk.clock().today()) {
                return round;
            }
        }
    }
    return std::nullopt;
}

} // namespace tenken
