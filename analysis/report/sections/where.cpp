// SPDX-License-Identifier: Apache-2.0
// Maps of the places: what happens where, under each option.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/map_frame.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

std::string places_table(const Findings& f, bool displaced) {
    std::vector<std::string> head = {"place"};
    for (const std::size_t o : f.shown) head.push_back(f.header.options[o]);
    HtmlTable table(
        fmt::format("{} by place{}",
                    displaced ? "Displaced persons there at the end of the run" : "Civilians killed over the run",
                    f.members == 1 ? "" : ", means over the futures"),
        head);
    std::vector<std::size_t> order(f.header.locations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto of = [&](std::size_t o) -> const std::vector<double>& {
        return displaced ? f.options[o].place_displaced : f.options[o].place_deaths;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return of(f.shown[0])[a] > of(f.shown[0])[b]; });
    for (const std::size_t p : order) {
        table.cell(f.header.locations[p].name);
        for (const std::size_t o : f.shown) table.number(figure_text(of(o)[p]));
        table.end_row();
    }
    return table.html();
}

std::string map_drawing(const Findings& f, const Context& context) {
    const auto& places = f.header.locations;
    if (places.empty()) return "";
    double most_deaths = 0, most_displaced = 0;
    for (const std::size_t o : f.shown)
        for (std::size_t p = 0; p < places.size(); ++p) {
            most_deaths = std::max(most_deaths, f.options[o].place_deaths[p]);
            most_displaced = std::max(most_displaced, f.options[o].place_displaced[p]);
        }
    const MapFrame frame(f, context);
    std::string out;
    for (const std::size_t o : f.shown) {
        const OptionFindings& option = f.options[o];
        Plot plot = frame.plot(fmt::format("Map of places under {}", f.header.options[o]));
        std::vector<std::size_t> order(places.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return option.place_deaths[a] + option.place_displaced[a] >
                   option.place_deaths[b] + option.place_displaced[b];
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const LocationLabel& p = places[order[i]];
            const double deaths = most_deaths > 0 ? std::sqrt(option.place_deaths[order[i]] / most_deaths) : 0;
            const double away = most_displaced > 0 ? std::sqrt(option.place_displaced[order[i]] / most_displaced) : 0;
            plot.circle(p.longitude, p.latitude, 1.5, "#41525c");
            if (away > 0) plot.circle(p.longitude, p.latitude, 2 + 20 * away, "#0067a5", true);
            if (deaths > 0) plot.circle(p.longitude, p.latitude, 1 + 17 * deaths, "#a02c2c");
            if (i < 8) plot.text(p.longitude, p.latitude, clipped(p.name, 18), "middle", 0, -9, "place");
        }
        out += panel(f.header.options[o], plot.svg());
    }
    return "<div class=\"panels\">" + out + "</div>";
}

}  // namespace

std::string where_section(const Findings& f, const Context& context) {
    const std::string means =
        f.members == 1 ? "" : fmt::format("Means over {} futures: no single one looks like this. ", counted(f.members));
    const std::string control =
        f.course ? ""
                 : " An ensemble's file keeps no control by place; `forestall run` keeps it for one member, and "
                   "`report --run` adds that member's course here.";
    return section(
        "map", "Where",
        figure_html("places",
                    means +
                        "Filled circles: civilians killed over the run (area); rings: displaced persons there "
                        "at its end (area). Lines: routes. Scales are the same on all maps." +
                        control,
                    map_drawing(f, context),
                    means +
                        "Circles: what the choice above says (area). Lines: routes. The scale is the same "
                        "for all options. Drag to move the map, Ctrl and the wheel to zoom." +
                        control) +
            folded("The same as a table", places_table(f, false) + places_table(f, true)));
}

}  // namespace forestall::report
