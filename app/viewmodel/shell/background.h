#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <utility>

namespace tenken {

/// Runs work in a thread of the pool and hands its result to done in the thread of owner; nothing is called when owner
/// is gone by then.
template <class Work, class Done> void runInBackground(QObject *owner, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->future().result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace tenken
