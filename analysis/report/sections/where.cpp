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

constexpr std::string_view fewer_colour = "#0067a5", more_colour = "#b84a00";

double largest_change(const Findings& f, std::vector<PlaceChange> OptionFindings::*changes) {
    double most = 0;
    for (const std::size_t o : f.shown)
        for (const PlaceChange& c : f.options[o].*changes)
            most = std::max(most, std::fabs(c.value));
    return most;
}

/// What an option changes at each place. Filled: clear; hollow: it may be luck.
std::string change_drawing(const Findings& f, const MapFrame& frame, std::size_t option) {
    const auto& places = f.header.locations;
    const auto& changes = f.options[option].deaths_change;
    const double most = largest_change(f, &OptionFindings::deaths_change);
    Plot plot =
        frame.plot(fmt::format("Map of what {} changes by place", f.header.options[option]));
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::fabs(changes[a].value) > std::fabs(changes[b].value);
    });
    const auto radius = [&](std::size_t p) {
        return radius_of(std::fabs(changes[p].value), most, largest_ring);
    };
    for (const std::size_t p : order) {
        if (radius(p) > 0)
            plot.circle(places[p].longitude, places[p].latitude, radius(p),
                        changes[p].value < 0 ? fewer_colour : more_colour, !changes[p].clear);
        plot.circle(places[p].longitude, places[p].latitude, 1.5, "#41525c");
    }
    Labels labels = frame.labels();
    for (std::size_t i = 0; i < std::min<std::size_t>(8, order.size()); ++i)
        labels.add(plot, places[order[i]].longitude, places[order[i]].latitude, radius(order[i]),
                   clipped(places[order[i]].name, 24));
    const double mark = round_below(most);
    if (mark > 0)
        MapFrame::add_key(plot, {{fmt::format("{} fewer", short_number(mark)),
                                  radius_of(mark, most, largest_ring), fewer_colour},
                                 {fmt::format("{} more", short_number(mark)),
                                  radius_of(mark, most, largest_ring), more_colour},
                                 {"hollow: not clear", 5, "#41525c", true}});
    return panel(fmt::format("‘{}’ against ‘{}’, civilians killed", f.header.options[option],
                             f.header.options[f.shown[0]]),
                 plot.svg());
}

/// What the options that look best change; "" if there is one only.
std::string change_drawings(const Findings& f, const MapFrame& frame) {
    std::string out;
    if (f.header.locations.empty()) return out;
    constexpr std::size_t most = 2;
    for (std::size_t i = 1; i < std::min(f.shown.size(), 1 + most); ++i)
        if (!f.options[f.shown[i]].deaths_change.empty())
            out += change_drawing(f, frame, f.shown[i]);
    return out.empty() ? out : "<div class=\"panels\">" + out + "</div>";
}

/// "41 % of civilian deaths under ‘none’ are at a, b and c".
std::string where_finding(const Findings& f) {
    const auto& deaths = f.options[f.shown[0]].place_deaths;
    std::vector<std::size_t> order(deaths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return deaths[a] > deaths[b]; });
    const double all = std::accumulate(deaths.begin(), deaths.end(), 0.0);
    if (!(all > 0) || order.size() < 4) return "";
    double most = 0;
    for (std::size_t i = 0; i < 3; ++i) most += deaths[order[i]];
    const auto name = [&](std::size_t i) { return f.header.locations[order[i]].name; };
    return finding(fmt::format("{} of civilian deaths under ‘{}’ are at {}, {} and {}",
                               percent_text(most / all), f.header.options[f.shown[0]], name(0),
                               name(1), name(2)));
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
        where_finding(f) +
            figure_html(
                "places",
                means +
                    "Filled circles: civilians killed over the run, by area; rings: displaced "
                    "persons there "
                    "at its end, by area. Maps against the baseline: blue where fewer are "
                    "killed, orange where more, filled where that is clear. Lines: routes. "
                    "Scales are the same on all maps of a kind." +
                    source + control,
                map_drawing(f, frame) + change_drawings(f, frame),
                means +
                    "Circles: what the choice above says, by area; of a difference, filled "
                    "where it is clear. Lines: routes. The scale is the same "
                    "for all options. Drag to move the map, Ctrl and the wheel to zoom." +
                    source + control) +
            folded("The same as a table", places_table(f, false) + places_table(f, true)));
}

extern const Section section_where;
const Section section_where{80, where_section};

}  // namespace forestall::report
