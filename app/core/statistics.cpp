#include "core/statistics.h"

#include <cmath>

namespace tenken {

namespace {

constexpr double z95 = 1.959963984540054; // 97.5 % quantile of the normal distribution
constexpr double alpha = 0.05;

/// Probability that n draws without replacement from a population with `defects` defects show none
double chanceOfNone(int population, int defects, int n)
{
    double chance = 1.0;
    for (int draw = 0; draw < n && chance > 0.0; ++draw) {
        chance *=
            std::fmax(0.0, static_cast<double>(population - defects - draw)) / static_cast<double>(population - draw);
    }
    return chance;
}

} // namespace

std::pair<double, double> wilsonInterval(int k, int n)
{
    const double count = n;
    const double share = k / count;
    const double z2 = z95 * z95;
    const double centre = (share + z2 / (2 * count)) / (1 + z2 / count);
    const double half = z95 / (1 + z2 / count) * std::sqrt(share * (1 - share) / count + z2 / (4 * count * count));
    return {std::fmax(0.0, centre - half), std::fmin(1.0, centre + half)}; // rounding may step over the edge
}

double zeroDefectUpperBound(int n) { return 1.0 - std::pow(alpha, 1.0 / n); }

int zeroDefectPopulationBound(int population, int n)
{
    int defects = 0;
    while (defects < population - n && chanceOfNone(population, defects + 1, n) > alpha) {
        ++defects;
    }
    return defects;
}

} // namespace tenken
