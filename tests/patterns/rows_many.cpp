// SPDX-License-Identifier: Apache-2.0
// Rows that run one world many times under changes: 11, 12, 14.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/facts/facts.hpp"
#include "analysis/patterns/elasticity.hpp"
#include "analysis/patterns/kept.hpp"
#include "analysis/search/fact_members.hpp"
#include "patterns/country.hpp"
#include "patterns/rows.hpp"
#include "validation/directions.hpp"

namespace forestall::patterns {
namespace {

constexpr int links_then = 14, directions_then = 23;  ///< of 15 and of 26, at version 0.1

// Row 12.

/// Weights that decide, and constants in log-odds; those that a version has not are left out.
constexpr std::array weights = {
    "decision.temperature", "mobilisation.spread", "decision.scale",    "mobilisation.foothold",
    "mobilisation.company", "inertia.mass",        "inertia.selective", "inertia.attack",
    "inertia.campaign",     "animus.mass",         "threat.mass",       "norms.mass",
    "losing.mass",          "revenge.mass",        "revenge.attack",    "shock.mass",
    "orders.mass"};
constexpr double share_moved = 0.25, log_odds_moved = 0.5;

const ParameterSpec* spec_of(std::string_view name) {
    for (const ParameterTable& table : parameter_tables())
        for (const ParameterSpec& s : table)
            if (s.name == name) return &s;
    return nullptr;
}

/// What a run leaves for the elasticities: the onset, and figures of other patterns.
struct Outcomes {
    std::vector<bool> onset;
    std::vector<std::vector<double>> figures;
};

/// With all weights at their defaults but for the edit: moved from there, not from what members
/// draw.
World at_defaults(const test::Edit& edit, const Runs& runs) {
    const test::Edit still = test::set("weights.drawn", 0);
    return runs.country(rivers, edit ? test::both(still, edit) : still);
}

Outcomes outcomes_of(const test::Edit& edit, Runs& runs) {
    const World world = at_defaults(edit, runs);
    const std::size_t members = runs.size(pair_members);
    constexpr std::array series = {Series::civilian_deaths, Series::battle_deaths,
                                   Series::displaced, Series::risk};
    std::vector<char> onset(members);
    Outcomes out{{}, {series.size(), std::vector<double>(members)}};
    runs.parallel().for_chunks(members, 1, [&](std::size_t from, std::size_t to) {
        for (std::size_t m = from; m < to; ++m) {
            RunRequest request;
            request.seed = runs.arguments().seed;
            request.member = m;
            const MemberOutcome run = run_member(world, request);
            onset[m] = run[Scalar::mass_killing_onset_step] >= 0 ? 1 : 0;
            for (std::size_t s = 0; s < series.size(); ++s)
                for (const double x : run[series[s]]) out.figures[s][m] += x;
            for (std::size_t s = 0; s < series.size(); ++s)
                out.figures[s][m] = std::log1p(out.figures[s][m]);
        }
    });
    out.onset.assign(onset.begin(), onset.end());
    return out;
}

/// The option with the fewest civilian deaths in the mean.
std::string best_option(const test::Edit& edit, std::size_t members, Runs& runs) {
    const World world = at_defaults(edit, runs);
    std::vector<std::string> options{"none"};
    for (const Option& o : world.options()) options.push_back(o.name);
    std::vector<std::vector<double>> dead(options.size(), std::vector<double>(members));
    runs.parallel().for_chunks(members, 1, [&](std::size_t from, std::size_t to) {
        for (std::size_t m = from; m < to; ++m) {
            RunRequest request;
            request.seed = runs.arguments().seed;
            request.member = m;
            const auto all = run_options(world, request, options);
            for (std::size_t o = 0; o < options.size(); ++o)
                for (const double x : all[o][Series::civilian_deaths]) dead[o][m] += x;
        }
    });
    std::size_t best = 0;
    for (std::size_t o = 1; o < options.size(); ++o)
        if (test::mean_of(dead[o]) < test::mean_of(dead[best])) best = o;
    return options[best];
}

struct Move {
    std::string weight;
    double change = 0;  ///< of the log of the weight
    double value = 0;
};

std::vector<Move> moves() {
    std::vector<Move> out;
    const WorldTables shipped = test::bundled(rivers);
    for (const char* name : weights) {
        const ParameterSpec* spec = spec_of(name);
        if (spec == nullptr) continue;
        const auto given = shipped.parameters.find(name);
        const double at =
            given == shipped.parameters.end() ? spec->standard : given->second.median();
        for (const double sign : {1.0, -1.0}) {
            const bool constant = std::string_view(name).starts_with("inertia.");
            const double value =
                constant ? at + sign * log_odds_moved : at * (1 + sign * share_moved);
            const double held = std::clamp(value, spec->low, spec->high);
            double change = at > 0 ? std::log(held / at) : 0;
            if (constant) change = held - at;
            if (change != 0) out.push_back({name, change, held});
        }
    }
    return out;
}

}  // namespace

Row stylised_facts(Runs& runs) {
    Row out{runs.size(fact_count_members), {}};
    for (const char* name : {car, rivers}) {
        const World world = runs.country(name);
        const auto members =
            analysis::run_histories(world, runs.arguments().seed, runs.size(fact_count_members),
                                    analysis::Counting::happened, runs.parallel());
        const auto lines =
            analysis::fact_table(members, {}, runs.parallel(), {.seed = runs.arguments().seed});
        for (const auto& part : fact_parts(name, lines)) out.parts.push_back(part);
    }
    return out;
}

Row elasticities(Runs& runs) {
    const Outcomes rest = outcomes_of({}, runs);
    const std::size_t few = std::max<std::size_t>(1, runs.size(pair_members) / 20);
    const std::string best = best_option({}, few, runs);
    std::vector<Nudge> nudges;
    double turned = 0;
    std::string other;
    for (const Move& move : moves()) {
        const test::Edit held = test::set(move.weight.c_str(), move.value);
        const Outcomes there = outcomes_of(held, runs);
        nudges.push_back(
            {move.weight, move.change, rest.onset, there.onset, rest.figures, there.figures});
        const std::string now = best_option(held, few, runs);
        if (now == best) continue;
        turned += 1;
        other += fmt::format("; {} {}: {}", move.weight, move.change > 0 ? "up" : "down", now);
    }
    Row out{runs.size(pair_members), elasticity_parts(nudges)};
    out.parts.push_back(note(fmt::format("moves after which another option has the fewest deaths, "
                                         "{} members",
                                         few),
                             exactly(turned), "at rest: " + best + other));
    return out;
}

Row links(Runs& runs) {
    int came_true = 0, all = 0, right = 0, directions = 0;
    for (const test::Loop& loop : test::loops()) {
        const bool small = std::string_view(loop.scenario) == rivers;
        const test::Effect e =
            test::effect_of(loop, runs.size(small ? 1000 : 200), runs.parallel());
        all += 1;
        came_true += (e.value > 0) == (loop.expected > 0) &&
                     std::abs(e.value) >= std::abs(loop.expected) && e.lo * e.hi > 0;
    }
    for (const test::Direction& d : test::directions()) {
        if (d.sign == 0) continue;
        const test::Effect e = test::effect_of(d, runs.size(400), runs.parallel());
        directions += 1;
        right += (d.sign > 0 && e.lo > 0) || (d.sign < 0 && e.hi < 0);
    }
    return {runs.size(400),
            {at_least_as_many("links that come true", came_true, all, links_then),
             at_least_as_many("directions beyond chance", right, directions, directions_then)}};
}

}  // namespace forestall::patterns
