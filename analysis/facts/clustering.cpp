// SPDX-License-Identifier: Apache-2.0
#include "analysis/facts/clustering.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numbers>
#include <set>
#include <utility>
#include <vector>

#include "analysis/facts/cells.hpp"
#include "core/random.hpp"

namespace forestall::analysis {
namespace {

constexpr double earth_km = 6371.0088;

std::vector<Sighting> thinned(std::span<const Sighting> all, const ClusteringOptions& options) {
    std::vector<Sighting> out(all.begin(), all.end());
    if (out.size() <= options.most) return out;
    Stream stream(options.seed, process("analysis.knox.thin"), 0);
    for (std::size_t i = 0; i < options.most; ++i)
        std::swap(out[i], out[i + static_cast<std::size_t>(stream.below(out.size() - i))]);
    out.resize(options.most);
    return out;
}

/// Pairs at most `km` apart: the chord of unit vectors is compared, which needs no trigonometry per
/// pair.
std::vector<std::pair<std::uint32_t, std::uint32_t>> near_pairs(const std::vector<Sighting>& s,
                                                                double km) {
    std::vector<std::array<double, 3>> points;
    for (const Sighting& x : s) {
        const double phi = x.latitude * std::numbers::pi / 180;
        const double lambda = x.longitude * std::numbers::pi / 180;
        points.push_back(
            {std::cos(phi) * std::cos(lambda), std::cos(phi) * std::sin(lambda), std::sin(phi)});
    }
    const double chord = 2 * std::sin(km / earth_km / 2);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (std::uint32_t i = 0; i < points.size(); ++i)
        for (std::uint32_t j = i + 1; j < points.size(); ++j) {
            const double dx = points[i][0] - points[j][0];
            const double dy = points[i][1] - points[j][1];
            const double dz = points[i][2] - points[j][2];
            if (dx * dx + dy * dy + dz * dz <= chord * chord) out.emplace_back(i, j);
        }
    return out;
}

}  // namespace

Knox knox(std::span<const Sighting> sightings, const ClusteringOptions& options) {
    if (sightings.size() < options.least) return {};
    const std::vector<Sighting> s = thinned(sightings, options);
    const auto pairs = near_pairs(s, options.km);
    std::vector<int> days;
    days.reserve(s.size());
    for (const Sighting& x : s) days.push_back(x.day);
    const auto count = [&] {
        std::size_t n = 0;
        for (const auto& [i, j] : pairs) n += std::abs(days[i] - days[j]) <= options.days ? 1 : 0;
        return static_cast<double>(n);
    };
    Knox out;
    out.pairs = count();
    std::vector<double> shuffled;
    double as_many = 1;
    for (int k = 0; k < options.permutations; ++k) {
        Stream stream(options.seed, process("analysis.knox.shuffle"),
                      static_cast<std::uint32_t>(k));
        for (std::size_t i = days.size(); i > 1; --i)
            std::swap(days[i - 1], days[static_cast<std::size_t>(stream.below(i))]);
        shuffled.push_back(count());
        if (shuffled.back() >= out.pairs) as_many += 1;
    }
    const Estimate chance = estimate(std::move(shuffled));
    out.p = as_many / (options.permutations + 1);
    if (chance.lo > 0)
        out.ratio = {out.pairs / chance.value, out.pairs / chance.hi, out.pairs / chance.lo};
    return out;
}

Spread spread(std::span<const Sighting> sightings) {
    constexpr int month = 30;
    std::map<int, std::set<Cell>> active;
    for (const Sighting& s : sightings)
        active[static_cast<int>(std::floor(s.day / double{month}))].insert(
            cell_of(s.latitude, s.longitude));
    Spread out;
    for (const auto& [now, cells] : active) {
        const auto before = active.find(now - 1);
        if (before == active.end()) continue;
        for (const Cell& c : cells) {
            if (before->second.contains(c)) continue;
            bool had = false;
            bool has = false;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) {
                    const Cell neighbour{c.row + dy, c.column + dx};
                    if (!before->second.contains(neighbour)) continue;
                    had = true;
                    has = has || cells.contains(neighbour);
                }
            if (had) (has ? out.escalations : out.relocations) += 1;
        }
    }
    const double moves = out.escalations + out.relocations;
    if (moves >= 10) out.share = share(out.escalations, moves);
    return out;
}

}  // namespace forestall::analysis
