// SPDX-License-Identifier: Apache-2.0
// The hot loop of `individual`: a byte of state and a byte of luck per agent and day. An agent
// leaves when its luck is below its chance; luck has 8 bits here and as many as needed on the edge,
// so the chance is exact and, for fixed luck, who leaves at a chance leaves at every higher one.
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

/// Whether any of `n` <= stride agents of the status has luck at or below the limit.
bool any_candidate(const std::uint8_t* status, std::uint8_t wanted, const std::uint8_t* luck,
                   std::size_t n, std::uint8_t limit) {
    std::uint8_t found = 0;
    for (std::size_t i = 0; i < n; ++i)
        found = static_cast<std::uint8_t>(found | ((status[i] == wanted) & (luck[i] <= limit)));
    return found != 0;
}

/// Calls leave(i) for each agent of the range that has the status and leaves it.
template <class Leave>
void scan(const std::uint8_t* status, std::uint8_t wanted, const std::uint8_t* luck, std::size_t n,
          const Threshold& t, std::size_t rank, const DrawAddress& address, Leave&& leave) {
    const auto limit = static_cast<std::uint8_t>(std::min(t.whole, 255U));
    for (std::size_t at = 0; at < n; at += stride) {
        const std::size_t here = std::min(stride, n - at);
        if (!any_candidate(status + at, wanted, luck + at, here, limit)) continue;
        for (std::size_t i = at; i < at + here; ++i) {
            if (status[i] != wanted || luck[i] > t.whole) continue;
            if (luck[i] == t.whole) {
                Stream edge(address.key, mix(address.entity, rank + i + 1), address.step);
                if (edge.uniform() >= t.fraction) continue;
            }
            leave(i);
        }
    }
}

}  // namespace

/// Runs over all agents of a cell, bin by bin, with a byte of luck each; turn(bin, agent) for those
/// who leave `status`.
template <class Turn>
void AgentBody::each_who_turns(std::size_t cell, std::uint8_t status, const BinChances& chance,
                               const DrawAddress& address, Turn&& turn) {
    const std::size_t start = first(cell, 0);
    const std::size_t all = end(cell, trait_bins - 1) - start;
    std::array<std::uint8_t, chunk> luck;
    std::size_t bin = 0;
    for (std::size_t at = 0; at < all; at += chunk) {
        const std::size_t stop = std::min(all, at + chunk);
        fill_draws(address, static_cast<std::uint32_t>(at / kBlockBytes),
                   std::span(luck.data(), stop - at));
        for (std::size_t from = at; from < stop;) {
            while (end(cell, bin) - start <= from) ++bin;
            const std::size_t to = std::min(stop, end(cell, bin) - start);
            if (chance[bin] > 0)
                scan(status_.data() + start + from, status, luck.data() + (from - at), to - from,
                     threshold_of(chance[bin]), from, address,
                     [&](std::size_t i) { turn(bin, start + from + i); });
            from = to;
        }
    }
}

Agents AgentBody::decide(std::size_t cell, const BinChances& chance, const DrawAddress& address) {
    Agents out(base_[cell]);
    each_who_turns(cell, at_home, chance, address, [&](std::size_t bin, std::size_t agent) {
        status_[agent] = away;
        out.add(flagged(cell, agent));
        --home_[cell][bin];
    });
    persons_home_[cell] -= out.persons();
    return out;
}

Persons AgentBody::change(std::size_t cell, Posture from, Posture to, const BinChances& chance,
                          const DrawAddress& address) {
    Persons persons = 0;
    each_who_turns(cell, status_of(from), chance, address, [&](std::size_t bin, std::size_t agent) {
        persons += turn(cell, bin, agent, status_of(to));
    });
    return persons;
}

}  // namespace forestall
