// SPDX-License-Identifier: Apache-2.0
// The graph of places and routes as GraphML, which networkx, igraph and Gephi open. A pure function
// of the file and the world inside it.
#pragma once
#include <cstddef>
#include <string>

#include "results/reader.hpp"
#include "world/world.hpp"

namespace forestall {

/// Undirected. A node per place, `n0` on in the order of the file: `name`, `country`, `region`,
/// `kind`, `latitude`, `longitude`, and for each variable along location its mean over the members
/// that were run under one option, `…_lo` and `…_hi`, the 5 % and the 95 % quantile. An edge per
/// route: `km`, `crosses_border`. A number that is not there is left out. FormatError if the world
/// has other places than the file; std::out_of_range for an unknown option.
std::string graphml_of_network(const Results& results, const World& world, std::size_t option);

}  // namespace forestall
