// SPDX-License-Identifier: Apache-2.0
// The stage over time: as it truly is in the model, and as observers see it.
#include <fmt/format.h>

#include <array>

#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

/// Of the futures that were run: all and none are said as they are.
std::string share_text(double share) {
    if (share > 1 - 1e-9) return "all";
    return share < 1e-9 ? "none" : percent_text(share);
}

std::string stages_table(const Findings& f) {
    const auto steps = some_steps(f.dates.size(), 6);
    std::vector<std::string> head = {"option", "stage"};
    for (const std::size_t t : steps) head.push_back(f.dates[t]);
    HtmlTable table("Share of futures in each stage, true / as observed", head);
    for (const std::size_t o : f.shown)
        for (const auto& [stage, text] : stage_words) {
            const auto s = static_cast<std::size_t>(stage);
            table.cell(f.header.options[o]).cell(std::string(text));
            for (const std::size_t t : steps)
                table.number(fmt::format("{} / {}", share_text(f.options[o].stage_true[t][s]),
                                         share_text(f.options[o].stage_observed[t][s])));
            table.end_row();
        }
    return table.html();
}

std::string stage_drawing(const Findings& f) {
    std::string out;
    for (const std::size_t o : f.shown)
        for (const bool observed : {false, true}) {
            const StageShares& shares =
                observed ? f.options[o].stage_observed : f.options[o].stage_true;
            const std::string title =
                fmt::format("{}: {} stage", f.header.options[o], observed ? "observed" : "true");
            Plot plot(title, 440, 170, time_range(f), {0, 100}, {44, 14, 8, 28});
            Points below, above;
            for (std::size_t t = 0; t < shares.size(); ++t)
                below.emplace_back(static_cast<double>(t), 0);
            for (std::size_t s = stage_count; s-- > 0;) {
                above = below;
                for (std::size_t t = 0; t < shares.size(); ++t)
                    above[t].second += 100 * shares[t][s];
                plot.band(below, above, stage_colours[s], 1);
                below = above;
            }
            plot.x_axis(date_names(f, 3)).y_axis("", 2);
            out += panel(title, plot.svg());
        }
    std::string key = "<p class=\"key\">";
    for (std::size_t s = stage_count; s-- > 0;)
        key += fmt::format("<span>{}{}</span>", swatch(stage_colours[s]),
                           stage_words.text(static_cast<Stage>(s)));
    return key + " (from the bottom up; % of futures)</p><div class=\"panels\">" + out + "</div>";
}

}  // namespace

std::string stages_section(const Findings& f) {
    return section(
        "stages", "Stages over time",
        finding(fmt::format(
            "Under ‘{}’ the desk sees response in {} of futures, mitigation or worse "
            "in {}",
            f.header.options[f.shown[0]], percent_text(f.reached[3]), percent_text(f.reached[2]))) +
            figure_html(
                "stage-shares",
                "Share of futures in each stage: as it truly is in the model, and as observers see "
                "it, late and in part. Options start on what is observed.",
                stage_drawing(f)) +
            folded("The same as a table", stages_table(f)));
}

extern const Section section_stages;
const Section section_stages{100,
                             [](const Findings& f, const Context&) { return stages_section(f); }};

}  // namespace forestall::report
