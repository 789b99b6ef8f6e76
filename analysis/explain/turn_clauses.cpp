// SPDX-License-Identifier: Apache-2.0
// What happened at a turning point, as a clause, and when.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/teller.hpp"
#include "core/visible.hpp"

namespace forestall::history {
namespace {

/// What came of an event in the same step, by kind.
std::vector<ActorId> others(const Teller& t, const Turn& turn, EventKind kind) {
    std::vector<ActorId> out;
    for (std::size_t i = 1; i < turn.events.size(); ++i)
        if (t.event(turn.events[i]).kind == kind) out.push_back(t.event(turn.events[i]).actor);
    return out;
}

std::string mergers(const Teller& t, const Turn& turn) {
    std::vector<std::string> members;
    for (const ActorId a : others(t, turn, EventKind::merger)) members.push_back(t.voice.actor(a));
    return members.empty() ? "" : fmt::format("; {} became part of it", list_of(members));
}

/// The earlier event that an event followed; null: none is named.
const Event* followed(const Teller& t, const Event& e) {
    for (const Cause& c : e.causes)
        for (const Event& from : t.record.detail.events)
            if (c.what == "follows" && c.event >= 0 && from.number == c.event) return &from;
    return nullptr;
}

/// Whether an event like it came before.
template <class Like>
bool came_before(const Teller& t, const Event& e, Like like) {
    const auto& log = t.record.detail.events;
    return std::any_of(log.begin(), log.end(), [&](const Event& x) {
        return x.number >= 0 && x.number < e.number && x.kind == e.kind && x.manner == e.manner &&
               like(x);
    });
}

/// ", after six Hill people had been killed in Mill".
std::string after_deaths(const Teller& t, const Event& e) {
    const Event* from = followed(t, e);
    if (from == nullptr || civilians_of(*from) == 0 || from->place == none<PlaceId>()) return "";
    const std::string place = t.voice.place(from->place);
    if (from->kind == EventKind::battle)
        return fmt::format(", after {} had died in a battle for {}",
                           t.voice.dead({civilians_of(*from), 0, 0}), place);
    return fmt::format(", after {} had been killed in {}",
                       t.voice.people(civilians_of(*from), from->target), place);
}

std::string founding_clause(const Teller& t, const Turn& turn, const Event& e) {
    std::string out = t.voice.actor(e.actor);
    if (e.manner == "self-defence" && e.opponent != none<ActorId>())
        out += " took up arms in self-defence against " + t.voice.actor(e.opponent) +
               after_deaths(t, e);
    else if (e.manner == "split" && e.opponent != none<ActorId>())
        out += " parted from " + t.voice.actor(e.opponent);
    else
        out += " took up arms";
    return out + mergers(t, turn);
}

std::string takeover_clause(const Teller& t, const Event& e) {
    const bool again = came_before(t, e, [&](const Event& x) { return x.actor == e.actor; });
    const std::string who = t.voice.actor(e.actor), whom = t.voice.actor(e.opponent);
    if (again && e.manner == "under pressure")
        return fmt::format("{} gave up power once more, and {} came back", whom, who);
    if (again) return fmt::format("{} took power again", who);
    std::string out = t.voice.what(e);
    const Event* order = followed(t, e);
    if (order == nullptr) return out;
    const int weeks = (day_of(t.record, e) - day_of(t.record, *order) + 3) / 7;
    const bool told = static_cast<std::size_t>(order->step) >= t.history.chapters[t.chapter].first;
    if (weeks < 2 || told) return out;
    return out + fmt::format(", {} weeks after the offensive began", plain(weeks));
}

std::string split_clause(const Teller& t, const Turn& turn, const Event& e) {
    const auto founded = others(t, turn, EventKind::founding);
    const std::string who = t.voice.actor(e.actor);
    const bool spoils = e.manner == "over the spoils";
    if (founded.empty())
        return fmt::format("men left {} {}", who, spoils ? "over the spoils" : "after its defeats");
    return fmt::format("{} {}, and some of its men went on as {}", who,
                       spoils ? "fell out over the spoils" : "broke up over its defeats",
                       t.voice.actor(founded.front()));
}

std::string trigger_clause(const Teller& t, const Turn& turn, const Event& e) {
    const std::string who = t.voice.actor(e.actor);
    std::string out = t.voice.what(e);
    if (e.manner == "offensive" && !others(t, turn, EventKind::founding).empty())
        out = fmt::format("{} took up arms and opened an offensive against {}", who,
                          t.voice.actor(e.opponent));
    if (e.manner == "deployment" &&
        came_before(t, e, [&](const Event& x) { return x.actor == e.actor; }))
        out = fmt::format("more {} came", who);
    const auto led = others(t, turn, EventKind::turnover);
    if (!led.empty())
        out += e.actor == led.front() ? ", and others took over"
                                      : ", and new leaders took over " + t.voice.actor(led.front());
    return out + mergers(t, turn);
}

std::string intervention_clause(const Teller& t, const Event& e) {
    const auto colon = e.manner.rfind(": ");
    const std::string what = "the action '" + action_of(t, e) + "'";
    const std::string state = colon == std::string::npos ? "" : e.manner.substr(colon + 2);
    if (state == "begins") return what + " began";
    if (state == "announced") return what + " was announced";
    if (state == "ends") return what + " came to its end";
    if (state == "withdrawn") return what + " was withdrawn";
    if (state.starts_with("stops")) return what + " stopped for want of money";
    return what + " waited for consent";
}

std::string onset_clause(const Teller& t) {
    const Onset& onset = *t.history.onset;
    return fmt::format(
        "{} had killed more than 1,000 {} within twelve months, the measure of mass "
        "killing",
        t.voice.actor(onset.actor), t.voice.people(onset.group));
}

/// What two actors had with each other before an event; empty: not known.
std::string had_before(const Teller& t, const Event& e) {
    std::string out;
    for (const Event& x : t.record.detail.events) {
        if (&x == &e) break;
        if (std::minmax(x.actor, x.opponent) != std::minmax(e.actor, e.opponent)) continue;
        if (x.kind == EventKind::talks) out = "talks";
        if (x.kind == EventKind::ceasefire) out = "the ceasefire";
        if (x.kind == EventKind::agreement) out = "the agreement";
    }
    return out;
}

/// Ceasefires and agreements, and what ends them or talks.
std::string truce_clause(const Teller& t, const Event& e, const std::string& why) {
    const std::string who = t.voice.actor(e.actor), whom = t.voice.actor(e.opponent);
    const std::string had = had_before(t, e);
    if (e.kind == EventKind::battle)
        return fmt::format("{} attacked {} in {}, which ended {}", who, whom,
                           t.voice.place(e.place), had);
    if (e.kind == EventKind::walk_out && !had.empty())
        return fmt::format("{} broke off {} with {}{}", who, had, whom, why);
    const bool again = came_before(t, e, [&](const Event& x) {
        return std::minmax(x.actor, x.opponent) == std::minmax(e.actor, e.opponent);
    });
    if (e.kind == EventKind::ceasefire && again)
        return fmt::format("{} and {} agreed on another ceasefire", who, whom);
    if (e.kind == EventKind::agreement && again)
        return fmt::format("{} and {} signed another agreement", who, whom);
    return t.voice.what(e) + why;
}

std::string choice_clause(const Teller& t, const Event& e, const std::string& why) {
    const std::string who = t.voice.actor(e.actor), whom = t.voice.actor(e.opponent);
    if (e.kind == EventKind::offensive)
        return fmt::format("{} opened an offensive against {}{}", who, whom, why);
    if (e.kind == EventKind::campaign)
        return fmt::format("the leaders of {} ordered a campaign of violence against {}{}", who,
                           t.voice.people(e.target), why);
    if (e.kind == EventKind::talks)
        return fmt::format("{} offered {} talks{}, and {} accepted", who, whom, why, whom);
    return truce_clause(t, e, why);
}

/// Whether a day is exact: what nobody dies in has the first day of its step, unless it is dated.
bool exact(const Teller& t, const Turn& turn) {
    if (t.record.header.step_days == 1) return true;
    return !turn.events.empty() && turn.day != day_of(t.record, turn.step);
}

}  // namespace

std::string action_of(const Teller& t, const Event& e) {
    const std::string name = e.manner.substr(0, e.manner.rfind(": "));
    const auto title = t.record.actions.find(name);
    return one_line(title == t.record.actions.end() ? name : title->second);
}

std::string turn_clause(const Teller& t, const Turn& turn, const std::string& why) {
    if (turn.kind != TurnKind::event) return onset_clause(t);
    const Event& e = t.event(turn.events.front());
    switch (e.kind) {
        case EventKind::founding:
            return founding_clause(t, turn, e);
        case EventKind::takeover:
            return takeover_clause(t, e);
        case EventKind::split:
            return split_clause(t, turn, e);
        case EventKind::trigger:
            return trigger_clause(t, turn, e);
        case EventKind::intervention:
            return intervention_clause(t, e);
        case EventKind::defeat:
            return fmt::format("{} {} beaten and disbanded", t.voice.actor(e.actor),
                               t.voice.was(e.actor));
        default:
            return choice_clause(t, e, why);
    }
}

std::string turn_when(const Teller& t, const Turn& turn, bool with_year) {
    if (exact(t, turn)) return "on " + t.voice.day(turn.day, with_year);
    const Day middle = turn.day + static_cast<Day>(t.record.header.step_days / 2);
    const std::string month = t.voice.month(middle, with_year);
    if (t.record.header.step_days > 10) return "in " + month;
    const int day = std::stoi(t.voice.day(middle));
    if (day <= 10) return "early in " + month;
    return day <= 20 ? "in mid-" + month : "late in " + month;
}

}  // namespace forestall::history
