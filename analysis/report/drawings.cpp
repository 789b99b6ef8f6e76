// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/drawings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"

namespace forestall::report {
namespace {

using comparison::Comparison;
using comparison::Figure;
using comparison::OptionFigures;

std::string clipped(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

std::string panel(const std::string& title, const std::string& svg) {
    return fmt::format("<div class=\"panel\"><p class=\"panel-title\">{}</p>{}</div>", escaped(title), svg);
}

std::vector<std::pair<double, std::string>> date_names(const Findings& f, std::size_t count) {
    std::vector<std::pair<double, std::string>> out;
    for (const std::size_t t : some_steps(f.dates.size(), count))
        out.emplace_back(static_cast<double>(t), f.dates[t].substr(0, 7));
    return out;
}

Range time_range(const Findings& f) { return {0, static_cast<double>(f.dates.size()) - 1}; }

}  // namespace

std::string forest_drawing(const Compared& compared) {
    const Comparison& c = compared.comparison;
    std::vector<std::size_t> order;
    for (const std::size_t o : compared.drawn)
        if (o != c.baseline) order.push_back(o);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double x = c.options[a].difference.value, y = c.options[b].difference.value;
        return c.less_is_better ? x < y : x > y;
    });
    Range x{0, 0};
    for (const std::size_t o : order) {
        x.include(c.options[o].difference.lo);
        x.include(c.options[o].difference.hi);
    }
    const double spread = x.high - x.low > 0 ? (x.high - x.low) * 0.06 : 1;
    x.low -= spread;
    x.high += spread;
    const auto rows = static_cast<double>(order.size());
    Plot plot("Paired difference of each option from the baseline, with 95 % intervals", 720, 78 + 40 * rows, x,
              {-rows + 0.5, 0.5}, {150, 20, 26, 52});
    plot.x_axis(fmt::format("difference in {} from '{}'", compared.wording.outcome, c.options[c.baseline].name));
    plot.text(x.low, 0.5, c.less_is_better ? "◀ better" : "◀ worse", "start", 0, -8, "hint");
    plot.text(x.high, 0.5, c.less_is_better ? "worse ▶" : "better ▶", "end", 0, -8, "hint");
    for (std::size_t i = 0; i < order.size(); ++i) {
        const OptionFigures& f = c.options[order[i]];
        const double y = -static_cast<double>(i);
        const auto colour = option_colour(order[i], c.baseline);
        plot.text(x.low, y, clipped(f.name, 22), "end", -10);
        plot.line({{f.difference.lo, y}, {f.difference.hi, y}}, colour, 3);
        plot.circle(f.difference.value, y, 6, colour);
        plot.text(f.difference.value, y, interval_text(f.difference), "middle", 0, 19, "small");
    }
    return plot.svg();
}

std::string plane_drawing(const Compared& compared) {
    const Comparison& c = compared.comparison;
    const double sign = c.less_is_better ? -1 : 1;
    Range x{0, 0}, y{0, 0};
    for (const std::size_t o : compared.drawn) {
        const OptionFigures& f = c.options[o];
        x.include(sign * f.difference.lo);
        x.include(sign * f.difference.hi);
        y.include(f.extra_cost.lo);
        y.include(f.extra_cost.hi);
    }
    if (x.high > x.low) x = {x.low - 0.05 * (x.high - x.low), x.high + 0.12 * (x.high - x.low)};
    if (y.high > y.low) y = {y.low - 0.05 * (y.high - y.low), y.high + 0.08 * (y.high - y.low)};
    Plot plot("Extra cost over what is averted, per option, with 95 % intervals", 720, 380, x, y, {84, 20, 14, 46});
    plot.y_axis(fmt::format("extra cost, {}", compared.wording.currency));
    plot.x_axis(c.less_is_better ? compared.wording.outcome + " averted, mean" : compared.wording.outcome + " gained");
    for (const std::size_t o : compared.drawn) {
        const OptionFigures& f = c.options[o];
        const auto colour = option_colour(o, c.baseline);
        const double at = o == c.baseline ? 0 : sign * f.difference.value;
        const double cost = o == c.baseline ? 0 : f.extra_cost.value;
        const bool front = std::count(compared.undominated.begin(), compared.undominated.end(), o) > 0;
        if (o != c.baseline) {
            plot.line({{sign * f.difference.lo, cost}, {sign * f.difference.hi, cost}}, colour, 1.5);
            plot.line({{at, f.extra_cost.lo}, {at, f.extra_cost.hi}}, colour, 1.5);
        }
        plot.circle(at, cost, 7, colour, !front);
        plot.text(at, cost, clipped(f.name, 24) + (front ? " ★" : ""), "start", 9, -8);
    }
    return plot.svg();
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
        Plot plot(fmt::format("{} over time under {}", displaced ? "Displaced persons" : "Civilians killed", name), 440,
                  250, time_range(f), y, {64, 14, 10, 30});
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

std::string map_drawing(const Findings& f, const Context& context) {
    const auto& places = f.header.locations;
    if (places.empty()) return "";
    Range lat{places[0].latitude, places[0].latitude}, lon{places[0].longitude, places[0].longitude};
    double most_deaths = 0, most_displaced = 0;
    for (const LocationLabel& p : places) {
        lat.include(p.latitude);
        lon.include(p.longitude);
    }
    for (const std::size_t o : f.shown)
        for (std::size_t p = 0; p < places.size(); ++p) {
            most_deaths = std::max(most_deaths, f.options[o].place_deaths[p]);
            most_displaced = std::max(most_displaced, f.options[o].place_displaced[p]);
        }
    std::map<std::string, std::size_t> at;
    for (std::size_t p = 0; p < places.size(); ++p) at[places[p].name] = p;
    const double squeeze = std::max(0.1, std::cos((lat.low + lat.high) / 2 * 3.14159265358979 / 180));
    const double wide = std::max((lon.high - lon.low) * squeeze, 1e-6), tall = std::max(lat.high - lat.low, 1e-6);
    const double height = std::clamp(380 * tall / wide, 200.0, 520.0) + 60;
    std::string out;
    for (const std::size_t o : f.shown) {
        const OptionFindings& option = f.options[o];
        Plot plot(fmt::format("Map of places under {}", f.header.options[o]), 440, height, lon, lat, {30, 30, 30, 30});
        for (const auto& [a, b] : context.routes)
            if (const auto from = at.find(a), to = at.find(b); from != at.end() && to != at.end())
                plot.line({{places[from->second].longitude, places[from->second].latitude},
                           {places[to->second].longitude, places[to->second].latitude}},
                          "#9aa7b0", 1);
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

std::string stage_drawing(const Findings& f) {
    std::string out;
    for (const std::size_t o : f.shown)
        for (const bool observed : {false, true}) {
            const StageShares& shares = observed ? f.options[o].stage_observed : f.options[o].stage_true;
            const std::string title = fmt::format("{}: {} stage", f.header.options[o], observed ? "observed" : "true");
            Plot plot(title, 440, 170, time_range(f), {0, 100}, {44, 14, 8, 28});
            Points below, above;
            for (std::size_t t = 0; t < shares.size(); ++t) below.emplace_back(static_cast<double>(t), 0);
            for (std::size_t s = 4; s-- > 0;) {
                above = below;
                for (std::size_t t = 0; t < shares.size(); ++t) above[t].second += 100 * shares[t][s];
                plot.band(below, above, stage_colours[s], 1);
                below = above;
            }
            plot.x_axis(date_names(f, 3)).y_axis("", 2);
            out += panel(title, plot.svg());
        }
    std::string key = "<p class=\"key\">";
    for (std::size_t s = 4; s-- > 0;)
        key += fmt::format("<span><i style=\"background:{}\"></i>{}</span>", stage_colours[s], stage_names[s]);
    return key + " (from the bottom up; % of members)</p><div class=\"panels\">" + out + "</div>";
}

std::string acceptability_drawing(const Compared& compared) {
    const auto& a = compared.comparison.acceptability_deaths;
    std::vector<std::pair<double, std::string>> names;
    for (std::size_t i = 0; i < a.willingness.size(); i += 3)
        names.emplace_back(static_cast<double>(i), money_text(a.willingness[i]));
    Plot plot("Chance that each option is worth its money, over what is paid to avert a death", 720, 300,
              {0, static_cast<double>(a.willingness.size()) - 1}, {0, 100}, {64, 20, 10, 34});
    plot.y_axis("chance, %").x_axis(names);
    static constexpr std::array<std::string_view, 4> dashes = {"", "8 4", "2 3", "10 3 2 3"};
    std::string key = "<p class=\"key\">";
    for (const std::size_t o : compared.drawn) {
        Points points;
        for (std::size_t i = 0; i < a.chance[o].size(); ++i) points.emplace_back(i, 100 * a.chance[o][i]);
        const auto colour = option_colour(o, compared.comparison.baseline);
        plot.line(points, colour, 2.2, dashes[o % dashes.size()]);
        key += fmt::format(
            "<span><svg class=\"stroke\" aria-hidden=\"true\" viewBox=\"0 0 30 6\"><path stroke=\"{}\" "
            "stroke-width=\"3\" stroke-dasharray=\"{}\" d=\"M0 3H30\"/></svg>{}</span>",
            colour, dashes[o % dashes.size()], escaped(compared.comparison.options[o].name));
    }
    return key + "</p>" + plot.svg();
}

}  // namespace forestall::report
