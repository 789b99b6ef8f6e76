// SPDX-License-Identifier: Apache-2.0
// Titles of chapters: by the heaviest turning point whose title no chapter had, else by what killed
// most.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/teller.hpp"
#include "analysis/explain/turning_points.hpp"

namespace forestall::history {
namespace {

/// Deaths that a title is made of.
constexpr Persons worth_a_title = 20;

/// `led`: new leaders came of it.
std::string trigger_title(const Voice& voice, const Event& e, bool led) {
    const std::string who = voice.actor(e.actor);
    if (e.manner == "coup") return led ? "a coup" : "an attempted coup";
    if (e.manner == "election") return "a disputed election";
    if (e.manner == "leader_killed") return "a leader of " + who + " is killed";
    if (e.manner == "incident") return "an incident";
    const bool many = voice.it(e.actor) == "they";
    if (e.manner == "deployment") return who + (many ? " come in" : " comes in");
    if (e.manner == "peacekeeper_exit") return who + (many ? " withdraw" : " withdraws");
    return e.manner == "offensive" ? "the offensive of " + who : "";
}

std::string takeover_title(const Teller& t, const Event& e) {
    const std::string who = t.voice.actor(e.actor);
    if (!ruled_before(t, e)) return who + " in power";
    return who + (e.manner == "under pressure" ? " back in power" : " in power again");
}

bool brought_leaders(const Teller& t, const Turn& turn) {
    return std::any_of(turn.events.begin(), turn.events.end(),
                       [&](std::size_t k) { return t.event(k).kind == EventKind::turnover; });
}

/// `begins`: the chapter begins with it.
std::string turn_title(const Teller& t, const Turn& turn, bool begins) {
    if (turn.kind == TurnKind::onset) return "mass killing";
    if (turn.kind == TurnKind::pace) return "";
    const Voice& voice = t.voice;
    const Event& e = t.event(turn.events.front());
    const std::string who = voice.actor(e.actor), whom = voice.actor(e.opponent);
    switch (e.kind) {
        case EventKind::takeover:
            return takeover_title(t, e);
        case EventKind::founding:
            return "the rise of " + who;
        case EventKind::split:
            return "the break-up of " + who;
        case EventKind::merger:
            return who + " and " + whom + " become one";
        case EventKind::defeat:
            return (begins ? "after the end of " : "the end of ") + who;
        case EventKind::ceasefire:
            return "a ceasefire";
        case EventKind::agreement:
            return "an agreement";
        case EventKind::battle:
        case EventKind::relapse:
        case EventKind::walk_out:
            return "the truce breaks";
        case EventKind::campaign:
            return "a campaign against " + voice.people(e.target);
        case EventKind::trigger:
            return trigger_title(voice, e, brought_leaders(t, turn));
        case EventKind::intervention:
            return "the action '" + action_of(t, e) + "'";
        default:
            return "";
    }
}

/// Whether another than who killed most killed others, and half as many.
bool on_both_sides(const Chapter& c) {
    const Killing& most = c.killings.front();
    return std::any_of(c.killings.begin() + 1, c.killings.end(), [&](const Killing& k) {
        return !k.communal && k.actor != most.actor && k.group != most.group &&
               2 * k.deaths > most.deaths;
    });
}

/// Deaths at a third of the pace of the run or less.
bool is_ebb(const History& h, const Chapter& c) {
    const double pace = real(c.toll.all()) / std::max(1, c.to - c.from);
    return c.first > 0 && pace * 3 * h.days < real(h.toll.all());
}

/// Deaths at three times the pace of the chapter before or more.
bool grows(const Teller& t, const Chapter& c) {
    if (t.chapter == 0 || c.toll.all() < worth_a_verdict) return false;
    const Chapter& before = t.history.chapters[t.chapter - 1];
    const auto pace = [](const Chapter& x) {
        return real(x.toll.all()) / std::max(1, x.to - x.from);
    };
    return pace(c) >= 3 * pace(before);
}

/// What took most lives.
std::string violence_title(const Voice& voice, const Chapter& c) {
    const Persons fought = c.fights.empty() ? 0 : c.fights.front().deaths;
    const Persons killed = c.killings.empty() ? 0 : c.killings.front().deaths;
    if (std::max(fought, killed) < worth_a_title) return "";
    if (fought >= killed && fought > 0) {
        const Fight& f = c.fights.front();
        if (f.b == none<ActorId>()) return "the war of " + voice.actor(f.a);
        return fmt::format("{} against {}", voice.actor(f.a), voice.actor(f.b));
    }
    const Killing& k = c.killings.front();
    if (k.communal) return "neighbours against " + voice.people(k.group);
    if (on_both_sides(c)) return "killings on both sides";
    const bool of_several = c.killings.size() > 1 && c.killings[1].actor == k.actor &&
                            !c.killings[1].communal && 2 * c.killings[1].deaths > k.deaths;
    if (of_several && k.actor != none<ActorId>()) return "killings by " + voice.actor(k.actor);
    return "the killing of " + voice.people(k.group);
}

}  // namespace

std::string title_of(Teller& t, const Chapter& c) {
    std::vector<std::string> ways;
    const auto changes = std::count_if(c.turns.begin(), c.turns.end(), [&](const Turn& turn) {
        return turn.kind == TurnKind::event &&
               t.event(turn.events.front()).kind == EventKind::takeover;
    });
    if (changes > 1)
        ways.emplace_back(changes == 2 ? "power changes hands twice"
                                       : "power changes hands again and again");
    if (c.quiet) ways = {"quiet", "quiet again", "a lull"};
    std::vector<const Turn*> order;
    for (const Turn& turn : c.turns)
        if (turn.weight >= begins_chapter) order.push_back(&turn);
    std::stable_sort(order.begin(), order.end(),
                     [](const Turn* a, const Turn* b) { return a->weight > b->weight; });
    for (const Turn* turn : order) ways.push_back(turn_title(t, *turn, turn->from == c.first));
    if (is_ebb(t.history, c)) ways.emplace_back("the violence ebbs");
    ways.push_back(violence_title(t.voice, c));
    if (grows(t, c)) ways.emplace_back("the violence grows");
    for (const char* plain_way : {"scattered violence", "no end", "more of the same"})
        ways.emplace_back(plain_way);
    for (const std::string& way : ways)
        if (!way.empty() && t.titles.insert(way).second) return capitalised(way);
    return capitalised(ways.back());
}

}  // namespace forestall::history
