// SPDX-License-Identifier: Apache-2.0
// Deaths and displacement over time, as spread over the members.
#include <fmt/format.h>

#include <array>

#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

std::string fan_table(const Findings& f, bool displaced) {
    const auto steps = some_steps(f.dates.size(), 6);
    std::vector<std::string> head = {"option"};
    for (const std::size_t t : steps) head.push_back(f.dates[t]);
    HtmlTable table(
        fmt::format("{}: median of {} futures (5 to 95 %)",
                    displaced
                        ? "Persons displaced, in the step that begins on the date"
                        : "Civilians killed since the start, to the step that begins on the date",
                    counted(f.members)),
        head);
    for (const std::size_t o : f.shown) {
        table.cell(f.header.options[o]);
        for (const std::size_t t : steps) {
            const auto& q = (displaced ? f.options[o].displaced : f.options[o].deaths).quantiles[t];
            table.number(fmt::format("{} ({} to {})", figure_text(q[2]), figure_text(q[0]),
                                     figure_text(q[4])));
        }
        table.end_row();
    }
    return table.html();
}

std::string fan_drawing(const Findings& f, bool displaced) {
    Range y{0, 0};
    const auto fan_of = [&](std::size_t o) -> const Fan& {
        return displaced ? f.options[o].displaced : f.options[o].deaths;
    };
    for (const std::size_t o : f.shown)
        for (const auto& q : fan_of(o).quantiles) y.include(q.back());
    y.high *= 1.05;
    const std::size_t baseline = f.compared ? f.compared->comparison.baseline : 0;
    std::string out;
    for (const std::size_t o : f.shown) {
        const std::string& name = f.header.options[o];
        const auto colour = option_colour(o, baseline);
        Plot plot(fmt::format("{} over time under {}",
                              displaced ? "Displaced persons" : "Civilians killed", name),
                  440, 250, time_range(f), y, {64, 14, 10, 30});
        plot.y_axis("");
        plot.x_axis(date_names(f, 3));
        std::array<Points, 5> lines;
        Points mean;
        for (std::size_t t = 0; t < f.dates.size(); ++t) {
            for (std::size_t q = 0; q < 5; ++q)
                lines[q].emplace_back(static_cast<double>(t), fan_of(o).quantiles[t][q]);
            mean.emplace_back(static_cast<double>(t), fan_of(o).mean[t]);
        }
        plot.band(lines[0], lines[4], colour, 0.18).band(lines[1], lines[3], colour, 0.32);
        plot.line(lines[2], colour, 2.4).line(mean, colour, 1.4, "5 4");
        out += panel(name, plot.svg());
    }
    return "<div class=\"panels\">" + out + "</div>";
}

/// "Civilians killed by 2014-12, middle future: 2,600 under ‘none’, 1,590 under ‘talks’".
std::string fan_finding(const Findings& f, bool displaced) {
    const auto clause = [&](std::size_t o) {
        const Fan& fan = displaced ? f.options[o].displaced : f.options[o].deaths;
        return fmt::format("{} under ‘{}’", comparison::rough(fan.quantiles.back()[2]),
                           f.header.options[o]);
    };
    const std::string out = fmt::format("{} {}, middle future: {}",
                                        displaced ? "Away from home in" : "Civilians killed by",
                                        f.dates.back().substr(0, 7), clause(f.shown[0]));
    return f.shown.size() > 1 ? out + ", " + clause(f.shown[1]) : out;
}

std::string shown_note(const Findings& f) {
    if (f.shown.size() == f.options.size()) return "";
    return fmt::format("<p>Of {} options, the baseline and the {} that look best are drawn.</p>",
                       f.options.size(), f.shown.size() - 1);
}

}  // namespace

std::string over_time_sections(const Findings& f) {
    const bool one = f.members == 1;
    const std::string reading = one ? ""
                                    : " Line: median of the futures; dark band: their middle half; "
                                      "light band: 90 % of them; dashed: ";
    const std::string still = one ? "" : reading + "mean.";
    std::string live;
    if (!one)
        live = f.shown.size() > 1
                   ? reading + fmt::format("median of '{}'.", f.header.options[f.shown[0]])
                   : reading.substr(0, reading.rfind(';')) + ".";
    const auto both = [&](const std::string& id, const std::string& what, bool displaced) {
        return finding(fan_finding(f, displaced)) +
               figure_html(id, what + still, fan_drawing(f, displaced), what + live) +
               folded("The same as a table", fan_table(f, displaced));
    };
    return section("deaths", "Deaths over time",
                   shown_note(f) + both("fan-deaths", "Civilians killed since the start.", false)) +
           section("displaced", "Displacement over time",
                   both("fan-displaced", "Persons away from home.", true));
}

extern const Section section_over_time;
const Section section_over_time{
    70, [](const Findings& f, const Context&) { return over_time_sections(f); }};

}  // namespace forestall::report
