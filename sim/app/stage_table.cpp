// SPDX-License-Identifier: Apache-2.0
#include "app/stage_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/comparison/delay.hpp"
#include "analysis/comparison/paired.hpp"
#include "app/exit_code.hpp"
#include "app/numbers.hpp"
#include "app/output.hpp"
#include "app/stage_options.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

using namespace comparison;
using enum Table::Align;

constexpr const char* stages[] = {"prevention", "mitigation", "response"};

/// One cell of the matrix, or of the curve of a delay.
struct Cell {
    StageStart start;
    std::size_t option;
    const OptionFigures* figures;
    double reached;  ///< share of members in which the desk saw that stage
};

struct Told {
    std::string outcome;
    std::size_t members = 0;
    std::vector<Cell> cells;
    std::vector<Wait> waits;
    std::map<std::string, double> reached;
};

double weeks_a_step(const Results& results) {
    const auto& time = results.header().time;
    return time.size() > 1 ? static_cast<double>(time[1] - time[0]) / 7 : 1;
}

/// Week in which the desk of the baseline first sees each stage, by member; the length of the run if it never does.
std::map<std::string, std::vector<double>> first_seen(const Results& results, std::size_t option) {
    const std::vector<double> seen = results.values(Series::stage_observed, option);
    const std::size_t members = results.members().size(), steps = members == 0 ? 0 : seen.size() / members;
    const double weeks = weeks_a_step(results);
    std::map<std::string, std::vector<double>> out;
    for (int level = 1; level <= 3; ++level)
        for (std::size_t m = 0; m < members; ++m) {
            const auto from = seen.begin() + static_cast<std::ptrdiff_t>(m * steps);
            const auto at =
                std::find_if(from, from + static_cast<std::ptrdiff_t>(steps), [&](double s) { return s >= level; });
            out[stages[level - 1]].push_back(static_cast<double>(at - from) * weeks);
        }
    return out;
}

std::vector<Timing> timings_of(const Told& told, const std::map<std::string, std::vector<double>>& seen, double end) {
    std::vector<Timing> out;
    for (const Cell& c : told.cells) {
        Timing t{c.start.intervention, c.start.stage, c.option, seen.at(c.start.stage)};
        if (c.start.weeks > 0) t.label += fmt::format(" + {} w", c.start.weeks);
        for (double& week : t.started) week = std::min(end, week + c.start.weeks);
        out.push_back(std::move(t));
    }
    return out;
}

bool clear_of_zero(const Figure& f) { return f.lo > 0 || f.hi < 0; }

std::string cell_text(const Figure& f) {
    if (std::isnan(f.value)) return "-";
    const char* form = std::abs(f.value) < 10 && std::abs(f.hi - f.lo) < 20 ? "{:+.1f} ({:+.1f} to {:+.1f}){}"
                                                                            : "{:+.0f} ({:+.0f} to {:+.0f}){}";
    return fmt::format(fmt::runtime(form), f.value, f.lo, f.hi, clear_of_zero(f) ? " *" : "");
}

std::string matrix_text(const Told& told) {
    Table table({left, right, right, right, right}, "");
    table.row({"intervention", "prevention", "mitigation", "response", "cost, M USD"});
    std::map<std::string, std::map<std::string, const OptionFigures*>> rows;
    for (const Cell& c : told.cells)
        if (c.start.weeks == 0) rows[c.start.intervention][c.start.stage] = c.figures;
    for (const auto& [name, by_stage] : rows) {
        std::vector<std::string> row{name};
        double cost = not_defined;
        for (const char* stage : stages) {
            const auto found = by_stage.find(stage);
            row.push_back(found == by_stage.end() ? "" : cell_text(found->second->difference));
            if (found != by_stage.end() && std::isnan(cost)) cost = found->second->cost.value;
        }
        row.push_back(std::isnan(cost) ? "-" : fmt::format("{:.1f}", cost / 1e6));
        table.row(row);
    }
    std::string share;
    for (const char* stage : stages) share += fmt::format("{} {:.0f} %  ", stage, 100 * told.reached.at(stage));
    return fmt::format(
        "{}, difference from doing nothing, by the stage that the desk sees when each begins (95 %, together); * clear "
        "of zero\n\n{}\nMembers in which the desk saw the stage: {}\nA member that never reaches a stage counts with "
        "no "
        "difference (intention to treat).\n",
        told.outcome, table.text(), share);
}

/// The waits that are told from costing nothing, those that cost or save most a week first; a list of the others would
/// be a list of noise.
std::string waits_text(const Told& told) {
    constexpr std::size_t most = 10;
    std::size_t all = 0;
    std::vector<const Wait*> clear;
    for (const Wait& w : told.waits) {
        all += std::isfinite(w.per_week.value) ? 1 : 0;
        if (std::isfinite(w.per_week.value) && clear_of_zero(w.cost)) clear.push_back(&w);
    }
    if (all == 0) return {};
    const std::string family = fmt::format(
        "the later start less the earlier, in the same members, 95 % together over all {}; --json and the report have "
        "each with its band",
        all);
    if (clear.empty())
        return fmt::format("what waiting costs: of {} waits none is told from costing nothing\n({})\n\n", all, family);
    std::stable_sort(clear.begin(), clear.end(), [](const Wait* x, const Wait* y) {
        return std::abs(x->per_week.value) > std::abs(y->per_week.value);
    });
    Table table({left, left, right, right, right}, "");
    table.row({"what waiting costs", "from, to", "weeks later", told.outcome, "a week"});
    for (std::size_t i = 0; i < std::min(most, clear.size()); ++i)
        table.row({clear[i]->intervention, clear[i]->from + ", " + clear[i]->to, fmt::format("{:.0f}", clear[i]->weeks),
                   cell_text(clear[i]->cost), cell_text(clear[i]->per_week)});
    return fmt::format("{}\nAbove zero, waiting costs ({}). Told from costing nothing: {} of {}.\n\n", table.text(),
                       family, clear.size(), all);
}

Json figure_json(const Figure& f) { return {{"value", f.value}, {"lo", f.lo}, {"hi", f.hi}, {"error", f.error}}; }

Json told_json(const Told& told) {
    Json cells = Json::array(), waits = Json::array();
    for (const Cell& c : told.cells)
        cells.push_back({{"intervention", c.start.intervention},
                         {"stage", c.start.stage},
                         {"delay_weeks", c.start.weeks},
                         {"difference", figure_json(c.figures->difference)},
                         {"cost", figure_json(c.figures->cost)},
                         {"p_worse", figure_json(c.figures->p_worse)},
                         {"reached", c.reached}});
    for (const Wait& w : told.waits)
        waits.push_back({{"intervention", w.intervention},
                         {"from", w.from},
                         {"to", w.to},
                         {"weeks", w.weeks},
                         {"cost", figure_json(w.cost)},
                         {"per_week", figure_json(w.per_week)}});
    return {{"outcome", told.outcome}, {"members", told.members}, {"cells", cells}, {"delay", waits}};
}

}  // namespace

int tell_stages(const std::string& file, const std::string& outcome_name, const Invocation& invocation,
                double seconds) {
    const Results results = Results::open(file);
    const std::vector<std::size_t> members = members_of_all(results);
    const auto nothing = results.find_option("none").value();
    const Prices prices{0.03, 0, results.header().price_year, results.header().price_year};
    const Outcome outcome = outcome_of(results, outcome_name, members);
    const Parallel parallel = invocation.common.parallel();
    const Plan plan{999, invocation.common.seed, 0.95, &parallel};
    const Comparison all = compare(paired_of(results, outcome, members, nothing, prices), plan);
    const auto seen = first_seen(results, nothing);
    const double end = static_cast<double>(results.header().time.size()) * weeks_a_step(results);
    Told told{outcome_name, members.size(), {}, {}, {}};
    for (const auto& [stage, weeks] : seen)
        told.reached[stage] =
            static_cast<double>(std::count_if(weeks.begin(), weeks.end(), [&](double w) { return w < end; })) /
            static_cast<double>(std::max<std::size_t>(1, weeks.size()));
    for (std::size_t o = 0; o < all.options.size(); ++o)
        if (const auto start = parse_stage_option(all.options[o].name))
            told.cells.push_back({*start, o, &all.options[o], told.reached[start->stage]});
    told.waits = costs_of_delay(timings_of(told, seen, end), outcome.values, plan);
    if (invocation.common.json) {
        Json document = told_json(told);
        document["seconds"] = seconds;
        document["file"] = file;
        print_json(document);
        return exit_code::done;
    }
    const std::string caution =
        members.size() < 100 ? "So few members say little: read no difference that is not clear of zero.\n" : "";
    print(fmt::format("{}\n{}, {} cells, seed {}; {}\n\n{}{}{}\nResults: {}\n", one_line(results.header().title),
                      counted(members.size(), "member", "members"), told.cells.size(), invocation.common.seed,
                      duration_text(seconds), waits_text(told), matrix_text(told), caution, one_line(file)));
    return exit_code::done;
}

}  // namespace forestall::app
