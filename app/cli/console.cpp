#include "cli/console.h"

#include "cli/exit_code.h"
#include "wording/diagnostic_words.h"
#include "wording/error_words.h"
#include "wording/placeholders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>

namespace tenken::cli {

namespace {

/// Whose detail is a sentence of ours with file, line and column; that of others is for programs.
bool tellsThePlace(ErrorCode code)
{
    using enum ErrorCode;
    return code == InvalidContent || code == MalformedCsv || code == MalformedJson || code == MalformedXlsx;
}

} // namespace

void Console::write(std::FILE *stream, const QByteArray &bytes) const
{
    const auto size = static_cast<size_t>(bytes.size());
    const bool isWritten = std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
    m_lost |= !isWritten && stream == m_out && errno != EBADF;
}

void Console::say(const QString &line) const
{
    write(m_json ? m_error : m_out, wording::shownLines(line).toUtf8() + '\n');
}

void Console::warn(const QString &line) const { write(m_error, wording::shownLines(line).toUtf8() + '\n'); }

void Console::document(const QJsonValue &value) const
{
    m_documentWritten = true;
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    raw(document.toJson(QJsonDocument::Indented));
}

void Console::raw(const QByteArray &bytes) const { write(m_out, bytes); }

int Console::fail(const Error &error) const { return fail(error, wording::sentence(error)); }

int Console::fail(const Error &error, const QString &sentence) const
{
    const int code = exitCodeOf(error.code);
    warn(sentence);
    if (tellsThePlace(error.code) && !error.detail.isEmpty()) {
        warn(QStringLiteral("    ") + error.detail);
    }
    if (m_json && !m_documentWritten) {
        const QJsonObject content{
            {QStringLiteral("code"), toCode(error.code)},
            {QStringLiteral("subject"), error.subject},
            {QStringLiteral("detail"), error.detail},
        };
        document(QJsonObject{{QStringLiteral("error"), content}});
    }
    return code;
}

int Console::fail(const QString &file, const QList<Diagnostic> &problems) const
{
    const int code = fail(Error{ErrorCode::InvalidContent, file, wording::located(problems.value(0))});
    for (const Diagnostic &problem : problems.mid(1)) {
        warn(QStringLiteral("    ") + wording::located(problem));
    }
    return code;
}

} // namespace tenken::cli
