// SPDX-License-Identifier: Apache-2.0
// Rule: a tree of yes-or-no questions. Each asks whether an input is at most a value half-way
// between two neighbours; the question that leaves the purest two parts (Gini) is asked, the first
// of equal ones, until a part is pure, deep or small. Source: Breiman et al. 1984.
#pragma once
#include <vector>

#include "analysis/discover/box.hpp"

namespace forestall::discover {

struct Growing {
    std::size_t depth = 3;       ///< most questions on the way to a leaf
    std::size_t least_leaf = 5;  ///< least points in a leaf
};

/// One part of the tree. `below` and `above` are places in the tree; a leaf has 0 in both.
struct Node {
    std::size_t input = 0;
    double at_most = 0;  ///< below: values up to this, above: greater ones
    std::size_t below = 0;
    std::size_t above = 0;
    std::size_t points = 0;
    std::size_t hits = 0;
    bool leaf() const { return below == 0; }
};

/// The root is the first.
std::vector<Node> grown(const Sample& sample, const Growing& how);

/// The leaves as boxes, from left to right. An edge between two leaves belongs to the lower one;
/// the upper one begins at the next greater number.
std::vector<Box> leaves(const std::vector<Node>& tree, std::size_t inputs);

/// The leaf with the most merit; everything if none has more.
Box best_leaf(const Sample& sample, const Growing& how);

}  // namespace forestall::discover
