// SPDX-License-Identifier: Apache-2.0
// The catalogue and the levers, as text and JSON; and the intervention × lever matrix.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "actors/levers.hpp"
#include "app/describe/description.hpp"
#include "app/frame/numbers.hpp"
#include "scenario/catalogue.hpp"
#include "world/named_numbers.hpp"
#include "world/stage_start.hpp"

namespace forestall::app {
namespace {

constexpr const char* signs[] = {"falls", "unclear", "rises"};

std::vector<std::string> stages_of(const Intervention& i) {
    std::vector<std::string> out;
    for (const auto& [stage, text] : stage_words)
        if ((i.stages >> static_cast<unsigned>(stage) & 1U) != 0) out.emplace_back(text);
    return out;
}

const Distribution* number(const Catalogue& c, const std::string& name) {
    const auto found = c.numbers.find(name);
    return found == c.numbers.end() ? nullptr : &found->second;
}

Json distribution_json(const Distribution* d) {
    if (d == nullptr) return nullptr;
    std::vector<double> args(d->args.begin(),
                             d->args.begin() + (d->is_constant() ? 1 : shape_arity(d->shape)));
    return {{shape_name(d->shape), args},
            {"median", d->median()},
            {"lo", d->quantile(0.025)},
            {"hi", d->quantile(0.975)},
            {"source", d->source}};
}

/// nullptr if all of the effect arrives at its lever.
const Distribution* link_of(const Catalogue& c, const Intervention& i, std::size_t k) {
    return i.effects[k].link_grade == 0 ? nullptr : number(c, link_number(i.name, k));
}

Json effect_json(const Catalogue& c, const Intervention& i, std::size_t k) {
    const Effect& e = i.effects[k];
    Json out = {{"lever", e.lever},
                {"distribution", distribution_json(number(c, effect_number(i.name, k)))},
                {"source", e.source},
                {"grade", std::string(1, e.grade)},
                {"when", phase_words.text(e.phase)},
                {"side", e.side},
                {"summary", e.summary}};
    if (const Distribution* share = link_of(c, i, k)) {
        out["link"] = distribution_json(share);
        out["link"]["grade"] = std::string(1, e.link_grade);
    }
    if (!e.where.empty()) {
        out["where"] = e.where;
        if (std::isfinite(e.above)) out["above"] = e.above;
        if (std::isfinite(e.below)) out["below"] = e.below;
    }
    return out;
}

std::string effect_text(const Catalogue& c, const Intervention& i, std::size_t k) {
    const Effect& e = i.effects[k];
    const Distribution* d = number(c, effect_number(i.name, k));
    std::string when =
        e.phase == Phase::active ? "" : fmt::format(", {}", phase_words.text(e.phase));
    if (!e.where.empty())
        when += std::isfinite(e.above) ? fmt::format(", {} from {}", e.where, e.above)
                                       : fmt::format(", {} under {}", e.where, e.below);
    std::string arrives;
    if (const Distribution* share = link_of(c, i, k))
        arrives =
            fmt::format(", of which {:.2g} ({:.2g} to {:.2g}) arrives, grade {}", share->median(),
                        share->quantile(0.025), share->quantile(0.975), e.link_grade);
    return fmt::format("    {:<16} {:>6.3g} ({:.3g} to {:.3g})  grade {}{}{}{}\n", e.lever,
                       d == nullptr ? 0 : d->median(), d == nullptr ? 0 : d->quantile(0.025),
                       d == nullptr ? 0 : d->quantile(0.975), e.grade, arrives, when,
                       e.side ? "  [side effect]" : "");
}

/// Median change of each lever by an intervention (log of factors), times the median of its link;
/// effects of one lever are added.
std::string matrix(const Catalogue& c) {
    using enum Table::Align;
    std::vector<Table::Align> columns{left};
    std::vector<std::string> head{"intervention"};
    for (const Lever& l : levers()) {
        columns.push_back(right);
        head.push_back(std::string(l.name).substr(0, 9));
    }
    Table table(columns);
    table.row(head);
    for (const Intervention& i : c.interventions) {
        std::vector<std::string> row{i.name};
        for (const Lever& l : levers()) {
            double sum = 0;
            bool any = false;
            for (std::size_t k = 0; k < i.effects.size(); ++k) {
                const Distribution* d = number(c, effect_number(i.name, k));
                if (i.effects[k].lever != l.name || d == nullptr) continue;
                const Distribution* share = link_of(c, i, k);
                sum += (l.scale == LeverScale::factor ? std::log(d->median()) : d->median()) *
                       (share == nullptr ? 1 : share->median());
                any = true;
            }
            row.push_back(any ? fmt::format("{:+.2g}", sum) : ".");
        }
        table.row(row);
    }
    return table.text();
}

}  // namespace

std::string interventions_text() {
    const Catalogue c = read_catalogue();
    std::string out =
        "Interventions of the catalogue: what each moves, median and 95 % range; factors are rate "
        "ratios, the others "
        "are\n"
        "added. Of an effect that was measured on a step before its lever, a share arrives: value "
        "to the power\n"
        "of it, or times it. Sources: --json, docs/interventions.md.\n";
    for (const Intervention& i : c.interventions) {
        const Distribution* weekly = number(c, "cost." + i.name + ".weekly");
        const Distribution* setup = number(c, "cost." + i.name + ".setup");
        out += fmt::format(
            "\n{}: {}\n  {}\n  stages {}; led by {}; aimed at {}; lead time {} d, ramp {} d{}\n",
            i.name, i.title, i.summary, fmt::join(stages_of(i), ", "), fmt::join(i.leads, ", "),
            target_words.string(i.target), i.lead_time, i.ramp,
            i.consent < 1 ? fmt::format("; consent {:.0f} % a week", 100 * i.consent) : "");
        out += fmt::format("  costs about {} at the start and {} a week, {} people\n",
                           usd_text(setup == nullptr ? 0 : setup->median()),
                           usd_text(weekly == nullptr ? 0 : weekly->median()), i.staff);
        out += fmt::format("  evidence: {} {}\n", i.outcome, signs[i.sign + 1]);
        for (std::size_t k = 0; k < i.effects.size(); ++k) out += effect_text(c, i, k);
    }
    return out +
           "\nIntervention × lever, medians (log of factors), effects of every phase and condition "
           "added:\n\n" +
           matrix(c);
}

Json interventions_json() {
    const Catalogue c = read_catalogue();
    Json list = Json::array();
    for (const Intervention& i : c.interventions) {
        Json effects = Json::array();
        for (std::size_t k = 0; k < i.effects.size(); ++k) effects.push_back(effect_json(c, i, k));
        list.push_back({{"name", i.name},
                        {"title", i.title},
                        {"summary", i.summary},
                        {"strategy", i.strategy},
                        {"stages", stages_of(i)},
                        {"leads", i.leads},
                        {"target", target_words.string(i.target)},
                        {"cost",
                         {{"setup", distribution_json(number(c, "cost." + i.name + ".setup"))},
                          {"weekly", distribution_json(number(c, "cost." + i.name + ".weekly"))},
                          {"staff", i.staff}}},
                        {"lead_time", i.lead_time},
                        {"ramp", i.ramp},
                        {"duration", i.duration},
                        {"decay", i.decay},
                        {"consent", i.consent},
                        {"outcome", i.outcome},
                        {"expected", signs[i.sign + 1]},
                        {"source", i.source},
                        {"effects", effects}});
    }
    return list;
}

std::string levers_text() {
    using enum Table::Align;
    Table table({left, left, left, right, left});
    table.row({"lever", "of", "value", "neutral", "what it moves"});
    for (const Lever& l : levers())
        table.row({std::string(l.name), target_words.string(l.target),
                   fmt::format("{} {} to {}", l.scale == LeverScale::factor ? "factor" : "shift",
                               l.low, l.high),
                   l.scale == LeverScale::factor ? "1" : "0", std::string(l.summary)});
    return table.text();
}

Json levers_json() {
    Json list = Json::array();
    for (const Lever& l : levers())
        list.push_back({{"name", l.name},
                        {"target", target_words.string(l.target)},
                        {"kind", l.scale == LeverScale::factor ? "factor" : "shift"},
                        {"low", l.low},
                        {"high", l.high},
                        {"neutral", l.scale == LeverScale::factor ? 1 : 0},
                        {"summary", l.summary}});
    return list;
}

}  // namespace forestall::app
