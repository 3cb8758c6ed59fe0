#pragma once

#include "core/result.h"
#include "viewmodel/shell/settings.h"

#include <QTranslator>

#include <memory>

class QApplication;

namespace tenken {

class TenkenStyle;

/// How the whole program looks and speaks: font, zoom, palette, language. Follows the settings while it runs.
class Appearance final : public QObject {
    Q_OBJECT

public:
    Appearance(QApplication &application, Settings &settings);

private:
    void applyLanguage();
    void applyColours();
    void applyFont();
    void loadFont();

    QApplication &m_application;
    Settings &m_settings;
    TenkenStyle *m_style;
    QTranslator m_words;
    QTranslator m_qtWords;
    QString m_family;
};

} // namespace tenken
