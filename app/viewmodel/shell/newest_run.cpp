#include "viewmodel/shell/newest_run.h"

namespace tenken {

namespace {

constexpr int tickMs = 100;

} // namespace

NewestRun::NewestRun(QObject *parent) : QObject(parent), m_progress(std::make_shared<TaskProgress>())
{
    m_ticking.setInterval(tickMs);
    connect(&m_ticking, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_progress->done, m_progress->total); });
}

NewestRun::~NewestRun() { cancel(); }

void NewestRun::begin()
{
    cancel();
    m_progress = std::make_shared<TaskProgress>();
    ++m_number;
    m_ticking.start();
    Q_EMIT busyChanged();
}

void NewestRun::end()
{
    m_ticking.stop();
    Q_EMIT busyChanged();
}

void NewestRun::drop()
{
    cancel();
    ++m_number;
    end();
}

} // namespace tenken
