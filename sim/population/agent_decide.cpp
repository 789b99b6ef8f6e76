// SPDX-License-Identifier: Apache-2.0
// The hot loop of `individual`: a byte of state and a byte of luck per agent and day. An agent leaves when its luck is
// below its chance; luck has 8 bits here and as many as needed on the edge, so the chance is exact and, for fixed luck,
// who leaves at a chance leaves at every higher one.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/vector_draws.hpp"
#include "population/bodies.hpp"

namespace forestall {
namespace {

constexpr std::size_t chunk = 4096;  // a multiple of the block and of the scan's stride
constexpr std::size_t stride = 64;

struct Threshold {
    unsigned whole;   ///< luck below it: leaves
    double fraction;  ///< luck equal to it: leaves with this chance
};

Threshold threshold_of(double chance) {
    const double scaled = std::clamp(chance, 0.0, 1.0) * 256;
    const double whole = std::floor(scaled);
    return {static_cast<unsigned>(whole), scaled - whole};
}

/// Whether any of `n` <= stride agents at home has luck at or below the limit.
bool any_candidate(const std::uint8_t* status, const std::uint8_t* luck, std::size_t n, std::uint8_t limit) {
    std::uint8_t found = 0;
    for (std::size_t i = 0; i < n; ++i)
        found = static_cast<std::uint8_t>(found | ((status[i] == 0) & (luck[i] <= limit)));
    return found != 0;
}

/// Calls leave(i) for each agent of the range that leaves.
template <class Leave>
void scan(const std::uint8_t* status, const std::uint8_t* luck, std::size_t n, const Threshold& t, std::size_t rank,
          const DrawAddress& address, Leave&& leave) {
    const auto limit = static_cast<std::uint8_t>(std::min(t.whole, 255U));
    for (std::size_t at = 0; at < n; at += stride) {
        const std::size_t here = std::min(stride, n - at);
        if (!any_candidate(status + at, luck + at, here, limit)) continue;
        for (std::size_t i = at; i < at + here; ++i) {
            if (status[i] != 0 || luck[i] > t.whole) continue;
            if (luck[i] == t.whole) {
                Stream edge(address.key, mix(address.entity, rank + i + 1), address.step);
                if (edge.uniform() >= t.fraction) continue;
            }
            leave(i);
        }
    }
}

}  // namespace

Agents AgentBody::decide(std::size_t cell, const BinChances& chance, const DrawAddress& address) {
    Agents out(base_[cell]);
    const std::size_t start = first(cell, 0);
    const std::size_t all = end(cell, trait_bins - 1) - start;
    std::array<std::uint8_t, chunk> luck;
    std::size_t bin = 0;
    for (std::size_t at = 0; at < all; at += chunk) {
        const std::size_t stop = std::min(all, at + chunk);
        fill_draws(address, static_cast<std::uint32_t>(at / kBlockBytes), std::span(luck.data(), stop - at));
        for (std::size_t from = at; from < stop;) {
            while (end(cell, bin) - start <= from) ++bin;
            const std::size_t to = std::min(stop, end(cell, bin) - start);
            Persons left = 0;
            if (chance[bin] > 0)
                scan(status_.data() + start + from, luck.data() + (from - at), to - from, threshold_of(chance[bin]),
                     from, address, [&](std::size_t i) {
                         status_[start + from + i] = away;
                         out.add(flagged(cell, start + from + i));
                         ++left;
                     });
            home_[cell][bin] -= left;
            from = to;
        }
    }
    persons_home_[cell] -= out.persons();
    return out;
}

}  // namespace forestall
