// SPDX-License-Identifier: Apache-2.0
// The still pictures of the page, as inline SVG. Every figure in them also stands in a table (tables.hpp).
#pragma once
#include <string>

#include "analysis/report/context.hpp"
#include "analysis/report/findings.hpp"

namespace forestall::report {

inline constexpr std::array<const char*, 4> stage_names = {"none", "prevention", "mitigation", "response"};
inline constexpr std::array<const char*, 4> stage_colours = {"#dfe7ec", "#8fb8d8", "#f0a044", "#a02c2c"};

/// Paired differences with their simultaneous intervals, best first.
std::string forest_drawing(const Compared& compared);
/// Mean extra cost over mean outcome averted, with both intervals.
std::string plane_drawing(const Compared& compared);
/// One panel per shown option: median, middle half and 90 % of members over time.
std::string fan_drawing(const Findings& findings, bool displaced);
/// One map per shown option: filled circles for deaths, rings for displacement.
std::string map_drawing(const Findings& findings, const Context& context);
/// Per shown option, shares of members in each stage over time: true, and as observed.
std::string stage_drawing(const Findings& findings);
/// Chance of the highest net benefit over what is paid for averting a death.
std::string acceptability_drawing(const Compared& compared);

}  // namespace forestall::report
