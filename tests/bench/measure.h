#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace tenken::bench {

/// Median of several runs, in milliseconds
inline double median(int runs, const std::function<void()> &work)
{
    QList<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times << static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

/// One line: what, its figure, the floor's or peer's, the ratio and the goal
inline void report(const char *what, double ours, const char *peer, double theirs, const char *goal)
{
    std::printf("%-46s %10.3f ms   %-40s %10.3f ms   ratio %6.2f   goal %s\n", what, ours, peer, theirs,
                theirs > 0 ? ours / theirs : 0.0, goal);
    std::fflush(stdout);
}

} // namespace tenken::bench
