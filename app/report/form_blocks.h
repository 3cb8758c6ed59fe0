#pragma once

#include "report/layout/page_composer.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace tenken {

/// 名称 | 内容 pairs as a ruled two-column form. labelWidth in millimetres.
void placeKeyValues(PageComposer &composer, const QList<std::pair<QString, QString>> &rows, qreal labelWidth = 35);

/// 決裁欄: boxes of 20 × 24 mm (6 post, 18 seal), right-aligned, from the lowest post to the highest, with its top at
/// the given y and its right edge inset from the margin. Draws only.
void drawApprovalBoxes(PageComposer &composer, const QStringList &posts, qreal y, qreal inset);
/// Width of that many boxes
qreal approvalBoxesWidth(qsizetype count);

struct SignaturePlace {
    QString field; ///< inspector approver auditor division
    QString label; ///< what stands above: 点検者
};
/// Boxes side by side where the electronic signatures appear, 20 mm high, kept together
void placeSignatures(PageComposer &composer, const QList<SignaturePlace> &places);

/// A framed line that says the one thing to be seen first. alarming = red frame and tint.
void placeVerdict(PageComposer &composer, const QString &label, const QString &verdict, const QString &detail,
                  bool alarming);

/// Large numbers side by side, each with a label above and a line below
struct KeyNumber {
    QString label;
    QString number;
    QString detail;
    bool alarming = false;
};
void placeKeyNumbers(PageComposer &composer, const QList<KeyNumber> &numbers);

/// Numbered lines in a frame
void placeNumbered(PageComposer &composer, const QStringList &lines);

} // namespace tenken
