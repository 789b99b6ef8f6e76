// SPDX-License-Identifier: Apache-2.0
#include "design/design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "core/random.hpp"
#include "design/grid.hpp"
#include "design/latin.hpp"
#include "design/morris.hpp"
#include "design/random.hpp"
#include "design/saltelli.hpp"
#include "design/sobol.hpp"

namespace forestall::design {
namespace {

constexpr std::size_t exchanges_per_point = 200;
constexpr std::size_t most_differences = 1'000'000'000;  // that exchanges take, some seconds

/// Each exchange takes four differences for each point and input.
std::size_t exchanges_of(std::size_t points, std::size_t inputs) {
    const std::size_t each = std::max<std::size_t>(1, 4 * points * inputs);
    return std::min(exchanges_per_point * points, most_differences / each);
}

std::vector<GridInput> grid_inputs(const Design& d) {
    std::vector<GridInput> out;
    for (std::size_t i = 0; i < d.inputs.size(); ++i)
        out.push_back({d.inputs[i], i < d.steps.size() ? d.steps[i] : 0});
    return out;
}

Rows filled(const Design& d, std::size_t points, std::uint64_t seed) {
    const std::size_t k = d.inputs.size();
    switch (d.method) {
        case Method::latin:
            return latin(points, k, seed);
        case Method::maximin:
            return maximin_latin(points, k, seed, exchanges_of(points, k));
        case Method::sobol:
            return sobol(points, k, seed);
        default:
            return random_points(points, k, seed);
    }
}

Rows filled(const Design& d) {
    if (d.strata.empty()) {
        const Rows rows = filled(d, d.points, d.seed);
        const bool slices = d.method == Method::latin || d.method == Method::maximin;
        Rows joined = correlated(rows, d.joined);
        return slices ? reordered(rows, joined) : joined;
    }
    Rows out;
    for (const Stratum& stratum : d.strata) {
        const std::uint64_t seed = mix(d.seed, name_hash(stratum.name));
        const Rows part = squeezed(filled(d, stratum.points, seed), stratum);
        out.insert(out.end(), part.begin(), part.end());
    }
    return out;
}

std::size_t times(std::size_t a, std::size_t b, std::size_t most) {
    return b > 0 && a > most / b ? most + 1 : std::min(a * b, most + 1);
}

}  // namespace

std::size_t design_size(const Design& d, std::size_t most) {
    const std::size_t k = d.inputs.size();
    switch (d.method) {
        case Method::grid:
            return grid_size(grid_inputs(d), most);
        case Method::list:
            return std::min(d.listed.size(), most + 1);
        case Method::saltelli:
            return times(d.points, SaltelliShape{d.points, k, d.second}.each(), most);
        case Method::morris:
            return times(d.points, k + 1, most);
        default:
            break;
    }
    if (d.strata.empty()) return std::min(d.points, most + 1);
    std::size_t sum = 0;
    for (const Stratum& stratum : d.strata)
        sum = std::min(sum + std::min(stratum.points, most + 1), most + 1);
    return sum;
}

Rows points_of(const Design& d, std::size_t most) {
    if (const std::string problem = design_problem(d); !problem.empty())
        throw std::invalid_argument(problem);
    if (design_size(d, most) > most)
        throw std::invalid_argument(fmt::format("more than {} points", most));
    switch (d.method) {
        case Method::grid:
            return grid(grid_inputs(d), most);
        case Method::list:
            return d.listed;
        case Method::saltelli:
            return values_at(d.inputs, saltelli({d.points, d.inputs.size(), d.second}, d.seed));
        case Method::morris:
            return values_at(d.inputs, morris(d.points, d.inputs.size(), d.levels, d.seed));
        default:
            return values_at(d.inputs, filled(d));
    }
}

}  // namespace forestall::design
