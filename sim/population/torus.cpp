// SPDX-License-Identifier: Apache-2.0
#include "population/torus.hpp"

#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace forestall {
namespace {

bool within(std::int32_t x, std::int32_t y, double reach, Neighbourhood shape) {
    const double right = std::abs(x);
    const double down = std::abs(y);
    switch (shape) {
        case Neighbourhood::square:
            return right <= reach && down <= reach;
        case Neighbourhood::disc:
            return right * right + down * down <= reach * reach;
        case Neighbourhood::diamond:
            return right + down <= reach;
        case Neighbourhood::cross:
            return (x == 0 || y == 0) && right + down <= reach;
    }
    return false;
}

}  // namespace

Torus::Torus(std::int32_t width, std::int32_t height, double reach, Neighbourhood shape) {
    const auto far = static_cast<std::int32_t>(std::floor(reach));
    if (far < 1 || width <= 2 * far || height <= 2 * far)
        throw std::invalid_argument(
            "a lattice must be wider and higher than twice the reach, and that at least 1");
    for (std::int32_t site = 0; site < width * height; ++site) {
        x_.push_back(site % width);
        y_.push_back(site / width);
    }
    for (std::int32_t y = -far; y <= far; ++y) {
        for (std::int32_t x = -far; x <= far; ++x) {
            if ((x == 0 && y == 0) || !within(x, y, reach, shape)) continue;
            dx_.push_back(x + far);
            dy_.push_back(y + far);
        }
    }
    for (std::int32_t x = -far; x < width + far; ++x)
        column_.push_back(static_cast<std::uint32_t>((x + width) % width));
    for (std::int32_t y = -far; y < height + far; ++y)
        row_.push_back(static_cast<std::uint32_t>((y + height) % height * width));
}

}  // namespace forestall
