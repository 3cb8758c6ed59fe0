#pragma once

#include "core/department.h"
#include "core/diagnostic.h"

#include <QByteArray>

namespace tenken {

/// ORG.csv by header name: 所属コード and 課 are needed; 局 部 機関区分 正規 会計年度 属性 継承元 are used; any other
/// column (PC台数 …) is left alone. 属性 and 継承元 hold codes separated by spaces, 機関区分 a code of Body.
Reading<Organisation> readOrganisation(const QByteArray &bytes, const QString &file);
/// SYSTEMS.csv: システムコード システム名 所管所属コード 属性
Reading<QList<InformationSystem>> readSystems(const QByteArray &bytes, const QString &file);

QByteArray writeOrganisation(const Organisation &organisation);
QByteArray writeSystems(const QList<InformationSystem> &systems);

} // namespace tenken
