#include "cli/prompt.h"

#include "cli/terminal.h"

#include <QCoreApplication>

#include <cstdio>

namespace tenken::cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenken::cli::Prompt)
};

} // namespace

Result<SecretBytes> promptForPassphrase(const QString &option)
{
    if (!inputIsTerminal()) {
        return fail(ErrorCode::Usage, QStringLiteral("--%1").arg(option));
    }
    const QByteArray question = Words::tr("Passphrase: ").toUtf8();
    std::fwrite(question.constData(), 1, static_cast<size_t>(question.size()), stderr);
    std::fflush(stderr);
    const std::optional<QByteArray> line = readHiddenLine();
    std::fputc('\n', stderr);
    if (!line) {
        return fail(ErrorCode::Usage, QStringLiteral("--%1").arg(option));
    }
    return SecretBytes(*line);
}

} // namespace tenken::cli
