// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/stage_waits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/stage.hpp"
#include "world/stage_start.hpp"

namespace forestall::comparison {
namespace {

double weeks_a_step(const Results& results) {
    const auto& time = results.header().time;
    return time.size() > 1 ? static_cast<double>(time[1] - time[0]) / 7 : 1;
}

std::vector<const Wait*> those(const std::vector<Wait>& waits, bool (*wanted)(const Wait&)) {
    std::vector<const Wait*> out;
    for (const Wait& w : waits)
        if (wanted(w)) out.push_back(&w);
    return out;
}

bool defined(const Wait& w) { return std::isfinite(w.per_week.value); }
bool more(const Wait& w) { return defined(w) && w.cost.lo > 0; }
bool less(const Wait& w) { return defined(w) && w.cost.hi < 0; }

std::string have(std::size_t count, std::size_t all, const char* what) {
    return fmt::format("{} of the {} delays {} a clear {}", count, all, count == 1 ? "has" : "have",
                       what);
}

}  // namespace

std::map<std::string, std::vector<double>> first_seen(const Results& results, std::size_t option,
                                                      const std::vector<std::size_t>& positions) {
    const std::vector<double> seen = results.values(Series::stage_observed, option);
    const std::size_t steps = results.header().time.size();
    const double weeks = weeks_a_step(results);
    std::map<std::string, std::vector<double>> out;
    for (const auto& [stage, text] : stage_words) {
        if (stage == Stage::none) continue;
        for (const std::size_t m : positions) {
            const auto from = seen.begin() + static_cast<std::ptrdiff_t>(m * steps);
            const auto at =
                std::find_if(from, from + static_cast<std::ptrdiff_t>(steps),
                             [level = number_of(stage)](double s) { return s >= level; });
            out[std::string(text)].push_back(static_cast<double>(at - from) * weeks);
        }
    }
    return out;
}

double weeks_of_run(const Results& results) {
    return static_cast<double>(results.header().time.size()) * weeks_a_step(results);
}

std::vector<Wait> stage_waits(const Results& results, const Outcome& outcome,
                              const std::vector<std::size_t>& positions, std::size_t nothing,
                              const Plan& plan) {
    const auto seen = first_seen(results, nothing, positions);
    const double end = weeks_of_run(results);
    std::vector<Timing> timings;
    const auto& options = results.header().options;
    for (std::size_t o = 0; o < options.size(); ++o) {
        const auto start = parse_stage_option(options[o]);
        const auto at = start ? seen.find(start->stage) : seen.end();
        if (at == seen.end()) continue;
        Timing t{start->intervention, start->stage, o, at->second};
        if (start->weeks > 0) t.label += fmt::format(" + {} w", start->weeks);
        for (double& week : t.started) week = std::min(end, week + start->weeks);
        timings.push_back(std::move(t));
    }
    return costs_of_delay(timings, outcome.values, plan);
}

std::vector<const Wait*> clear_waits(const std::vector<Wait>& waits) {
    return those(waits, [](const Wait& w) { return more(w) || less(w); });
}

std::vector<const Wait*> defined_waits(const std::vector<Wait>& waits) {
    return those(waits, defined);
}

std::string waits_verdict(const std::vector<Wait>& waits, bool less_is_better) {
    const std::size_t all = defined_waits(waits).size();
    const std::size_t cost = those(waits, less_is_better ? more : less).size();
    const std::size_t gain = those(waits, less_is_better ? less : more).size();
    if (all == 0) return "";
    if (cost + gain == 0)
        return all == 1 ? "The one delay has no clear cost."
                        : fmt::format("None of the {} delays has a clear cost.", all);
    if (gain == 0) return have(cost, all, "cost") + ".";
    if (cost == 0) return have(gain, all, "gain") + "; none has a clear cost.";
    return fmt::format("{}, {} a clear gain.", have(cost, all, "cost"), gain);
}

}  // namespace forestall::comparison
