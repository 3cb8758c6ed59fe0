#pragma once

#include "core/clock.h"

#include <QString>

namespace tenken {

/// A file beside the store that exists while the program runs: left behind by a run that did not end properly.
class RunMarker {
public:
    /// Notes whether a marker was left, then sets its own
    RunMarker(const QString &storePath, const Clock &clock);
    ~RunMarker();
    RunMarker(const RunMarker &) = delete;
    RunMarker &operator=(const RunMarker &) = delete;
    /// When the run that did not end properly began; invalid when the last one did
    QDateTime brokenRun() const { return m_broken; }

private:
    QString m_path;
    QDateTime m_broken;
};

} // namespace tenken
