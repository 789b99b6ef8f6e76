// SPDX-License-Identifier: Apache-2.0
// Integer laws tabulated in extended precision from their mode outwards and divided by their sum:
// no special function, no factorial, nothing in common with the samplers but the ratio of
// neighbours.
#pragma once
#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "core/units.hpp"

namespace forestall::testing {

class ExactLaw {
public:
    using Ratio = std::function<long double(Persons)>;
    /// `up(k)` = pmf(k+1)/pmf(k) on [low, high]; the table ends where chances fall under 1e-30 of
    /// the mode's.
    ExactLaw(Persons low, Persons mode, Persons high, const Ratio& up) {
        std::vector<long double> below;
        std::vector<long double> pmf{1};
        for (Persons k = mode; k > low; --k) {
            below.push_back((below.empty() ? 1 : below.back()) / up(k - 1));
            if (below.back() < 1e-30L) break;
        }
        for (Persons k = mode; k < high; ++k) {
            pmf.push_back(pmf.back() * up(k));
            if (pmf.back() < 1e-30L) break;
        }
        first_ = mode - static_cast<Persons>(below.size());
        pmf_.assign(below.rbegin(), below.rend());
        pmf_.insert(pmf_.end(), pmf.begin(), pmf.end());
        normalise();
    }
    Persons first() const { return first_; }
    Persons last() const { return first_ + static_cast<Persons>(pmf_.size()) - 1; }
    long double pmf(Persons k) const { return k < first() || k > last() ? 0 : pmf_[at(k)]; }
    long double cdf(Persons k) const {
        if (k < first()) return 0;
        return k > last() ? 1 : cdf_[at(k)];
    }
    /// P(X > k).
    long double beyond(Persons k) const {
        if (k < first()) return 1;
        return k > last() ? 0 : beyond_[at(k)];
    }
    Persons quantile(double u) const {
        const auto it =
            u < 0.5
                ? std::partition_point(cdf_.begin(), cdf_.end(),
                                       [&](long double f) { return f < u; })
                : cdf_.begin() + (std::partition_point(beyond_.begin(), beyond_.end(),
                                                       [&](long double s) { return s > 1 - u; }) -
                                  beyond_.begin());
        return std::min(first_ + static_cast<Persons>(it - cdf_.begin()), last());
    }

private:
    std::size_t at(Persons k) const { return static_cast<std::size_t>(k - first_); }
    void normalise() {
        std::vector<long double> sorted = pmf_;
        std::sort(sorted.begin(), sorted.end());
        long double total = 0;
        for (const long double p : sorted) total += p;
        cdf_.resize(pmf_.size());
        beyond_.resize(pmf_.size());
        long double sum = 0;
        for (std::size_t i = 0; i < pmf_.size(); ++i) cdf_[i] = sum += pmf_[i] /= total;
        sum = 0;
        for (std::size_t i = pmf_.size(); i-- > 0; sum += pmf_[i]) beyond_[i] = sum;
    }

    Persons first_ = 0;
    std::vector<long double> pmf_;
    std::vector<long double> cdf_;
    std::vector<long double> beyond_;
};

inline ExactLaw exact_binomial(Persons n, double p) {
    const long double odds = static_cast<long double>(p) / (1 - static_cast<long double>(p));
    const auto mode = std::min(n, static_cast<Persons>(static_cast<long double>(n + 1) * p));
    return {0, mode, n, [=](Persons k) {
                return odds * static_cast<long double>(n - k) / static_cast<long double>(k + 1);
            }};
}

inline ExactLaw exact_poisson(double mean) {
    return {0, static_cast<Persons>(mean), Persons{1} << 60, [=](Persons k) {
                return static_cast<long double>(mean) / static_cast<long double>(k + 1);
            }};
}

inline ExactLaw exact_hypergeometric(Persons marked, Persons unmarked, Persons drawn) {
    const Persons low = std::max<Persons>(0, drawn - unmarked);
    const Persons high = std::min(marked, drawn);
    const long double peak = static_cast<long double>(marked + 1) *
                             static_cast<long double>(drawn + 1) /
                             static_cast<long double>(marked + unmarked + 2);
    return {low, std::clamp(static_cast<Persons>(peak), low, high), high, [=](Persons k) {
                return static_cast<long double>(marked - k) * static_cast<long double>(drawn - k) /
                       (static_cast<long double>(k + 1) *
                        static_cast<long double>(unmarked - drawn + k + 1));
            }};
}

}  // namespace forestall::testing
