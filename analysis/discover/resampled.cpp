// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/resampled.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/random.hpp"

namespace forestall::discover {
namespace {

struct Drawn {
    Sample sample;
    std::vector<std::size_t> left_out;
};

Drawn drawn(const Sample& sample, std::size_t block, Stream stream) {
    const std::size_t blocks = sample.rows.size() / block;
    std::vector<bool> taken(blocks, false);
    Drawn out;
    for (std::size_t n = 0; n < blocks; ++n) {
        const auto b = static_cast<std::size_t>(stream.below(blocks));
        taken[b] = true;
        for (std::size_t p = b * block; p < (b + 1) * block; ++p) {
            out.sample.rows.push_back(sample.rows[p]);
            out.sample.hits.push_back(sample.hits[p]);
        }
    }
    for (std::size_t p = 0; p < sample.rows.size(); ++p)
        if (!taken[p / block]) out.left_out.push_back(p);
    return out;
}

void add_bounds(const Box& box, Steadiness& to) {
    for (std::size_t i = 0; i < box.ranges.size(); ++i) {
        if (box.ranges[i].low > -boundless) ++to.bound_low[i];
        if (box.ranges[i].high < boundless) ++to.bound_high[i];
    }
}

}  // namespace

Steadiness steadiness(const Sample& sample, const Finder& find, std::size_t block, int resamples,
                      std::uint64_t seed) {
    if (block == 0 || sample.rows.size() % block != 0)
        throw std::invalid_argument("points are not whole blocks");
    constexpr auto process_drawn = process("discover.resample");
    Steadiness out;
    out.bound_low.assign(sample.inputs(), 0);
    out.bound_high.assign(sample.inputs(), 0);
    std::vector<double> densities, coverages;
    double counted = 0;
    for (int r = 0; !sample.rows.empty() && r < resamples; ++r) {
        const Drawn d =
            drawn(sample, block, Stream(seed, process_drawn, static_cast<std::uint32_t>(r)));
        const bool any =
            std::find(d.sample.hits.begin(), d.sample.hits.end(), true) != d.sample.hits.end();
        if (!any) continue;
        if (d.left_out.empty()) continue;
        const Box box = find(d.sample);
        const Held held_out = held(box, sample, d.left_out);
        ++counted;
        add_bounds(box, out);
        densities.push_back(held_out.inside > 0 ? held_out.density() : analysis::unknown);
        coverages.push_back(held_out.all_hits > 0 ? held_out.coverage() : analysis::unknown);
    }
    for (std::size_t i = 0; i < sample.inputs(); ++i) {
        out.bound_low[i] = counted > 0 ? out.bound_low[i] / counted : analysis::unknown;
        out.bound_high[i] = counted > 0 ? out.bound_high[i] / counted : analysis::unknown;
    }
    out.density = analysis::estimate(std::move(densities));
    out.coverage = analysis::estimate(std::move(coverages));
    return out;
}

}  // namespace forestall::discover
