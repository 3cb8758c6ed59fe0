#pragma once

#include "viewmodel/shell/task_progress.h"

#include <QObject>
#include <QTimer>

namespace tenken {

/// Background work of which only the newest run counts: beginning another cancels the one before, and who comes back
/// with an older number is not listened to.
class NewestRun : public QObject {
    Q_OBJECT
public:
    explicit NewestRun(QObject *parent = nullptr);
    ~NewestRun() override;

    /// progressed() is told ten times a second until end().
    void begin();
    void end();
    void cancel() { m_progress->isCancelled = true; }
    /// Cancels, and whatever comes back is too late
    void drop();
    bool isBusy() const { return m_ticking.isActive(); }
    int number() const { return m_number; }
    const TaskProgressPtr &progress() const { return m_progress; }

Q_SIGNALS:
    void busyChanged();
    void progressed(int done, int total); ///< total 0: not known

private:
    QTimer m_ticking;
    TaskProgressPtr m_progress;
    int m_number = 0;
};

} // namespace tenken
