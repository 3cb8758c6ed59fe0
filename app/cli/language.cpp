#include "cli/language.h"

#include "workflow/program_data.h"

#include <QCoreApplication>
#include <QTranslator>

namespace tenken::cli {

namespace {

QString environmentLanguage()
{
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty()) {
            return value.startsWith(u"en") ? QStringLiteral("en") : QStringLiteral("ja");
        }
    }
    return QStringLiteral("ja");
}

} // namespace

void switchLanguage(const QString &language)
{
    const QString chosen = language.isEmpty() ? environmentLanguage() : language;
    if (chosen == u"en") {
        return; // English is the source language
    }
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral("tenken_ja"), ProgramData::folder(QStringLiteral("translations")))) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace tenken::cli
