// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/turning_points.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace forestall::history {
namespace {

using Pair = std::pair<ActorId, ActorId>;

/// Chapters are at least this long, and long runs have longer ones.
constexpr double least_days = 56, days_a_chapter = 190;
constexpr std::size_t most_chapters = 12;
/// Part of all deaths in battle from which two actors are a pair that the run is about.
constexpr double large_part = 0.1;
/// What a turn gains if all the run's dead die soon after it.
constexpr double deadliness = 10;
/// Deaths a year below which UCDP sees no conflict.
constexpr double quiet_deaths = 25;

Pair pair_of(const Event& e) { return std::minmax(e.actor, e.opponent); }

double step_weight(std::string_view manner) {
    if (manner == "observed: response") return 4;
    if (manner == "observed: mitigation") return 3;
    return 0;  // told with what was reported, not as turning points
}

double trigger_weight(std::string_view manner) {
    static const std::map<std::string_view, double> weights = {
        {"offensive", 9}, {"coup", 8},       {"election", 6}, {"leader_killed", 6},
        {"incident", 5},  {"deployment", 4}, {"spoiler", 5},  {"peacekeeper_exit", 6}};
    const auto at = weights.find(manner);
    return at == weights.end() ? 4 : at->second;
}

double turnover_weight(std::string_view manner) {
    if (manner == "killed" || manner == "coup") return 5;
    // Without a known cause it says nothing, unless the new ones do something.
    return manner == "election" ? 3 : 0.5;
}

/// Weighs events in order; the first of its kind weighs more.
class Scale {
public:
    explicit Scale(const Record& r) {
        std::map<Pair, double> dead;
        double all = 0;
        for (const Event& e : r.detail.events) {
            if (e.kind != EventKind::battle) continue;
            dead[pair_of(e)] += real(e.deaths);
            all += real(e.deaths);
        }
        for (const auto& entry : dead)
            if (entry.second >= large_part * all) large_.insert(entry.first);
    }

    double operator()(const Event& e) {
        using enum EventKind;
        switch (e.kind) {
            case battle:
                return ends_truce(e) ? truce_weight(e) : 0;
            case takeover:
                return 10;
            case founding:
                return 7;
            case defeat:
                return 6;
            case split:
                return e.opponent == none<ActorId>() ? 1.5 : 6;
            case merger:
                return 4;
            case agreement:
            case ceasefire:
                truces_.insert(pair_of(e));
                return truce_weight(e);
            case relapse:
            case walk_out:
                return ends_truce(e) || e.manner == "truce" ? truce_weight(e) : talks_weight(e);
            case talks:
                return talks_weight(e);
            case offensive:
                return offensive_weight(e);
            case campaign:
                return ordered_.insert(e.actor).second ? 5 : 2;
            case turnover:
                return turnover_weight(e.manner);
            case trigger:
                return trigger_weight(e.manner);
            case stage:
                return step_weight(e.manner);
            case intervention:
                return intervention_weight(e.manner);
            default:
                return 0;
        }
    }

private:
    bool large(const Event& e) const { return large_.contains(pair_of(e)); }
    double truce_weight(const Event& e) const {
        if (!large(e)) return 1.5;
        return e.kind == EventKind::agreement ? 7 : 6;
    }
    double talks_weight(const Event& e) const { return large(e) ? 2 : 0.5; }
    /// Whatever ends it, also a battle between the two.
    bool ends_truce(const Event& e) { return truces_.erase(pair_of(e)) > 0; }
    double offensive_weight(const Event& e) {
        if (!opened_.insert({e.actor, e.opponent}).second) return 0.5;
        return large(e) ? 3 : 1;
    }
    static double intervention_weight(std::string_view manner) {
        if (manner.ends_with(": begins")) return 4;
        return manner.ends_with(": asks for consent") ? 0.5 : 1.5;
    }

    std::set<Pair> large_, opened_, truces_;
    std::set<ActorId> ordered_;
};

/// The earlier turn of the same step that an event came of; null: none.
Turn* source_of(const Record& r, const Event& e, std::vector<Turn>& turns) {
    for (const Cause& c : e.causes) {
        if (c.what != "follows" || c.event < 0) continue;
        for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
            if (turn->step != static_cast<std::size_t>(e.step)) break;
            for (const std::size_t k : turn->events)
                if (r.detail.events[k].number == c.event) return &*turn;
        }
    }
    return nullptr;
}

/// What an actor did in the week of its end it did before it.
std::size_t first_after(const Record& r, const Event& e) {
    const auto step = static_cast<std::size_t>(e.step);
    return e.kind == EventKind::defeat ? std::min(step + 1, r.detail.steps - 1) : step;
}

double dead_between(const Record& r, std::size_t first, std::size_t end) {
    double out = 0;
    for (const Series s : {Series::civilian_deaths, Series::battle_deaths})
        for (std::size_t t = first; t < std::min(end, r.outcome[s].size()); ++t)
            out += r.outcome[s][t];
    return out;
}

double dead_a_year(const Record& r, std::size_t first, std::size_t end) {
    const double days = std::max(1, day_of(r, end) - day_of(r, first));
    return dead_between(r, first, end) * 365.25 / std::max(days, 91.0);
}

/// 0: quiet, then one more for each tenfold.
int pace(double dead) {
    int out = 0;
    for (double level = quiet_deaths; dead >= level; level *= 10) ++out;
    return out;
}

/// Quarters of a year in which deaths come at another pace than in the one before, and do so in the
/// next as well.
std::vector<Turn> paces(const Record& r) {
    const auto quarter =
        static_cast<std::size_t>(std::max<std::int64_t>(1, 91 / r.header.step_days));
    std::vector<int> levels;
    for (std::size_t t = 0; t + quarter <= r.detail.steps; t += quarter)
        levels.push_back(pace(dead_a_year(r, t, t + quarter)));
    std::vector<Turn> out;
    int before = levels.empty() ? 0 : levels.front();
    for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
        if (levels[i] == before || levels[i + 1] != levels[i]) continue;
        const std::size_t step = i * quarter;
        out.push_back({TurnKind::pace, {}, step, day_of(r, step), begins_chapter, step});
        before = levels[i];
    }
    return out;
}

bool free_of(const std::vector<std::size_t>& cuts, std::size_t step, std::size_t least) {
    return std::all_of(cuts.begin(), cuts.end(), [&](std::size_t cut) {
        return (cut > step ? cut - step : step - cut) >= least;
    });
}

/// Where quiet ends a little before a cut, the chapter begins there, with what ends it.
std::size_t end_of_quiet(const Record& r, const std::vector<Turn>& turns, std::size_t before,
                         std::size_t cut, std::size_t least) {
    for (const Turn& t : turns)
        if (t.weight > breaks_quiet && t.from >= before + least && t.from < cut &&
            cut - t.from < least && is_quiet(r, turns, before, t.from))
            return t.from;
    return cut;
}

/// Turns that may begin a chapter, the heaviest first; more so if much dying follows.
std::vector<const Turn*> by_weight(const Record& r, const std::vector<Turn>& turns,
                                   std::size_t within) {
    const double all = std::max(1.0, dead_between(r, 0, r.detail.steps));
    std::vector<std::pair<double, const Turn*>> order;
    for (const Turn& t : turns)
        if (t.weight >= begins_chapter)
            order.emplace_back(
                t.weight + deadliness * dead_between(r, t.from, t.from + within) / all, &t);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const Turn*> out;
    out.reserve(order.size());
    for (const auto& entry : order) out.push_back(entry.second);
    return out;
}

std::vector<std::size_t> starts_of(const Record& r, const std::vector<Turn>& turns,
                                   std::size_t most, std::size_t least) {
    std::vector<std::size_t> cuts{0, r.detail.steps};
    for (const Turn* t : by_weight(r, turns, least))
        if (cuts.size() <= most && free_of(cuts, t->from, least)) cuts.push_back(t->from);
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t i = 1; i + 1 < cuts.size(); ++i)
        cuts[i] = end_of_quiet(r, turns, cuts[i - 1], cuts[i], least);
    // Quiet chapters side by side are one.
    std::vector<std::size_t> out{0};
    for (std::size_t i = 1; i + 1 < cuts.size(); ++i)
        if (!is_quiet(r, turns, out.back(), cuts[i]) || !is_quiet(r, turns, cuts[i], cuts[i + 1]))
            out.push_back(cuts[i]);
    return out;
}

}  // namespace

std::vector<Turn> turning_points(const Record& r, const std::optional<Onset>& onset) {
    Scale weigh(r);
    std::vector<Turn> out;
    bool onset_told = !onset.has_value();
    const auto tell_onset = [&] {
        onset_told = true;
        const std::size_t step = onset->step;
        out.push_back({TurnKind::onset, {}, step, day_of(r, step), 10, step});
    };
    for (std::size_t k = 0; k < r.detail.events.size(); ++k) {
        const Event& e = r.detail.events[k];
        const auto step = static_cast<std::size_t>(e.step);
        if (!onset_told && step > onset->step) tell_onset();
        const double weight = weigh(e);
        if (weight < worth_telling) continue;
        if (Turn* source = source_of(r, e, out)) {
            source->events.push_back(k);
            source->weight = std::max(source->weight, weight);
        } else {
            out.push_back({TurnKind::event, {k}, step, day_of(r, e), weight, first_after(r, e)});
        }
    }
    if (!onset_told) tell_onset();
    for (const Turn& t : paces(r)) out.push_back(t);
    std::stable_sort(out.begin(), out.end(),
                     [](const Turn& a, const Turn& b) { return a.step < b.step; });
    return out;
}

bool is_quiet(const Record& r, const std::vector<Turn>& turns, std::size_t first, std::size_t end) {
    if (dead_a_year(r, first, end) >= quiet_deaths) return false;
    return std::none_of(turns.begin(), turns.end(), [&](const Turn& t) {
        return t.from >= first && t.from < end && t.weight >= breaks_quiet;
    });
}

std::vector<std::size_t> chapter_starts(const Record& r, const std::vector<Turn>& turns) {
    const double days = day_of(r, r.detail.steps);
    const auto least = static_cast<std::size_t>(
        std::ceil(std::max(least_days, days / 18) / static_cast<double>(r.header.step_days)));
    const std::size_t most =
        std::min(most_chapters, 1 + static_cast<std::size_t>(days / days_a_chapter));
    const auto starts = starts_of(r, turns, most, std::max<std::size_t>(1, least));
    // Quiet chapters take a sentence: each makes room for another.
    std::size_t quiet = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : r.detail.steps;
        quiet += is_quiet(r, turns, starts[i], end) ? 1 : 0;
    }
    return quiet == 0 ? starts : starts_of(r, turns, most + quiet, std::max<std::size_t>(1, least));
}

}  // namespace forestall::history
