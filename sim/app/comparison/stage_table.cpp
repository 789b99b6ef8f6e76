// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/stage_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "analysis/comparison/paired.hpp"
#include "analysis/comparison/phrases.hpp"
#include "analysis/comparison/stage_matrix.hpp"
#include "analysis/comparison/stage_waits.hpp"
#include "app/comparison/given_table.hpp"
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
    Figure reached;                    ///< share of members in which the desk sees that stage
    const StageCell* given = nullptr;  ///< where there are continuations
};

struct Told {
    std::string outcome;
    bool less_is_better = true;
    std::size_t members = 0;
    std::vector<Cell> cells;
    std::vector<Wait> waits;
    std::map<std::string, Figure> reached;  ///< by stage
    StageMatrix given;
    std::map<std::string, std::string> strategy;
    double reliability = not_defined;  ///< of cells over all members
};

std::string cell_text(const Figure& f) {
    if (std::isnan(f.value)) return "-";
    const char* form = std::abs(f.value) < 10 && std::abs(f.hi - f.lo) < 20
                           ? "{:+.1f} ({:+.1f} to {:+.1f}){}"
                           : "{:+.0f} ({:+.0f} to {:+.0f}){}";
    return fmt::format(fmt::runtime(form), f.value, f.lo, f.hi, f.clear_of_zero() ? " *" : "");
}

/// Up to this share of members that reach a stage, nothing can be seen of what begins there.
constexpr double rarely_reached = 0.05;

std::string cell_text(const Cell& c) {
    if (c.reached.value <= rarely_reached && !c.figures->difference.clear_of_zero())
        return "not seen: stage reached in " + chance_words(c.reached.value);
    return c.figures->members_changed == 0 ? "no change in any member"
                                           : cell_text(c.figures->difference);
}

std::vector<std::string> row_of(const std::string& name,
                                const std::map<std::string, const Cell*>& by_stage) {
    std::vector<std::string> row{name};
    double cost = not_defined;
    for (const auto& [stage, text] : stage_words) {
        if (stage == Stage::none) continue;
        const auto found = by_stage.find(std::string(text));
        row.push_back(found == by_stage.end() ? "–" : cell_text(*found->second));
        if (found != by_stage.end() && std::isnan(cost)) cost = found->second->figures->cost.value;
    }
    row.push_back(std::isnan(cost) ? "-" : fmt::format("{:.1f}", cost / 1e6));
    return row;
}

std::string matrix_text(const Told& told) {
    Table table({left, right, right, right, right}, "");
    std::vector<std::string> head{"intervention"};
    for (const auto& word : stage_words)
        if (word.value != Stage::none) head.emplace_back(word.text);
    head.emplace_back("cost, M USD");
    table.row(head);
    std::map<std::string, std::map<std::string, const Cell*>> rows;
    for (const Cell& c : told.cells)
        if (c.start.weeks == 0) rows[c.start.intervention][c.start.stage] = &c;
    std::vector<std::string> names;
    for (const auto& [name, by_stage] : rows) names.push_back(name);
    for (const auto& [group, interventions] : by_strategy(names, told.strategy)) {
        if (!group.empty()) table.row({fmt::format("[{}]", group), "", "", "", ""});
        for (const std::string& name : interventions) table.row(row_of(name, rows[name]));
    }
    std::string share;
    for (const auto& [stage, text] : stage_words)
        if (stage != Stage::none)
            share += fmt::format("{}{} {}", share.empty() ? "" : ", ", text,
                                 chance_words(told.reached.at(std::string(text)).value));
    return fmt::format(
        "Over all members: {}, difference from doing nothing, by the stage that the desk sees when "
        "each begins (95 %, together); * clear of zero\n\n{}\nMembers in which the desk saw the "
        "stage: {}\nA member that never reaches a stage counts with no difference (intention to "
        "treat).\n{}–: it does not fit this stage. What is not seen may still matter: more members "
        "may show it.\n",
        told.outcome, table.text(), share, reliability_text(told.reliability, told.members));
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
        const bool clear = x->cost.clear_of_zero();
        if (clear != y->cost.clear_of_zero()) return clear;
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

Json told_json(const Told& told) {
    Json cells = Json::array(), waits = Json::array();
    for (const Cell& c : told.cells) {
        Json cell = {{"intervention", c.start.intervention},
                     {"stage", c.start.stage},
                     {"delay_weeks", c.start.weeks},
                     {"difference", figure_json(c.figures->difference)},
                     {"cost", figure_json(c.figures->cost)},
                     {"p_worse", figure_json(c.figures->p_worse)},
                     {"reached", figure_json(c.reached)}};
        if (c.given != nullptr) {
            cell["given_stage"] = figure_json(c.given->difference);
            cell["given_stage_pooled"] = figure_json(c.given->pooled);
            cell["given_stage_cost"] = figure_json(c.given->cost);
            cell["states"] = c.given->states;
            cell["strategy"] = c.given->strategy;
        }
        cells.push_back(cell);
    }
    for (const Wait& w : told.waits)
        waits.push_back({{"intervention", w.intervention},
                         {"from", w.from},
                         {"to", w.to},
                         {"weeks", w.weeks},
                         {"cost", figure_json(w.cost)},
                         {"per_week", figure_json(w.per_week)}});
    Json out = {{"outcome", told.outcome},
                {"members", told.members},
                {"cells", cells},
                {"delay", waits},
                {"reliability_of_all", told.reliability}};
    const bool given = told.given.continuations.each > 0;
    out["reliability"] = given ? told.given.reliability : told.reliability;
    if (!given) return out;
    out["stages"] = stages_json(told.given);
    out["delay_given_stage"] = delays_json(told.given);
    out["continuations"] = told.given.continuations.each;
    out["scouts"] = told.given.continuations.scouts;
    return out;
}

/// Shares of members in which the desk saw each stage: by splitting where there are continuations.
std::map<std::string, Figure> reached_of(const Results& results, std::size_t nothing,
                                         const std::vector<std::size_t>& members,
                                         const StageMatrix& given, const Plan& plan) {
    const double end = weeks_of_run(results);
    Columns columns;
    std::vector<std::string> stages;
    for (const auto& [stage, weeks] : first_seen(results, nothing, members)) {
        stages.push_back(stage);
        auto& column = columns.emplace_back();
        for (const double w : weeks) column.push_back(w < end ? 1 : 0);
    }
    const Means shares = simultaneous_means(columns, plan);
    std::map<std::string, Figure> out;
    for (std::size_t s = 0; s < stages.size(); ++s) out[stages[s]] = shares.figures[s];
    for (const StageSeen& s : given.stages) out[s.stage] = s.reached;
    return out;
}

std::vector<Cell> cells_of(const Comparison& all, const Told& told) {
    std::vector<Cell> out;
    for (std::size_t o = 0; o < all.options.size(); ++o)
        if (const auto start = parse_stage_option(all.options[o].name))
            out.push_back({*start, o, &all.options[o], told.reached.at(start->stage), nullptr});
    for (const StageCell& c : told.given.cells)
        for (Cell& cell : out)
            if (cell.option == c.option) cell.given = &c;
    return out;
}

double reliability_of(const std::vector<Cell>& cells) {
    std::vector<Figure> figures;
    for (const Cell& c : cells)
        if (c.start.weeks == 0) figures.push_back(c.figures->difference);
    return reliability(figures);
}

}  // namespace

int tell_stages(const std::string& file, const std::string& outcome_name,
                const std::map<std::string, std::string>& strategy, const Invocation& invocation,
                double seconds) {
    const Results results = Results::open(file);
    const std::vector<std::size_t> members = members_of_all(results);
    const auto nothing = results.find_option("none").value();
    const Header& header = results.header();
    const Prices prices{discount_of(header), 0, header.price_year, header.price_year};
    const Outcome outcome = outcome_of(results, outcome_name, members);
    const Parallel parallel = invocation.common.parallel();
    const Plan plan{ComparisonRequest().replicates, Common().seed, 0.95, &parallel};
    const Comparison all = compare(paired_of(results, outcome, members, nothing, prices), plan);
    Told told{outcome_name, outcome.less_is_better, members.size(), {}, {}, {}, {}, strategy};
    told.given = stage_matrix(results, outcome_name, members, strategy, plan);
    told.reached = reached_of(results, nothing, members, told.given, plan);
    told.cells = cells_of(all, told);
    told.reliability = reliability_of(told.cells);
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
                      invocation.common.seed, duration_text(seconds),
                      given_text(told.given, told.outcome, told.members, told.strategy),
                      waits_text(told), matrix_text(told), caution, one_line(file)));
    return exit_code::done;
}

}  // namespace forestall::app
