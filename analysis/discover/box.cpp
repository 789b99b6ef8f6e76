// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/box.hpp"

#include <algorithm>
#include <numeric>

namespace forestall::discover {

bool Box::holds(const std::vector<double>& row) const {
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (!ranges[i].holds(row[i])) return false;
    return true;
}

std::size_t Box::inputs_bound() const {
    return static_cast<std::size_t>(
        std::count_if(ranges.begin(), ranges.end(), [](const Range& r) { return r.bound(); }));
}

Box whole(std::size_t inputs) { return {std::vector<Range>(inputs)}; }

Held held(const Box& box, const Sample& sample, std::span<const std::size_t> chosen) {
    Held out;
    for (const std::size_t p : chosen) {
        const bool hit = sample.hits[p];
        const bool inside = box.holds(sample.rows[p]);
        ++out.points;
        if (hit) ++out.all_hits;
        if (inside) ++out.inside;
        if (hit && inside) ++out.hits;
    }
    return out;
}

Held held(const Box& box, const Sample& sample) {
    std::vector<std::size_t> all(sample.rows.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return held(box, sample, all);
}

}  // namespace forestall::discover
