// SPDX-License-Identifier: Apache-2.0
#include "app/commands/warnings_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

constexpr const char* few = "too few";
constexpr const char* world_of_its_own =
    "Runs, onsets and desk are all simulated, and the desk's weights were fitted to such runs: "
    "nothing here says how well anybody would warn of a real mass killing.";

Json json_of(const Estimate& e) { return {{"value", e.value}, {"lo", e.lo}, {"hi", e.hi}}; }

/// With as many digits behind the point; zero has no sign.
std::string text_of(const Estimate& e, int digits = 2) {
    if (std::isnan(e.value)) return few;
    const double unit = std::pow(10, digits);
    const auto rounded = [&](double v) {
        return fmt::format("{:.{}f}", std::round(v * unit) / unit + 0.0, digits);
    };
    return fmt::format("{} [{}, {}]", rounded(e.value), rounded(e.lo), rounded(e.hi));
}

std::string of(std::size_t some, std::size_t all) { return fmt::format("{} of {}", some, all); }

/// Members of which about twice as many onsets as needed may be hoped for, in hundreds.
std::size_t members_for(const Warnings& w) {
    const double share = static_cast<double>(std::max<std::size_t>(w.half_year().onsets, 1)) /
                         static_cast<double>(w.members);
    return 100 *
           static_cast<std::size_t>(std::ceil(2 * static_cast<double>(least_onsets) / share / 100));
}

std::string too_few(const Warnings& w) {
    const Horizon& h = w.half_year();
    if (h.onsets >= least_onsets)
        return fmt::format(
            "In the model's own runs, which are not history, too few members have a quiet week to "
            "say how well the desk warns: {}, and a figure needs {}.",
            of(h.at_peace, w.members), least_onsets);
    std::string out = fmt::format(
        "In the model's own runs, which are not history, there are too few onsets to say how well "
        "the desk warns: mass killing begins in {}, {} late enough to be warned of, and a figure "
        "needs {}",
        of(w.onsets, w.members) + (w.members == 1 ? " member" : " members"), h.onsets,
        least_onsets);
    if (h.onsets == 0) return out + ".";
    return out + fmt::format("; --members {} may give it.", members_for(w));
}

std::string horizon_table(const Warnings& w) {
    using enum Table::Align;
    Table table({right, right, right, right, left, left, left, left}, "  ");
    table.row({"weeks ahead", "onsets", "readings before", "quiet", "AUC: the desk's risk",
               "deaths, as late", "risk less deaths", "deaths, at once"});
    for (const Horizon& h : w.horizons)
        table.row({fmt::format("{}", h.weeks), fmt::format("{}", h.onsets), thousands(h.before),
                   thousands(h.quiet), text_of(h.desk.auc), text_of(h.deaths.auc), text_of(h.gain),
                   text_of(h.at_once.auc)});
    return table.text();
}

std::string caught_table(const Horizon& h) {
    using enum Table::Align;
    Table table({right, left, left, left}, "  ");
    table.row({"quiet weeks above the level", "before an onset: by the desk's risk",
               "by the deaths, as late", "at once"});
    for (std::size_t i = 0; i < quiet_shares.size(); ++i)
        table.row({fmt::format("{:.0f} %", 100 * quiet_shares[i]), text_of(h.desk.caught[i]),
                   text_of(h.deaths.caught[i]), text_of(h.at_once.caught[i])});
    return table.text();
}

std::string stage_table(const Warnings& w) {
    using enum Table::Align;
    Table table({left, right, right, left, left, left, left}, "  ");
    table.row({"first seen", "before the onset", "from the start", "lead, weeks: median",
               "central 80 %", "in the half-year before", "false, per ten country-years"});
    for (const StageWarning& s : w.stages)
        table.row({stage_words.string(s.stage), of(s.seen_before, w.onsets),
                   fmt::format("{}", s.from_start), text_of(s.lead, 0),
                   std::isnan(s.lead_low)
                       ? few
                       : fmt::format("{:.0f} to {:.0f}", s.lead_low, s.lead_high),
                   text_of(s.preceded), text_of(s.false_alarms)});
    return table.text();
}

std::string alarms_text(const StageWarning& response) {
    const Alarms& a = response.sums;
    return fmt::format(
        "  The alarm is the first observed response of a run: {:.0f} false in {:.0f} "
        "country-years, {:.0f} of them in a run's last half-year, so that what came of them is not "
        "known. Later alarms of the same runs: {:.0f} more false ones.\n"
        "  A lead of 0: not seen before the onset.\n",
        a.false_alarms, a.years, a.open, a.again);
}

Json json_of(const std::vector<RocPoint>& curve) {
    Json out = Json::array();
    for (const RocPoint& p : curve)
        out.push_back(
            {{"level", p.level}, {"false_positive", p.quiet}, {"true_positive", p.caught}});
    return out;
}

Json caught_json(const Discrimination& d) {
    Json out = Json::array();
    for (std::size_t i = 0; i < quiet_shares.size(); ++i)
        out.push_back(
            {{"false_positive", quiet_shares[i]}, {"true_positive", json_of(d.caught[i])}});
    return out;
}

Json json_of(const Discrimination& d) {
    Json out = json_of(d.auc);
    out["caught"] = caught_json(d);
    out["roc"] = json_of(d.roc);
    return out;
}

Json json_of(const Horizon& h) {
    return {{"weeks", h.weeks},
            {"onsets", h.onsets},
            {"readings_before", h.before},
            {"readings_quiet", h.quiet},
            {"enough", h.enough()},
            {"auc", json_of(h.desk.auc)},
            {"baseline", json_of(h.deaths.auc)},
            {"baseline_at_once", json_of(h.at_once.auc)},
            {"gain", json_of(h.gain)},
            {"gain_at_once", json_of(h.gain_at_once)}};
}

Json json_of(const StageWarning& s, std::size_t onsets) {
    return {{"stage", stage_words.string(s.stage)},
            {"onsets", onsets},
            {"seen_before", s.seen_before},
            {"from_start", s.from_start},
            {"median_weeks", json_of(s.lead)},
            {"central_80_weeks", {{"lo", s.lead_low}, {"hi", s.lead_high}}}};
}

Json json_of(const StageWarning& s) {
    const auto whole = [](double count) { return static_cast<std::int64_t>(count); };
    return {{"stage", stage_words.string(s.stage)},
            {"onsets", whole(s.sums.onsets)},
            {"onsets_preceded", whole(s.sums.preceded)},
            {"preceded", json_of(s.preceded)},
            {"country_years", s.sums.years},
            {"false", whole(s.sums.false_alarms)},
            {"false_open", whole(s.sums.open)},
            {"false_again", whole(s.sums.again)},
            {"false_per_ten_years", json_of(s.false_alarms)}};
}

}  // namespace

std::string warnings_verdict(const Warnings& w) {
    const Horizon& h = w.half_year();
    if (!h.enough()) return too_few(w);
    std::string than = "not clearly better than last quarter's reported deaths do";
    if (h.gain.lo > 0) than = "better than last quarter's reported deaths do";
    if (h.gain.hi < 0) than = "worse than last quarter's reported deaths do";
    return fmt::format(
        "In the model's own runs, which are not history, the desk's risk tells the half-year "
        "before a mass killing from quiet times {}: AUC {} against {}, from {} onsets in {}.",
        than, text_of(h.desk.auc), text_of(h.deaths.auc), h.onsets,
        counted(w.members, "member", "members"));
}

std::string warnings_text(const Settings& settings, const Warnings& w) {
    std::string out =
        fmt::format("{}\n{}\n\n{} {}\n", one_line(settings.title),
                    counted(w.members, "member", "members"), warnings_verdict(w), world_of_its_own);
    if (!settings.conditioned_on.empty())
        out += fmt::format("Given: {}\n", one_line(settings.conditioned_on));
    out += "\n" + horizon_table(w);
    if (w.half_year().enough())
        out += "\nHalf a year ahead, share of readings above the level\n\n" +
               caught_table(w.half_year());
    return out + "\n" + stage_table(w) + alarms_text(w.stages.back()) +
           "\nIntervals: 95 %, over members. What each figure is: docs/methods/warnings.md\n";
}

Json warnings_document(const Settings& settings, const Warnings& w) {
    const Horizon& h = w.half_year();
    Json horizons = Json::array(), leads = Json::array(), stages = Json::array();
    for (const Horizon& each : w.horizons) horizons.push_back(json_of(each));
    for (const StageWarning& s : w.stages) {
        leads.push_back(json_of(s, w.onsets));
        stages.push_back(json_of(s));
    }
    return {{"scenario", settings.title},
            {"members", w.members},
            {"warnings",
             {{"verdict", warnings_verdict(w)},
              {"is_not", world_of_its_own},
              {"onsets", w.onsets},
              {"onsets_needed", least_onsets},
              {"weeks_ahead", h.weeks},
              {"auc", json_of(h.desk.auc)},
              {"roc", json_of(h.desk.roc)},
              {"caught", caught_json(h.desk)},
              {"baseline", json_of(h.deaths)},
              {"baseline_at_once", json_of(h.at_once)},
              {"gain", json_of(h.gain)},
              {"gain_at_once", json_of(h.gain_at_once)},
              {"horizons", horizons},
              {"lead_times", leads},
              {"alarms", json_of(w.stages.back())},
              {"alarms_by_stage", stages}}}};
}

}  // namespace forestall::app
