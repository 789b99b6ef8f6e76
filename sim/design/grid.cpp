// SPDX-License-Identifier: Apache-2.0
#include "design/grid.hpp"

#include <stdexcept>
#include <utility>

namespace forestall::design {
namespace {

std::vector<double> steps_of(const GridInput& of) {
    if (of.input.discrete()) return of.input.levels;
    std::vector<double> out;
    for (std::size_t s = 0; s < of.steps; ++s)
        out.push_back(
            value_at(of.input, (static_cast<double>(s) + 0.5) / static_cast<double>(of.steps)));
    return out;
}

}  // namespace

std::size_t grid_size(const std::vector<GridInput>& inputs, std::size_t most) {
    std::size_t size = 1;
    for (const GridInput& of : inputs) {
        const std::size_t steps = of.input.discrete() ? of.input.levels.size() : of.steps;
        if (steps > 0 && size > most / steps) return most + 1;
        size *= steps;
    }
    return size;
}

Rows grid(const std::vector<GridInput>& inputs, std::size_t most) {
    if (grid_size(inputs, most) > most)
        throw std::invalid_argument("the grid has more rows than are allowed");
    Rows out{{}};
    for (const GridInput& of : inputs) {
        const std::vector<double> steps = steps_of(of);
        Rows longer;
        for (const auto& begun : out)
            for (const double value : steps) {
                longer.push_back(begun);
                longer.back().push_back(value);
            }
        out = std::move(longer);
    }
    return out;
}

}  // namespace forestall::design
