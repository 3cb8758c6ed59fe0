#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace tenken::test {

/// One to three small changes: bits and bytes changed, taken out, put in, exchanged, the end cut off
QByteArray mutated(QByteArray pdf, QRandomGenerator &random);

/// Where the hex digits of the file's last signature stand: begin and length, padding included
struct ContentsAt {
    qsizetype begin = 0;
    qsizetype digits = 0; ///< of the CMS
    qsizetype room = 0; ///< of the CMS and its padding
};
ContentsAt lastContents(const QByteArray &pdf);
/// pdf with the hex digit at that place increased by step (1 to 15)
QByteArray withNibble(QByteArray pdf, qsizetype at, int step);

} // namespace tenken::test
