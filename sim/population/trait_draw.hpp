// SPDX-License-Identifier: Apache-2.0
// Trait bins of the people or agents of a cell at the start: equally likely, the same draw in both
// representations.
#pragma once
#include <array>

#include "core/samplers.hpp"
#include "population/bodies.hpp"

namespace forestall {

inline BinCounts draw_traits(Persons units, std::uint64_t cell_address, const Luck& luck) {
    constexpr auto kTraits = process("population.traits");
    std::array<double, trait_bins> equal;
    equal.fill(1);
    BinCounts bins{};
    Stream s = luck.stream(kTraits, cell_address, 0);
    sample::multinomial(s, units, equal, bins);
    return bins;
}

}  // namespace forestall
