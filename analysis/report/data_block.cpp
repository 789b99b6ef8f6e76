// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/data_block.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "analysis/comparison/stage_waits.hpp"
#include "analysis/report/exceedance.hpp"
#include "analysis/report/lead_figure.hpp"
#include "analysis/report/matrix.hpp"
#include "analysis/report/outlines.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sections/map_frame.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

using Json = nlohmann::ordered_json;
using comparison::Figure;

Json number(double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); }

Json of(const Figure& f) {
    return {{"value", number(f.value)}, {"lo", number(f.lo)}, {"hi", number(f.hi)}};
}

/// Seven digits: as many as tables show of anything, so that both say the same.
double rounded(double v) {
    if (v == 0 || !std::isfinite(v)) return 0;
    const double scale = std::pow(10, 6 - std::floor(std::log10(std::fabs(v))));
    return std::round(v * scale) / scale;
}

Json of(const Fan& fan) {
    Json out = Json::array();
    for (std::size_t q = 0; q < fan_levels.size(); ++q) {
        Json line = Json::array();
        for (const auto& step : fan.quantiles) line.push_back(rounded(step[q]));
        out.push_back(std::move(line));
    }
    return out;
}

Json of(const StageShares& shares) {
    Json out = Json::array();
    for (std::size_t s = 0; s < 4; ++s) {
        Json line = Json::array();
        for (const auto& step : shares) line.push_back(rounded(100 * step[s]));
        out.push_back(std::move(line));
    }
    return out;
}

Json of(const std::vector<double>& values) {
    Json out = Json::array();
    for (const double v : values) out.push_back(rounded(v));
    return out;
}

/// "8 4" -> [8, 4]
Json dashes_of(const OptionStyle& style) {
    Json out = Json::array();
    std::istringstream words(style.dashes);
    for (int length = 0; words >> length;) out.push_back(length);
    return out;
}

/// Land around the places as rings [lon, lat, lon, lat, …], wide enough for a screen of any shape.
Json outlines_of(const Findings& f) {
    const MapBox box = box_of(f.header.locations);
    const double middle = (box.latitude.low + box.latitude.high) / 2;
    const double centre = (box.longitude.low + box.longitude.high) / 2;
    const double tall = std::max({box.latitude.high - box.latitude.low,
                                  (box.longitude.high - box.longitude.low) * box.squeeze, 0.05});
    const double north = 0.9 * tall, east = 1.7 * tall / box.squeeze;
    Json out = Json::array();
    for (const Points& ring :
         outlines_within({centre - east, centre + east}, {middle - north, middle + north})) {
        Json flat = Json::array();
        for (const auto& [lon, lat] : ring) {
            flat.push_back(std::round(100 * lon) / 100);
            flat.push_back(std::round(100 * lat) / 100);
        }
        out.push_back(std::move(flat));
    }
    return out;
}

const char* clear_words(comparison::Clear clear) {
    static constexpr std::array<const char*, 5> words = {"better", "worse", "open", "few", "none"};
    return words[static_cast<std::size_t>(clear)];
}

Json of(const comparison::Typical& t) {
    Json out = of(t.ratio);
    out["less"] = t.less;
    out["more"] = t.more;
    out["clear"] = clear_words(t.clear);
    return out;
}

void add_answers(const comparison::Answers& a, Json& option) {
    option["typical"] = of(a.deaths);
    option["displacement"] = of(a.displaced);
    option["mass_killing"] = of(a.killing.difference);
    option["mass_killing"]["chance"] = number(a.killing.chance.value);
    option["mass_killing"]["clear"] = clear_words(a.killing.clear);
}

/// [mean change, 1 if it is clear] by place.
Json of(const std::vector<PlaceChange>& changes) {
    Json out = Json::array();
    for (const PlaceChange& c : changes) out.push_back({rounded(c.value), c.clear ? 1 : 0});
    return out;
}

Json of(const Exceedance& e) {
    Json lines = Json::array();
    for (const auto& shares : e.shares) {
        Json line = Json::array();
        for (const Figure& s : shares)
            line.push_back({rounded(100 * s.value), rounded(100 * s.lo), rounded(100 * s.hi)});
        lines.push_back(std::move(line));
    }
    return {{"deaths", of(e.deaths)}, {"options", e.options}, {"shares", lines}};
}

Json of(const comparison::Acceptability& a) {
    Json out = {{"willingness", of(a.willingness)}};
    out["chance"] = Json::array();
    for (const auto& line : a.chance) out["chance"].push_back(of(line));
    return out;
}

Json of(const comparison::Wait& w) {
    return {{"intervention", w.intervention},
            {"from", w.from},
            {"to", w.to},
            {"weeks", rounded(w.weeks)},
            {"cost", of(w.cost)}};
}

Json options_of(const Findings& f) {
    Json out = Json::array();
    const std::size_t baseline = f.compared ? f.compared->comparison.baseline : 0;
    for (std::size_t o = 0; o < f.options.size(); ++o) {
        Json option = {{"name", f.header.options[o]},
                       {"colour", option_colour(o, baseline)},
                       {"dashes", dashes_of(option_style(o, baseline))}};
        if (f.compared) {
            const comparison::OptionFigures& c = f.compared->comparison.options[o];
            option["front"] =
                std::count(f.compared->undominated.begin(), f.compared->undominated.end(), o) > 0;
            option["lead"] = of(lead_figure(f.compared->comparison, o));
            option["lead_text"] = lead_text(f.compared->comparison, o);
            option["clear"] = clear_words(lead_clear(f.compared->comparison, o));
            add_answers(c.answers, option);
            option["cvar"] = of(c.cvar);
            option["mean"] = of(c.mean);
            option["difference"] = of(c.difference);
            option["p_best"] = of(c.p_best);
            option["p_worse"] = of(c.p_worse);
            option["regret"] = of(c.regret);
            option["cost"] = of(c.cost);
            option["extra_cost"] = of(c.extra_cost);
            option["deaths_averted"] = of(c.deaths_averted);
            option["displacement_averted"] = of(c.displacement_averted);
            option["beaten"] = !f.compared->comparison.front.beaten_by[o].empty();
            option["on_front"] = number(f.compared->comparison.front.chance[o].value);
            option["cost_per_death_averted"] = of(c.cost_per_death_averted);
        }
        if (std::find(f.shown.begin(), f.shown.end(), o) != f.shown.end()) {
            const OptionFindings& found = f.options[o];
            option["deaths"] = of(found.deaths);
            option["displaced"] = of(found.displaced);
            option["stage_true"] = of(found.stage_true);
            option["stage_observed"] = of(found.stage_observed);
            option["place_deaths"] = of(found.place_deaths);
            option["place_displaced"] = of(found.place_displaced);
            option["deaths_change"] = of(found.deaths_change);
            option["displaced_change"] = of(found.displaced_change);
        }
        out.push_back(std::move(option));
    }
    return out;
}

/// Cells as [row, column, option, what it says, shade].
Json of(const Compared& compared, const Matrix& matrix) {
    static constexpr std::array<const char*, 4> says = {"better", "worse", "inconclusive",
                                                        "no change seen"};
    Json cells = Json::array();
    for (std::size_t i = 0; i < matrix.interventions.size(); ++i)
        for (std::size_t s = 0; s < matrix.stages.size(); ++s)
            if (const auto option = matrix.options[i][s])
                cells.push_back({i, s, *option,
                                 says[static_cast<std::size_t>(cell_of(compared, *option))],
                                 rounded(shade_of(compared, matrix, *option))});
    Json names = Json::array();
    for (const std::string& name : matrix.interventions) names.push_back(spaced(name));
    return {{"interventions", names}, {"stages", matrix.stages}, {"cells", cells}};
}

/// Places of a frame as [holder, share in %, killed, displaced].
Json of(const Course& course) {
    Json frames = Json::array();
    for (const auto& frame : course.frames) {
        Json places = Json::array();
        for (const PlaceState& s : frame)
            places.push_back(
                {s.holder, std::lround(100 * s.share), rounded(s.deaths), rounded(s.displaced)});
        frames.push_back(std::move(places));
    }
    Json colours = Json::array();
    for (std::size_t a = 0; a < course.actors.size(); ++a) colours.push_back(actor_colour(a));
    return {{"control", course.has_control},
            {"actors", course.actors},
            {"initials", initials_of(course.actors)},
            {"colours", colours},
            {"nobody", nobody_colour},
            {"dates", course.dates},
            {"frames", frames}};
}

}  // namespace

nlohmann::ordered_json data_of(const Findings& f, const Context& context) {
    Json out = {
        {"title", f.header.title}, {"members", f.members}, {"dates", f.dates}, {"shown", f.shown}};
    if (f.compared) {
        out["drawn"] = f.compared->drawn;
        out["baseline"] = f.compared->comparison.baseline;
        out["best"] = f.compared->lead.option;
        out["lead_axis"] = lead_axis(*f.compared);
        out["about_deaths"] = f.compared->comparison.about_deaths;
        out["exceedance"] = of(exceedance_of(f));
        out["acceptability"] = of(f.compared->comparison.acceptability_deaths);
        out["waits"] = Json::array();
        for (const comparison::Wait* w : comparison::defined_waits(f.compared->waits))
            out["waits"].push_back(of(*w));
        out["less_is_better"] = f.compared->comparison.less_is_better;
        out["outcome"] = f.compared->wording.outcome;
        out["front"] = front_order(*f.compared);
        if (const Matrix matrix = matrix_of(*f.compared); !matrix.empty())
            out["matrix"] = of(*f.compared, matrix);
        out["currency"] = f.compared->wording.currency;
    }
    if (f.questioned) {
        out["worth"] = Json::array();
        for (const assumptions::Worth& w : f.questioned->values.each)
            out["worth"].push_back(
                {{"name", f.questioned->study.assumptions[w.members.front()].name},
                 {"worth", of(w.worth)},
                 {"clear_of_chance", w.told}});
    }
    Json stages = Json::array();
    for (const auto& word : stage_words) stages.push_back(word.text);
    out["stages"] = {{"names", stages}, {"colours", stage_colours}};
    out["options"] = options_of(f);
    if (f.course) out["course"] = of(*f.course);
    out["places"] = Json::array();
    for (const LocationLabel& p : f.header.locations)
        out["places"].push_back({{"name", p.name}, {"lat", p.latitude}, {"lon", p.longitude}});
    if (!f.header.locations.empty()) out["outlines"] = outlines_of(f);
    out["routes"] = Json::array();
    for (const auto& [a, b] : context.routes) out["routes"].push_back({a, b});
    return out;
}

std::string script_safe(const nlohmann::ordered_json& data) {
    const std::string text = data.dump(-1, ' ', true, Json::error_handler_t::replace);
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '<')
            out += "\\u003c";
        else if (c == '>')
            out += "\\u003e";
        else if (c == '&')
            out += "\\u0026";
        else
            out += c;
    }
    return out;
}

}  // namespace forestall::report
