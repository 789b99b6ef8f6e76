// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/assumptions/value.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/pairs.hpp"
#include "analysis/comparison/verdict.hpp"
#include "analysis/search/guesses.hpp"
#include "app/assumptions/binding_budget.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"
#include "app/page/context.hpp"
#include "engine/engine.hpp"
#include "world/named_numbers.hpp"

namespace forestall::app {
namespace {

using namespace assumptions;

constexpr double unbounded = 1e300;

/// Bounds of a number of the parameter tables; the scenario's own numbers are clamped where they
/// are used.
std::pair<double, double> bounds_of(const std::string& name) {
    for (const ParameterTable table : parameter_tables())
        for (const ParameterSpec& p : table)
            if (p.name == name) return {p.low, p.high};
    return {-unbounded, unbounded};
}

Sources sources_of(const analysis::StoredCase& stored, const AssumptionsRequest& request,
                   const std::map<std::string, report::Assumption>* words) {
    Sources out;
    if (!stored.readable()) {
        if (words == nullptr)
            say("forestall: warning: this program cannot read the scenario inside the file: grades "
                "and sources are missing");
        return out;
    }
    std::string warning;
    out.words = words != nullptr
                    ? *words
                    : context_of(stored, request.comparison.path, "", "", warning).assumptions;
    const WorldTables& tables = stored.tables();
    for (const auto& [name, distribution] : tables.parameters) {
        const auto [low, high] = bounds_of(name);
        out.laws.emplace(name, Law{distribution, low, high});
    }
    const Results& results = stored.results();
    const std::vector<std::size_t> members = comparison::members_of_all(results);
    out.effects = analysis::effects_of(tables, stored.header().options);
    out.users.emplace();
    for (const Option& option : tables.options) {
        for (const PlannedAction& m : option.actions)
            (*out.users)[tables.interventions[m.intervention].name].insert(option.name);
        if (const auto at = results.find_option(option.name);
            at && budget_may_bind(results, tables, option, *at, members))
            out.budgeted.insert(option.name);
    }
    return out;
}

std::string law_text(const Assumption& a) { return a.law ? a.words.range : ""; }

}  // namespace

void add_assumptions_options(const Command& command, AssumptionsRequest& request) {
    command.add_option("FILE", request.comparison.path, "results file with several options")
        .required();
    command
        .add_option("--worth", request.worth,
                    "what one unit of the outcome averted is worth, in the file's currency; costs "
                    "are left out "
                    "without it")
        .check(number(0, 1e15, true))
        .type_name("USD");
    add_comparison_options(command, request.comparison);
}

Question question_of(const analysis::StoredCase& stored, const AssumptionsRequest& request,
                     const Invocation& invocation, const Parallel& parallel) {
    const ComparisonRequest& wish = request.comparison;
    if (wish.replicates < 99) throw UsageError("too few resamples", "at least --resamples 99");
    const Header& header = stored.header();
    if (header.options.size() < 2)
        throw InputError(
            wish.path + ": it holds only one option, so there is no advice that could change",
            "forestall ensemble DIR --options all runs several under the same luck");
    const std::vector<std::size_t> members = comparison::members_of_all(stored.results());
    if (members.size() < fewest_members)
        throw InputError(
            fmt::format("{}: {} were run under all options; single assumptions cannot be judged "
                        "from fewer than {}",
                        wish.path, counted(members.size(), "member", "members"), fewest_members),
            "run more members, ideally several hundred");
    Question out = asked(stored, request, invocation, parallel);
    if (out.study.assumptions.empty())
        throw InputError(
            wish.path + ": no number in it is uncertain, so there is nothing to find out",
            "give the scenario's numbers as distributions (docs/scenario-format.md)");
    return out;
}

Question asked(const analysis::StoredCase& stored, const AssumptionsRequest& request,
               const Invocation& invocation, const Parallel& parallel,
               const std::map<std::string, report::Assumption>* words) {
    const ComparisonRequest& wish = request.comparison;
    const Results& results = stored.results();
    const Header& header = results.header();
    const std::vector<std::size_t> members = comparison::members_of_all(results);
    Question out;
    const StudyWish study{wish.outcome, baseline_of(results, wish.baseline), request.worth,
                          prices_of(wish, header)};
    try {
        out.study = study_of(results, study, sources_of(stored, request, words), members);
    } catch (const std::invalid_argument& problem) {
        throw UsageError(problem.what());
    }
    out.plan = {wish.replicates, invocation.common.seed, 0.95, &parallel};
    out.currency = header.currency;
    out.prices = study.prices;
    return out;
}

std::string rule_text(const Question& q) {
    if (!q.study.worth)
        return fmt::format(
            "Judged by the mean of {} alone; costs are left out (--worth counts them).",
            q.study.text);
    return fmt::format("Judged by the mean of {}, plus cost at {} {} of {} per unit averted.",
                       q.study.text, q.currency, comparison::readable(*q.study.worth), q.prices.to);
}

std::string grounds_text(const Assumption& a) {
    std::string out = a.words.grade.empty() ? "not graded" : "grade " + a.words.grade;
    if (!a.words.source.empty()) out += ", " + a.words.source;
    return out;
}

Json assumption_json(const Assumption& a) {
    return {{"name", a.name},
            {"meaning", a.words.meaning},
            {"unit", a.words.unit},
            {"distribution", law_text(a)},
            {"grade", a.words.grade.empty() ? Json(nullptr) : Json(a.words.grade)},
            {"source", a.words.source}};
}

Json question_json(const Question& q, const AssumptionsRequest& request) {
    const Clarity clarity = clarity_of(q);
    Json out = {{"file", request.comparison.path},
                {"outcome", q.study.outcome},
                {"outcome_text", q.study.text},
                {"worth", q.study.worth ? Json(*q.study.worth) : Json(nullptr)},
                {"currency", q.currency},
                {"price_year", q.prices.to},
                {"discount", q.prices.discount},
                {"baseline", q.study.options[q.study.baseline]},
                {"members", q.study.members()},
                {"best", q.study.options[q.study.best]},
                {"clear", clarity.not_told.empty()}};
    out["not_told_from_best"] = Json::array();
    for (const std::size_t o : clarity.not_told)
        out["not_told_from_best"].push_back(q.study.options[o]);
    out["uncertain"] = q.study.assumptions.size();
    out["held_at_one_value"] = q.study.held;
    out["without_effect_here"] = q.study.unused;
    return out;
}

Clarity clarity_of(const Question& q) {
    Clarity out;
    const auto pairs = comparison::all_pairs(q.study.harm, q.study.baseline, q.plan);
    out.not_told = pairs.not_told;
    const std::string best = "'" + q.study.options[q.study.best] + "'";
    if (out.not_told.empty()) {
        out.text = fmt::format("Advice: {}, clearly better than every other option.", best);
        return out;
    }
    std::vector<std::string> names;
    for (const std::size_t o : out.not_told) names.push_back("'" + q.study.options[o] + "'");
    const bool all = names.size() > 3 && names.size() + 1 == q.study.options.size();
    out.text = fmt::format(
        "Advice: {} by its mean, but the advice is inconclusive to begin with: it is not clearly "
        "better than {}.",
        best,
        all ? fmt::format("any of the other {} options", names.size())
            : fmt::format("{}", fmt::join(names, ", ")));
    return out;
}

}  // namespace forestall::app
