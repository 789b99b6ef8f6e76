// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/fog.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/math.hpp"
#include "core/samplers.hpp"

namespace forestall::app::exercise {
namespace {

constexpr auto kReport = process("fog.report");
constexpr auto kFalse = process("fog.false alarm");
constexpr auto kIndicator = process("fog.indicator");

/// What a false alarm tells of: a number of dead like that of small events.
constexpr double false_median = 6;
constexpr double false_spread = 0.9;

constexpr std::array<std::string_view, 5> witnesses = {"early_warning", "human_rights_monitoring",
                                                       "local_peace_committees", "observers",
                                                       "protective_presence"};

/// Actors whom a report of a step may name: those who were there from the start, or have come to
/// be known by what they did before.
std::vector<ActorId> armed(const FogInput& in, std::int32_t step) {
    std::vector<ActorId> out;
    for (const ActorId a : ids<ActorId>(in.world.actors().size())) {
        const Actor& actor = in.world.at(a);
        if (actor.kind == ActorKind::external_patron) continue;
        const bool known = actor.latent == Latent::no ||
                           std::any_of(in.events.begin(), in.events.end(), [&](const Event& e) {
                               return e.step < step && (e.actor == a || e.opponent == a) &&
                                      e.kind != EventKind::intervention;
                           });
        if (known) out.push_back(a);
    }
    return out;
}

Persons told_count(Persons dead, double bias, double spread, double u) {
    const double told = real(dead) * math::exp(bias + spread * sample::normal(u));
    return std::max<Persons>(1, static_cast<Persons>(std::floor(std::min(told, 1e12) + 0.5)));
}

/// Another than who it was: with `swaps` the other side of the fight, or of the country.
ActorId wrong_actor(const FogInput& in, const Event& e, bool swaps, double u) {
    if (swaps && e.opponent != none<ActorId>()) return e.opponent;
    std::vector<ActorId> others;
    const auto governs = [&](ActorId a) { return in.world.at(a).kind == ActorKind::government; };
    const bool by_government = e.actor != none<ActorId>() && governs(e.actor);
    for (const ActorId a : armed(in, e.step))
        if (a != e.actor && (!swaps || governs(a) != by_government)) others.push_back(a);
    if (others.empty()) return e.actor;
    return others[std::min(others.size() - 1,
                           static_cast<std::size_t>(u * static_cast<double>(others.size())))];
}

class Reporter {
public:
    Reporter(const FogInput& in, const SourceProfile& source)
        : in_(in), source_(source), who_(mix(name_hash(in.seat.name), name_hash(source.name))) {}

    void tell(std::size_t position, std::vector<SourcedReport>& out) const {
        const Event& e = in_.events[position];
        if (!is_reported(e)) return;
        Stream draw = in_.luck.stream(kReport, mix(who_, key_of(position)),
                                      static_cast<std::uint32_t>(e.step));
        if (draw.uniform() >= chance(e)) return;
        // Every draw is made whatever the profile says, so that profiles are paired.
        const bool again = draw.uniform() < source_.repeated;
        for (int k = 0; k < (again ? 2 : 1); ++k) {
            SourcedReport r = one(position, draw);
            r.repeats = k > 0;
            if (r.told.told < in_.days) out.push_back(std::move(r));
        }
    }

    void invent(int turn, Day first, Day days, std::vector<SourcedReport>& out) const {
        Stream draw = in_.luck.stream(kFalse, who_, static_cast<std::uint32_t>(turn));
        const Persons n = sample::poisson(draw.uniform(), source_.false_alarms);
        for (Persons k = 0; k < n; ++k) {
            SourcedReport r = nothing(first, days, draw);
            if (r.told.told < in_.days) out.push_back(std::move(r));
        }
    }

private:
    /// What an event is, by names, and which it is of those alike in its step: so its reports stay
    /// as they were when more is played, or when something else happened before it.
    std::uint64_t key_of(std::size_t position) const {
        const std::uint64_t what = what_of(in_.events[position]);
        std::uint64_t before = 0;
        for (std::size_t p = position; p > 0 && in_.events[p - 1].step == in_.events[position].step;
             --p)
            before += is_reported(in_.events[p - 1]) && what_of(in_.events[p - 1]) == what ? 1 : 0;
        return mix(what, before);
    }
    std::uint64_t what_of(const Event& e) const {
        const World& world = in_.world;
        std::uint64_t out = mix(static_cast<std::uint64_t>(e.kind), world.address(e.place));
        for (const ActorId a : {e.actor, e.opponent})
            out = mix(out, a == none<ActorId>() ? 0 : name_hash(world.at(a).name));
        return mix(out, e.target == none<GroupId>() ? 0 : name_hash(world.at(e.target).name));
    }
    double chance(const Event& e) const {
        const bool there =
            std::any_of(in_.presence.begin(), in_.presence.end(), [&](const Presence& p) {
                const bool place = p.places.empty() || std::find(p.places.begin(), p.places.end(),
                                                                 e.place) != p.places.end();
                return place && day_of(e) >= p.from && day_of(e) < p.to;
            });
        return std::min(
            1.0, source_.seen * in_.world.at(e.place).access + (there ? source_.presence : 0.0));
    }
    Day day_of(const Event& e) const {
        return e.day >= 0 ? e.day : e.step * in_.world.settings().step_days;
    }
    Day delay(double u) const {
        const double p = 1 / (1 + source_.delay_days);
        return static_cast<Day>(std::min<Persons>(sample::geometric(u, p), 100'000));
    }
    SourcedReport one(std::size_t position, Stream& draw) const {
        const Event& e = in_.events[position];
        const World& world = in_.world;
        const double late = draw.uniform(), blur = draw.uniform(), count = draw.uniform();
        const double wrong = draw.uniform(), who = draw.uniform();
        SourcedReport out;
        out.event = position;
        out.dead = e.deaths;
        Report& told = out.told;
        told.source = source_.name;
        told.day = day_of(e);
        told.told = told.day + delay(late);
        told.kind = event_words.string(e.kind);
        told.region = world.at(e.place).region;
        if (blur >= source_.blur) told.place = world.at(e.place).name;
        ActorId actor = e.actor, opponent = e.opponent;
        if (wrong < source_.wrong && actor != none<ActorId>()) {
            actor = wrong_actor(in_, e, source_.swaps, who);
            out.wrong_side = actor != e.actor;
            if (actor == opponent) opponent = e.actor;
        }
        if (actor != none<ActorId>()) told.actor = world.at(actor).name;
        if (opponent != none<ActorId>()) told.opponent = world.at(opponent).name;
        if (e.target != none<GroupId>()) told.group = world.at(e.target).name;
        told.dead = told_count(e.deaths, source_.bias, source_.spread, count);
        return out;
    }
    SourcedReport nothing(Day first, Day days, Stream& draw) const {
        const World& world = in_.world;
        const auto pick = [&](std::size_t n) {
            return std::min(n - 1,
                            static_cast<std::size_t>(draw.uniform() * static_cast<double>(n)));
        };
        SourcedReport out;
        Report& told = out.told;
        told.source = source_.name;
        told.day = first + static_cast<Day>(pick(static_cast<std::size_t>(days)));
        told.told = told.day + delay(draw.uniform());
        const HomePopulation& where = world.populations()[pick(world.populations().size())];
        told.region = world.at(where.place).region;
        if (draw.uniform() >= source_.blur) told.place = world.at(where.place).name;
        const std::vector<ActorId> actors = armed(in_, told.day / world.settings().step_days);
        const double who = draw.uniform();
        if (!actors.empty())
            told.actor =
                world
                    .at(actors[std::min(
                        actors.size() - 1,
                        static_cast<std::size_t>(who * static_cast<double>(actors.size())))])
                    .name;
        told.kind = event_words.string(EventKind::one_sided);
        told.group = world.at(where.group).name;
        const double dead = false_median * math::exp(false_spread * sample::normal(draw.uniform()));
        told.dead = told_count(static_cast<Persons>(dead + 1), source_.bias, source_.spread,
                               draw.uniform());
        return out;
    }

    const FogInput& in_;
    const SourceProfile& source_;
    std::uint64_t who_;
};

double quarter_sum(const std::vector<double>& values, std::size_t step, Day step_days) {
    const auto steps = static_cast<std::size_t>(std::max<Day>(1, 91 / step_days));
    double sum = 0;
    for (std::size_t s = step + 1 > steps ? step + 1 - steps : 0; s <= step; ++s) sum += values[s];
    return sum;
}

double series_value(SeatIndicator what, const MemberOutcome& outcome, std::size_t step,
                    Day step_days) {
    switch (what) {
        case SeatIndicator::reported_deaths:
            return quarter_sum(outcome[Series::reported_civilian_deaths], step, step_days);
        case SeatIndicator::displaced:
            return outcome[Series::displaced][step];
        case SeatIndicator::risk:
            return outcome[Series::risk][step];
        case SeatIndicator::attention:
            return outcome[Series::attention][step];
        case SeatIndicator::stage:
            return outcome[Series::stage_observed][step];
    }
    return 0;
}

bool is_share(SeatIndicator what) {
    return what == SeatIndicator::risk || what == SeatIndicator::attention;
}

/// An indicator of a step as the seat gets it.
IndicatorValue seen_value(const FogInput& in, const MemberOutcome& outcome, SeatIndicator what,
                          std::size_t step) {
    const FogProfile* fog = in.plan.fog(in.seat.fog);
    const Day step_days = in.world.settings().step_days;
    const std::uint64_t who =
        mix(name_hash(in.seat.name), name_hash(seat_indicator_words.text(what)));
    Stream draw = in.luck.stream(kIndicator, who, static_cast<std::uint32_t>(step));
    double value = series_value(what, outcome, step, step_days);
    const double u = draw.uniform();
    if (fog != nullptr && what != SeatIndicator::stage)
        value *= math::exp(fog->indicator_error * sample::normal(u));
    return {what, is_share(what) ? std::min(1.0, value) : value,
            static_cast<Day>(step + 1) * step_days};
}

std::size_t lag_of(const ExercisePlan& plan, const SeatPlan& seat, Day step_days) {
    const FogProfile* fog = plan.fog(seat.fog);
    const double delay = fog == nullptr ? 0 : fog->indicator_delay_days;
    return static_cast<std::size_t>(std::floor(delay / step_days + 0.5));
}

}  // namespace

bool is_reported(const Event& e) {
    switch (e.kind) {
        case EventKind::battle:
        case EventKind::one_sided:
        case EventKind::communal:
            return e.deaths > 0 && e.place != none<PlaceId>();
        default:
            return false;
    }
}

std::string_view kind_text(std::string_view kind) {
    if (kind == event_words.text(EventKind::battle)) return "fighting";
    if (kind == event_words.text(EventKind::one_sided)) return "civilians killed";
    if (kind == event_words.text(EventKind::communal)) return "neighbours killed";
    return kind;
}

bool brings_witnesses(std::string_view intervention) {
    return std::find(witnesses.begin(), witnesses.end(), intervention) != witnesses.end();
}

std::vector<SourcedReport> reports(const FogInput& in) {
    std::vector<SourcedReport> out;
    const FogProfile* fog = in.plan.fog(in.seat.fog);
    if (fog == nullptr) return out;
    for (const std::string& name : fog->sources) {
        const SourceProfile* source = in.plan.source(name);
        if (source == nullptr) continue;
        const Reporter reporter(in, *source);
        for (std::size_t e = 0; e < in.events.size(); ++e) reporter.tell(e, out);
        const Day turn = in.plan.turn_days;
        for (int t = 0; t * turn < in.days; ++t) reporter.invent(t, t * turn, turn, out);
    }
    std::stable_sort(out.begin(), out.end(), [](const SourcedReport& a, const SourcedReport& b) {
        return a.told.told < b.told.told;
    });
    return out;
}

std::size_t indicator_lag(const FogInput& in) {
    return lag_of(in.plan, in.seat, in.world.settings().step_days);
}

std::size_t longest_lag(const ExercisePlan& plan, Day step_days) {
    std::size_t out = 0;
    for (const SeatPlan& seat : plan.seats) out = std::max(out, lag_of(plan, seat, step_days));
    return out;
}

std::vector<IndicatorValue> history_of(const FogInput& in, const MemberOutcome& outcome,
                                       SeatIndicator what) {
    const std::size_t steps = outcome[Series::risk].size(), lag = indicator_lag(in);
    std::vector<IndicatorValue> out;
    for (std::size_t step = 0; step + lag < steps; ++step)
        out.push_back(seen_value(in, outcome, what, step));
    return out;
}

std::vector<IndicatorValue> indicators_of(const FogInput& in, const MemberOutcome& outcome) {
    const std::size_t steps = outcome[Series::risk].size(), lag = indicator_lag(in);
    std::vector<IndicatorValue> out;
    for (const auto& row : seat_indicator_words)
        out.push_back(steps > lag ? seen_value(in, outcome, row.value, steps - 1 - lag)
                                  : IndicatorValue{row.value, std::nullopt, 0});
    return out;
}

}  // namespace forestall::app::exercise
