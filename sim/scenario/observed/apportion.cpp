// SPDX-License-Identifier: Apache-2.0
#include "scenario/observed/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace forestall {

std::vector<Persons> apportioned(Persons total, std::span<const double> weights) {
    std::vector<Persons> out(weights.size(), 0);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(sum > 0) || total <= 0) return out;
    std::vector<double> rest(weights.size(), -1);
    Persons left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!(weights[i] > 0)) continue;
        const double exact = real(total) * (weights[i] / sum);
        out[i] = std::min(left, static_cast<Persons>(std::floor(exact)));
        rest[i] = exact - std::floor(exact);
        left -= out[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
    for (std::size_t next = 0; left > 0; next = (next + 1) % order.size()) {
        if (rest[order[next]] < 0) continue;
        ++out[order[next]];
        --left;
    }
    return out;
}

}  // namespace forestall
