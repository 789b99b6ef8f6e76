// SPDX-License-Identifier: Apache-2.0
// What happened at a turning point, as a clause, and when.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/tallies.hpp"
#include "analysis/explain/teller.hpp"
#include "analysis/explain/turning_points.hpp"
#include "core/visible.hpp"

namespace forestall::history {
namespace {

constexpr Day half_a_year = 182;

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

/// Men that an actor had at the end of a step; none: not known.
std::optional<Persons> men_of(const Teller& t, ActorId a, std::size_t step) {
    const std::vector<Persons> men = men_at(t.record, step);
    return index(a) < men.size() ? std::optional(men[index(a)]) : std::nullopt;
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

/// Civilians who died by the actor's hand, or in battles with it, in the half year before an event;
/// of the group, if it is known.
Persons dead_by(const Teller& t, ActorId actor, GroupId group, const Event& before) {
    Persons out = 0;
    const Day day = day_of(t.record, before);
    for (const Event& x : t.record.detail.events) {
        if (x.number >= before.number || day_of(t.record, x) < day - half_a_year) continue;
        const bool battle =
            x.kind == EventKind::battle && (x.actor == actor || x.opponent == actor);
        const bool killing = x.kind == EventKind::one_sided && x.actor == actor &&
                             (group == none<GroupId>() || x.target == group);
        if (killing || (battle && group == none<GroupId>())) out += civilians_of(x);
    }
    return out;
}

/// ", after six Hill people had been killed in Mill", or, where more came before, ", after 23 Hill
/// people had died at its hands in half a year, six of them in Mill".
std::string after_deaths(const Teller& t, const Event& e) {
    const Event* from = followed(t, e);
    if (from == nullptr || civilians_of(*from) == 0 || from->place == none<PlaceId>()) return "";
    const Persons n = civilians_of(*from);
    const std::string place = t.voice.place(from->place);
    const bool battle = from->kind == EventKind::battle;
    const GroupId group = battle ? none<GroupId>() : from->target;
    if (const Persons all = dead_by(t, e.opponent, group, e); all > n)
        return fmt::format(", after {} had died {} {} in half a year, {} of them in {}",
                           t.voice.people(all, group),
                           (battle ? "in " : "at ") + t.voice.its(e.opponent),
                           battle ? "attacks and battles" : "hands", plain(n), place);
    if (battle)
        return fmt::format(", after {} had died in a battle for {}", t.voice.dead({n, 0, 0}),
                           place);
    return fmt::format(", after {} had been killed in {}", t.voice.people(n, from->target), place);
}

/// Whether it was there before and came to its end.
bool is_back(const Teller& t, const Event& e) {
    const auto& log = t.record.detail.events;
    return std::any_of(log.begin(), log.end(), [&](const Event& x) {
        return x.number >= 0 && x.number < e.number && x.kind == EventKind::defeat &&
               x.actor == e.actor;
    });
}

std::string founding_clause(const Teller& t, const Turn& turn, const Event& e) {
    std::string out = t.voice.actor(e.actor);
    const std::string arms = is_back(t, e) ? " took up arms again" : " took up arms";
    if (e.manner == "self-defence" && e.opponent != none<ActorId>())
        out += arms + " in self-defence against " + t.voice.actor(e.opponent) + after_deaths(t, e);
    else if (e.manner == "split" && e.opponent != none<ActorId>())
        out += " parted from " + t.voice.actor(e.opponent);
    else
        out += arms;
    return out + mergers(t, turn);
}

/// Whether the actor had come to its end and has not come to be since.
bool is_gone(const Teller& t, const Event& e) {
    bool gone = false;
    for (const Event& x : t.record.detail.events) {
        if (x.number >= e.number) break;
        if (x.actor != e.actor) continue;
        if (x.kind == EventKind::defeat) gone = true;
        if (x.kind == EventKind::founding) gone = false;
    }
    return gone;
}

std::string takeover_clause(const Teller& t, const Event& e) {
    const bool again = came_before(t, e, [&](const Event& x) { return x.actor == e.actor; });
    const std::string whom = t.voice.actor(e.opponent);
    std::string who = t.voice.actor(e.actor);
    const bool pressed = e.manner == "under pressure";
    if (again && pressed)
        return fmt::format("{} gave up power once more, and {} came back", whom, who);
    if (pressed && is_gone(t, e)) who += ", disbanded before,";
    if (pressed && ruled_before(t, e))
        return fmt::format("{} stood down under pressure from outside, and {} returned to power",
                           whom, who);
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
    const std::string who = t.voice.actor(e.actor), its = t.voice.its(e.actor);
    const bool spoils = e.manner == "over the spoils";
    const auto step = static_cast<std::size_t>(e.step);
    const Persons before = step > 0 ? men_of(t, e.actor, step - 1).value_or(0) : 0;
    const ActorId heir = founded.empty() ? none<ActorId>() : founded.front();
    const Persons after = men_of(t, founded.empty() ? e.actor : heir, step).value_or(0);
    const Persons gone = founded.empty() ? before - after : after;
    const bool known = gone > 0 && gone < before;
    const std::string why = spoils ? "over the spoils" : "after " + its + " defeats";
    if (founded.empty() && known)
        return fmt::format("{} lost {} of {} {} men {}", who, plain(gone), its, plain(before),
                           spoils ? "in a quarrel over the spoils" : why);
    if (founded.empty()) return fmt::format("men left {} {}", who, why);
    const std::string some = known ? fmt::format("{} of {} {} men", plain(gone), its, plain(before))
                                   : fmt::format("some of {} men", its);
    return fmt::format("{} {}, and {} went on as {}", who,
                       spoils ? "fell out over the spoils" : "broke up over " + its + " defeats",
                       some, t.voice.actor(heir));
}

/// ": of 4,300 men at its height, 210 were left".
std::string last_men(const Teller& t, const Event& e) {
    const auto step = static_cast<std::size_t>(e.step);
    Persons most = 0, last = 0;
    for (std::size_t s = 0; s < step; ++s) {
        const auto men = men_of(t, e.actor, s);
        if (!men) return "";
        most = std::max(most, *men);
        last = *men;
    }
    if (last == 0 || last >= most) return "";
    return fmt::format(": of {} men at {} height, {} {} left", plain(most), t.voice.its(e.actor),
                       plain(last), last == 1 ? "was" : "were");
}

std::string trigger_clause(const Teller& t, const Turn& turn, const Event& e) {
    const std::string who = t.voice.actor(e.actor);
    const auto led = others(t, turn, EventKind::turnover);
    if (e.manner == "coup" && !led.empty())
        return "a coup brought new leaders to " + t.voice.actor(led.front()) + mergers(t, turn);
    std::string out = t.voice.what(e);
    if (e.manner == "offensive" && !others(t, turn, EventKind::founding).empty())
        out = fmt::format("{} took up arms and opened an offensive against {}", who,
                          t.voice.actor(e.opponent));
    if (e.manner == "deployment" &&
        came_before(t, e, [&](const Event& x) { return x.actor == e.actor; }))
        out = fmt::format("more {} came", who);
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

bool same_two(const Event& a, const Event& b) {
    return std::minmax(a.actor, a.opponent) == std::minmax(b.actor, b.opponent);
}

std::string what_they_had(const Teller& t, const Event& e) {
    const Event* had = had_before(t, e);
    if (had == nullptr) return "";
    if (had->kind == EventKind::talks) return "talks";
    return had->kind == EventKind::ceasefire ? "the ceasefire" : "the agreement";
}

/// "; they failed two weeks later": what came of talks.
std::string outcome_of_talks(const Teller& t, const Event& talks) {
    const Event* end = nullptr;
    for (const Event& x : t.record.detail.events) {
        if (x.number <= talks.number) continue;
        const bool of_both = same_two(x, talks) &&
                             (x.kind == EventKind::relapse || x.kind == EventKind::walk_out ||
                              x.kind == EventKind::ceasefire || x.kind == EventKind::agreement);
        const bool of_one = (x.kind == EventKind::defeat || x.kind == EventKind::merger) &&
                            (x.actor == talks.actor || x.actor == talks.opponent);
        if (!of_both && !of_one) continue;
        end = &x;
        break;
    }
    if (end == nullptr) return "; nothing had come of them by the end";
    if (end->kind == EventKind::defeat || end->kind == EventKind::merger)
        return "; nothing came of them";
    for (const Turn& turn : t.history.chapters[t.chapter].turns)
        if (turn.weight >= begins_chapter && !turn.events.empty() &&
            &t.event(turn.events.front()) == end)
            return "";  // a turning point that is told itself
    const Day from = day_of(t.record, talks), to = day_of(t.record, *end);
    const int weeks = (to - from + 3) / 7;
    const Day day = spoken_day(t.record, *end);
    std::string when = "within days";
    if (weeks >= 1) when = weeks == 1 ? "a week later" : plain(weeks) + " weeks later";
    if (weeks > 8)
        when = "in " +
               t.voice.month(day, t.voice.year(day) != t.voice.year(spoken_day(t.record, talks)));
    if (end->kind == EventKind::relapse) return "; they failed " + when;
    if (end->kind == EventKind::walk_out)
        return fmt::format("; {} broke them off {}", t.voice.actor(end->actor), when);
    return fmt::format("; they led to {} {}",
                       end->kind == EventKind::ceasefire ? "a ceasefire" : "an agreement", when);
}

/// Ceasefires and agreements, and what ends them or talks.
std::string truce_clause(const Teller& t, const Event& e, const std::string& why) {
    const std::string who = t.voice.actor(e.actor), whom = t.voice.actor(e.opponent);
    const std::string had = what_they_had(t, e);
    if (e.kind == EventKind::battle)
        return fmt::format("{} attacked {} in {}, which ended {}", who, whom,
                           t.voice.place(e.place), had);
    if (e.kind == EventKind::walk_out && !had.empty())
        return fmt::format("{} broke off {} with {}{}", who, had, whom, why);
    const bool again = came_before(t, e, [&](const Event& x) { return same_two(x, e); });
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
        return fmt::format("{} offered {} talks{}, and {} accepted{}", who, whom, why, whom,
                           outcome_of_talks(t, e));
    return truce_clause(t, e, why);
}

/// Whether a day is exact.
bool exact(const Teller& t, const Turn& turn) {
    if (t.record.header.step_days == 1) return true;
    return !turn.events.empty() && turn.day != day_of(t.record, turn.step);
}

}  // namespace

const Event* had_before(const Teller& t, const Event& e) {
    const Event* out = nullptr;
    for (const Event& x : t.record.detail.events) {
        if (&x == &e) break;
        const bool kind = x.kind == EventKind::talks || x.kind == EventKind::ceasefire ||
                          x.kind == EventKind::agreement;
        if (kind && same_two(x, e)) out = &x;
    }
    return out;
}

bool ruled_before(const Teller& t, const Event& e) {
    if (t.history.ruler == e.actor) return true;
    return std::any_of(t.history.takeovers.begin(), t.history.takeovers.end(), [&](std::size_t k) {
        return t.event(k).number < e.number && t.event(k).actor == e.actor;
    });
}

bool is_told(const Teller& t, const Turn& turn) {
    if (turn.kind == TurnKind::pace) return false;
    if (turn.events.empty()) return true;
    const Event& e = t.event(turn.events.front());
    if (e.kind == EventKind::relapse && e.manner == "talks") return false;
    if (e.kind != EventKind::walk_out) return e.kind != EventKind::stage;
    const Event* had = had_before(t, e);
    return had == nullptr || had->kind != EventKind::talks;
}

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
            return fmt::format("{} {} beaten and disbanded{}", t.voice.actor(e.actor),
                               t.voice.was(e.actor), last_men(t, e));
        default:
            return choice_clause(t, e, why);
    }
}

std::string turn_when(const Teller& t, const Turn& turn, bool with_year) {
    if (exact(t, turn)) return "on " + t.voice.day(turn.day, with_year);
    const Day middle = spoken_day(t.record, turn.step, turn.day);
    const std::string month = t.voice.month(middle, with_year);
    if (t.record.header.step_days > 10) return "in " + month;
    const int day = std::stoi(t.voice.day(middle));
    if (day <= 10) return "early in " + month;
    return day <= 20 ? "in mid-" + month : "late in " + month;
}

}  // namespace forestall::history
