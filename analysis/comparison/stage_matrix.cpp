// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/stage_matrix.hpp"

#include <algorithm>
#include <utility>

#include "analysis/comparison/pooling.hpp"
#include "core/stage.hpp"

namespace forestall::comparison {
namespace {

std::size_t changed_in(const GivenStage& given) {
    std::size_t out = 0;
    for (std::size_t m = 0; m < given.weight.size(); ++m)
        out += given.weight[m] > 0 && given.under[m] != given.nothing[m] ? 1 : 0;
    return out;
}

/// An error that few members tell is itself little known: as much larger as the quantile of
/// Student's distribution is than that of the normal one (Cornish & Fisher's expansion).
Figure as_little_known(Figure figure, std::size_t states) {
    constexpr double z2 = 1.959963984540054 * 1.959963984540054;
    if (states < 2) return {};
    const double freedom = static_cast<double>(states - 1);
    figure.error *=
        1 + (z2 + 1) / (4 * freedom) + (5 * z2 * z2 + 16 * z2 + 3) / (96 * freedom * freedom);
    return figure;
}

/// Pooled values of cells without a delay, by strategy and stage.
void pool_cells(StageMatrix& out, double together) {
    std::vector<Figure> figures, known;
    std::vector<std::size_t> group, which;
    std::map<std::pair<std::string, std::string>, std::size_t> groups;
    for (std::size_t i = 0; i < out.cells.size(); ++i) {
        const StageCell& c = out.cells[i];
        if (c.start.weeks > 0) continue;
        figures.push_back(c.difference);
        known.push_back(as_little_known(c.difference, c.states));
        group.push_back(
            groups.try_emplace({c.strategy, c.start.stage}, groups.size()).first->second);
        which.push_back(i);
    }
    out.reliability = reliability(figures);
    const Pooled pooled = pool(known, group, together);
    for (std::size_t i = 0; i < which.size(); ++i) out.cells[which[i]].pooled = pooled.cells[i];
}

/// What each cell of the file says of its states, by the option's position.
using GivenByOption = std::map<std::size_t, GivenStage>;

void add_delays(StageMatrix& out, const GivenByOption& given, const Plan& plan) {
    std::vector<Ratio> costs;
    for (const StageCell& late : out.cells) {
        if (late.start.weeks == 0) continue;
        const auto at_once =
            std::find_if(out.cells.begin(), out.cells.end(), [&](const StageCell& c) {
                return c.start.weeks == 0 && c.start.intervention == late.start.intervention &&
                       c.start.stage == late.start.stage;
            });
        if (at_once == out.cells.end()) continue;
        GivenStage between = given.at(late.option);
        between.nothing = given.at(at_once->option).under;
        costs.push_back(difference_of(between));
        out.delays.push_back({late.start.intervention, late.start.stage, late.start.weeks, {}});
    }
    const Means means = simultaneous_ratios(costs, plan);
    for (std::size_t i = 0; i < out.delays.size(); ++i) out.delays[i].cost = means.figures[i];
}

}  // namespace

StageMatrix stage_matrix(const Results& results, const std::string& outcome,
                         const std::vector<std::size_t>& positions,
                         const std::map<std::string, std::string>& strategy, const Plan& plan) {
    StageMatrix out;
    const KeptOutcome kept = kept_outcome(results, outcome);
    out.continuations = results.header().continuations;
    if (out.continuations.each == 0) return out;
    std::vector<Ratio> differences, costs, nothing;
    Columns weights;
    GivenByOption by_option;
    for (const auto& [stage, text] : stage_words) {
        if (stage == Stage::none) continue;
        bool first = true;
        for (std::size_t o = 0; o < results.header().options.size(); ++o) {
            const auto start = parse_stage_option(results.header().options[o]);
            if (!start || start->stage != text) continue;
            const GivenStage given = given_stage_of(results, kept, o, positions);
            const auto known = strategy.find(start->intervention);
            out.cells.push_back({*start,
                                 o,
                                 {},
                                 {},
                                 {},
                                 members_reached(given),
                                 changed_in(given),
                                 known == strategy.end() ? "" : known->second});
            differences.push_back(difference_of(given));
            by_option[o] = given;
            costs.push_back(difference_of(given_stage_of(results, kept_spending(), o, positions)));
            if (!std::exchange(first, false)) continue;
            out.stages.push_back({start->stage, {}, {}, members_reached(given)});
            nothing.push_back(nothing_of(given));
            weights.push_back(given.weight);
        }
    }
    if (out.cells.empty()) return out;
    const Means by_cell = simultaneous_ratios(differences, plan);
    const Means money = simultaneous_ratios(costs, plan);
    for (std::size_t i = 0; i < out.cells.size(); ++i) {
        out.cells[i].difference = by_cell.figures[i];
        out.cells[i].cost = money.figures[i];
    }
    const Means reached = simultaneous_means(weights, plan);
    const Means idle = simultaneous_ratios(nothing, plan);
    for (std::size_t s = 0; s < out.stages.size(); ++s) {
        out.stages[s].reached = reached.figures[s];
        out.stages[s].nothing = idle.figures[s];
    }
    pool_cells(out, errors_together(differences));
    add_delays(out, by_option, plan);
    std::stable_sort(out.cells.begin(), out.cells.end(),
                     [](const StageCell& x, const StageCell& y) { return x.option < y.option; });
    return out;
}

double matrix_reliability(const Results& results, const std::string& outcome) {
    const std::vector<std::size_t> members = members_of_all(results);
    const Plan plan{.replicates = 99};  // values and their errors alone are asked for
    const StageMatrix given = stage_matrix(results, outcome, members, {}, plan);
    if (given.continuations.each > 0) return given.reliability;
    const Outcome of = outcome_of(results, outcome, members);
    const std::size_t nothing = results.find_option("none").value();
    std::vector<Contrast> cells;
    for (std::size_t o = 0; o < of.values.size(); ++o)
        if (const auto start = parse_stage_option(results.header().options[o]);
            start && start->weeks == 0)
            cells.push_back({o, nothing});
    return reliability(simultaneous_means(of.values, cells, plan).figures);
}

}  // namespace forestall::comparison
