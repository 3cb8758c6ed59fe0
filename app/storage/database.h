#pragma once

#include "core/result.h"
#include "storage/database_file.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace tenken {

/// One numbered file of a database's own sequence, e.g. 0001_create_inspections.sql
struct Migration {
    int version = 0;
    QString name;
    QByteArray sql;
};

/// What a database file must be to be ours. applicationId stands in the file at offset 68.
struct DatabaseFormat {
    quint32 applicationId = 0;
    QList<Migration> migrations; ///< versions 1, 2, 3 …
    bool isCheckedWholly = true; ///< read every page on open; false: schema only, so that size does not matter
    int pageSize = 4096; ///< of a new file
    int cacheKib = 2000;
    int newestVersion() const { return static_cast<int>(migrations.size()); }
};

struct OpenOptions {
    enum class Mode { CreateIfAbsent, MustExist };
    Mode mode = Mode::CreateIfAbsent;
    int busyTimeoutMs = 5000;
    FileSystemProbe fileSystem = fileSystemTypeOf;
};

/// One connection to one SQLite file, used by the thread that opened it. Opening never changes a file that is not
/// ours, newer than the program (StoreForeign, StoreNewer) or broken (StoreCorrupt): it is left as it is.
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const QString &path, const DatabaseFormat &format,
                                                  const OpenOptions &options = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    /// One statement with ? placeholders. A null QString is stored as empty text, an invalid QVariant as NULL.
    /// Calls visit with each row; what fails there ends it. A page that cannot be read is an error, not the last row.
    Status forEach(const QString &sql, const QVariantList &values,
                   const std::function<Status(const QSqlQuery &row)> &visit);
    /// What read makes of each row, a Result of it
    template <class Read>
    auto list(const QString &sql, const QVariantList &values, Read read)
        -> Result<QList<typename std::invoke_result_t<Read, const QSqlQuery &>::value_type>>
    {
        QList<typename std::invoke_result_t<Read, const QSqlQuery &>::value_type> all;
        const Status done = forEach(sql, values, [&](const QSqlQuery &row) -> Status {
            auto one = read(row);
            if (!one) {
                return fail(one);
            }
            all.append(*std::move(one));
            return {};
        });
        if (!done) {
            return fail(done);
        }
        return all;
    }
    Status execute(const QString &sql, const QVariantList &values = {});
    /// The statement once for each row of values, prepared once
    Status executeForEach(const QString &sql, const QList<QVariantList> &rows);
    /// execute; false when a uniqueness constraint refused the row
    Result<bool> insertUnlessDuplicate(const QString &sql, const QVariantList &values);
    /// The first row; empty when there is none
    Result<QVariantList> row(const QString &sql, const QVariantList &values = {});
    /// First column of the first row; invalid when there is no row
    Result<QVariant> value(const QString &sql, const QVariantList &values = {});
    /// user_version
    Result<int> version();
    /// What is wrong, by quick_check or integrity_check and foreign_key_check; empty when nothing is
    Result<QStringList> problems();

private:
    Database(const QString &path, int busyTimeoutMs);
    Status connect(const DatabaseFormat &format);
    Status recognise(const DatabaseFormat &format);
    Status useLog();
    Status quickCheck(bool whole);
    QSqlQuery prepared(const QString &sql);
    struct Kept {
        QSqlQuery query;
        int columns = -1; ///< known once it has run
    };
    Kept &kept(const QString &sql);
    bool run(QSqlQuery &query, const QVariantList &values);

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<QString, Kept> m_kept; ///< prepared once: to prepare costs more than to run
};

/// A transaction that is rolled back unless it was committed
class Transaction {
public:
    enum class Kind { Read, Write };
    static Result<Transaction> begin(Database &database, Kind kind);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Database &database) : m_database(&database) { }
    Database *m_database;
};

/// Runs work() in one transaction; its failure rolls everything back.
template <class Work> auto inTransaction(Database &database, Transaction::Kind kind, Work &&work) -> decltype(work())
{
    auto transaction = Transaction::begin(database, kind);
    if (!transaction) {
        return fail(transaction);
    }
    auto result = work();
    if (!result) {
        return result;
    }
    if (const Status committed = transaction->commit(); !committed) {
        return fail(committed);
    }
    return result;
}

} // namespace tenken
