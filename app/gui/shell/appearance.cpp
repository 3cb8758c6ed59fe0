#include "gui/shell/appearance.h"

#include "gui/shell/tenken_style.h"
#include "gui/shell/theme.h"
#include "workflow/program_data.h"

#include <QApplication>
#include <QFontDatabase>

namespace tenken {

namespace {
constexpr double basePoints = 11;
}

Appearance::Appearance(QApplication &application, Settings &settings)
    : m_application(application), m_settings(settings), m_style(new TenkenStyle)
{
    loadFont();
    applyLanguage();
    application.setStyle(m_style); // the application owns it
    applyColours();
    applyFont();
    m_style->followFocus();
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == u"language") {
            applyLanguage();
        } else if (key == u"appearance") {
            applyColours();
        } else if (key == u"zoom") {
            applyFont();
        }
    });
}

void Appearance::loadFont()
{
    const QString folder = ProgramData::folder(QStringLiteral("fonts"));
    for (const char *face : {"/BIZUDPGothic-Regular.ttf", "/BIZUDPGothic-Bold.ttf"}) {
        const int id = QFontDatabase::addApplicationFont(folder + QLatin1String(face));
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (m_family.isEmpty() && !families.isEmpty()) {
            m_family = families.first();
        }
    }
}

void Appearance::applyLanguage()
{
    const bool japanese = m_settings.language() == u"ja";
    QLocale::setDefault(japanese ? QLocale(QLocale::Japanese, QLocale::Japan)
                                 : QLocale(QLocale::English, QLocale::Japan));
    m_application.removeTranslator(&m_qtWords);
    m_application.removeTranslator(&m_words);
    if (!japanese) {
        return; // English is the source language
    }
    const QString folder = ProgramData::folder(QStringLiteral("translations"));
    if (m_qtWords.load(QStringLiteral("qtbase_ja"), folder)) {
        m_application.installTranslator(&m_qtWords);
    }
    if (m_words.load(QStringLiteral("tenken_ja"), folder)) {
        m_application.installTranslator(&m_words);
    }
}

void Appearance::applyColours()
{
    const bool dark = m_settings.appearance() == u"dark";
    m_application.setPalette(Theme(dark ? Theme::Appearance::Dark : Theme::Appearance::Light).palette());
}

void Appearance::applyFont()
{
    QFont font = m_family.isEmpty() ? m_application.font() : QFont(m_family);
    font.setPointSizeF(basePoints * m_settings.zoom() / 100);
    font.setHintingPreference(QFont::PreferNoHinting);
    m_application.setFont(font);
}

} // namespace tenken
