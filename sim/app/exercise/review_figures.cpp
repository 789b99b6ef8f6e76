// SPDX-License-Identifier: Apache-2.0
// Drawings of a review. Colours are the page's, so that they follow light, dark and paper.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/phrases.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "app/exercise/review_page.hpp"

namespace forestall::app::exercise {
namespace {

using report::Plot, report::Points, report::Range, report::Screen;

constexpr double week = 7;
constexpr std::string_view own = "var(--own)", nothing = "var(--nothing)", truth = "var(--ink)";
constexpr std::string_view seat_colours[] = {"var(--s1)", "var(--s2)", "var(--s3)",
                                             "var(--s4)", "var(--s5)", "var(--s6)"};
constexpr std::string_view seat_dashes[] = {"", "7 3", "2 3", "9 3 2 3", "4 2", "1 2"};

std::string_view colour_of(std::size_t seat) { return seat_colours[seat % 6]; }
std::string_view dashes_of(std::size_t seat) { return seat_dashes[seat % 6]; }

std::string swatch(std::string_view colour, std::string_view dashes, std::string_view name) {
    return fmt::format(
        "<span class=\"key\"><svg aria-hidden=\"true\" viewBox=\"0 0 34 10\"><path d=\"M1 5H33\" "
        "stroke=\"{}\" stroke-width=\"2.5\" stroke-dasharray=\"{}\"/></svg>{}</span> ",
        colour, dashes, report::escaped(name));
}

/// The same drawing for a desk and a telephone.
template <class Draw>
std::string both(std::string_view id, std::string_view caption, const std::string& key,
                 const Draw& draw) {
    const std::string keys = key.empty() ? "" : "<p class=\"keys\">" + key + "</p>";
    return report::two_figure_html(id, caption, keys, draw(report::desk), draw(report::telephone));
}

double last_week(const ReviewPage& p) {
    return static_cast<double>(p.review.dates.size()) *
           static_cast<double>(p.on.tables().settings.step_days) / week;
}

const Fan* fan_of(const Review& r, std::string_view option, bool same) {
    for (const Fan& f : r.fans)
        if (f.option == option && f.same_assumptions == same) return &f;
    return nullptr;
}

/// Values of the steps over weeks; what leaves the drawing runs along its top.
Points over_weeks(const std::vector<double>& values, double step_weeks, double top) {
    Points out{{0, std::min(top, 0.0)}};
    for (std::size_t s = 0; s < values.size(); ++s)
        out.emplace_back(static_cast<double>(s + 1) * step_weeks, std::min(top, values[s]));
    return out;
}

}  // namespace

std::string course_figure(const ReviewPage& p) {
    const Review& r = p.review;
    const Fan* luck = fan_of(r, "played", true);
    const Fan* none = fan_of(r, "none", false);
    if (luck == nullptr || none == nullptr || r.course.empty()) return "";
    const double step = static_cast<double>(p.on.tables().settings.step_days) / week;
    double top = 1;
    for (const std::vector<double>* v : {&r.course, &luck->quantiles[3], &none->quantiles[2]})
        top = std::max(top, *std::max_element(v->begin(), v->end()));
    top *= 1.1;
    const auto draw = [&](const Screen& screen) {
        const bool wide = screen.width > 500;
        Plot plot(r.course_text, screen.width, wide ? 300 : 260, {0, last_week(p)}, {0, top});
        plot.x_axis("weeks", wide ? 8 : 4).y_axis(wide ? r.course_text : "");
        plot.band(over_weeks(luck->quantiles[0], step, top),
                  over_weeks(luck->quantiles[4], step, top), own, 0.12);
        plot.band(over_weeks(luck->quantiles[1], step, top),
                  over_weeks(luck->quantiles[3], step, top), own, 0.22);
        plot.line(over_weeks(luck->quantiles[2], step, top), own, 1.5, "2 3");
        plot.line(over_weeks(none->quantiles[2], step, top), nothing, 2, "7 4");
        plot.line(over_weeks(r.course, step, top), truth, 2.5);
        const double end = static_cast<double>(p.timeline.days.back()) / week;
        plot.line({{end, 0}, {end, top}}, "var(--soft)", 1, "3 3");
        plot.text(end, top, "exercise ends", "end", -4, 12, "small");
        return plot.svg(screen.css);
    };
    const std::string caption = fmt::format(
        "{}. Dark band: half of the futures with the same orders and assumptions and other luck; "
        "light band: 90 % of them{}.",
        r.course_text,
        luck->quantiles[4].back() > top
            ? fmt::format(", which leaves the drawing and ends at {}",
                          report::short_number(luck->quantiles[4].back()))
            : "");
    return both("drawn-course", caption,
                swatch(truth, "", "the world that was played") +
                    swatch(own, "2 3", "middle of its other futures") +
                    swatch(nothing, "7 4", "middle future if nothing is done"),
                draw);
}

std::string marks_figure(const ReviewPage& p) {
    const std::size_t seats = p.timeline.seats.size();
    const std::size_t rows = seats + 3;
    const double end = static_cast<double>(p.timeline.days.back()) / week;
    const auto draw = [&](const Screen& screen) {
        const bool wide = screen.width > 500;
        Plot plot("orders, injects and changes of stage by week", screen.width,
                  26.0 * static_cast<double>(rows) * (wide ? 1 : 1.35) + 40, {0, end},
                  {0, static_cast<double>(rows)},
                  {.left = wide ? 170.0 : 12.0, .right = 16, .top = 6, .bottom = 36});
        plot.x_axis("weeks", wide ? 12 : 6);
        const auto row_name = [&](std::size_t row, std::string_view name) {
            const double at = static_cast<double>(rows - row) - 0.5;
            if (wide)
                plot.text(0, at, name, "end", -8);
            else
                plot.text(0, at, name, "start", 0, -8, "small");
            plot.line({{0, at}, {end, at}}, "var(--line)", 1);
        };
        for (std::size_t s = 0; s < seats; ++s) row_name(s, p.timeline.seats[s].seat);
        row_name(seats, "injects");
        row_name(seats + 1, "stage as the desk sees it");
        row_name(seats + 2, "stage in truth");
        for (const Mark& m : p.timeline.marks) {
            const double at_x = static_cast<double>(m.day) / week;
            std::size_t row = seats;
            for (std::size_t s = 0; s < seats; ++s)
                if (m.seat == p.timeline.seats[s].seat) row = s;
            if (m.kind == MarkKind::stage)
                row = m.text.starts_with("in truth") ? seats + 2 : seats + 1;
            const double at_y = static_cast<double>(rows - row) - 0.5;
            if (m.kind == MarkKind::bookmark) continue;
            if (m.kind == MarkKind::stage) {
                const std::string word = m.text.substr(m.text.find(':') + 2);
                plot.circle(at_x, at_y, 4, truth);
                plot.text(at_x, at_y, wide ? word : word.substr(0, 1), "start", 6, 4, "small");
            } else {
                plot.circle(at_x, at_y, 5, row < seats ? colour_of(row) : truth,
                            m.kind == MarkKind::cancel || m.kind == MarkKind::inject);
            }
        }
        return plot.svg(screen.css);
    };
    return both("drawn-marks",
                "What was done when. Full circles: orders, from the turn in which they begin; "
                "hollow: injects, and orders that were cancelled. The list below has their names.",
                "", draw);
}

std::string seen_figure(const ReviewPage& p, SeatIndicator what) {
    const auto at = static_cast<std::size_t>(what);
    const TrueSeries& series = p.timeline.truth.at(at);
    const double step = static_cast<double>(p.on.tables().settings.step_days) / week;
    double top = 0;
    for (const double v : series.values) top = std::max(top, v);
    std::vector<Points> seen;
    std::string keys = swatch(truth, "", "in truth");
    for (std::size_t s = 0; s < p.timeline.seats.size(); ++s) {
        const SeatLine& line = p.timeline.seats[s];
        Points points;
        for (std::size_t turn = 0; turn < line.at_close.size(); ++turn)
            if (const IndicatorValue& v = line.at_close[turn].at(at); v.value) {
                points.emplace_back(static_cast<double>(p.timeline.turn_ends[turn]) / week,
                                    *v.value);
                top = std::max(top, *v.value);
            }
        seen.push_back(std::move(points));
        keys += swatch(colour_of(s), dashes_of(s), line.seat);
    }
    const auto draw = [&](const Screen& screen) {
        const bool wide = screen.width > 500;
        Plot plot(series.name, screen.width, wide ? 250 : 230,
                  {0, static_cast<double>(p.timeline.days.back()) / week},
                  {0, top > 0 ? top * 1.08 : 1});
        plot.x_axis("weeks", wide ? 12 : 6).y_axis(wide ? series.name : "", 4);
        plot.line(over_weeks(series.values, step, top * 1.08), truth, 2.5);
        for (std::size_t s = 0; s < seen.size(); ++s) {
            plot.line(seen[s], colour_of(s), 1.6, dashes_of(s));
            for (const auto& [x, y] : seen[s]) plot.circle(x, y, 3, colour_of(s));
        }
        return plot.svg(screen.css);
    };
    return both(fmt::format("seen-{}", at),
                fmt::format("{}{}: in truth by week, and the figure that each seat had at the "
                            "close of a turn.",
                            series.name,
                            what == SeatIndicator::reported_deaths
                                ? "; seats are told of those that are reported"
                                : ""),
                keys, draw);
}

namespace {

struct Factor {
    std::string name;
    comparison::Typical typical;
};

std::vector<Factor> factors_of(const Review& r) {
    std::vector<Factor> out;
    for (const Change& c : r.skill)
        out.push_back({c.option == "none" ? "all orders, against doing nothing"
                                          : "all orders, against " + c.option,
                       c.answers.deaths});
    for (const OrderPart& part : r.orders) {
        out.push_back({part.action, part.added.answers.deaths});
        if (!part.earlier.option.empty())
            out.push_back({part.action + ", four weeks earlier", part.earlier.answers.deaths});
    }
    return out;
}

bool has_interval(const comparison::Typical& t) {
    return t.clear != comparison::Clear::few && t.clear != comparison::Clear::none &&
           std::isfinite(t.ratio.lo) && t.ratio.lo > 0;
}

}  // namespace

std::string factors_figure(const ReviewPage& p) {
    const std::vector<Factor> factors = factors_of(p.review);
    if (factors.empty()) return "";
    Range x{std::log(0.8), std::log(1.25)};
    for (const Factor& f : factors)
        if (has_interval(f.typical)) {
            x.include(std::log(f.typical.ratio.lo));
            x.include(std::log(f.typical.ratio.hi));
        }
    const auto draw = [&](const Screen& screen) {
        const bool wide = screen.width > 500;
        const double row = wide ? 24 : 38;
        const auto rows = static_cast<double>(factors.size());
        Plot plot("factors of civilian deaths in the typical future", screen.width, row * rows + 52,
                  x, {0, rows}, {.left = wide ? 300.0 : 12.0, .right = 16, .top = 6, .bottom = 46});
        std::vector<std::pair<double, std::string>> names;
        for (const double ratio : {0.25, 0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 4.0})
            if (std::log(ratio) >= x.low && std::log(ratio) <= x.high)
                names.emplace_back(std::log(ratio), fmt::format("{:g}", ratio));
        plot.x_axis(names).x_title("civilian deaths, times those without");
        plot.line({{0, 0}, {0, rows}}, "var(--soft)", 1, "3 3");
        for (std::size_t i = 0; i < factors.size(); ++i) {
            const Factor& f = factors[i];
            const double at = rows - static_cast<double>(i) - (wide ? 0.5 : 0.7);
            if (wide)
                plot.text(x.low, at, f.name, "end", -8);
            else
                plot.text(x.low, at, f.name, "start", 0, -9, "small");
            if (!has_interval(f.typical)) {
                plot.text(0, at, comparison::clear_text(f.typical.clear), "start", 6, 4, "small");
                continue;
            }
            const bool clear = f.typical.clear != comparison::Clear::open;
            const std::string_view colour = clear ? own : nothing;
            plot.line({{std::log(f.typical.ratio.lo), at}, {std::log(f.typical.ratio.hi), at}},
                      colour, clear ? 3 : 1.6);
            plot.circle(std::log(f.typical.ratio.value), at, clear ? 5 : 4, colour, !clear);
        }
        return plot.svg(screen.css);
    };
    return both("factors",
                "By which factor civilian deaths change in the typical future, with 95 % intervals "
                "that hold together over the options of one question. Left of 1: fewer. Full and "
                "thick: told from chance; hollow and thin: not.",
                "", draw);
}

}  // namespace forestall::app::exercise
