// SPDX-License-Identifier: Apache-2.0
// A lattice without edges: which sites lie within reach of a site. Immutable, so copies of it are
// equal for ever.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "world/reference.hpp"

namespace forestall {

class Torus {
public:
    /// Throws std::invalid_argument if a site would see another twice: width and height must exceed
    /// twice the reach.
    Torus(std::int32_t width, std::int32_t height, double reach, Neighbourhood shape);

    std::size_t sites() const { return x_.size(); }
    /// How many other sites lie within reach of each.
    std::size_t others() const { return dx_.size(); }
    /// The i-th of them, i < others(): the same offset for every site, and symmetric: who sees is
    /// seen.
    std::size_t other(std::size_t site, std::size_t i) const {
        return column_[static_cast<std::size_t>(std::int64_t{x_[site]} + dx_[i])] +
               row_[static_cast<std::size_t>(std::int64_t{y_[site]} + dy_[i])];
    }

private:
    std::vector<std::int32_t> x_, y_;    ///< by site
    std::vector<std::int32_t> dx_, dy_;  ///< by offset, shifted to be >= 0
    std::vector<std::uint32_t> column_;  ///< shifted x -> part of the site's number
    std::vector<std::uint32_t> row_;
};

}  // namespace forestall
