// SPDX-License-Identifier: Apache-2.0
// A box: for each input the range that is inside. What it holds of the points in which something
// happened ("hits").
#pragma once
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "design/input.hpp"

namespace forestall::discover {

inline constexpr double boundless = std::numeric_limits<double>::infinity();

/// Both ends inside; infinite where an input is not bound.
struct Range {
    double low = -boundless;
    double high = boundless;
    bool bound() const { return low > -boundless || high < boundless; }
    bool holds(double value) const { return value >= low && value <= high; }
    bool operator==(const Range&) const = default;
};

struct Box {
    std::vector<Range> ranges;  ///< by input
    bool holds(const std::vector<double>& row) const;
    std::size_t inputs_bound() const;
    bool operator==(const Box&) const = default;
};

/// Everything.
Box whole(std::size_t inputs);

/// Points by row, and which of them are hits; as many of both.
struct Sample {
    design::Rows rows;
    std::vector<bool> hits;
    std::size_t inputs() const { return rows.empty() ? 0 : rows.front().size(); }
};

struct Held {
    std::size_t inside = 0;  ///< points in the box
    std::size_t hits = 0;    ///< of them
    std::size_t points = 0;
    std::size_t all_hits = 0;
    double density() const { return part(hits, inside); }     ///< hits of what is inside
    double coverage() const { return part(hits, all_hits); }  ///< of all hits
    double mass() const { return part(inside, points); }      ///< inside of all points
    /// Harmonic mean of density and coverage.
    double merit() const { return part(2 * hits, inside + all_hits); }

private:
    static double part(std::size_t of, std::size_t all) {
        return all == 0 ? 0 : static_cast<double>(of) / static_cast<double>(all);
    }
};

Held held(const Box& box, const Sample& sample);
/// Of chosen points, each as often as it is chosen.
Held held(const Box& box, const Sample& sample, std::span<const std::size_t> chosen);

}  // namespace forestall::discover
