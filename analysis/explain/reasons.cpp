// SPDX-License-Identifier: Apache-2.0
// Why, in a clause at the end of a sentence: the heaviest motive that has not been given for this
// actor, nor in this chapter.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/tallies.hpp"
#include "analysis/explain/teller.hpp"

namespace forestall::history {
namespace {

/// Part of the heaviest motive from which another is worth a clause.
constexpr double least_of_first = 0.5;

struct Clause {
    std::string_view what;
    EventKind kind;  ///< of the act; `unknown`: any
    std::string_view text;
};

/// {its}, {it} and {its people}: of who did it.
constexpr Clause clauses[] = {
    {"revenge", EventKind::offensive, " to answer the blows {it} had taken"},
    {"revenge", EventKind::unknown, " in revenge for {its} people's dead"},
    {"animus", EventKind::unknown, " out of hatred"},
    {"threat", EventKind::one_sided, ", taking them for {its} enemies' people"},
    {"threat", EventKind::unknown, ", fearing {its} enemies"},
    {"commitment", EventKind::offensive, " before {its} enemies could grow stronger"},
    {"orders", EventKind::one_sided, " on orders from {its} leaders"},
    {"temper", EventKind::one_sided, " under leaders readier to kill than most"},
    {"temper", EventKind::campaign, ", being readier to kill than most"},
    {"temper", EventKind::unknown, " under leaders readier to fight than most"},
    {"means", EventKind::one_sided, ", living off the people for want of pay"},
    {"losing", EventKind::one_sided, ", having lost men and ground"},
    {"lure", EventKind::one_sided, " for what there was to be had there"},
    {"outbidding", EventKind::unknown, " so as not to look weaker than {its} rivals"},
    {"support", EventKind::one_sided, ", having little support there to lose"},
    {"shock", EventKind::unknown, ", alarmed by a sudden turn of events"},
    {"advantage", EventKind::offensive, ", being the stronger"},
    {"information", EventKind::one_sided, ", unable to tell friend from foe there"},
    {"stalemate", EventKind::talks, " because the war was getting neither of them anywhere"},
    {"losing", EventKind::talks, " after losing men and ground"},
    {"resolve", EventKind::talks, ", tired of the fight"},
    {"pressure", EventKind::talks, " under pressure from abroad"},
    {"commitment", EventKind::walk_out, ", not trusting the deal to last"},
    {"injury", EventKind::communal, ", whose own dead were not forgotten"},
    {"mobilisation", EventKind::communal, " while crowds were in the streets"},
};

std::string clause_for(const Teller& t, const Event& e, const Cause& cause) {
    if (cause.what == "information" && e.manner == "selective")
        return ", whom people there had denounced";
    if (cause.what == "threat" && e.kind != EventKind::one_sided &&
        outnumbered(t, e.actor, static_cast<std::size_t>(e.step)))
        return ", feeling outgunned";
    if (cause.what == "temper" && newly_led(t, e.actor, day_of(t.record, e))) {
        if (e.kind == EventKind::campaign) return ", being new and readier to kill than most";
        return fmt::format(" under new leaders, readier to {} than most",
                           e.kind == EventKind::offensive ? "fight" : "kill");
    }
    for (const Clause& c : clauses) {
        if (c.what != cause.what || (c.kind != EventKind::unknown && c.kind != e.kind)) continue;
        std::string out(c.text);
        const bool leaders = e.kind == EventKind::campaign;  // of whom the sentence is
        const std::pair<std::string_view, std::string> words[] = {
            {"{its}", leaders ? "their" : t.voice.its(e.actor)},
            {"{it}", leaders ? "they" : t.voice.it(e.actor)}};
        for (const auto& word : words)
            if (const auto at = out.find(word.first); at != std::string::npos)
                out.replace(at, word.first.size(), word.second);
        return out;
    }
    return " because " + t.voice.reason(e, cause);
}

/// " in answer to the killing of 14 River people in Mill on 3 May"; empty: no such event is named.
std::string in_answer(const Teller& t, const Event& e, const Cause& cause) {
    if (cause.what != "revenge" || cause.event < 0 || e.kind != EventKind::one_sided) return "";
    const auto& log = t.record.detail.events;
    const auto from = std::find_if(log.begin(), log.end(),
                                   [&](const Event& x) { return x.number == cause.event; });
    if (from == log.end() || civilians_of(*from) < 2 || from->place == none<PlaceId>()) return "";
    const Day day = day_of(t.record, *from);
    const bool battle = from->kind == EventKind::battle;
    const std::string whom = battle ? t.voice.dead({civilians_of(*from), 0, 0})
                                    : t.voice.people(civilians_of(*from), from->target);
    return " in answer to the killing of " + whom + " in " + t.voice.place(from->place) + " on " +
           t.voice.day(day, t.voice.year(day) != t.voice.year(day_of(t.record, e)));
}

/// New leaders are new for half a year.
constexpr Day new_for = 182;

}  // namespace

bool newly_led(const Teller& t, ActorId actor, Day day) {
    const auto& log = t.record.detail.events;
    return std::any_of(log.begin(), log.end(), [&](const Event& x) {
        const Day came = day_of(t.record, x);
        return x.kind == EventKind::turnover && x.actor == actor && came <= day &&
               came > day - new_for;
    });
}

bool outnumbered(const Teller& t, ActorId actor, std::size_t step) {
    const std::vector<Persons> men = men_at(t.record, step);
    if (index(actor) >= men.size()) return true;
    const auto& log = t.record.detail.events;
    return std::any_of(log.begin(), log.end(), [&](const Event& x) {
        if (x.kind != EventKind::battle || (x.actor != actor && x.opponent != actor)) return false;
        const ActorId enemy = x.actor == actor ? x.opponent : x.actor;
        return index(enemy) < men.size() && men[index(enemy)] > men[index(actor)];
    });
}

std::string new_reason(Teller& t, const Event& e, const std::vector<std::string>& known) {
    double all = 0;
    for (const Cause& c : e.causes) all += c.weight > 0 ? c.weight : 0;
    std::vector<const Cause*> order;
    for (const Cause& c : e.causes)
        if (c.weight > 0 && c.weight >= least_part * all && c.what != "hostility")
            order.push_back(&c);
    std::stable_sort(order.begin(), order.end(),
                     [](const Cause* a, const Cause* b) { return a->weight > b->weight; });
    while (!order.empty() && order.back()->weight < least_of_first * order.front()->weight)
        order.pop_back();
    for (const Cause* c : order)
        if (std::string answer = in_answer(t, e, *c); !answer.empty()) return answer;
    for (const Cause* c : order) {
        if (std::find(known.begin(), known.end(), c->what) != known.end()) continue;
        if (t.chapter_reasons.contains(c->what)) continue;
        if (!t.reasons.insert({e.actor, e.kind, c->what}).second) continue;
        t.chapter_reasons.insert(c->what);
        return clause_for(t, e, *c);
    }
    return "";
}

}  // namespace forestall::history
