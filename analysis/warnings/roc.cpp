// SPDX-License-Identifier: Apache-2.0
#include "analysis/warnings/roc.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace forestall::analysis {
namespace {

std::vector<std::size_t> each_once(std::size_t n) {
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

}  // namespace

template <class Each>
void Ranking::for_levels(std::span<const std::size_t> members, const Each& each) {
    if (!sorted_)
        std::sort(items_.begin(), items_.end(),
                  [](const Item& x, const Item& y) { return x.value > y.value; });
    sorted_ = true;
    std::vector<double> times(members_);
    for (const std::size_t m : members) times[m] += 1;
    for (std::size_t i = 0; i < items_.size();) {
        const double value = items_[i].value;
        double onsets = 0, quiet = 0;
        for (; i < items_.size() && items_[i].value == value; ++i)
            (items_[i].onset ? onsets : quiet) += times[items_[i].member];
        if (onsets > 0 || quiet > 0) each(value, onsets, quiet);
    }
}

double Ranking::area(std::span<const std::size_t> members) {
    double onsets = 0, quiet = 0, wins = 0;
    for_levels(members, [&](double, double onsets_here, double quiet_here) {
        wins += quiet_here * (onsets + onsets_here / 2);
        onsets += onsets_here;
        quiet += quiet_here;
    });
    return onsets > 0 && quiet > 0 ? wins / (onsets * quiet) : unknown;
}

double Ranking::caught(std::span<const std::size_t> members, double share) {
    double onsets = 0, quiet = 0;
    for_levels(members, [&](double, double onsets_here, double quiet_here) {
        onsets += onsets_here;
        quiet += quiet_here;
    });
    if (!(onsets > 0 && quiet > 0)) return unknown;
    const double wanted = share * quiet;
    double above = 0, caught_above = 0, out = unknown;
    for_levels(members, [&](double, double onsets_here, double quiet_here) {
        if (std::isnan(out) && above + quiet_here > wanted)
            out = (caught_above + onsets_here * (wanted - above) / quiet_here) / onsets;
        above += quiet_here;
        caught_above += onsets_here;
    });
    return std::isnan(out) ? 1 : out;
}

std::vector<RocPoint> Ranking::curve(std::size_t most) {
    std::vector<RocPoint> all;
    double onsets = 0, quiet = 0;
    for_levels(each_once(members_), [&](double level, double onsets_here, double quiet_here) {
        if (all.empty()) all.push_back({level, 0, 0});
        onsets += onsets_here;
        quiet += quiet_here;
        all.push_back({level, quiet, onsets});
    });
    if (!(onsets > 0 && quiet > 0)) return {};
    const double apart = 2 / static_cast<double>(most);  // the curve is at most 2 long
    std::vector<RocPoint> out;
    for (const RocPoint& counts : all) {
        const RocPoint p{counts.level, counts.quiet / quiet, counts.caught / onsets};
        const bool far =
            out.empty() || (p.quiet - out.back().quiet) + (p.caught - out.back().caught) >= apart;
        if (far || &counts == &all.back()) out.push_back(p);
    }
    return out;
}

double area_under_curve(const std::vector<std::pair<double, bool>>& readings) {
    Ranking all(1);
    for (const auto& [value, onset] : readings) all.add(0, value, onset);
    return all.area(each_once(1));
}

}  // namespace forestall::analysis
