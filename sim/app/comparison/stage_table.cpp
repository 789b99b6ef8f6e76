// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/stage_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "analysis/comparison/given_stage.hpp"
#include "analysis/comparison/paired.hpp"
#include "analysis/comparison/stage_waits.hpp"
#include "app/comparison/request.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "results/reader.hpp"
#include "world/stage_start.hpp"

namespace forestall::app {
namespace {

using namespace comparison;
using enum Table::Align;

/// One cell of the matrix, or of the curve of a delay.
struct Cell {
    StageStart start;
    std::size_t option;
    const OptionFigures* figures;
    double reached;  ///< share of members in which the desk saw that stage
    Figure given;    ///< difference given that the desk sees the stage; not defined without states
    Figure cost_given;
    std::size_t states = 0;  ///< kept of the stage, one a member at most
};

/// What is known of a stage, whatever is done there.
struct OfStage {
    double seen = 0;  ///< share of members
    Figure reached;   ///< the same by all futures that looked for it
    Figure nothing;   ///< outcome of doing nothing, given the stage
    std::size_t states = 0;
};

struct Told {
    std::string outcome;
    bool less_is_better = true;
    std::size_t members = 0;
    std::vector<Cell> cells;
    std::vector<Wait> waits;
    std::map<std::string, OfStage> stages;
    Continuations continuations;
    double reliability = not_defined;         ///< of the matrix given the stage
    double reliability_of_all = not_defined;  ///< of that by intention to treat
};

bool clear_of_zero(const Figure& f) { return f.lo > 0 || f.hi < 0; }

std::string cell_text(const Figure& f) {
    if (std::isnan(f.value)) return "-";
    const char* form = std::abs(f.value) < 10 && std::abs(f.hi - f.lo) < 20
                           ? "{:+.1f} ({:+.1f} to {:+.1f}){}"
                           : "{:+.0f} ({:+.0f} to {:+.0f}){}";
    return fmt::format(fmt::runtime(form), f.value, f.lo, f.hi, clear_of_zero(f) ? " *" : "");
}

/// Up to this share of members that reach a stage, nothing can be seen of what begins there.
constexpr double rarely_reached = 0.05;

std::string cell_text(const Cell& c) {
    if (c.reached <= rarely_reached && !clear_of_zero(c.figures->difference))
        return fmt::format("not seen: stage reached in {:.0f} %", 100 * c.reached);
    return c.figures->members_changed == 0 ? "no change in any member"
                                           : cell_text(c.figures->difference);
}

/// Rows of interventions, columns of stages; `text` of each cell, and what a row costs.
template <class Text, class Cost>
std::string matrix_of(const Told& told, const Text& text, const Cost& cost_of) {
    Table table({left, right, right, right, right}, "");
    std::vector<std::string> head{"intervention"};
    for (const auto& word : stage_words)
        if (word.value != Stage::none) head.emplace_back(word.text);
    head.emplace_back("cost, M USD");
    table.row(head);
    std::map<std::string, std::map<std::string, const Cell*>> rows;
    for (const Cell& c : told.cells)
        if (c.start.weeks == 0) rows[c.start.intervention][c.start.stage] = &c;
    for (const auto& [name, by_stage] : rows) {
        std::vector<std::string> row{name};
        double cost = not_defined;
        for (const auto& [stage, word] : stage_words) {
            if (stage == Stage::none) continue;
            const auto found = by_stage.find(std::string(word));
            row.push_back(found == by_stage.end() ? "–" : text(*found->second));
            if (found != by_stage.end() && std::isnan(cost)) cost = cost_of(*found->second);
        }
        row.push_back(std::isnan(cost) ? "-" : fmt::format("{:.1f}", cost / 1e6));
        table.row(row);
    }
    return table.text();
}

/// "Reliability 0.62": how much of what cells differ by is not their own error.
std::string reliability_text(double value) {
    if (std::isnan(value)) return "";
    return fmt::format(
        "Reliability of this table: {:.2f} (1: no cell has an error; 0 or less: "
        "cells differ by no more than their errors).\n",
        value);
}

std::string all_text(const Told& told) {
    std::string share;
    for (const auto& [stage, text] : stage_words)
        if (stage != Stage::none)
            share +=
                fmt::format("{} {:.0f} %  ", text, 100 * told.stages.at(std::string(text)).seen);
    return fmt::format(
        "{}, difference from doing nothing over all members, by the stage that the desk sees when "
        "each begins (95 %, together); * clear of zero\n\n{}\nMembers in which the desk saw the "
        "stage: {}\nA member that never reaches a stage counts with no difference (intention to "
        "treat).\n{}"
        "–: it does not fit this stage. What is not seen may still matter: more members may show "
        "it.\n",
        told.outcome,
        matrix_of(
            told, [](const Cell& c) { return cell_text(c); },
            [](const Cell& c) { return c.figures->cost.value; }),
        share, reliability_text(told.reliability_of_all));
}

std::string given_text(const Cell& c) {
    if (c.states == 0) return "stage not reached";
    if (std::isnan(c.given.lo)) return fmt::format("{:+.0f} (few states)", c.given.value);
    return cell_text(c.given);
}

std::string stages_text(const Told& told) {
    Table table({left, right, right, right}, "");
    table.row({"stage", "seen in, %", "states", fmt::format("{}, nothing done", told.outcome)});
    for (const auto& [stage, text] : stage_words) {
        if (stage == Stage::none) continue;
        const OfStage& s = told.stages.at(std::string(text));
        table.row({std::string(text),
                   fmt::format("{:.1f} ({:.1f} to {:.1f})", 100 * s.reached.value,
                               100 * s.reached.lo, 100 * s.reached.hi),
                   std::to_string(s.states),
                   std::isnan(s.nothing.value)
                       ? "-"
                       : fmt::format("{:.0f} ({:.0f} to {:.0f})", s.nothing.value, s.nothing.lo,
                                     s.nothing.hi)});
    }
    return table.text();
}

std::string given_matrix_text(const Told& told) {
    if (told.continuations.each == 0) return "";
    return fmt::format(
        "{}, difference from doing nothing given that the desk sees the stage (95 %, together); "
        "* clear of zero\n\n{}\n{}{}\nFrom each state in which the desk first sees a stage the "
        "future is drawn {} times, the same for\ndoing nothing and each intervention; {} more "
        "futures of doing nothing look for the next stage.\n\n",
        told.outcome, matrix_of(told, given_text, [](const Cell& c) { return c.cost_given.value; }),
        reliability_text(told.reliability), stages_text(told), told.continuations.each,
        told.continuations.scouts);
}

/// Delays with their intervals, those that cost or save most a week first: the clear ones; all of
/// them, as far as there is room, where delays were asked for.
std::string waits_text(const Told& told) {
    const std::vector<const Wait*> all = defined_waits(told.waits);
    if (all.empty()) return {};
    const bool asked = std::any_of(told.cells.begin(), told.cells.end(),
                                   [](const Cell& c) { return c.start.weeks > 0; });
    std::vector<const Wait*> listed = asked ? all : clear_waits(told.waits);
    std::stable_sort(listed.begin(), listed.end(), [](const Wait* x, const Wait* y) {
        const bool clear = clear_of_zero(x->cost);
        if (clear != clear_of_zero(y->cost)) return clear;
        return std::abs(x->per_week.value) > std::abs(y->per_week.value);
    });
    const std::size_t most = asked ? 24 : 10, left = listed.size() - std::min(most, listed.size());
    std::string out =
        "What waiting costs. " + waits_verdict(told.waits, told.less_is_better) + "\n";
    if (!listed.empty()) {
        listed.resize(listed.size() - left);
        Table table({Table::Align::left, right, right, right, right}, "");
        table.row({"intervention", "from, to", "weeks later", told.outcome, "a week"});
        for (const Wait* w : listed)
            table.row({w->intervention, w->from + ", " + w->to, fmt::format("{:.0f}", w->weeks),
                       cell_text(w->cost), cell_text(w->per_week)});
        out += "\n" + table.text();
        if (left > 0) out += fmt::format("and {} more\n", left);
        out += "\n";
    }
    return out + fmt::format(
                     "(The later start less the earlier, in the same members: {} zero, waiting "
                     "costs. The 95 % "
                     "intervals hold\nfor all {} delays together; * clear of zero. --json and the "
                     "report have each.)\n\n",
                     told.less_is_better ? "above" : "below", all.size());
}

Json figure_json(const Figure& f) {
    return {{"value", f.value}, {"lo", f.lo}, {"hi", f.hi}, {"error", f.error}};
}

Json told_json(const Told& told) {
    Json cells = Json::array(), waits = Json::array();
    for (const Cell& c : told.cells)
        cells.push_back({{"intervention", c.start.intervention},
                         {"stage", c.start.stage},
                         {"delay_weeks", c.start.weeks},
                         {"difference", figure_json(c.figures->difference)},
                         {"cost", figure_json(c.figures->cost)},
                         {"p_worse", figure_json(c.figures->p_worse)},
                         {"given_stage", figure_json(c.given)},
                         {"cost_given_stage", figure_json(c.cost_given)},
                         {"reached", figure_json(told.stages.at(c.start.stage).reached)},
                         {"states", c.states}});
    for (const Wait& w : told.waits)
        waits.push_back({{"intervention", w.intervention},
                         {"from", w.from},
                         {"to", w.to},
                         {"weeks", w.weeks},
                         {"cost", figure_json(w.cost)},
                         {"per_week", figure_json(w.per_week)}});
    Json stages = Json::array();
    for (const auto& [stage, text] : stage_words)
        if (stage != Stage::none) {
            const OfStage& s = told.stages.at(std::string(text));
            stages.push_back({{"stage", text},
                              {"reached", figure_json(s.reached)},
                              {"nothing", figure_json(s.nothing)},
                              {"states", s.states}});
        }
    return {{"outcome", told.outcome},
            {"members", told.members},
            {"continuations", told.continuations.each},
            {"scouts", told.continuations.scouts},
            {"stages", stages},
            {"cells", cells},
            {"delay", waits},
            {"reliability", told.reliability},
            {"reliability_intention_to_treat", told.reliability_of_all}};
}

double share_seen(const std::vector<double>& weeks, double end) {
    const auto seen = std::count_if(weeks.begin(), weeks.end(), [&](double w) { return w < end; });
    return static_cast<double>(seen) / static_cast<double>(std::max<std::size_t>(1, weeks.size()));
}

/// Shares of members without continuations: no more is known of a stage than who saw it.
void tell_seen(Told& told, const std::map<std::string, std::vector<double>>& seen, double end,
               const Plan& plan) {
    Columns columns;
    for (const auto& [stage, weeks] : seen) {
        told.stages[stage].seen = share_seen(weeks, end);
        auto& column = columns.emplace_back();
        for (const double w : weeks) column.push_back(w < end ? 1 : 0);
    }
    const Means shares = simultaneous_means(columns, plan);
    std::size_t next = 0;
    for (const auto& [stage, weeks] : seen) told.stages[stage].reached = shares.figures[next++];
}

/// What continuations say: cells given their stage, and the stages themselves.
void tell_given(Told& told, const Results& results, const std::vector<std::size_t>& members,
                const Plan& plan) {
    told.continuations = results.header().continuations;
    if (told.continuations.each == 0) return;
    const KeptOutcome outcome = kept_outcome(results, told.outcome);
    std::vector<Ratio> differences, costs, nothing;
    std::map<std::string, std::vector<double>> weights;
    for (Cell& c : told.cells) {
        const GivenStage given = given_stage_of(results, outcome, c.option, members);
        c.states = members_reached(given);
        differences.push_back(difference_of(given));
        costs.push_back(difference_of(given_stage_of(results, kept_spending(), c.option, members)));
        if (weights.try_emplace(c.start.stage, given.weight).second) {
            nothing.push_back(nothing_of(given));
            told.stages[c.start.stage].states = c.states;
        }
    }
    const Means cells = simultaneous_ratios(differences, plan);
    const Means money = simultaneous_ratios(costs, plan);
    const Means idle = simultaneous_ratios(nothing, plan);
    std::vector<Figure> table;
    for (std::size_t i = 0; i < told.cells.size(); ++i) {
        told.cells[i].given = cells.figures[i];
        told.cells[i].cost_given = money.figures[i];
        if (told.cells[i].start.weeks == 0) table.push_back(cells.figures[i]);
    }
    told.reliability = reliability(table);
    Columns shares;
    for (const auto& [stage, weight] : weights) shares.push_back(weight);
    const Means reached = simultaneous_means(shares, plan);
    std::size_t next = 0;
    for (const auto& [stage, weight] : weights)
        told.stages[stage].reached = reached.figures[next++];
    std::vector<std::string> in_order;  // of `nothing`: stages as cells first name them
    for (const Cell& c : told.cells)
        if (std::find(in_order.begin(), in_order.end(), c.start.stage) == in_order.end()) {
            told.stages[c.start.stage].nothing = idle.figures[in_order.size()];
            in_order.push_back(c.start.stage);
        }
}

}  // namespace

int tell_stages(const std::string& file, const std::string& outcome_name,
                const Invocation& invocation, double seconds) {
    const Results results = Results::open(file);
    const std::vector<std::size_t> members = members_of_all(results);
    const auto nothing = results.find_option("none").value();
    const Header& header = results.header();
    const Prices prices{discount_of(header), 0, header.price_year, header.price_year};
    const Outcome outcome = outcome_of(results, outcome_name, members);
    const Parallel parallel = invocation.common.parallel();
    const Plan plan{ComparisonRequest().replicates, Common().seed, 0.95, &parallel};
    const Comparison all = compare(paired_of(results, outcome, members, nothing, prices), plan);
    const auto seen = first_seen(results, nothing, members);
    const double end = weeks_of_run(results);
    Told told{outcome_name, outcome.less_is_better, members.size(), {}, {}, {}, {}};
    tell_seen(told, seen, end, plan);
    std::vector<Figure> table;
    for (std::size_t o = 0; o < all.options.size(); ++o)
        if (const auto start = parse_stage_option(all.options[o].name)) {
            told.cells.push_back(
                {*start, o, &all.options[o], told.stages[start->stage].seen, {}, {}, 0});
            if (start->weeks == 0) table.push_back(all.options[o].difference);
        }
    told.reliability_of_all = reliability(table);
    tell_given(told, results, members, plan);
    told.waits = stage_waits(results, outcome, members, nothing, plan);
    if (invocation.common.json) {
        Json document = told_json(told);
        document["seconds"] = seconds;
        document["file"] = file;
        print_json(document);
        return exit_code::done;
    }
    const std::string caution =
        members.size() < 100
            ? "So few members show little: disregard differences that are not clear.\n"
            : "";
    print(fmt::format("{}\n{}, {} cells, seed {}; {}\n\n{}{}{}{}\nResults: {}\n",
                      one_line(results.header().title),
                      counted(members.size(), "member", "members"), told.cells.size(),
                      invocation.common.seed, duration_text(seconds), given_matrix_text(told),
                      waits_text(told), all_text(told), caution, one_line(file)));
    return exit_code::done;
}

}  // namespace forestall::app
