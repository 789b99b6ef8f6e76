// SPDX-License-Identifier: Apache-2.0
// One member's course on the map: who holds each place, and what has happened there so far.
#include "analysis/report/course.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/map_frame.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

/// Places up to which discs have room for the letters of their holder.
constexpr std::size_t few_places = 40;

/// Pixels of a ring: around the disc of its place.
double ring_of(double deaths, double most, bool few) {
    const int disc = few ? 9 : 5;
    return deaths > 0 ? disc + 14 * std::sqrt(deaths / most) : 0;
}

std::string holder_text(const Course& course, const PlaceState& state) {
    if (state.holder < 0) return "nobody";
    return fmt::format("{} {}", course.actors[static_cast<std::size_t>(state.holder)],
                       fmt::format("{:.0f}\u00a0%", 100 * state.share));
}

std::string key_of(const Course& course) {
    if (!course.has_control) return "";
    const auto initials = initials_of(course.actors);
    std::string out = "<p class=\"key\">";
    for (std::size_t a = 0; a < course.actors.size(); ++a)
        out += fmt::format("<span>{}{} {}</span>", swatch(actor_colour(a)), escaped(initials[a]),
                           escaped(course.actors[a]));
    return out + fmt::format("<span>{}nobody</span></p>", swatch(nobody_colour));
}

std::string frame_drawing(const Findings& f, const MapFrame& map, std::size_t t, double most) {
    const Course& course = *f.course;
    const auto& places = f.header.locations;
    const auto initials = initials_of(course.actors);
    const bool few = places.size() <= few_places;
    Plot plot = map.plot(fmt::format("Control and deaths by place on {}", course.dates[t]));
    for (std::size_t p = 0; p < places.size(); ++p) {
        const PlaceState& state = course.frames[t][p];
        const double lon = places[p].longitude, lat = places[p].latitude;
        const bool held = state.holder >= 0;
        const auto holder = static_cast<std::size_t>(std::max(0, state.holder));
        if (course.has_control) {
            plot.circle(lon, lat, few ? 8 : 4, held ? actor_colour(holder) : nobody_colour);
            if (few && held) plot.text(lon, lat, initials[holder], "middle", 0, 3.5, "inside");
        } else {
            plot.circle(lon, lat, 2, "#41525c");
        }
        if (state.deaths > 0)
            plot.circle(lon, lat, ring_of(state.deaths, most, few), "#a02c2c", true);
    }
    std::vector<SizeMark> key;
    for (const double v : {round_below(most), round_below(most / 4), round_below(most / 30)})
        if (v >= 1)
            key.push_back({short_number(v) + " killed", ring_of(v, most, few), "#a02c2c", true});
    MapFrame::add_key(plot, key);
    return panel(course.dates[t], plot.svg());
}

/// Places that change hands or see deaths, the most deaths first.
std::string course_table(const Findings& f, const std::vector<std::size_t>& frames) {
    const Course& course = *f.course;
    std::vector<std::string> head = {"place"};
    for (const std::size_t t : frames) head.push_back(course.dates[t]);
    HtmlTable table(
        fmt::format("{}civilians killed there so far, displaced persons there",
                    course.has_control ? "Who holds each place with what share of control; " : ""),
        head);
    std::vector<std::size_t> order(f.header.locations.size());
    for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
    const auto& last = course.frames.back();
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return last[a].deaths > last[b].deaths; });
    for (const std::size_t p : order) {
        table.cell(f.header.locations[p].name);
        for (const std::size_t t : frames) {
            const PlaceState& state = course.frames[t][p];
            table.cell(fmt::format("{}{} killed, {} displaced",
                                   course.has_control ? holder_text(course, state) + "; " : "",
                                   figure_text(state.deaths), figure_text(state.displaced)));
        }
        table.end_row();
    }
    return table.html();
}

/// How many are killed, and where most.
std::string course_finding(const Findings& f, const Course& course) {
    double sum = 0;
    std::size_t worst = 0;
    const auto& last = course.frames.back();
    for (std::size_t p = 0; p < last.size(); ++p) {
        sum += last[p].deaths;
        if (last[p].deaths > last[worst].deaths) worst = p;
    }
    std::string out = fmt::format("In this one future {} civilians are killed by {}",
                                  figure_text(sum), course.dates.back());
    return sum > 0 ? out + ", most of them at " + f.header.locations[worst].name : out;
}

}  // namespace

std::string course_section(const Findings& f, const Context& context) {
    if (!f.course || f.course->frames.empty() || f.header.locations.empty()) return "";
    const Course& course = *f.course;
    const std::vector<std::size_t> frames = some_steps(course.frames.size(), 6);
    double most = 1;
    for (const PlaceState& state : course.frames.back()) most = std::max(most, state.deaths);
    const MapFrame map(f, context);
    std::string panels;
    for (const std::size_t t : frames) panels += frame_drawing(f, map, t, most);
    const std::string about = fmt::format(
        "<p>One future out of many, shown for how it comes about, not for what to expect: member "
        "{} under <b>{}</b>, "
        "seed "
        "{}.{}</p>",
        course.member, escaped(course.option), course.seed,
        course.has_control ? ""
                           : " Its violence follows a schedule, in which nobody holds places.");
    return section(
        "course", "One future, step by step",
        about + finding(course_finding(f, course)) + key_of(course) +
            figure_html(
                "one-future",
                fmt::format("{}Rings: civilians killed there so far; the key gives the sizes.",
                            course.has_control
                                ? "Discs: the actor with the largest share of control. "
                                : ""),
                "<div class=\"panels\">" + panels + "</div>",
                fmt::format("{}Rings: what has happened there by the date; the key gives the "
                            "sizes. Move the date to see it come "
                            "about; drag the map to move it, Ctrl and the wheel to zoom.",
                            course.has_control
                                ? "Discs: the actor with the largest share of control. "
                                : "")) +
            folded("The same as a table", course_table(f, frames)));
}

extern const Section section_course;
const Section section_course{90, course_section};

}  // namespace forestall::report
