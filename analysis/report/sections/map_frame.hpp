// SPDX-License-Identifier: Apache-2.0
// The empty map that several drawings begin with: places at their coordinates, routes between them.
#pragma once
#include <map>
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"
#include "analysis/report/plot.hpp"

namespace forestall::report {

class MapFrame {
public:
    MapFrame(const Findings& findings, const Context& context);
    /// With the routes drawn.
    Plot plot(const std::string& label) const;

private:
    const std::vector<LocationLabel>& places_;
    const Context& context_;
    std::map<std::string, std::size_t> at_;
    Range latitude_, longitude_;
    double height_ = 0;
};

}  // namespace forestall::report
