// SPDX-License-Identifier: Apache-2.0
// Names at points of a drawing, none over another or over a point, and none cut off: above its
// point, or below, or beside it; left out where there is no room.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "analysis/report/plot.hpp"

namespace forestall::report {

/// Pixels that words take in small letters, about.
double length_of(const std::string& words);

class Labels {
public:
    /// Left, top, right, bottom, in pixels of the drawing.
    using Box = std::array<double, 4>;
    explicit Labels(const Box& room) : room_(room) {}
    /// Keeps names off a point; those that are to be named first and last alike.
    void keep_free(const Plot& plot, double x, double y, double radius);
    /// `radius`: pixels that the mark of the point itself takes. False: left out.
    bool add(Plot& plot, double x, double y, double radius, const std::string& name);

private:
    Box room_;
    std::vector<Box> taken_;
};

}  // namespace forestall::report
