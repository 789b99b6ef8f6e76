// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/tallies.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace forestall::history {
namespace {

/// Control from which an actor holds a place.
constexpr double holds = 0.5;
/// Deaths of an onset are looked for in so many days before it.
constexpr Day a_year = 365;
/// How many of the motives behind a killing are named.
constexpr std::size_t drivers_named = 2;
/// A place is emptied of a group if no more than this part of those at home there are left, and
/// worth counting from so many.
constexpr double half_gone = 0.5;
constexpr Persons a_community = 500;

double at(const Record& r, Series series, std::size_t step) {
    const auto& values = r.outcome[series];
    return step < values.size() ? values[step] : 0;
}

Persons sum(const Record& r, Series series, std::size_t first, std::size_t end) {
    double out = 0;
    for (std::size_t t = first; t < end; ++t) out += at(r, series, t);
    return static_cast<Persons>(out);
}

template <class Body>
void for_events(const Record& r, std::size_t first, std::size_t end, Body body) {
    const auto& events = r.detail.events;
    for (std::size_t k = 0; k < events.size(); ++k) {
        const auto step = static_cast<std::size_t>(events[k].step);
        if (step >= first && step < end) body(events[k], k);
    }
}

std::vector<PlaceToll> by_deaths(const std::map<PlaceId, Persons>& places) {
    std::vector<PlaceToll> out;
    for (const auto& entry : places)
        if (entry.first != none<PlaceId>() && entry.second > 0)
            out.push_back({entry.first, entry.second});
    std::stable_sort(out.begin(), out.end(),
                     [](const PlaceToll& a, const PlaceToll& b) { return a.deaths > b.deaths; });
    return out;
}

template <class Item>
void most_deaths_first(std::vector<Item>& items) {
    std::stable_sort(items.begin(), items.end(),
                     [](const Item& a, const Item& b) { return a.deaths > b.deaths; });
}

/// What spoke for an event, each motive's part times the event's deaths.
void add_parts(const Event& e, std::map<std::string, double>& parts) {
    double all = 0;
    for (const Cause& c : e.causes)
        if (c.weight > 0 && c.what != "hostility") all += c.weight;
    for (const Cause& c : e.causes)
        if (c.weight > 0 && c.what != "hostility")
            parts[c.what] += c.weight / all * real(civilians_of(e));
}

std::vector<std::string> largest(const std::map<std::string, double>& parts) {
    std::vector<std::pair<std::string, double>> order(parts.begin(), parts.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    const double all = std::accumulate(order.begin(), order.end(), 0.0,
                                       [](double x, const auto& p) { return x + p.second; });
    std::vector<std::string> out;
    for (const auto& entry : order)
        if (out.size() < drivers_named && entry.second >= least_part * all)
            out.push_back(entry.first);
    return out;
}

double people_at(const Record& r, std::size_t step, std::size_t place) {
    double out = 0;
    for (std::size_t g = 0; g < r.detail.groups; ++g) {
        const std::size_t cell = (step * r.detail.places + place) * r.detail.groups + g;
        if (cell < r.detail.settled.size()) out += real(r.detail.settled[cell]);
        if (cell < r.detail.sheltered.size()) out += real(r.detail.sheltered[cell]);
    }
    return out;
}

double control(const Record& r, std::size_t step, std::size_t place, std::size_t actor) {
    return r.detail.control[(step * r.detail.places + place) * r.detail.actors + actor];
}

/// Places where anybody has control: abroad nobody has.
bool counts(const Record& r, std::size_t step, std::size_t place) {
    for (std::size_t a = 0; a < r.detail.actors; ++a)
        if (control(r, step, place, a) > 0) return true;
    return false;
}

Persons at_home(const Record& r, std::size_t step, std::size_t place, std::size_t group) {
    const std::size_t cell = (step * r.detail.places + place) * r.detail.groups + group;
    return cell < r.detail.settled.size() ? r.detail.settled[cell] : 0;
}

/// Whether anybody was at home there at the outset: nobody is in a site for the displaced. True
/// where it is not known.
bool is_home(const Record& r, std::size_t place) {
    for (std::size_t g = 0; g < r.detail.groups; ++g)
        if (at_home(r, 0, place, g) > 0) return true;
    return r.detail.settled.empty();
}

ActorId holder(const Record& r, std::size_t step, std::size_t place) {
    for (std::size_t a = 0; a < r.detail.actors; ++a)
        if (control(r, step, place, a) >= holds) return id_at<ActorId>(a);
    return none<ActorId>();
}

bool has_control(const Record& r, std::size_t step) {
    return r.detail.actors > 0 &&
           r.detail.control.size() >= (step + 1) * r.detail.places * r.detail.actors;
}

Stage stage_at(const Record& r, Series series, std::size_t step) {
    const double number = at(r, series, step);
    const bool known = number >= 0 && number < static_cast<double>(stage_count);
    return known ? static_cast<Stage>(static_cast<int>(number)) : Stage::none;
}

/// For how long events had called for a stage when the desk saw it.
void set_lateness(const Record& r, Sighting& s) {
    if (s.to < s.from || stage_at(r, Series::stage_true, s.step) < s.to) return;
    std::size_t since = s.step;
    while (since > 0 && stage_at(r, Series::stage_true, since - 1) >= s.to) {
        --since;
        s.again = s.again || stage_at(r, Series::stage_observed, since) >= s.to;
    }
    s.late = day_of(r, s.step) - day_of(r, since);
}

}  // namespace

Toll toll_of(const Record& r, std::size_t first, std::size_t end) {
    Toll out{sum(r, Series::civilian_deaths, first, end), sum(r, Series::battle_deaths, first, end),
             sum(r, Series::reported_civilian_deaths, first, end)};
    for_events(r, first, end, [&](const Event& e, std::size_t) {
        if (e.kind == EventKind::battle) out.caught += civilians_of(e);
    });
    return out;
}

std::vector<Fight> fights_of(const Record& r, std::size_t first, std::size_t end) {
    struct Count {
        Fight fight;
        std::map<PlaceId, Persons> places;
        std::size_t attacks_of_a = 0;
    };
    std::map<std::pair<ActorId, ActorId>, Count> counts_of;
    for_events(r, first, end, [&](const Event& e, std::size_t) {
        const bool battle = e.kind == EventKind::battle;
        if (!battle && e.kind != EventKind::offensive) return;
        const std::pair<ActorId, ActorId> pair = std::minmax(e.actor, e.opponent);
        Count& count = counts_of[pair];
        if (!battle) {
            ++count.fight.orders;
            return;
        }
        count.fight.deaths += e.deaths;
        ++count.fight.battles;
        count.places[e.place] += e.deaths;
        count.attacks_of_a += e.actor == pair.first ? 1 : 0;
    });
    std::vector<Fight> out;
    for (auto& entry : counts_of) {
        Fight fight = entry.second.fight;
        if (fight.battles == 0) continue;
        std::tie(fight.a, fight.b) = entry.first;
        const bool other =
            fight.a == none<ActorId>() || 2 * entry.second.attacks_of_a < fight.battles;
        if (other && fight.b != none<ActorId>()) std::swap(fight.a, fight.b);
        fight.places = by_deaths(entry.second.places);
        out.push_back(std::move(fight));
    }
    most_deaths_first(out);
    return out;
}

std::vector<Killing> killings_of(const Record& r, std::size_t first, std::size_t end) {
    struct Count {
        Killing killing;
        std::map<PlaceId, Persons> places;
        std::map<std::string, double> parts;
        Persons most = -1;
    };
    std::map<std::tuple<bool, ActorId, GroupId>, Count> counts_of;
    for_events(r, first, end, [&](const Event& e, std::size_t k) {
        const bool communal = e.kind == EventKind::communal;
        if (!communal && e.kind != EventKind::one_sided) return;
        Count& count = counts_of[{communal, e.actor, e.target}];
        Killing& killing = count.killing;
        killing.actor = e.actor;
        killing.group = e.target;
        killing.communal = communal;
        killing.deaths += civilians_of(e);
        killing.manners[e.manner] += civilians_of(e);
        count.places[e.place] += civilians_of(e);
        add_parts(e, count.parts);
        if (civilians_of(e) <= count.most) return;
        count.most = civilians_of(e);
        killing.worst = k;
    });
    std::vector<Killing> out;
    for (auto& entry : counts_of) {
        entry.second.killing.places = by_deaths(entry.second.places);
        entry.second.killing.drivers = largest(entry.second.parts);
        out.push_back(std::move(entry.second.killing));
    }
    most_deaths_first(out);
    return out;
}

std::vector<Holding> holdings_at(const Record& r, std::size_t step) {
    if (!has_control(r, step)) return {};
    std::vector<Holding> out;
    for (std::size_t a = 0; a < r.detail.actors; ++a) out.push_back({id_at<ActorId>(a), 0});
    double all = 0;
    for (std::size_t p = 0; p < r.detail.places; ++p) {
        if (!counts(r, step, p)) continue;
        const double people = people_at(r, step, p);
        all += people;
        for (std::size_t a = 0; a < r.detail.actors; ++a)
            out[a].people += people * control(r, step, p, a);
    }
    if (all <= 0) return {};
    for (Holding& h : out) h.people /= all;
    std::stable_sort(out.begin(), out.end(),
                     [](const Holding& x, const Holding& y) { return x.people > y.people; });
    std::erase_if(out, [](const Holding& h) { return h.people <= 0; });
    return out;
}

std::vector<Gain> gains_between(const Record& r, std::size_t before, std::size_t after) {
    if (!has_control(r, before) || !has_control(r, after)) return {};
    std::map<ActorId, Gain> gains;
    std::map<std::pair<ActorId, ActorId>, std::size_t> lost;
    double all = 0;
    for (std::size_t p = 0; p < r.detail.places; ++p) {
        if (!counts(r, after, p)) continue;
        const double people = people_at(r, after, p);
        all += people;
        const ActorId now = holder(r, after, p), then = holder(r, before, p);
        if (now == none<ActorId>() || now == then || !is_home(r, p)) continue;
        gains[now].places.push_back(id_at<PlaceId>(p));
        gains[now].people += people;
        ++lost[{now, then}];
    }
    std::vector<Gain> out;
    for (auto& entry : gains) {
        Gain& gain = entry.second;
        gain.actor = entry.first;
        gain.people /= std::max(1.0, all);
        for (const ActorId then : ids<ActorId>(r.detail.actors))
            if (2 * lost[{gain.actor, then}] > gain.places.size()) gain.from = then;
        std::stable_sort(gain.places.begin(), gain.places.end(), [&](PlaceId x, PlaceId y) {
            return people_at(r, after, index(x)) > people_at(r, after, index(y));
        });
        out.push_back(std::move(gain));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Gain& x, const Gain& y) { return x.people > y.people; });
    return out;
}

std::vector<Persons> men_at(const Record& r, std::size_t step) {
    const std::size_t cells = r.detail.places * r.detail.actors;
    if (cells == 0 || r.detail.fighters.size() < (step + 1) * cells) return {};
    std::vector<Persons> out(r.detail.actors, 0);
    for (std::size_t cell = 0; cell < cells; ++cell)
        out[cell % r.detail.actors] += r.detail.fighters[step * cells + cell];
    return out;
}

std::vector<Emptying> emptied_between(const Record& r, std::size_t before, std::size_t after) {
    std::vector<Emptying> out;
    for (std::size_t g = 0; g < r.detail.groups; ++g) {
        Emptying e{id_at<GroupId>(g), 0, 0, {}};
        for (std::size_t p = 0; p < r.detail.places; ++p) {
            const Persons then = at_home(r, before, p, g), now = at_home(r, after, p, g);
            if (then < a_community || real(now) > half_gone * real(then)) continue;
            e.before += then;
            e.left += now;
            e.places.push_back(id_at<PlaceId>(p));
        }
        if (e.places.empty()) continue;
        std::stable_sort(e.places.begin(), e.places.end(), [&](PlaceId x, PlaceId y) {
            return at_home(r, before, index(x), g) > at_home(r, before, index(y), g);
        });
        out.push_back(std::move(e));
    }
    std::stable_sort(out.begin(), out.end(), [](const Emptying& x, const Emptying& y) {
        return x.before - x.left > y.before - y.left;
    });
    return out;
}

std::vector<Sighting> sightings_of(const Record& r, std::size_t first, std::size_t end) {
    std::vector<Sighting> out;
    for (std::size_t t = std::max<std::size_t>(first, 1); t < end; ++t) {
        const Stage from = stage_at(r, Series::stage_observed, t - 1);
        const Stage to = stage_at(r, Series::stage_observed, t);
        if (from == to) continue;
        out.push_back({t, day_of(r, t + 1) - 1, from, to, false, std::nullopt});
        set_lateness(r, out.back());
    }
    return out;
}

Flight flight_at(const Record& r, std::size_t step) {
    return {static_cast<Persons>(at(r, Series::displaced, step)),
            static_cast<Persons>(at(r, Series::refugees, step))};
}

Outlook outlook_at(const Record& r, std::size_t step) {
    return {stage_at(r, Series::stage_observed, step), stage_at(r, Series::stage_true, step),
            at(r, Series::risk, step), at(r, Series::attention, step)};
}

std::optional<Onset> onset_of(const Record& r) {
    const double step = r.outcome[Scalar::mass_killing_onset_step];
    if (!(step >= 0) || step >= static_cast<double>(r.detail.steps)) return std::nullopt;
    Onset out{static_cast<std::size_t>(step), none<ActorId>(), none<GroupId>()};
    const Day end = day_of(r, out.step + 1);
    std::map<std::pair<ActorId, GroupId>, Persons> dead;
    Persons most = 0;
    for_events(r, 0, out.step + 1, [&](const Event& e, std::size_t) {
        if (e.kind != EventKind::one_sided || day_of(r, e) < end - a_year) return;
        dead[{e.actor, e.target}] += civilians_of(e);
    });
    for (const auto& entry : dead) {
        if (entry.second <= most) continue;
        most = entry.second;
        out.actor = entry.first.first;
        out.group = entry.first.second;
    }
    return out;
}

}  // namespace forestall::history
