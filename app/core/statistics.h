#pragma once

#include <utility>

namespace tenken {

/// Wilson score interval, 95 %, of k defects (or hits) in a random sample of n > 0
std::pair<double, double> wilsonInterval(int k, int n);
/// Upper 95 % bound of the defect rate after a sample of n without a defect: 1 − 0.05^(1/n)
double zeroDefectUpperBound(int n);
/// Most defects that a population can hold when a sample of n (without replacement) shows none, at 95 %
int zeroDefectPopulationBound(int population, int n);

} // namespace tenken
