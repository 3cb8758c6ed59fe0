#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

#include <atomic>
#include <functional>
#include <memory>
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

/// What long work calls now and then: done of total, 0 when that is not known; false asks it to stop
using TellProgress = std::function<bool(int done, int total)>;
/// Set to true by the owner of long work that is to stop
using CancelFlag = std::shared_ptr<std::atomic_bool>;

/// runInBackground for work(const TellProgress &); progress(done, total) is told in the thread of owner.
template <class Work, class Progress, class Done>
CancelFlag runWithProgress(QObject *owner, Work work, Progress progress, Done done)
{
    using Value = std::invoke_result_t<Work, const TellProgress &>;
    auto cancelled = std::make_shared<std::atomic_bool>(false);
    auto *watcher = new QFutureWatcher<Value>(owner);
    QObject::connect(
        watcher, &QFutureWatcherBase::progressValueChanged, owner, [watcher, progress = std::move(progress)](int now) {
            if (const int total = watcher->progressMaximum(); now > 0 || total > 0) { // not yet at the start
                progress(now, total);
            }
        });
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->future().result());
    });
    watcher->setFuture(QtConcurrent::run([work = std::move(work), cancelled](QPromise<Value> &promise) mutable {
        const TellProgress tell = [&](int now, int total) {
            promise.setProgressRange(0, total);
            promise.setProgressValue(now);
            return !cancelled->load();
        };
        promise.addResult(work(tell));
    }));
    return cancelled;
}

} // namespace tenken
