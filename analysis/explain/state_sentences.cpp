// SPDX-License-Identifier: Apache-2.0
// How things stood when a chapter ended: the toll and what was reported of it, who fled, who
// governed and held what, what the desk saw. What had not changed is not said again.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/teller.hpp"

namespace forestall::history {
namespace {

/// Holders named, and the least share of the country that one is named for.
constexpr std::size_t most_holders = 3;
constexpr double least_held = 0.03;
/// Share of the country that would round to none.
constexpr double nothing = 0.005;
/// Changes that are worth a sentence.
constexpr double moved_share = 0.07, moved_flight = 0.05, moved_outlook = 0.2;
/// Deaths from which they are a toll.
constexpr Persons a_toll = 10;
/// Part by which an army must have grown or shrunk to be told.
constexpr double moved_army = 0.35;
/// Part of all men under arms that no army's growth or loss is told for.
constexpr double small_army = 0.03;
/// People away from home below whom nothing is said of them.
constexpr Persons few = 50;

void tell_toll(const Teller& t, const Chapter& c, Paragraph& out) {
    if (c.toll.all() == 0) return;
    const std::string dead = t.voice.dead(c.toll);
    const std::string killed =
        "in all, " + dead + (c.toll.all() == 1 ? " was" : " were") + " killed";
    out.push_back({as_sentence((c.toll.all() < a_toll ? killed
                                                      : t.one_of({killed, "the toll was " + dead,
                                                                  "the dead came to " + dead})) +
                               reported_clause(t, c.toll))});
}

std::string more_flight(const Teller& t, Persons then, Persons now, const std::string& abroad) {
    if (then < few) return fmt::format("by the end {} people were displaced{}", about(now), abroad);
    return t.one_of(
        {fmt::format("the number of displaced people rose from {} to {}{}", plain(then), plain(now),
                     abroad),
         fmt::format("flight grew, and {} people were displaced in the end{}", about(now), abroad),
         fmt::format("by the end {} people were displaced{}", about(now), abroad)});
}

std::string less_flight(const Teller& t, Persons then, Persons now) {
    if (now < few) return "nearly all of the displaced went home";
    return t.one_of(
        {fmt::format("people went home, and the number of displaced fell from {} to {}",
                     plain(then), plain(now)),
         fmt::format("many of the displaced went home, and {} were still away", about(now)),
         fmt::format("the displaced became fewer, {} in the end", about(now))});
}

void tell_flight(Teller& t, const Chapter& c, Paragraph& out) {
    const Persons now = c.flight.all, then = t.flight.all;
    if (std::max(now, then) < few) return;
    const std::string abroad = c.flight.abroad * 20 < now
                                   ? ""
                                   : fmt::format(", {} of them abroad", plain(c.flight.abroad));
    std::string text = t.one_of({fmt::format("{} people remained displaced", about(now)),
                                 fmt::format("the displaced still numbered {}", about(now))});
    if (real(now) >= (1 + moved_flight) * real(then))
        text = more_flight(t, then, now, abroad);
    else if (real(now) <= (1 - moved_flight) * real(then))
        text = less_flight(t, then, now);
    out.push_back({as_sentence(text)});
    t.flight = c.flight;
}

double share_of(const std::vector<Holding>& held, ActorId a) {
    for (const Holding& h : held)
        if (h.actor == a) return h.people;
    return 0;
}

bool moved(const std::vector<Holding>& before, const std::vector<Holding>& now) {
    for (const auto* side : {&before, &now})
        for (const Holding& h : *side)
            if (std::abs(share_of(before, h.actor) - share_of(now, h.actor)) >= moved_share)
                return true;
    return false;
}

/// "; Anti-balaka held 22% and the LRA 5%". Who was overthrown is called so.
std::string other_holders(const Voice& voice, const std::vector<Holding>& held, ActorId lead,
                          const std::vector<ActorId>& overthrown = {}) {
    std::vector<std::string> rest;
    for (const Holding& h : held) {
        if (h.actor == lead || h.people < least_held || rest.size() + 1 >= most_holders) continue;
        std::string who = voice.actor(h.actor);
        if (std::find(overthrown.begin(), overthrown.end(), h.actor) != overthrown.end())
            who = "the overthrown " + (who.starts_with("the ") ? who.substr(4) : who);
        rest.push_back(
            fmt::format("{} {}{}", who, rest.empty() ? "held " : "", per_cent(h.people)));
    }
    return rest.empty() ? "" : "; " + list_of(rest);
}

/// Who governed, with how much of the country.
std::string ruler_clause(const Teller& t, const Chapter& c) {
    const std::string own = per_cent(share_of(c.held, c.ruler));
    const std::string who = t.voice.actor(c.ruler) + " " + t.voice.was(c.ruler) + " in power";
    if (c.held.front().actor == c.ruler)
        return t.one_of({fmt::format("{}, and held {} of the country", who, own),
                         fmt::format("{}, with {} of the country in {} hands", who, own,
                                     t.voice.its(c.ruler))});
    if (share_of(c.held, c.ruler) < nothing) return who + " but held next to nothing";
    return t.one_of({fmt::format("{} but held only {} of the country", who, own),
                     fmt::format("though {}, {} held no more than {} of the country", who,
                                 t.voice.it(c.ruler), own)});
}

/// Who governed before and does so no more.
std::vector<ActorId> overthrown(const Teller& t, const Chapter& c) {
    std::vector<ActorId> out;
    for (const std::size_t k : t.history.takeovers) {
        const Event& e = t.event(k);
        if (static_cast<std::size_t>(e.step) < c.end && e.manner != "under pressure" &&
            e.opponent != c.ruler)
            out.push_back(e.opponent);
    }
    return out;
}

void tell_power(Teller& t, const Chapter& c, Paragraph& out) {
    if (c.held.empty() || (!moved(t.held, c.held) && c.ruler == t.ruler)) return;
    t.held = c.held;
    t.ruler = c.ruler;
    if (c.ruler == none<ActorId>()) {
        out.push_back({as_sentence(holdings_clause(t.voice, c.held))});
        return;
    }
    out.push_back({as_sentence(ruler_clause(t, c) +
                               other_holders(t.voice, c.held, c.ruler, overthrown(t, c)))});
}

std::string army_clause(const Teller& t, ActorId a, Persons then, Persons now, bool first) {
    const std::string men = first ? " men under arms" : "";
    if (then < few)
        return fmt::format("{} had {}{}", t.voice.actor(a), plain(now), first ? men : " men");
    return fmt::format("{} {} {} from {}{} to {}", t.voice.actor(a), t.voice.was(a),
                       now < then ? "down" : "up", plain(then), men, plain_or_none(now));
}

/// Armies that have grown or melted away since that was last told.
void tell_armies(Teller& t, const Chapter& c, Paragraph& out) {
    if (c.men.size() != t.men.size()) return;
    std::vector<std::pair<Persons, ActorId>> order;
    const auto all = std::accumulate(c.men.begin(), c.men.end(), Persons{0});
    const double least = std::max(real(worth_counting), small_army * real(all));
    for (const ActorId a : ids<ActorId>(c.men.size())) {
        const Persons then = t.men[index(a)], now = c.men[index(a)];
        const Persons by = std::abs(now - then);
        // Who has none left was beaten or has become part of another: that is told.
        if (now == 0 || real(by) < least || real(by) < moved_army * real(std::max(then, now)))
            continue;
        order.emplace_back(by, a);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (order.size() > most_armies) order.resize(most_armies);
    std::vector<std::string> armies;
    for (const auto& entry : order) {
        const std::size_t a = index(entry.second);
        armies.push_back(army_clause(t, entry.second, t.men[a], c.men[a], armies.empty()));
        t.men[a] = c.men[a];
    }
    if (!armies.empty()) out.push_back({as_sentence(list_of(armies))});
}

std::string late_clause(const Sighting& s) {
    if (s.again) return "";
    if (!s.late) return ", before events called for it";
    const int weeks = (*s.late + 3) / 7;
    if (weeks == 0) return ", as soon as events called for it";
    return fmt::format(", {} {} after events called for it", plain(weeks),
                       weeks == 1 ? "week" : "weeks");
}

/// The highest stage that the desk came to see; null: it saw no rise.
const Sighting* highest(const Chapter& c) {
    const Sighting* out = nullptr;
    for (const Sighting& s : c.sightings)
        if (s.to > s.from && (out == nullptr || s.to > out->to)) out = &s;
    return out;
}

/// The last time that the desk saw the stage fall lowest, below what was told; null: it did not.
const Sighting* lowest_fall(const Teller& t, const Chapter& c) {
    const Sighting* out = nullptr;
    for (const Sighting& s : c.sightings)
        if (s.to < s.from && s.to < t.outlook.stage && (out == nullptr || s.to <= out->to))
            out = &s;
    return out;
}

/// "fall to none on 8 January 2013 and become mitigation again on 4 April, two weeks after events
/// called for it": how it came to what it is, each stage with the first time that it was seen.
std::string rises(const Teller& t, const Chapter& c) {
    std::vector<std::string> out;
    std::string before;
    int year = 0;
    const auto date = [&](Day day) {
        const bool other = t.voice.year(day) != year;
        year = t.voice.year(day);
        return t.voice.day(day, other);
    };
    const Sighting *fall = lowest_fall(t, c), *last = nullptr;
    Stage reached = t.outlook.stage;
    if (fall != nullptr) {
        reached = fall->to;
        before = fmt::format("fall to {} on {} and ", stage_words.string(reached), date(fall->day));
    }
    for (const Sighting& s : c.sightings) {
        if (s.to <= reached || s.to > c.outlook.stage) continue;
        if (fall != nullptr && s.step <= fall->step) continue;
        reached = s.to;
        last = &s;
        out.push_back(fmt::format("{}{} on {}", stage_words.string(s.to),
                                  s.to <= t.highest_seen ? " again" : "", date(s.day)));
    }
    return last == nullptr ? "" : before + "become " + list_of(out) + late_clause(*last);
}

std::string levels(const Outlook& now) {
    const std::string risk = fmt::format("risk stood at {:.2f}", now.risk);
    if (now.attention < 0.05) return risk + ", and hardly anybody abroad looked";
    return risk + fmt::format(" and attention abroad at {:.2f}", now.attention);
}

void tell_desk(Teller& t, const Chapter& c, Paragraph& out) {
    const Sighting* last = c.sightings.empty() ? nullptr : &c.sightings.back();
    const Sighting* top = highest(c);
    const Outlook &now = c.outlook, &before = t.outlook;
    const std::string desk = t.desk_named ? "the desk" : "a country desk";
    std::string text, way;
    if (last != nullptr && last->to > last->from) way = rises(t, c);
    if (!way.empty())
        text = fmt::format("{} saw the stage {}", desk, way);
    else if (top != nullptr && last->to < last->from && now.stage >= before.stage)
        text =
            fmt::format("{} saw the stage become {}{} on {} and fall to {} on {}", desk,
                        stage_words.string(top->to), top->to <= t.highest_seen ? " again" : "",
                        t.voice.day(top->day), stage_words.string(now.stage),
                        t.voice.day(last->day, t.voice.year(last->day) != t.voice.year(top->day)));
    else if (now.stage < before.stage)
        text = fmt::format("{} saw the stage fall to {}", desk, stage_words.string(now.stage));
    else if (std::abs(now.risk - before.risk) >= moved_outlook ||
             std::abs(now.attention - before.attention) >= moved_outlook)
        text = fmt::format("in the eyes of {} the stage was still {}", desk,
                           stage_words.string(now.stage));
    if (text.empty()) return;
    t.desk_named = true;
    t.outlook = now;
    for (const Sighting& s : c.sightings) t.highest_seen = std::max(t.highest_seen, s.to);
    out.push_back({as_sentence(text + "; " + levels(now))});
}

}  // namespace

std::string reported_clause(const Teller& t, const Toll& toll) {
    if (toll.civilians == 0) return "";
    const bool mixed = toll.fighters > 0;
    if (toll.civilians == 1) {
        const std::string death = mixed ? "the civilian's death" : "the death";
        return toll.reported == 0 ? "; no observer reported " + death
                                  : "; " + death + " was reported";
    }
    const std::string deaths = mixed ? "the civilian deaths" : "these deaths";
    if (toll.reported == 0) return ", and none of " + deaths + " was reported";
    if (toll.reported == toll.civilians)
        return mixed ? ", and every civilian death was reported" : ", and all were reported";
    const std::string part = plain(toll.reported);
    return t.one_of(
        {fmt::format(", and observers reported {} of {}", part, deaths),
         fmt::format("; {} of {} {} reported", part, deaths, toll.reported == 1 ? "was" : "were"),
         fmt::format("; reports told of {} of {}", part, deaths)});
}

void tell_stage(Teller& t, const Chapter& c, Paragraph& out) {
    const Stage now = c.outlook.stage;
    if (now == t.outlook.stage) return;
    out.push_back({as_sentence(
        fmt::format("{} saw the stage {} {}{}", t.desk_named ? "the desk" : "a country desk",
                    now < t.outlook.stage ? "fall to" : "become", stage_words.string(now),
                    now > t.outlook.stage && now <= t.highest_seen ? " again" : ""))});
    t.desk_named = true;
    t.highest_seen = std::max(t.highest_seen, now);
    t.outlook = c.outlook;
}

std::string holdings_clause(const Voice& voice, const std::vector<Holding>& held, ActorId first) {
    const Holding* lead = held.empty() ? nullptr : &held.front();
    for (const Holding& h : held)
        if (h.actor == first) lead = &h;
    if (lead == nullptr) return "";
    const std::string rest = other_holders(voice, held, lead->actor);
    return fmt::format("{} held {} of the country{}", voice.actor(lead->actor),
                       per_cent(lead->people), rest);
}

Paragraph state_sentences(Teller& t, const Chapter& c) {
    Paragraph out;
    tell_toll(t, c, out);
    tell_flight(t, c, out);
    tell_power(t, c, out);
    tell_armies(t, c, out);
    tell_desk(t, c, out);
    return out;
}

}  // namespace forestall::history
