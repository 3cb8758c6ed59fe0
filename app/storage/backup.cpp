#include "storage/backup.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptBackups = 7;
constexpr qint64 secondsOfADay = 86400;

/// As written on the wall clock: two of them carry the same offset. Invalid when it is none.
QDateTime timeOf(const QString &stamp)
{
    const QDate date = QDate::fromString(stamp.left(8), u"yyyyMMdd"_s);
    const QTime time = QTime::fromString(stamp.mid(9), u"HHmmss"_s);
    return time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime(); // Qt takes no time for midnight
}

QDateTime timeOfBackup(const QString &fileName) { return timeOf(QFileInfo(fileName).completeBaseName().right(15)); }

/// Without those that a wrong clock dates later: none of them is the backup of today, or keeps it from being made
QStringList backupsUntil(const QDateTime &now, const QString &databasePath)
{
    QStringList paths = dailyBackupsOf(databasePath);
    paths.removeIf([&](const QString &path) { return timeOfBackup(path) > now; });
    return paths;
}

/// Nothing is replaced
Status move(const QString &from, const QString &to)
{
    const auto placed = putInPlace(from, to);
    if (!placed || !*placed) {
        return placed ? fail(ErrorCode::AlreadyExists, to) : fail(placed);
    }
    return {};
}

// A connection in WAL mode holds a shared lock for as long as it lives: leaving WAL needs to be alone, and folds
// the log into the file. A broken file has nobody working on it; one that is not ours is not replaced.
Status claim(const QString &path, const DatabaseFormat &format)
{
    OpenOptions options;
    options.mode = OpenOptions::Mode::MustExist;
    options.busyTimeoutMs = 200;
    const auto present = Database::open(path, format, options);
    if (!present) {
        const ErrorCode code = present.error().code;
        if (code == ErrorCode::StoreCorrupt) {
            return {};
        }
        return code == ErrorCode::StoreLocked ? fail(ErrorCode::StoreBusy, path) : fail(present);
    }
    const auto mode = (*present)->value(u"PRAGMA journal_mode = DELETE"_s);
    return mode && mode->toString() == "delete"_L1 ? Status() : fail(ErrorCode::StoreBusy, path);
}

// A log without its database goes too: SQLite would play it into the one that is put here.
const QStringList databaseSuffixes{u""_s, u"-wal"_s};

/// What is there of a database, as a whole or not at all
Status moveDatabase(const QString &from, const QString &to)
{
    QStringList present = databaseSuffixes;
    present.removeIf([&](const QString &suffix) { return !QFile::exists(from + suffix); });
    for (const QString &suffix : std::as_const(present)) {
        if (QFile::exists(to + suffix)) {
            return fail(ErrorCode::AlreadyExists, to + suffix);
        }
    }
    for (qsizetype i = 0; i < present.size(); ++i) {
        const Status moved = move(from + present.at(i), to + present.at(i));
        if (!moved) {
            for (qsizetype back = 0; back < i; ++back) {
                static_cast<void>(move(to + present.at(back), from + present.at(back)));
            }
            return moved;
        }
    }
    return {};
}

/// The new one takes the place of the database, which is kept as aside; it goes back there when that fails.
Status replaceDatabase(const QString &part, const QString &path, const QString &aside)
{
    if (const Status moved = moveDatabase(path, aside); !moved) {
        return moved;
    }
    QFile::remove(path + u"-shm"_s);
    const Status placed = move(part, path);
    if (!placed) {
        static_cast<void>(moveDatabase(aside, path));
    }
    return placed;
}

Status copyPrivately(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(source.exists() ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound, from, source.errorString());
    }
    if (const Status created = createPrivateFile(to); !created) {
        return created;
    }
    QFile copy(to);
    bool written = copy.open(QIODevice::WriteOnly | QIODevice::ExistingOnly);
    constexpr qint64 chunk = 1 << 20;
    while (written && !source.atEnd()) {
        const QByteArray bytes = source.read(chunk);
        written = copy.write(bytes) == bytes.size();
    }
    written = written && copy.flush();
    return written ? Status() : fail(ErrorCode::DiskFull, to, copy.errorString());
}

Status checkBackup(const QString &backup, const DatabaseFormat &format)
{
    DatabaseFormat whole = format;
    whole.isCheckedWholly = true;
    OpenOptions options;
    options.mode = OpenOptions::Mode::MustExist;
    const auto opened = Database::open(backup, whole, options);
    if (!opened) {
        return fail(opened);
    }
    const auto version = (*opened)->version();
    if (!version) {
        return fail(version);
    }
    if (*version == 0) {
        return fail(ErrorCode::StoreCorrupt, backup, u"empty"_s);
    }
    const auto problems = (*opened)->problems();
    if (!problems) {
        return fail(problems);
    }
    return problems->isEmpty() ? Status() : fail(ErrorCode::StoreCorrupt, backup, problems->first());
}

} // namespace

QString fileTimeOf(const QDateTime &time) { return time.toString(u"yyyyMMdd'T'HHmmss"_s); }

Status backupTo(Database &database, const QString &target)
{
    if (QFile::exists(target)) {
        return fail(ErrorCode::AlreadyExists, target);
    }
    if (!QDir().mkpath(QFileInfo(target).absolutePath())) {
        return fail(ErrorCode::StoreUnwritable, target);
    }
    const QString part = QFileInfo(target).absoluteFilePath() + u".part"_s;
    QFile::remove(part); // left by a run that was killed
    if (const Status created = createPrivateFile(part); !created) {
        return created;
    }
    if (const Status copied = database.execute(u"VACUUM INTO ?"_s, {part}); !copied) {
        QFile::remove(part);
        return fail(copied.error().code, target, copied.error().detail);
    }
    const Status flushed = flushToDisk(part);
    return flushed ? move(part, target) : flushed;
}

QStringList dailyBackupsOf(const QString &databasePath)
{
    const QFileInfo file(databasePath);
    const QDir folder(file.absolutePath() + u"/backups"_s);
    QStringList paths;
    const QString pattern = file.completeBaseName() + u"-????????T??????.db"_s;
    const QStringList names = folder.entryList({pattern}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (timeOfBackup(name).isValid()) { // else somebody else's file, which is neither counted nor removed
            paths.append(folder.filePath(name));
        }
    }
    return paths;
}

Status keepDailyBackup(Database &database, const Clock &clock)
{
    const QFileInfo file(database.path());
    const QDateTime now = timeOf(fileTimeOf(clock.now()));
    const QStringList present = backupsUntil(now, database.path());
    if (!present.isEmpty() && timeOfBackup(present.first()).secsTo(now) < secondsOfADay) {
        return {};
    }
    const QString target =
        u"%1/backups/%2-%3.db"_s.arg(file.absolutePath(), file.completeBaseName(), fileTimeOf(clock.now()));
    if (const Status saved = backupTo(database, target); !saved) {
        return saved;
    }
    for (const QString &old : backupsUntil(now, database.path()).mid(keptBackups)) {
        QFile::remove(old);
    }
    return {};
}

Result<QString> restoreBackup(const QString &backup, const QString &target, const DatabaseFormat &format,
                              const Clock &clock)
{
    const QString path = QFileInfo(target).absoluteFilePath();
    const QString part = path + u".restoring"_s;
    QFile::remove(part); // left by a run that was killed
    Status step = copyPrivately(backup, part);
    if (step) {
        // The copy is checked, not the backup: SQLite may change a file by opening it.
        step = checkBackup(part, format);
    }
    if (!step) {
        QFile::remove(part);
        return fail(step.error().code, backup, step.error().detail);
    }
    step = flushToDisk(part);
    if (step && QFile::exists(path)) {
        step = claim(path, format);
    }
    const QString aside = u"%1.replaced-%2"_s.arg(path, fileTimeOf(clock.now()));
    if (step) {
        step = replaceDatabase(part, path, aside);
    }
    if (!step) {
        QFile::remove(part);
        return fail(step);
    }
    return QFile::exists(aside) ? aside : QString();
}

} // namespace tenken
