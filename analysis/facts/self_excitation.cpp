// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/self_excitation.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <utility>
#include <vector>

namespace forestall::analysis {
namespace {

constexpr double most_branching = 0.98;
constexpr double half_chi_square =
    1.9207294;  // 95 % of chi-square with one degree of freedom, halved
constexpr std::size_t delays = 12;
const double memory_factor = std::log(20.0);

/// A bin with events: how many, and where it lies between two knots.
struct Busy {
    double events;
    std::size_t bin;
    std::size_t knot;
    double right;  ///< weight of the next knot
};

/// What does not depend on the delay.
struct Design {
    std::vector<Busy> busy;
    std::vector<double> weight;  ///< of each knot: sum of its hat function over all bins
    double events = 0;
};

Design design_of(std::span<const double> counts, double bins_per_knot) {
    Design d;
    const double last = static_cast<double>(counts.size() - 1);
    const auto spans =
        static_cast<std::size_t>(std::max(1.0, std::floor(last / bins_per_knot + 0.5)));
    d.weight.assign(spans + 1, 0.0);
    for (std::size_t t = 0; t < counts.size(); ++t) {
        const double at = static_cast<double>(t) / last * static_cast<double>(spans);
        const std::size_t knot = std::min(static_cast<std::size_t>(at), spans - 1);
        const double right = at - static_cast<double>(knot);
        d.weight[knot] += 1 - right;
        d.weight[knot + 1] += right;
        d.events += counts[t];
        if (counts[t] > 0) d.busy.push_back({counts[t], t, knot, right});
    }
    return d;
}

/// The likelihood under one delay, with the best background for each θ.
class Likelihood {
public:
    Likelihood(const Design& design, std::span<const double> counts, double rho)
        : design_(&design) {
        double excitation = 0;
        auto next = design.busy.begin();
        for (std::size_t t = 0; t < counts.size(); ++t) {
            total_ += excitation;
            if (next != design.busy.end() && next->bin == t) {
                excited_.push_back(excitation);
                ++next;
            }
            excitation = rho * excitation + (1 - rho) * counts[t];
        }
    }

    /// The best background is found by expectation-maximisation, which never lowers the likelihood.
    double operator()(double theta) const {
        const Design& d = *design_;
        const double mean = d.events / static_cast<double>(d.weight.size());
        std::vector<double> height;
        for (const double w : d.weight) height.push_back(mean / w);
        std::vector<double> share(height.size());
        double before = -1e300;
        for (int i = 0; i < 400; ++i) {
            std::fill(share.begin(), share.end(), 0.0);
            double now = -theta * total_;
            for (std::size_t k = 0; k < height.size(); ++k) now -= height[k] * d.weight[k];
            for (std::size_t b = 0; b < d.busy.size(); ++b) {
                const Busy& x = d.busy[b];
                const double left = (1 - x.right) * height[x.knot];
                const double right = x.right * height[x.knot + 1];
                const double rate = std::max(left + right + theta * excited_[b], 1e-300);
                now += x.events * std::log(rate);
                share[x.knot] += x.events * left / rate;
                share[x.knot + 1] += x.events * right / rate;
            }
            if (now - before < 1e-5) return now;
            before = now;
            for (std::size_t k = 0; k < height.size(); ++k) height[k] = share[k] / d.weight[k];
        }
        return before;
    }

private:
    const Design* design_;
    std::vector<double> excited_;  ///< of each busy bin
    double total_ = 0;             ///< over all bins
};

struct Peak {
    double theta = 0;
    double value = 0;
};

Peak peak_of(const Likelihood& likelihood) {
    const auto [theta, minus] = boost::math::tools::brent_find_minima(
        [&](double t) { return -likelihood(t); }, 0.0, most_branching, 12);
    const double none = likelihood(0);
    return none >= -minus ? Peak{0, none} : Peak{theta, -minus};
}

/// Where the likelihood of θ, at the best delay for each, falls to `level` between `inside` (above
/// it) and `outside`; `outside` if it never does.
double fall(const std::vector<Likelihood>& all, double inside, double outside, double level) {
    const auto above = [&](double theta) {
        double best = -1e300;
        for (const Likelihood& l : all) best = std::max(best, l(theta));
        return best - level;
    };
    const double f_inside = above(inside);
    const double f_outside = above(outside);
    if (f_outside >= 0) return outside;
    if (f_inside <= 0) return inside;
    boost::uintmax_t steps = 20;
    const bool up = outside > inside;
    const auto [a, b] = boost::math::tools::toms748_solve(
        above, std::min(inside, outside), std::max(inside, outside), up ? f_inside : f_outside,
        up ? f_outside : f_inside, [](double x, double y) { return std::abs(x - y) < 2e-3; },
        steps);
    return (a + b) / 2;
}

}  // namespace

SelfExcitation self_excitation(std::span<const double> counts, int bin_days,
                               const SelfExcitationOptions& options) {
    const Estimate none{unknown, unknown, unknown};
    double events = 0;
    for (const double y : counts) events += y;
    if (counts.size() < 4 || events < options.least_events) return {none, none, unknown};
    const double wide = options.events_per_knot * static_cast<double>(counts.size()) / events;
    const Design design = design_of(counts, std::max(options.knot_days / bin_days, wide));
    const double least = std::max<double>(options.least_days, bin_days);
    std::vector<Likelihood> all;
    std::vector<double> days;
    std::vector<Peak> peaks;
    for (std::size_t i = 0; i < delays; ++i) {
        days.push_back(least *
                       std::pow(options.most_days / least, static_cast<double>(i) / (delays - 1)));
        all.emplace_back(design, counts, std::exp(-bin_days / days.back()));
        peaks.push_back(peak_of(all.back()));
    }
    const auto top = static_cast<std::size_t>(
        std::max_element(peaks.begin(), peaks.end(),
                         [](const Peak& a, const Peak& b) { return a.value < b.value; }) -
        peaks.begin());
    const Peak best = peaks[top];
    SelfExcitation out{{best.theta, unknown, unknown}, none, best.value - all[top](0)};
    if (best.theta > 0) out.memory_days = {memory_factor * days[top], unknown, unknown};
    if (!options.intervals) return out;
    const double level = best.value - half_chi_square;
    out.branching.lo = fall(all, best.theta, 0, level);
    out.branching.hi = fall(all, best.theta, most_branching, level);
    if (best.theta <= 0) return out;
    std::size_t first = top;
    std::size_t last = top;
    for (std::size_t i = 0; i < delays; ++i)
        if (peaks[i].value >= level) {
            first = std::min(first, i);
            last = std::max(last, i);
        }
    out.memory_days.lo = memory_factor * days[first];
    out.memory_days.hi = memory_factor * days[last];
    return out;
}

}  // namespace forestall::analysis
