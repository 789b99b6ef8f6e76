// SPDX-License-Identifier: Apache-2.0
#include "app/commands/deaths_report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/commands/deaths_verdict.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

std::string number(double v) { return std::isnan(v) ? "-" : fmt::format("{:.2f}", v); }

std::string with_interval(const Estimate& e) {
    if (std::isnan(e.value) || std::isnan(e.lo)) return number(e.value);
    return fmt::format("{:.2f} [{:.2f}, {:.2f}]", e.value, e.lo, e.hi);
}

std::string share_text(const Estimate& e) {
    return std::isnan(e.value) ? "-" : fmt::format("{:.0f} %", 100 * e.value);
}

void row_of(Table& table, const ForecastScore& f, const std::string& gain) {
    table.row({std::string(f.meaning), with_interval(f.crps), number(f.ign.value),
               number(f.mis.value), share_text(f.inside80), share_text(f.inside90), gain});
}

std::string score_table(const std::string& title, const GroupScore& score) {
    using enum Table::Align;
    Table table({left, right, right, right, right, right, right}, "  ");
    table.row({title, "CRPS [95 %]", "ignorance", "interval score", "in 80 %", "in 90 %",
               "CRPS less forestall's"});
    for (const ForecastScore& b : score.baselines) row_of(table, b, with_interval(b.gain));
    row_of(table, score.model, "");
    return table.text();
}

std::string spoken(const std::string& kind) { return kind == "one_sided" ? "one-sided" : kind; }

std::string places_text(const DeathsFound& found) {
    const PlaceScores& p = found.scores.places;
    std::string out = fmt::format(
        "Places, {}, {} deaths in a known one, {} in none. Shares by population: log score 0.00. "
        "forestall: {}; Spearman of deaths per head {}.\n",
        counted(p.areas, "area", "areas"), amount(p.deaths), amount(p.nowhere),
        with_interval(p.log_score), with_interval(p.spearman));
    if (const auto& peak = found.scores.peak)
        out += fmt::format(
            "Peak within three months of the one counted: a month at random {:.0f} %, forestall "
            "{} of {}.\n",
            100 * peak->chance, share_text(peak->near),
            counted(peak->members, "member", "members"));
    return out;
}

Json json_of(const Estimate& e) { return {{"value", e.value}, {"lo", e.lo}, {"hi", e.hi}}; }

Json json_of(const ForecastScore& f) {
    return {{"crps", json_of(f.crps)},         {"ign", json_of(f.ign)},
            {"mis", json_of(f.mis)},           {"inside80", json_of(f.inside80)},
            {"inside90", json_of(f.inside90)}, {"crps_less_model", json_of(f.gain)}};
}

/// The model's own scores, with `baselines` beside them.
Json json_of(const GroupScore& g) {
    Json out = {{"crps", json_of(g.model.crps)},         {"ign", json_of(g.model.ign)},
                {"mis", json_of(g.model.mis)},           {"inside80", json_of(g.model.inside80)},
                {"inside90", json_of(g.model.inside90)}, {"forecasts", g.forecasts}};
    for (const ForecastScore& b : g.baselines) out["baselines"][std::string(b.name)] = json_of(b);
    return out;
}

Json json_of(const std::vector<NamedScore>& scores) {
    Json out = Json::array();
    for (const NamedScore& s : scores) {
        Json one = json_of(s.score);
        one["kind"] = s.kind;
        if (!s.area.empty()) one["area"] = s.area;
        out.push_back(one);
    }
    return out;
}

Json json_of(const DeathsFound& found, const PeakScore& p) {
    const auto text = [&](double month) {
        return month_text(analysis::DeathLayout(*found.world, Grain::scenario).first_month() +
                          static_cast<Month>(std::lround(month)));
    };
    return {{"counted", text(static_cast<double>(p.seen))},
            {"members_lo", text(p.lo)},
            {"members_median", text(p.median)},
            {"members_hi", text(p.hi)},
            {"held", p.held()},
            {"near", json_of(p.near)},
            {"near_by_chance", p.chance}};
}

}  // namespace

std::string deaths_report(const DeathsFound& found) {
    std::string out = deaths_verdict(deaths_claims(found)) + "\n" + deaths_basis(found) + "\n\n";
    for (const NamedScore& s : found.scores.by_kind)
        out += score_table(spoken(s.kind) + " deaths, all areas together", s.score) + "\n";
    for (const NamedScore& s : found.scores.by_areas)
        out += score_table(spoken(s.kind) + " deaths, area by area", s.score) + "\n";
    return out + places_text(found);
}

Json deaths_document(const DeathsFound& found) {
    Json out = json_of(found.scores.totals);
    out["members"] = found.members;
    out["basis"] = deaths_basis(found);
    Json claims = Json::array();
    for (const DeathsClaim& c : deaths_claims(found))
        claims.push_back({{"met", c.met}, {"text", c.text}});
    out["verdict"] = claims;
    out["history_months"] = found.scores.months.history.size();
    out["scored_months"] = found.scores.months.scored.size();
    out["areas"] = json_of(found.scores.areas);
    out["by_kind"] = json_of(found.scores.by_kind);
    out["by_areas"] = json_of(found.scores.by_areas);
    out["by_area"] = json_of(found.scores.by_area);
    if (found.scores.peak) out["peak"] = json_of(found, *found.scores.peak);
    return out;
}

Json places_document(const DeathsFound& found) {
    const PlaceScores& p = found.scores.places;
    return {{"spearman", json_of(p.spearman)},
            {"log_score", json_of(p.log_score)},
            {"areas", p.areas},
            {"deaths", p.deaths},
            {"deaths_nowhere", p.nowhere}};
}

}  // namespace forestall::app
