#include "storage/sql_error.h"

namespace tenken {

namespace {

// SQLite's codes; its header is not needed for anything else here.
constexpr int sqlitePerm = 3;
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteIoError = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteProtocol = 15;
constexpr int sqliteNotADatabase = 26;
constexpr int sqliteConstraintPrimaryKey = 1555;
constexpr int sqliteConstraintUnique = 2067;
constexpr int sqliteIoErrorShortRead = 522;
constexpr int sqliteIoErrorWrite = 778;
constexpr int sqliteIoErrorFsync = 1034;
constexpr int sqliteIoErrorDirFsync = 1290;
constexpr int sqliteIoErrorLock = 3850;
constexpr int sqliteIoErrorShmOpen = 4618;
constexpr int sqliteIoErrorShmSize = 4874;

ErrorCode ioErrorCode(int extended)
{
    switch (extended) {
    case sqliteIoErrorShortRead:
        return ErrorCode::StoreCorrupt;
    case sqliteIoErrorWrite:
    case sqliteIoErrorFsync:
    case sqliteIoErrorDirFsync:
    case sqliteIoErrorShmOpen:
        return ErrorCode::StoreUnwritable;
    case sqliteIoErrorShmSize: // the -shm file cannot grow: "usually because the disk is full"
        return ErrorCode::DiskFull;
    case sqliteIoErrorLock:
        return ErrorCode::StoreLocked;
    default:
        return ErrorCode::StoreFailed;
    }
}

ErrorCode codeOf(int extended)
{
    switch (extended & 0xff) {
    case sqliteBusy:
        return ErrorCode::StoreBusy;
    case sqliteLocked:
    case sqliteProtocol:
        return ErrorCode::StoreLocked;
    case sqlitePerm:
    case sqliteReadOnly:
    case sqliteCannotOpen:
        return ErrorCode::StoreUnwritable;
    case sqliteFull:
        return ErrorCode::DiskFull;
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return ErrorCode::StoreCorrupt;
    case sqliteIoError:
        return ioErrorCode(extended);
    default:
        return ErrorCode::StoreFailed;
    }
}

} // namespace

Error toError(const QSqlError &error, const QString &path)
{
    return {codeOf(error.nativeErrorCode().toInt()), path, error.text()};
}

bool isDuplicate(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    return code == sqliteConstraintPrimaryKey || code == sqliteConstraintUnique;
}

} // namespace tenken
