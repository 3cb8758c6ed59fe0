#pragma once

#include "signing/keys/authority.h"

#include <QDir>

namespace tenken {

/// issued.json of an authority's folder: certificates in the order of issue, and the number of the last CRL
struct AuthorityRecord {
    qint64 crlNumber = 0;
    QList<IssuedRecord> certificates;

    static QString fileName();
    /// FileNotFound, FileTooLarge, MalformedJson, UnknownFormat, InvalidContent: nothing is guessed or skipped
    static Result<AuthorityRecord> load(const QDir &folder);
    Status save(const QDir &folder) const;
};

Result<QByteArray> readAuthorityFile(const QString &path, qsizetype maximum);

} // namespace tenken
