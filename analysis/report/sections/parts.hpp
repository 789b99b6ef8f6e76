// SPDX-License-Identifier: Apache-2.0
// What several drawings share.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/report/findings.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "core/stage.hpp"
#include "world/stage_start.hpp"

namespace forestall::report {

inline constexpr std::array<const char*, stage_count> stage_colours = {"#dfe7ec", "#8fb8d8",
                                                                       "#f0a044", "#a02c2c"};

inline constexpr std::string_view nobody_colour = "#c9ced2";
/// Colour of an actor by its position; white letters on it can be read.
std::string_view actor_colour(std::size_t actor);

/// At most so many bytes, cut between characters, with an ellipsis.
std::string clipped(const std::string& text, std::size_t most);
/// Name of a number with what it means under it.
Markup assumption_cell(const assumptions::Assumption& assumption);
/// What it is in few words: "Mediation: weekly cost", "population.kin_pull · what kin weigh".
std::string label_of(const assumptions::Assumption& assumption);
/// "D: judgement: parties rearm"; "–: Straus 2015" of one that is not graded.
std::string graded_source(const assumptions::Assumption& assumption);
/// "arms_embargo" -> "arms embargo".
std::string spaced(std::string name);
/// A square of one colour, for a key.
std::string swatch(std::string_view colour);
/// One of several drawings beside each other, with its title.
std::string panel(const std::string& title, const std::string& svg);
/// Months at positions of about `count` steps, for an axis.
std::vector<std::pair<double, std::string>> date_names(const Findings& findings, std::size_t count);
/// A table of a row per option: folded, and printed only if unfolded, where there are more than
/// charts have room for.
std::string long_table(const Compared& compared, std::string_view summary,
                       const std::string& table);
Range time_range(const Findings& findings);
/// That a section judges by means, where the answer leads with another option.
std::string by_means_html(const Findings& findings);

}  // namespace forestall::report
