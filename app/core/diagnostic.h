#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace tenken {

/// What can be wrong with one place of a file that a person wrote. Words: wording/diagnostic_words.
enum class DiagnosticCode {
    Syntax, ///< args: what was expected, what was found
    NotUtf8, ///< args: byte offset
    TooLarge, ///< args: limit in bytes
    TooDeep, ///< args: limit
    NumberRange, ///< NaN, infinity, fraction where an integer is due; args: the text
    DuplicateKey, ///< args: key
    UnknownKey, ///< args: key
    MissingKey, ///< args: key
    WrongType, ///< args: expected type, found type
    WrongValue, ///< args: found, allowed values or pattern
    EmptyText, ///< args: key
    DuplicateId, ///< args: id, line of the first or the name of the other file that holds it
    BadReference, ///< args: kind of thing, the id that does not exist
    Unreachable, ///< args: item; its applicability can never be true
    Uncovered, ///< args: obligation, kind of coverage missing
    UnknownFormat, ///< args: found
    NewerFormat, ///< args: found
    UnknownColumn, ///< args: column
    MissingColumn, ///< args: column
    NotAllowed, ///< args: what, why (an answer that the item's rules refuse)
};

/// One problem at one place. line and column count from 1 (column in characters); 0 = the whole file.
/// path is a JSON path such as /items/3/weight (RFC 6901) or a CSV column.
struct Diagnostic {
    DiagnosticCode code = DiagnosticCode::Syntax;
    QString file;
    int line = 0;
    int column = 0;
    QString path;
    QStringList args;
    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

/// What reading a file gave: a value, or the problems because of which there is none.
template <class T> struct [[nodiscard]] Reading {
    std::optional<T> value;
    QList<Diagnostic> problems;
    explicit operator bool() const { return value.has_value() && problems.isEmpty(); }
    static Reading of(T v) { return {std::move(v), {}}; }
    static Reading failed(QList<Diagnostic> p) { return {std::nullopt, std::move(p)}; }
};

} // namespace tenken
