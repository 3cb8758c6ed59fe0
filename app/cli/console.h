#pragma once

#include "core/diagnostic.h"
#include "core/error.h"

#include <QJsonValue>
#include <QString>

#include <cstdio>

namespace tenken::cli {

/// Standard output and standard error in UTF-8. With --json standard output carries exactly one document.
class Console {
public:
    Console(std::FILE *out, std::FILE *error) : m_out(out), m_error(error) { }
    void setJson(bool json) { m_json = json; }
    bool isJson() const { return m_json; }
    /// A line for people: standard output, or standard error under --json
    void say(const QString &line) const;
    /// A line on standard error, always
    void warn(const QString &line) const;
    /// The one document on standard output (only under --json)
    void document(const QJsonValue &value) const;
    /// Bytes on standard output, as they are
    void raw(const QByteArray &bytes) const;
    /// The error's sentence for people; under --json the document {"error":{…}}, unless a document stands there already
    int fail(const Error &error) const;
    /// The same with a sentence that knows better what happened
    int fail(const Error &error, const QString &sentence) const;
    /// A file whose content cannot be used: InvalidContent, every problem with its place
    int fail(const QString &file, const QList<Diagnostic> &problems) const;
    /// Whether something did not reach standard output, its disk being full, say. One that is closed is nobody's loss.
    bool hasLost() const { return m_lost; }

private:
    void write(std::FILE *stream, const QByteArray &bytes) const;

    std::FILE *m_out;
    std::FILE *m_error;
    bool m_json = false;
    mutable bool m_documentWritten = false;
    mutable bool m_lost = false;
};

} // namespace tenken::cli
