#pragma once

class QWidget;

namespace tenken {

/// Version, licences and versions of what Tenken is made with
void showAbout(QWidget *parent);

} // namespace tenken
