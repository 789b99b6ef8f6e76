// SPDX-License-Identifier: Apache-2.0
#include "design/latin.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "core/random.hpp"

namespace forestall::design {
namespace {

using Slices = std::vector<std::vector<double>>;  // [row][input], whole numbers from 0

Slices drawn_slices(std::size_t points, std::size_t inputs, std::uint64_t seed) {
    constexpr auto order_drawn = process("design.latin.order");
    Slices out(points, std::vector<double>(inputs));
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> order(points);
        std::iota(order.begin(), order.end(), 0.0);
        Stream stream(seed, mix(order_drawn, i), 0);
        for (std::size_t left = points; left > 1; --left)
            std::swap(order[left - 1], order[static_cast<std::size_t>(stream.below(left))]);
        for (std::size_t r = 0; r < points; ++r) out[r][i] = order[r];
    }
    return out;
}

Rows placed(Slices slices, std::uint64_t seed) {
    constexpr auto place_drawn = process("design.latin.place");
    const auto n = static_cast<double>(slices.size());
    for (std::size_t r = 0; r < slices.size(); ++r)
        for (std::size_t i = 0; i < slices[r].size(); ++i) {
            Stream stream(seed, mix(place_drawn, i), static_cast<std::uint32_t>(r));
            slices[r][i] = std::min((slices[r][i] + stream.uniform()) / n, 1 - 0x1.0p-53);
        }
    return slices;
}

double squared_distance(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

double crowding_of(double squared) {
    const double two = 1 / squared;
    const double four = two * two;
    return four * four * (four * four);
}

/// What a row, and one that it exchanges with, add to the crowding; the pair itself stays as far.
double crowding(const Slices& slices, std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t r = 0; r < slices.size(); ++r)
        if (r != a && r != b)
            sum += crowding_of(squared_distance(slices[r], slices[a])) +
                   crowding_of(squared_distance(slices[r], slices[b]));
    return sum;
}

}  // namespace

Rows latin(std::size_t points, std::size_t inputs, std::uint64_t seed) {
    return placed(drawn_slices(points, inputs, seed), seed);
}

Rows maximin_latin(std::size_t points, std::size_t inputs, std::uint64_t seed,
                   std::size_t exchanges) {
    constexpr auto exchange_drawn = process("design.latin.exchange");
    Slices slices = drawn_slices(points, inputs, seed);
    if (points < 3 || inputs < 2) return placed(std::move(slices), seed);
    for (std::size_t t = 0; t < exchanges; ++t) {
        Stream stream(seed, exchange_drawn, static_cast<std::uint32_t>(t));
        const auto a = static_cast<std::size_t>(stream.below(points));
        auto b = static_cast<std::size_t>(stream.below(points - 1));
        if (b >= a) ++b;
        const auto i = static_cast<std::size_t>(stream.below(inputs));
        const double before = crowding(slices, a, b);
        std::swap(slices[a][i], slices[b][i]);
        if (crowding(slices, a, b) >= before) std::swap(slices[a][i], slices[b][i]);
    }
    return placed(std::move(slices), seed);
}

double least_distance(const Rows& rows) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t a = 0; a < rows.size(); ++a)
        for (std::size_t b = a + 1; b < rows.size(); ++b)
            least = std::min(least, squared_distance(rows[a], rows[b]));
    return rows.size() < 2 ? 0 : std::sqrt(least);
}

}  // namespace forestall::design
