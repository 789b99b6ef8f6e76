// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/history_prose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/teller.hpp"
#include "analysis/explain/turning_points.hpp"
#include "core/visible.hpp"

namespace forestall::history {
namespace {

/// Part of the civilian dead from which a killing is named at the front.
constexpr double worth_the_front = 0.1;

std::string length_of(Day days) {
    if (days < 120) return fmt::format("{} weeks", plain((days + 3) / 7));
    const Persons months = std::llround(real(days) / 30.4375);
    if (months == 12) return "year";
    if (months % 12 == 0 || months > 60) return plain((months + 6) / 12) + " years";
    return plain(months) + " months";
}

std::string times(Persons n) {
    if (n == 1) return "once";
    return n == 2 ? "twice" : plain(n) + " times";
}

Sentence toll_in_all(const Teller& t) {
    const History& h = t.history;
    std::string text = fmt::format("in the {} from {} to {}, {} {} killed", length_of(h.days),
                                   t.voice.day(0), t.voice.day(h.days - 1), t.voice.dead(h.toll),
                                   h.toll.all() == 1 || h.toll.all() == 0 ? "was" : "were");
    if (h.toll.civilians > 0)
        text += h.toll.reported == 0
                    ? ", and no observer reported any of the civilian deaths"
                    : fmt::format("; observers reported {} of the civilian deaths ({})",
                                  plain(h.toll.reported),
                                  per_cent(real(h.toll.reported) / real(h.toll.civilians)));
    return {as_sentence(text)};
}

/// How many killed more than a thousand of a group, whatever the time it took.
std::size_t mass_killings(const History& h) {
    return static_cast<std::size_t>(
        std::count_if(h.killings.begin(), h.killings.end(),
                      [](const Killing& k) { return !k.communal && k.deaths > 1000; }));
}

/// "Seleka killed 1,700 Non-Muslim civilians, and the LRA 300": those with most dead, at most
/// three.
std::string main_killers(const Teller& t, std::size_t& told) {
    const History& h = t.history;
    std::vector<std::string> parts;
    std::vector<std::pair<ActorId, bool>> killers;
    for (const Killing& k : h.killings) {
        if (told == 3 || k.deaths < 10 || real(k.deaths) < worth_the_front * real(h.toll.civilians))
            break;
        const std::string who = killer(t, k);
        const auto same = std::find(killers.begin(), killers.end(), std::pair(k.actor, k.communal));
        const bool named = told > 0 && h.killings[told - 1].group == k.group;
        ++told;
        if (same != killers.end()) {
            parts[static_cast<std::size_t>(same - killers.begin())] +=
                " and " + t.voice.plain_people(k.deaths, k.group);
            continue;
        }
        const std::string later = named ? plain(k.deaths) : t.voice.plain_people(k.deaths, k.group);
        parts.push_back(killers.empty()
                            ? fmt::format("{} killed {}", who, t.voice.people(k.deaths, k.group))
                            : fmt::format("{} {}", who, later));
        killers.emplace_back(k.actor, k.communal);
    }
    return list_of(parts);
}

void tell_killers(const Teller& t, Paragraph& out) {
    const History& h = t.history;
    std::size_t told = 0;
    std::string text = main_killers(t, told);
    const bool both = h.onset && told == 1 && h.killings.front().actor == h.onset->actor &&
                      h.killings.front().group == h.onset->group;
    const Day day =
        h.onset ? spoken_day(t.record, h.onset->step, day_of(t.record, h.onset->step)) : 0;
    if (both) {
        text += ", a mass killing from " + t.voice.month(day) + " on";
    } else if (h.onset && mass_killings(h) > 1) {
        text += fmt::format("{}the first mass killing, of {} by {}, dates from {}",
                            text.empty() ? "" : "; ", t.voice.people(h.onset->group),
                            t.voice.actor(h.onset->actor), t.voice.month(day));
    } else if (h.onset) {
        text += fmt::format("{}the killing of {} by {} was a mass killing from {} on",
                            text.empty() ? "" : "; ", t.voice.people(h.onset->group),
                            t.voice.actor(h.onset->actor), t.voice.month(day));
    } else if (h.toll.civilians > 0) {
        text +=
            text.empty() ? "there was no mass killing" : ", but it did not come to a mass killing";
    }
    if (!text.empty()) out.push_back({as_sentence(text)});
}

void tell_governments(const Teller& t, Paragraph& out) {
    const History& h = t.history;
    if (h.ruler == none<ActorId>()) return;
    const std::string first = t.voice.actor(h.ruler);
    if (h.takeovers.empty()) {
        out.push_back({as_sentence(
            fmt::format("{} {} in power from beginning to end", first, t.voice.was(h.ruler)))});
        return;
    }
    const Event &fall = t.event(h.takeovers.front()), &last = t.event(h.takeovers.back());
    const Day day = spoken_day(t.record, fall), last_day = spoken_day(t.record, last);
    out.push_back({as_sentence(fmt::format("{} {} in power until {} took over in {}", first,
                                           t.voice.was(h.ruler), t.voice.actor(fall.actor),
                                           t.voice.month(day))),
                   {h.takeovers.front()}});
    const auto more = static_cast<Persons>(h.takeovers.size() - 1);
    if (more == 0) return;
    const std::string month = t.voice.month(last_day, t.voice.year(last_day) != t.voice.year(day));
    out.push_back(
        {as_sentence(fmt::format("power changed hands {} more, {}in {}, and {} held it at the end",
                                 times(more), more == 1 ? "" : "the last time ", month,
                                 t.voice.actor(last.actor))),
         {h.takeovers.back()}});
}

void tell_most_flight(const Teller& t, Paragraph& out) {
    const History& h = t.history;
    if (h.most_flight.all < 50) return;
    const bool last = h.most_flight_step + 1 == t.record.detail.steps;
    const std::string n = about(h.most_flight.all);
    out.push_back({as_sentence(
        last ? fmt::format("flight never stopped growing: {} people were displaced at the end", n)
             : fmt::format("flight was at its height in {}, with {} people displaced",
                           t.voice.month(day_of(t.record, h.most_flight_step)), n))});
}

void tell_end(const Teller& t, Paragraph& out) {
    const History& h = t.history;
    const Toll& last = h.last_quarter;
    if (h.days < 180 || h.toll.all() == 0) return;
    if (last.all() == 0) {
        out.push_back({"Nobody was killed in the last three months."});
        return;
    }
    const double now = real(last.all()) * h.days / 91, usual = real(h.toll.all());
    std::string how = "the violence had ebbed by then: ";
    if (now > 0.5 * usual) how = "it was not over: ";
    if (now > 1.5 * usual) how = "the violence was still growing: ";
    if (last.all() < worth_a_verdict) how.clear();
    out.push_back({as_sentence(fmt::format("{}in the last three months {} {} killed", how,
                                           t.voice.dead(last), last.all() == 1 ? "was" : "were"))});
}

Paragraph summary_of(const Teller& t) {
    Paragraph out{toll_in_all(t)};
    tell_killers(t, out);
    tell_governments(t, out);
    tell_most_flight(t, out);
    tell_end(t, out);
    return out;
}

/// How things stood before anything happened.
Sentence opening(Teller& t) {
    const History& h = t.history;
    std::string text = "at the outset " + holdings_clause(t.voice, h.held, h.ruler);
    if (h.ruler != none<ActorId>()) {
        const std::string who = t.voice.actor(h.ruler), lead = "at the outset " + who;
        text = lead + " " + t.voice.was(h.ruler) + " in power and" + text.substr(lead.size());
    }
    return {as_sentence(text)};
}

/// Who has men under arms, the most first.
void tell_arms(const Teller& t, Paragraph& out) {
    std::vector<std::pair<Persons, ActorId>> order;
    for (const ActorId a : ids<ActorId>(t.history.men.size()))
        if (t.history.men[index(a)] >= worth_counting)
            order.emplace_back(t.history.men[index(a)], a);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (order.size() > most_armies) order.resize(most_armies);
    std::vector<std::string> armies;
    armies.reserve(order.size());
    for (const auto& entry : order)
        armies.push_back(plain(entry.first) + (armies.empty() ? " men" : "") + " of " +
                         t.voice.actor(entry.second));
    if (!armies.empty()) out.push_back({as_sentence("under arms were " + list_of(armies))});
}

/// The heaviest turn that is a thing that happened; null: there is none.
const Turn* heaviest(const Teller& t, const Chapter& c) {
    const Turn* out = nullptr;
    for (const Turn& turn : c.turns)
        if (!turn.events.empty() && is_told(t, turn) &&
            (out == nullptr || turn.weight > out->weight))
            out = &turn;
    return out;
}

Paragraph quiet_sentences(Teller& t, const Chapter& c) {
    const Turn* main = heaviest(t, c);
    std::string text = t.one_of({"little happened", "these were quiet months", "it stayed quiet"});
    Paragraph all(1);
    if (main != nullptr) {
        text += fmt::format(", though {} {}", turn_when(t, *main), turn_clause(t, *main));
        all[0].events = {main->events.front()};
    }
    std::string dead = t.voice.dead(c.toll) + (c.toll.all() < 2 ? " was" : " were") + " killed";
    const std::string reported = reported_clause(t, c.toll);
    const bool split = !reported.empty() || text.find(';') < text.size();
    all[0].text = as_sentence(split ? text : text + "; " + dead);
    if (split) all.push_back({as_sentence(dead + reported)});
    tell_stage(t, c, all);
    return all;
}

ChapterProse chapter_prose(Teller& t, const Chapter& c) {
    ChapterProse out{title_of(t, c), t.voice.months(c.from, c.to), {}};
    t.chapter_reasons.clear();
    Paragraph first;
    if (t.chapter == 0 && !t.history.held.empty()) first.push_back(opening(t));
    if (t.chapter == 0) tell_arms(t, first);
    const Paragraph turns = c.quiet ? quiet_sentences(t, c) : turn_sentences(t, c);
    first.insert(first.end(), turns.begin(), turns.end());
    out.paragraphs.push_back(std::move(first));
    if (c.quiet)
        t.flight = c.flight;
    else
        for (Paragraph p : {violence_sentences(t, c), state_sentences(t, c)})
            out.paragraphs.push_back(std::move(p));
    std::erase_if(out.paragraphs, [](const Paragraph& p) { return p.empty(); });
    return out;
}

Paragraph caution_of(const Teller& t) {
    Paragraph out;
    if (!t.record.given.empty())
        out.push_back({"Taken as given: " + one_line(t.record.given) + "."});
    const Paragraph always = {
        {fmt::format("This is one made-up course of events, member {}, under one draw of luck: "
                     "no prediction, and no account of what happened anywhere.",
                     t.history.member)},
        {"Names stand for a handful of numbers each; nothing here says what anybody did or would "
         "do."},
        {"Numbers from 100 on are rounded, and shares of the country are counted by people."},
        {"A reason given is one of the weightiest in the model, not the only one."},
        {"Stages lead from prevention through mitigation to response: a threat of mass atrocity."},
        {"Risk and attention are indices from 0 to 1."}};
    out.insert(out.end(), always.begin(), always.end());
    return out;
}

}  // namespace

Prose prose_of(const History& h, const Record& record) {
    Prose out;
    out.title = one_line(h.title);
    out.about = fmt::format("A history of member {} (option {}, seed {})", h.member,
                            one_line(h.option), h.seed);
    if (h.chapters.empty()) return out;
    Teller t{h, record, Voice(record)};
    t.held = h.held;
    t.men = h.men;
    t.ruler = h.ruler;
    t.outlook = h.outlook;
    t.highest_seen = h.outlook.stage;
    out.summary = summary_of(t);
    for (; t.chapter < h.chapters.size(); ++t.chapter)
        out.chapters.push_back(chapter_prose(t, h.chapters[t.chapter]));
    out.caution = caution_of(t);
    return out;
}

}  // namespace forestall::history
