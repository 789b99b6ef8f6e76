// SPDX-License-Identifier: Apache-2.0
#include "design/sobol.hpp"

#include <boost/random/sobol.hpp>
#include <stdexcept>

#include "core/random.hpp"

namespace forestall::design {
namespace {

constexpr unsigned bits = 32;

std::uint32_t scrambled(std::uint32_t point, std::uint64_t seed, std::uint64_t input) {
    constexpr auto turned = process("design.sobol.bit");
    const DrawAddress begin{seed, mix(turned, input), 0};
    std::uint32_t out = 0;
    for (unsigned b = 0; b < bits; ++b) {
        const std::uint32_t above = b == 0 ? 0 : point >> (bits - b);
        DrawAddress address = begin;
        address.step = b;
        const std::uint32_t turn = philox_block(address, above)[0] >> (bits - 1);
        const std::uint32_t bit = point >> (bits - 1 - b) & 1U;
        out = out << 1U | (bit ^ turn);
    }
    return out;
}

double coordinate(std::uint32_t point, std::uint64_t seed, std::size_t input, std::size_t row) {
    constexpr auto rest = process("design.sobol.rest");
    Stream stream(seed, mix(rest, input), static_cast<std::uint32_t>(row));
    // The sum has to fit into 53 bits, and must not round up to 1.
    const auto low = static_cast<double>(stream.bits() >> 44U);
    return (static_cast<double>(scrambled(point, seed, input)) + (low + 0.5) * 0x1.0p-20) *
           0x1.0p-32;
}

}  // namespace

Rows sobol(std::size_t points, std::size_t inputs, std::uint64_t seed) {
    if (inputs > most_sobol_inputs)
        throw std::invalid_argument("more inputs than there are direction numbers for");
    Rows out(points, std::vector<double>(inputs));
    if (inputs == 0) return out;
    boost::random::sobol_engine<std::uint32_t, bits> engine(inputs);
    for (std::size_t r = 0; r < points; ++r)
        for (std::size_t i = 0; i < inputs; ++i) {
            const std::uint32_t point = r == 0 ? 0 : engine();  // Boost leaves out the first, all 0
            out[r][i] = coordinate(point, seed, i, r);
        }
    return out;
}

}  // namespace forestall::design
