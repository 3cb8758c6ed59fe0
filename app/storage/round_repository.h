#pragma once

#include "core/round.h"
#include "storage/database.h"

namespace tenken {

/// 点検実施回: of the division's registry, or those whose package was opened in a local store
class RoundRepository {
public:
    explicit RoundRepository(Database &database) : m_database(database) { }
    /// Takes the place of the round with the same year and number
    Status saveRound(const Round &round);
    /// Newest first
    Result<QList<Round>> rounds();
    Result<std::optional<Round>> findRound(FiscalYear year, int number);

private:
    Status insert(const Round &round);
    Result<QList<Round>> select(const QString &condition, const QVariantList &values);
    Status readParts(Round &round);

    Database &m_database;
};

} // namespace tenken
