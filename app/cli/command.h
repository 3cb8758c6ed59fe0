#pragma once

#include "cli/console.h"
#include "core/clock.h"
#include "core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <limits>
#include <optional>

namespace tenken::cli {

/// One option of a command: --name VALUE, or a switch when value is empty
struct Option {
    QString name;
    QString value;
    bool required = false;
    bool repeatable = false;
};

/// What the user typed after the command's words
class Arguments {
public:
    QStringList positionals;
    QString value(const QString &name) const { return m_values.value(name).value(0); }
    QStringList values(const QString &name) const { return m_values.value(name); }
    bool has(const QString &name) const { return m_values.contains(name); }
    void add(const QString &name, const QString &value) { m_values[name] << value; }
    /// The option's integer, or fallback when it was not given; InvalidValue when it is no number from minimum to
    /// maximum
    Result<int> number(const QString &name, int fallback, int minimum = 0,
                       int maximum = std::numeric_limits<int>::max()) const;
    /// A list separated by commas, empty entries dropped
    QStringList list(const QString &name) const;

private:
    QHash<QString, QStringList> m_values;
};

/// What every command works with
struct Session {
    const Console &console;
    const Clock &clock;
};

/// One command: its words ("inspection start"), positional arguments, options and what it does → exit code
struct Command {
    QString words;
    QString positionals; ///< for the synopsis; "" none, "FILE", "FILE…", "ITEM CODE", "[ID]"
    int fewest = 0;
    int most = 0; ///< −1: any number
    QList<Option> options;
    std::function<int(const Session &, const Arguments &)> run;
    bool continuesItsFile = false; ///< --out may be FILE.pdf itself: what stands there stays its beginning
    QString synopsis() const;
};

} // namespace tenken::cli
