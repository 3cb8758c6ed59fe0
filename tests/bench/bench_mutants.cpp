#include "signing/attacks/attack.h"
#include "signing/attacks/mutants.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace tenken;
using namespace tenken::test;

namespace {

/// What became of many files that are not the honest ones
struct Tally {
    std::atomic<qint64> judged = 0;
    std::atomic<qint64> same = 0; ///< the mutation gave an honest file again
    std::atomic<qint64> accepted = 0; ///< must stay 0
    std::atomic<qint64> passed = 0; ///< untrusted: bytes that hold together, as good as accepted here; must stay 0
};

/// judge(i) for every i below count, on all cores
template <class Judge> void onAllCores(qint64 count, Judge judge)
{
    std::atomic<qint64> next = 0;
    std::vector<std::thread> threads;
    for (unsigned int core = 0; core < std::max(1U, std::thread::hardware_concurrency()); ++core) {
        threads.emplace_back([&] {
            for (qint64 i = next++; i < count; i = next++)
                judge(i);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

void judge(const SampleCity &city, const QByteArray &pdf, const QList<QByteArray> &honest, Tally &tally)
{
    ++tally.judged;
    if (honest.contains(pdf)) {
        ++tally.same;
        return;
    }
    const Verdict verdict = city.verify(pdf).verdict;
    if (verdict == Verdict::Accepted)
        ++tally.accepted;
    if (verdict == Verdict::Untrusted)
        ++tally.passed;
}

bool report(const char *what, const Tally &tally, const QElapsedTimer &timer)
{
    std::printf(
        "%-48s %8lld judged, %lld unchanged, %lld accepted, %lld whole but untrusted (both must be 0), %lld s\n", what,
        static_cast<long long>(tally.judged), static_cast<long long>(tally.same),
        static_cast<long long>(tally.accepted), static_cast<long long>(tally.passed),
        static_cast<long long>(timer.elapsed() / 1000));
    std::fflush(stdout);
    return tally.accepted == 0 && tally.passed == 0;
}

} // namespace

/// 100,000 random mutants of a signed file, and every single hex digit of its CMS with each of its 15 other values.
/// Fails when one of them is accepted. An argument gives another number of mutants.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const qint64 mutants = argc > 1 ? QByteArray(argv[1]).toLongLong() : 100'000;
    loadFonts();
    SampleCity city;
    const QByteArray draft = buildOrDie(sampleParts(samplePages(1)));
    const QByteArray once = city.sign(draft, Role::Inspector);
    const QByteArray twice = city.sign(once, Role::Approver, 30);
    const QList<QByteArray> honest{once, twice};

    QElapsedTimer timer;
    timer.start();
    Tally random;
    onAllCores(mutants, [&](qint64 i) {
        QRandomGenerator generator(static_cast<quint32>(i));
        judge(city, mutated(i % 2 ? twice : once, generator), honest, random);
    });
    bool holds = report("random mutants", random, timer);

    timer.restart();
    Tally nibbles;
    const ContentsAt contents = lastContents(once);
    onAllCores(contents.digits * 15, [&](qint64 i) {
        judge(city, withNibble(once, contents.begin + i / 15, 1 + static_cast<int>(i % 15)), honest, nibbles);
    });
    holds = report("every hex digit of the CMS", nibbles, timer) && holds;

    timer.restart();
    Tally padding;
    onAllCores(contents.room - contents.digits, [&](qint64 i) {
        judge(city, withNibble(once, contents.begin + contents.digits + i, 1 + static_cast<int>(i % 15)), honest,
              padding);
    });
    holds = report("every hex digit of its padding", padding, timer) && holds;
    return holds ? 0 : 1;
}
