// SPDX-License-Identifier: Apache-2.0
#include "design/random.hpp"

#include "core/random.hpp"

namespace forestall::design {

Rows random_points(std::size_t points, std::size_t inputs, std::uint64_t seed) {
    constexpr auto drawn = process("design.random");
    Rows out(points, std::vector<double>(inputs));
    for (std::size_t r = 0; r < points; ++r)
        for (std::size_t i = 0; i < inputs; ++i)
            out[r][i] = Stream(seed, mix(drawn, i), static_cast<std::uint32_t>(r)).uniform();
    return out;
}

}  // namespace forestall::design
