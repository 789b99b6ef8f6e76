// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/given_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "core/stage.hpp"

namespace forestall::app {
namespace {

using namespace comparison;
using enum Table::Align;

constexpr std::array<const char*, 4> strategies = {"dissuade", "degrade", "protect", "facilitate"};
constexpr double wanted_reliability = 0.8;

std::string bounds_text(const Figure& f) {
    const char* form = std::abs(f.hi - f.lo) < 20 ? "({:+.1f} to {:+.1f})" : "({:+.0f} to {:+.0f})";
    return fmt::format(fmt::runtime(form), f.lo, f.hi);
}

std::string value_text(const Figure& f) {
    const char* form = std::abs(f.value) < 10 && std::abs(f.hi - f.lo) < 20 ? "{:+.1f}" : "{:+.0f}";
    return fmt::format(fmt::runtime(form), f.value) + " " + bounds_text(f);
}

/// A cell gives a figure once it says something; until then the range alone.
std::string cell_text(const StageCell& c) {
    if (c.states == 0) return "not reached";
    if (std::isnan(c.difference.lo)) return fmt::format("{} states only", c.states);
    if (c.changed == 0) return "no change in any";
    if (c.difference.clear_of_zero()) return value_text(c.difference) + " *";
    if (c.pooled.clear_of_zero()) return value_text(c.pooled) + " ~";
    return bounds_text(c.difference);
}

std::string matrix_text(const StageMatrix& matrix,
                        const std::map<std::string, std::string>& strategy) {
    std::map<std::string, std::map<std::string, const StageCell*>> rows;
    std::vector<std::string> names;
    for (const StageCell& c : matrix.cells)
        if (c.start.weeks == 0) rows[c.start.intervention][c.start.stage] = &c;
    for (const auto& [name, cells] : rows) names.push_back(name);
    Table table({left, right, right, right, right}, "");
    table.row({"intervention", "prevention", "mitigation", "response", "cost, M USD"});
    for (const auto& [group, members] : by_strategy(names, strategy)) {
        if (!group.empty()) table.row({fmt::format("[{}]", group), "", "", "", ""});
        for (const std::string& name : members) {
            std::vector<std::string> row{name};
            double cost = not_defined;
            for (const auto& [stage, text] : stage_words) {
                if (stage == Stage::none) continue;
                const auto found = rows[name].find(std::string(text));
                row.push_back(found == rows[name].end() ? "–" : cell_text(*found->second));
                if (found != rows[name].end() && std::isnan(cost)) cost = found->second->cost.value;
            }
            row.push_back(std::isnan(cost) ? "-" : fmt::format("{:.1f}", cost / 1e6));
            table.row(row);
        }
    }
    return table.text();
}

std::string stages_text(const StageMatrix& matrix, const std::string& outcome) {
    Table table({left, right, right, right}, "");
    table.row({"stage", "seen in, %", "states", outcome + ", nothing done"});
    for (const StageSeen& s : matrix.stages)
        table.row(
            {s.stage,
             fmt::format("{:.1f} ({:.1f} to {:.1f})", 100 * s.reached.value,
                         100 * std::max(0.0, s.reached.lo), 100 * std::min(1.0, s.reached.hi)),
             thousands(static_cast<std::int64_t>(s.states)),
             std::isnan(s.nothing.lo) ? "-"
                                      : fmt::format("{:.0f} ({:.0f} to {:.0f})", s.nothing.value,
                                                    std::max(0.0, s.nothing.lo), s.nothing.hi)});
    return table.text();
}

std::string delay_text(const Figure& cost) {
    if (std::isnan(cost.lo)) return "few states";
    return value_text(cost) + (cost.clear_of_zero() ? " *" : "");
}

std::string delays_text(const StageMatrix& matrix) {
    if (matrix.delays.empty()) return "";
    Table table({left, left, right, right}, "");
    table.row({"intervention", "stage", "weeks later", "more than at once"});
    for (const StageDelay& d : matrix.delays)
        table.row({d.intervention, d.stage, std::to_string(d.weeks), delay_text(d.cost)});
    return "Beginning later, once the stage is seen (from the same states, 95 %, together):\n\n" +
           table.text() + "\n";
}

}  // namespace

std::vector<std::pair<std::string, std::vector<std::string>>> by_strategy(
    const std::vector<std::string>& interventions,
    const std::map<std::string, std::string>& strategy) {
    const auto of = [&](const std::string& name) {
        const auto found = strategy.find(name);
        return found == strategy.end() ? std::string() : found->second;
    };
    std::vector<std::pair<std::string, std::vector<std::string>>> out;
    for (const char* const group : strategies) out.emplace_back(group, std::vector<std::string>());
    out.emplace_back("", std::vector<std::string>());
    for (const std::string& name : interventions) {
        const auto found = std::find_if(out.begin(), out.end() - 1,
                                        [&](const auto& g) { return g.first == of(name); });
        found->second.push_back(name);
    }
    std::erase_if(out, [](const auto& group) { return group.second.empty(); });
    return out;
}

std::string reliability_text(double reliability, std::size_t members) {
    if (std::isnan(reliability)) return "";
    std::string more;
    if (reliability > 0 && reliability < wanted_reliability) {
        // Squared errors fall with members, the spread of true cells stays.
        const double times =
            wanted_reliability / (1 - wanted_reliability) * (1 - reliability) / reliability;
        more = fmt::format(
            "; about {} members would make it {:.1f}",
            thousands(static_cast<std::int64_t>(std::ceil(times * static_cast<double>(members)))),
            wanted_reliability);
    }
    return fmt::format(
        "Reliability of this table: {:.2f} (1: cells have no error; 0 or less: they "
        "differ by no more than their errors){}.\n",
        reliability, more);
}

std::string given_text(const StageMatrix& matrix, const std::string& outcome, std::size_t members,
                       const std::map<std::string, std::string>& strategy) {
    if (matrix.continuations.each == 0 || matrix.cells.empty()) return "";
    return fmt::format(
        "Given the stage: {}, difference from doing nothing where the desk sees the stage (95 %, "
        "together)\n\n{}\n* clear of zero. ~ clear only with what the other cells of its strategy "
        "at that stage say (partial pooling). A range alone: inconclusive.\n{}\n{}"
        "From the state in which the desk first sees a stage the future is drawn {} times, the "
        "same for doing nothing and for\neach intervention; {} more futures look for the next "
        "stage.\n\n{}",
        outcome, matrix_text(matrix, strategy), reliability_text(matrix.reliability, members),
        stages_text(matrix, outcome), matrix.continuations.each, matrix.continuations.scouts,
        delays_text(matrix));
}

Json figure_json(const Figure& f) {
    return {{"value", f.value}, {"lo", f.lo}, {"hi", f.hi}, {"error", f.error}};
}

Json delays_json(const StageMatrix& matrix) {
    Json out = Json::array();
    for (const StageDelay& d : matrix.delays)
        out.push_back({{"intervention", d.intervention},
                       {"stage", d.stage},
                       {"weeks", d.weeks},
                       {"cost", figure_json(d.cost)}});
    return out;
}

Json stages_json(const StageMatrix& matrix) {
    Json out = Json::array();
    for (const StageSeen& s : matrix.stages)
        out.push_back({{"stage", s.stage},
                       {"reached", figure_json(s.reached)},
                       {"nothing", figure_json(s.nothing)},
                       {"states", s.states}});
    return out;
}

}  // namespace forestall::app
