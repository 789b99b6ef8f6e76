// SPDX-License-Identifier: Apache-2.0
#include "ensemble/points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace forestall {

Points crossed(std::span<const Axis> axes, std::size_t most) {
    Points out;
    if (axes.empty()) return out;
    out.values = {{}};
    for (const Axis& axis : axes) {
        if (std::find(out.held.begin(), out.held.end(), axis.name) != out.held.end())
            throw std::invalid_argument(axis.name + " is set twice");
        if (axis.values.empty()) throw std::invalid_argument(axis.name + " has no values");
        if (axis.values.size() > most / out.values.size())
            throw std::invalid_argument(fmt::format("more than {} points", most));
        out.held.push_back(axis.name);
        std::vector<std::vector<double>> longer;
        for (const auto& begun : out.values)
            for (const double value : axis.values) {
                longer.push_back(begun);
                longer.back().push_back(value);
            }
        out.values = std::move(longer);
    }
    return out;
}

std::string point_text(const Points& points, std::size_t point) {
    std::string out;
    for (std::size_t i = 0; i < points.held.size(); ++i)
        out += fmt::format("{}{} = {}", i == 0 ? "" : ", ", points.held[i],
                           points.values.at(point)[i]);
    return out;
}

}  // namespace forestall
