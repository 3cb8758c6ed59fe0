#include "signing/keys/authority_record.h"

#include "signing/keys/replaced_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenken {

namespace {

constexpr qsizetype kMaxRecord = 64 * 1024 * 1024;
const auto kFormat = QStringLiteral("tenken.authority/1");

QJsonObject toJson(const IssuedRecord &record)
{
    return {{QStringLiteral("serial"), record.serial},
            {QStringLiteral("role"), toCode(record.role)},
            {QStringLiteral("department"), record.department},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("notBefore"), toIso(record.notBefore)},
            {QStringLiteral("notAfter"), toIso(record.notAfter)},
            {QStringLiteral("issuedAt"), toIso(record.issuedAt)},
            {QStringLiteral("revokedAt"),
             record.revokedAt.isValid() ? QJsonValue(toIso(record.revokedAt)) : QJsonValue(QJsonValue::Null)}};
}

std::optional<IssuedRecord> recordFromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    IssuedRecord record;
    const auto role = roleFromCode(text("role"));
    record.serial = text("serial");
    record.department = text("department");
    record.name = text("name");
    record.notBefore = fromIso(text("notBefore"));
    record.notAfter = fromIso(text("notAfter"));
    record.issuedAt = fromIso(text("issuedAt"));
    record.revokedAt = fromIso(text("revokedAt"));
    const bool revocationReads = json.value(QStringLiteral("revokedAt")).isNull() || record.revokedAt.isValid();
    if (!role || record.serial.isEmpty() || !record.notBefore.isValid() || !record.notAfter.isValid()
        || !record.issuedAt.isValid() || !revocationReads)
        return {};
    record.role = *role;
    return record;
}

} // namespace

QString AuthorityRecord::fileName() { return QStringLiteral("issued.json"); }

Result<AuthorityRecord> AuthorityRecord::load(const QDir &folder)
{
    const QString path = folder.filePath(fileName());
    const auto content = readAuthorityFile(path, kMaxRecord);
    if (!content)
        return fail(content);
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(*content, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorCode::MalformedJson, path, problem.errorString());
    if (json.value(QStringLiteral("format")) != kFormat)
        return fail(ErrorCode::UnknownFormat, path);
    AuthorityRecord record;
    record.crlNumber = json.value(QStringLiteral("crlNumber")).toInteger(-1);
    if (record.crlNumber < 0 || !json.value(QStringLiteral("certificates")).isArray())
        return fail(ErrorCode::InvalidContent, path);
    const QJsonArray certificates = json.value(QStringLiteral("certificates")).toArray();
    for (const auto &entry : certificates) {
        const auto certificate = recordFromJson(entry.toObject());
        if (!certificate)
            return fail(ErrorCode::InvalidContent, path, QString::number(record.certificates.size()));
        record.certificates.append(*certificate);
    }
    return record;
}

Status AuthorityRecord::save(const QDir &folder) const
{
    QJsonArray list;
    for (const IssuedRecord &record : certificates)
        list.append(toJson(record));
    const QJsonObject json{{QStringLiteral("format"), kFormat},
                           {QStringLiteral("crlNumber"), crlNumber},
                           {QStringLiteral("certificates"), list}};
    return replaceFile(folder.filePath(fileName()), QJsonDocument(json).toJson());
}

Result<QByteArray> readAuthorityFile(const QString &path, qsizetype maximum)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const QByteArray content = file.read(maximum + 1);
    if (content.size() > maximum)
        return fail(ErrorCode::FileTooLarge, path);
    return content;
}

} // namespace tenken
