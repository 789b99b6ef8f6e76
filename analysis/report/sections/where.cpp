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
    HtmlTable table(fmt::format("{} by place{}",
                                displaced ? "Displaced persons there at the end of the run"
                                          : "Civilians killed over the run",
                                f.members == 1 ? "" : ", means over the futures"),
                    head);
    std::vector<std::size_t> order(f.header.locations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto of = [&](std::size_t o) -> const std::vector<double>& {
        return displaced ? f.options[o].place_displaced : f.options[o].place_deaths;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return of(f.shown[0])[a] > of(f.shown[0])[b];
    });
    for (const std::size_t p : order) {
        table.cell(f.header.locations[p].name);
        for (const std::size_t o : f.shown) table.number(figure_text(of(o)[p]));
        table.end_row();
    }
    return table.html();
}

/// Pixels of the largest circle; areas are in proportion.
constexpr double largest_ring = 21, largest_disc = 18;

double radius_of(double value, double most, double largest) {
    return most > 0 && value > 0 ? largest * std::sqrt(value / most) : 0;
}

std::vector<SizeMark> key_of(double most_deaths, double most_displaced) {
    std::vector<SizeMark> out;
    for (const double v : {round_below(most_deaths), round_below(most_deaths / 4)})
        if (v > 0)
            out.push_back({fmt::format("{} killed", short_number(v)),
                           radius_of(v, most_deaths, largest_disc), "#a02c2c"});
    for (const double v : {round_below(most_displaced), round_below(most_displaced / 4)})
        if (v > 0)
            out.push_back({fmt::format("{} displaced", short_number(v)),
                           radius_of(v, most_displaced, largest_ring), "#0067a5", true});
    return out;
}

std::string map_drawing(const Findings& f, const MapFrame& frame) {
    const auto& places = f.header.locations;
    if (places.empty()) return "";
    double most_deaths = 0, most_displaced = 0;
    for (const std::size_t o : f.shown)
        for (std::size_t p = 0; p < places.size(); ++p) {
            most_deaths = std::max(most_deaths, f.options[o].place_deaths[p]);
            most_displaced = std::max(most_displaced, f.options[o].place_displaced[p]);
        }
    const std::vector<SizeMark> key = key_of(most_deaths, most_displaced);
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
        const auto deaths = [&](std::size_t p) {
            return radius_of(option.place_deaths[p], most_deaths, largest_disc);
        };
        const auto away = [&](std::size_t p) {
            return radius_of(option.place_displaced[p], most_displaced, largest_ring);
        };
        for (const std::size_t p : order) {
            const double lon = places[p].longitude, lat = places[p].latitude;
            if (away(p) > 0) plot.circle(lon, lat, away(p), "#0067a5", true);
            if (deaths(p) > 0) plot.circle(lon, lat, deaths(p), "#a02c2c");
            plot.circle(lon, lat, 1.5, "#41525c");
        }
        Labels labels = frame.labels();
        for (std::size_t i = 0; i < std::min<std::size_t>(8, order.size()); ++i) {
            const LocationLabel& p = places[order[i]];
            labels.add(plot, p.longitude, p.latitude, std::max(deaths(order[i]), away(order[i])),
                       clipped(p.name, 24));
        }
        MapFrame::add_key(plot, key);
        out += panel(f.header.options[o], plot.svg());
    }
    return frame.definitions() + "<div class=\"panels\">" + out + "</div>";
}

}  // namespace

std::string where_section(const Findings& f, const Context& context) {
    const std::string means =
        f.members == 1 ? ""
                       : fmt::format("Means over {} futures: no single one looks like this. ",
                                     counted(f.members));
    const std::string control =
        f.course ? ""
                 : " The file of an ensemble does not hold control by place; `forestall run` keeps "
                   "it for one member, and `report --run` adds the course of that member here.";
    const MapFrame frame(f, context);
    const std::string source = frame.has_outlines() ? " Outlines of countries: Natural Earth." : "";
    return section(
        "map", "Where",
        figure_html("places",
                    means +
                        "Filled circles: civilians killed over the run, by area; rings: displaced "
                        "persons there "
                        "at its end, by area. Lines: routes. Scales are the same on all maps." +
                        source + control,
                    map_drawing(f, frame),
                    means +
                        "Circles: what the choice above says, by area. Lines: routes. The scale is "
                        "the same "
                        "for all options. Drag to move the map, Ctrl and the wheel to zoom." +
                        source + control) +
            folded("The same as a table", places_table(f, false) + places_table(f, true)));
}

extern const Section section_where;
const Section section_where{80, where_section};

}  // namespace forestall::report
