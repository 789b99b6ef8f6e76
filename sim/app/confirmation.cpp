// SPDX-License-Identifier: Apache-2.0
#include "app/confirmation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/comparison/means.hpp"
#include "analysis/comparison/pairs.hpp"
#include "analysis/comparison/resampling.hpp"
#include "analysis/comparison/verdict.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"
#include "app/fresh_pair.hpp"

namespace forestall::app {
namespace {

using comparison::readable;

void check_names(const Results& results, const std::map<std::string, double>& held) {
    const auto& known = results.header().parameters;
    for (const auto& number : held)
        if (std::none_of(known.begin(), known.end(),
                         [&](const ParameterLabel& p) { return p.name == number.first; }))
            throw UsageError(fmt::format("the file has no assumption '{}'", number.first),
                             "`forestall flip FILE --json` lists those that vary");
}

comparison::Figure averted(const comparison::Columns& harm, std::size_t advice, std::size_t to,
                           const comparison::Plan& plan) {
    std::vector<double> lead = harm[advice];
    for (std::size_t m = 0; m < lead.size(); ++m) lead[m] -= harm[to][m];
    return comparison::separate_means({lead}, plan).figures.front();
}

std::size_t best_other(const comparison::Columns& harm, std::size_t advice) {
    std::size_t best = advice == 0 ? 1 : 0;
    for (std::size_t o = 0; o < harm.size(); ++o)
        if (o != advice && comparison::mean_of(harm[o]) < comparison::mean_of(harm[best])) best = o;
    return best;
}

std::string averts(const comparison::Figure& f) {
    return fmt::format("{} ({} to {}) ±{}", readable(f.value), readable(f.lo), readable(f.hi),
                       readable(f.error));
}

/// "confirmed", "refuted", "not told".
std::string finding(const Confirmation& c) {
    return c.changed.lo > 0 ? "confirmed" : c.changed.hi < 0 ? "refuted" : "inconclusive";
}

}  // namespace

Confirmation confirm(const Results& results, const Question& q, const AssumptionsRequest& request,
                     const ConfirmationWish& wish, const Invocation& invocation) {
    check_names(results, wish.held);
    const FreshPair fresh = run_twice(results, q, request, wish.members, wish.held, invocation);
    Confirmation out;
    out.held = wish.held;
    out.first = fresh.first;
    out.members = fresh.members;
    out.advice = q.study.best;
    out.to = wish.to ? *wish.to : best_other(fresh.changed, out.advice);
    out.as_drawn = averted(fresh.as_drawn, out.advice, out.to, q.plan);
    out.changed = averted(fresh.changed, out.advice, out.to, q.plan);
    const auto pairs = comparison::all_pairs(fresh.changed, q.study.baseline, q.plan);
    out.best = pairs.best;
    out.not_told = pairs.not_told;
    return out;
}

std::string confirmation_text(const Question& q, const Confirmation& c) {
    std::vector<std::string> held;
    for (const auto& [name, value] : c.held)
        held.push_back(fmt::format("{} = {}", name, readable(value)));
    const std::string advice = "'" + q.study.options[c.advice] + "'",
                      to = "'" + q.study.options[c.to] + "'";
    std::string out = fmt::format(
        "Run again: {} ({} to {}) with {}.\n{} averts against {}: {}; as drawn, in the same "
        "members: {}.\n",
        counted(c.members, "fresh member", "fresh members"), c.first, c.first + c.members - 1,
        fmt::join(held, ", "), to, advice, averts(c.changed), averts(c.as_drawn));
    if (c.changed.value == c.as_drawn.value && c.changed.error == c.as_drawn.error)
        out += "The change affects neither of the two in these members.\n";
    if (finding(c) == "confirmed")
        out += fmt::format("Confirmed: with this change {} is better than {}{}.", to, advice,
                           c.as_drawn.hi < 0   ? ", and worse without it"
                           : c.as_drawn.lo > 0 ? "; but in fresh members it is better without the "
                                                 "change as well: the advice itself was luck"
                                               : "; without it neither is clearly better");
    else if (finding(c) == "refuted")
        out += fmt::format("Refuted: with this change {} is still worse than {}.", to, advice);
    else
        out += fmt::format(
            "Inconclusive: {} fresh members do not show which of the two is better with this "
            "change.",
            c.members);
    if (c.best == c.advice)
        out += fmt::format(" The best mean of all options is still that of {}.", advice);
    else if (c.best != c.to)
        out += fmt::format(" The best mean of all options is then that of '{}'.",
                           q.study.options[c.best]);
    return out + "\n";
}

Json confirmation_json(const Question& q, const Confirmation& c) {
    Json held = Json::object();
    for (const auto& [name, value] : c.held) held[name] = value;
    Json out = {{"held", held},
                {"first_member", c.first},
                {"members", c.members},
                {"advice", q.study.options[c.advice]},
                {"to", q.study.options[c.to]},
                {"averts_as_drawn", json_of(c.as_drawn)},
                {"averts_changed", json_of(c.changed)},
                {"best_changed", q.study.options[c.best]},
                {"finding", finding(c)}};
    out["not_told_from_best"] = Json::array();
    for (const std::size_t o : c.not_told) out["not_told_from_best"].push_back(q.study.options[o]);
    return out;
}

}  // namespace forestall::app
