// SPDX-License-Identifier: Apache-2.0
// The turning points of a chapter as sentences: the heaviest of them, in order, each dated in a way
// that leads on from the one before.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/teller.hpp"

namespace forestall::history {
namespace {

/// How many turning points a chapter tells, and one more if it is as heavy as that. Troops that
/// come in are told besides.
constexpr std::size_t most_told = 3;
constexpr double never_left_out = 6;
/// Lighter ones are told only where there is little else.
constexpr double light = 2;
/// Lighter ones are told once.
constexpr double told_again = 4;

/// A turn, with the days of others like it.
struct Telling {
    Turn turn;
    std::string clause;
    std::vector<Day> again;
};

bool is_kind(const Teller& t, const Turn& turn, EventKind kind, std::string_view manner = "") {
    if (turn.events.empty()) return false;
    const Event& e = t.event(turn.events.front());
    return e.kind == kind && (manner.empty() || e.manner == manner);
}

bool is_choice(EventKind kind) {
    return kind == EventKind::offensive || kind == EventKind::campaign ||
           kind == EventKind::talks || kind == EventKind::walk_out;
}

/// A later deployment of an actor is told with its first in the chapter.
bool same_deployment(const Teller& t, const Turn& a, const Turn& b) {
    return is_kind(t, a, EventKind::trigger, "deployment") &&
           is_kind(t, b, EventKind::trigger, "deployment") &&
           t.event(a.events.front()).actor == t.event(b.events.front()).actor;
}

std::vector<Telling> candidates(const Teller& t, const Chapter& chapter) {
    std::vector<Telling> all;
    for (const Turn& turn : chapter.turns) {
        if (!is_told(t, turn)) continue;
        const auto like = std::find_if(all.begin(), all.end(), [&](const Telling& x) {
            return same_deployment(t, x.turn, turn);
        });
        if (like != all.end()) {
            like->again.push_back(turn.day);
            continue;
        }
        const std::string clause = turn_clause(t, turn);
        const bool said = t.clauses.contains(clause) ||
                          std::any_of(all.begin(), all.end(),
                                      [&](const Telling& x) { return x.clause == clause; });
        if (turn.weight >= told_again || !said) all.push_back({turn, clause, {}});
    }
    return all;
}

std::vector<Telling> to_tell(Teller& t, const Chapter& chapter) {
    std::vector<Telling> all = candidates(t, chapter);
    std::stable_sort(all.begin(), all.end(), [](const Telling& a, const Telling& b) {
        return a.turn.weight > b.turn.weight;
    });
    std::vector<Telling> out;
    std::size_t told = 0;
    for (Telling& x : all) {
        const bool room =
            told < most_told || (told == most_told && x.turn.weight >= never_left_out);
        const bool troops = is_kind(t, x.turn, EventKind::trigger, "deployment");
        if (!troops && (!room || (x.turn.weight < light && told > 1))) continue;
        told += troops ? 0 : 1;
        t.clauses.insert(x.clause);
        out.push_back(std::move(x));
    }
    std::stable_sort(out.begin(), out.end(), [](const Telling& a, const Telling& b) {
        const bool a_goes_on = !a.again.empty(), b_goes_on = !b.again.empty();
        return std::tie(a.turn.step, a_goes_on, a.turn.events) <
               std::tie(b.turn.step, b_goes_on, b.turn.events);
    });
    return out;
}

Day spoken_day(const Teller& t, const Turn& turn) {
    return history::spoken_day(t.record, turn.step, turn.day);
}

/// When, from the turn told before: "two weeks later".
std::string later(const Teller& t, const Telling& told, const Turn& turn, std::size_t k) {
    const Turn& before = told.turn;
    if (!told.again.empty())
        return turn_when(t, turn,
                         t.voice.year(spoken_day(t, turn)) != t.voice.year(told.again.back()));
    const int weeks = (turn.day - before.day + 3) / 7;
    const bool often = k % 2 == 1 && before.kind == TurnKind::event;
    if (turn.step == before.step) return "at the same time";
    if (weeks < 1) return "days later";
    if (often && weeks == 1) return "a week later";
    if (often && weeks <= 8) return plain(weeks) + " weeks later";
    return turn_when(t, turn,
                     t.voice.year(spoken_day(t, turn)) != t.voice.year(spoken_day(t, before)));
}

/// ", and others followed on 19 December and 20 February 2014".
std::string and_again(const Teller& t, const Telling& x) {
    std::vector<std::string> days;
    Day before = x.turn.day;
    for (const Day day : x.again) {
        days.push_back(t.voice.day(day, t.voice.year(day) != t.voice.year(before)));
        before = day;
    }
    return days.empty() ? "" : ", and others followed on " + list_of(days);
}

/// "deaths came faster from now on: 40 a month, after four".
Paragraph pace_sentence(const Teller& t, const Chapter& c) {
    if (t.chapter == 0) return {};
    const Chapter& before = t.history.chapters[t.chapter - 1];
    const auto monthly = [](const Chapter& x) -> Persons {
        return std::llround(real(x.toll.all()) * 30.4375 / std::max(1, x.to - x.from));
    };
    const Persons now = monthly(c), then = monthly(before);
    if (now == then) return {};
    const char* how = now > then ? "the violence grew" : "the violence ebbed";
    return {{as_sentence(fmt::format("from {} on {}: {} {} a month, after {}",
                                     t.voice.month(c.from), how, plain(now),
                                     now == 1 ? "death" : "deaths", plain_or_none(then)))}};
}

}  // namespace

Paragraph turn_sentences(Teller& t, const Chapter& chapter) {
    Paragraph out;
    const std::vector<Telling> tellings = to_tell(t, chapter);
    for (std::size_t k = 0; k < tellings.size(); ++k) {
        const Turn& turn = tellings[k].turn;
        std::string why;
        if (!turn.events.empty() && is_choice(t.event(turn.events.front()).kind))
            why = new_reason(t, t.event(turn.events.front()));
        std::string text = turn_clause(t, turn, why) + and_again(t, tellings[k]);
        std::string date = turn_when(t, turn);
        if (k > 0) date = later(t, tellings[k - 1], turn, k + t.chapter);
        if (turn.kind == TurnKind::onset) date = "by " + t.voice.month(spoken_day(t, turn));
        const bool date_last =
            k == 2 && text.size() < 60 && !date.ends_with("later") && turn.kind == TurnKind::event;
        out.push_back({as_sentence(date_last ? fmt::format("{} {}", text, date)
                                             : fmt::format("{} {}", date, text)),
                       {}});
        if (!turn.events.empty()) out.back().events = {turn.events.front()};
    }
    return out.empty() ? pace_sentence(t, chapter) : out;
}

}  // namespace forestall::history
