#pragma once

#include "signing/pdf/pdf_revisions.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace tenken {

/// One key and the bytes of its new value; empty bytes leave the key out
struct KeyChange {
    QByteArray key;
    QByteArray value;
};

/// A dictionary's bytes with some keys set; everything else stays byte for byte as it is.
QByteArray withKeys(const PdfValue &dictionary, const QList<KeyChange> &changes);

/// A value's bytes with every reference replaced; numbers knows them all.
QByteArray renumbered(const PdfValue &value, const QMap<int, int> &numbers);

/// The body of a stream object: dictionary and data
QByteArray streamBody(const QByteArray &dictionary, QByteArrayView data);

} // namespace tenken
