// SPDX-License-Identifier: Apache-2.0
#include "app/commands/deaths_verdict.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "app/frame/numbers.hpp"
#include "scenario/observed/month.hpp"
#include "scenario/text.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

std::string month_name(const DeathsFound& found, double month) {
    const auto start = parse_date(found.world->settings().start_date).value_or(0);
    return month_text(month_of(start) + static_cast<Month>(std::lround(month)));
}

std::string interval_text(const Estimate& e) {
    if (std::isnan(e.lo)) return fmt::format("{:.2f}", e.value);
    return fmt::format("{:.2f} [{:.2f}, {:.2f}]", e.value, e.lo, e.hi);
}

std::string percent_text(const Estimate& e) {
    return fmt::format("{:.0f} % [{:.0f}, {:.0f}]", 100 * e.value, 100 * e.lo, 100 * e.hi);
}

std::string spoken(const std::string& kind) { return kind == "one_sided" ? "one-sided" : kind; }

/// Nearer than every naive forecast that there is, by CRPS, with the interval of the difference.
/// Too few months for an interval tell nothing apart.
void nearer(std::vector<DeathsClaim>& out, const GroupScore& score, std::string_view what) {
    std::vector<std::string> near, far, open;
    for (const ForecastScore& b : score.baselines) {
        if (std::isnan(b.gain.value)) continue;
        const std::string name(b.meaning);
        if (b.gain.lo > 0)
            near.push_back(name);
        else if (b.gain.hi < 0)
            far.push_back(name);
        else
            open.push_back(name);
    }
    const std::size_t all = near.size() + far.size() + open.size();
    if (all == 0) return;
    const auto listed = [](const std::vector<std::string>& names) {
        return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
    };
    out.push_back({near.size() == all,
                   fmt::format("{}, CRPS: nearer than {}; farther than {}; not told apart from {}",
                               what, listed(near), listed(far), listed(open))});
}

void coverage(std::vector<DeathsClaim>& out, const GroupScore& score, std::string_view what) {
    const Estimate& e = score.model.inside80;
    if (std::isnan(e.value)) return;
    out.push_back(
        {e.lo <= 0.8 && 0.8 <= e.hi,
         fmt::format("{}: the central 80 % of members hold {} of months", what, percent_text(e))});
}

void above_nothing(std::vector<DeathsClaim>& out, const Estimate& e, std::string_view what) {
    if (!std::isnan(e.lo))
        out.push_back({e.lo > 0, fmt::format("{} {}, lower bound {} 0", what, interval_text(e),
                                             e.lo > 0 ? "above" : "not above")});
    else if (!std::isnan(e.value))
        out.push_back(
            {false, fmt::format("{} {}, of too few rows for an interval", what, interval_text(e))});
}

void peak(std::vector<DeathsClaim>& out, const DeathsFound& found) {
    if (!found.scores.peak) return;
    const PeakScore& p = *found.scores.peak;
    out.push_back(
        {p.near.lo > p.chance,
         fmt::format("month of the peak, {}: within three months of it {} of members, {:.0f} % of "
                     "all months; central 90 % of members {} to {}",
                     month_name(found, static_cast<double>(p.seen)), percent_text(p.near),
                     100 * p.chance, month_name(found, p.lo), month_name(found, p.hi))});
}

}  // namespace

std::vector<DeathsClaim> deaths_claims(const DeathsFound& found) {
    std::vector<DeathsClaim> out;
    const auto each = [&](auto claim) {
        for (const NamedScore& s : found.scores.by_kind)
            claim(out, s.score, spoken(s.kind) + ", all areas together");
        for (const NamedScore& s : found.scores.by_areas)
            claim(out, s.score, spoken(s.kind) + ", area by area");
    };
    each(nearer);
    each(coverage);
    above_nothing(out, found.scores.places.log_score, "places, log score over population:");
    above_nothing(out, found.scores.places.spearman, "places, Spearman of deaths per head:");
    peak(out, found);
    return out;
}

std::string deaths_verdict(const std::vector<DeathsClaim>& claims) {
    std::vector<std::string> met, missed;
    for (const DeathsClaim& c : claims) (c.met ? met : missed).push_back(c.text);
    if (claims.empty()) return "Verdict: too few months were watched to judge deaths by.";
    std::string out = fmt::format("Verdict on deaths: {} of {} met, {} missed.", met.size(),
                                  claims.size(), missed.size());
    for (const std::string& text : met) out += "\n  met     " + text;
    for (const std::string& text : missed) out += "\n  missed  " + text;
    return out;
}

std::string deaths_basis(const DeathsFound& found) {
    const Split& months = found.scores.months;
    std::string out = fmt::format(
        "Free runs from {}, {}: they know the scenario and what it dates, nothing that was "
        "counted; "
        "its authors knew what came.",
        found.world->settings().start_date, counted(found.members, "member", "members"));
    if (months.scored.empty()) return out;
    return out + fmt::format(
                     "\nScored: {} to {}, {}. Naive forecasts know the {} before and nothing of "
                     "these.",
                     month_name(found, static_cast<double>(months.scored.front())),
                     month_name(found, static_cast<double>(months.scored.back())),
                     counted(months.scored.size(), "watched month", "watched months"),
                     counted(months.history.size(), "watched month", "watched months"));
}

}  // namespace forestall::app
