// SPDX-License-Identifier: Apache-2.0
#include "engine/state.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/distribution.hpp"

namespace forestall {
namespace {

constexpr auto kInitial = process("initial.population");

/// News of danger on the ways goes round once a week, where violence is endogenous every four; that
/// a border or a road is closed is known at once.
constexpr Day news_days = 7;
constexpr Day endogenous_news_days = 28;

/// Endogenous violence frightens many places a little for long: there people decide by the week, or
/// by four where the alarm is faint (docs/adr/0012-households-and-slower-decisions.md). Recorded
/// violence is followed by the day, as the counts it is scored against.
constexpr double weekly_below = 1;
constexpr double monthly_below = 0.2;

/// Word of danger on the way comes in grades, so that a way is not thought over for every shade of
/// it.
std::vector<double> in_grades(std::span<const double> danger) {
    constexpr double grades = 4;
    std::vector<double> out(danger.size());
    for (std::size_t p = 0; p < out.size(); ++p)
        out[p] = std::floor(danger[p] * grades + 0.5) / grades;
    return out;
}

/// What a closed border that lets people through still costs them.
constexpr double open_border_km = 1;

EventKind kind_of(ViolenceKind kind) {
    switch (kind) {
        case ViolenceKind::battle:
            return EventKind::battle;
        case ViolenceKind::one_sided:
            return EventKind::one_sided;
        case ViolenceKind::communal:
            return EventKind::communal;
    }
    return EventKind::unknown;
}

std::vector<PlaceId> all_places(const World& world) {
    std::vector<PlaceId> out;
    for (const PlaceId p : ids<PlaceId>(world.places().size())) out.push_back(p);
    return out;
}

Table<GroupId, Persons> people_of_groups(const World& world) {
    Table<GroupId, Persons> out(world.groups().size());
    for (const HomePopulation& h : world.populations()) out[h.group] += h.persons;
    return out;
}

}  // namespace

std::vector<Persons> initial_population(const World& world, const Luck& luck) {
    std::vector<Persons> out(world.cells());
    for (const HomePopulation& h : world.populations()) {
        const CellId cell = world.cell(h.place, h.group);
        Persons n = h.persons;
        if (h.low < h.high) {
            const Distribution range{
                Shape::triangular, {real(h.low), real(h.persons), real(h.high)}, {}};
            Stream s = luck.stream(kInitial, world.address(cell), 0);
            n = static_cast<Persons>(std::floor(range.quantile(s.uniform()) + 0.5));
        }
        out[index(cell)] += n;
    }
    return out;
}

State::State(const World& world, std::uint64_t seed, std::uint64_t member, std::string_view option)
    : world_(&world),
      luck_(seed, member),
      values_(std::make_shared<const ParameterValues>(world, luck_, parameter_tables())),
      population_parameters_(PopulationParameters::from(*values_)),
      monitoring_parameters_(MonitoringParameters::from(*values_)),
      strike_parameters_(StrikeParameters::from(*values_)),
      population_(world, population_parameters_, initial_population(world, luck_), luck_),
      violence_(world, luck_, population_parameters_),
      minds_(world, *values_),
      mechanisms_(world, *values_),
      scene_(world, *values_, luck_),
      fear_(world.places().size(), world.groups().size()),
      desk_(world, *values_, option),
      open_(world),
      paths_(world.graph(), all_places(world),
             world.places().size() > most_places_with_all_trees ? Keep::wanted : Keep::all),
      danger_(world.places().size()),
      alarm_(world.places().size()),
      unease_(world.places().size()),
      hunted_(endogenous() ? world.cells() : 0),
      enterable_(world.places().size(), 1),
      true_stage_(static_cast<std::size_t>(world.settings().step_days)),
      seen_stage_(static_cast<std::size_t>(world.settings().step_days)),
      onset_(world.actors().size(), people_of_groups(world), world.settings().step_days),
      reports_(onset_),
      killed_here_(world.places().size(), world.groups().size()),
      fled_(world.places().size()) {}

void State::look_around(const Parallel& parallel) {
    const bool borders_open = scene_.levers[lever<"open_borders">] >= 0.5;
    const bool opened = open_.set_day(day_) || borders_open != borders_open_;
    borders_open_ = borders_open;
    const std::vector<double> danger_before = danger_;
    if (endogenous())
        for (auto* field : {&danger_, &alarm_, &unease_, &hunted_})
            std::fill(field->begin(), field->end(), 0.0);
    else
        violence_.look(day_, danger_, alarm_, unease_);
    if (endogenous())
        fear_.raise(day_, population_parameters_.alarm_memory_days,
                    population_parameters_.alarm_fade_days, {danger_, alarm_, unease_, hunted_});
    stale_news_ = stale_news_ || danger_ != danger_before;
    const bool news = stale_news_ && day_ % (endogenous() ? endogenous_news_days : news_days) == 0;
    if (!opened && !news && !first_look_) return;
    first_look_ = false;
    stale_news_ = false;
    const TravelTerms terms{.danger_factor = population_parameters_.danger_detour,
                            .closed_border_km = borders_open_
                                                    ? open_border_km
                                                    : population_parameters_.closed_border_km};
    std::vector<PathCost> costs(world_->graph().arcs());
    travel_costs(*world_, open_, endogenous() ? in_grades(danger_) : danger_, terms, costs);
    paths_.set_costs(costs, parallel);
    for (const PlaceId p : ids<PlaceId>(enterable_.size()))
        enterable_[index(p)] = open_.place_open(p);
}

void State::strike() {
    violence_.strike(day_, population_, monitoring_parameters_.reporting, luck_, tolls_);
    std::map<std::size_t, Persons> events_at;  // how many events share the departures of a place
    for (const Toll& t : tolls_) ++events_at[index(world_->violence()[t.event].place)];
    for (const Toll& t : tolls_) {
        const auto& event = world_->violence()[t.event];
        Persons civilians = 0;
        for (const GroupId g : ids<GroupId>(t.civilians.size())) {
            civilians += t.civilians[index(g)];
            killed_here_(event.place, g) += t.civilians[index(g)];
        }
        sums_.civilian_deaths += civilians;
        sums_.battle_deaths += t.fighters;
        sums_.reported += t.reported;
        if (event.kind == ViolenceKind::one_sided) {
            onset_.add(event.actor, event.target, civilians);
            reports_.add(event.actor, event.target, t.reported);
        }
        const Persons fled = population_.departed(event.place) / events_at[index(event.place)];
        log_event(t.event, civilians + t.fighters, fled);
    }
}

/// Those who left home in the step are put down to its events at the place, by how much each
/// frightened.
void State::share_flight() {
    Table<PlaceId, double> fright(fled_.size());
    for (const Event& e : events_)
        if (e.fright > 0) fright[e.place] += e.fright;
    for (Event& e : events_)
        if (e.fright > 0)
            e.displaced = static_cast<Persons>(
                std::floor(real(fled_[e.place]) * e.fright / fright[e.place] + 0.5));
}

/// One entry per scheduled event and step.
void State::log_event(std::size_t scheduled, Persons deaths, Persons displaced) {
    const auto [it, fresh] = logged_.try_emplace(scheduled, events_.size());
    if (fresh) {
        const auto& event = world_->violence()[scheduled];
        events_.push_back({static_cast<std::int32_t>(step_), kind_of(event.kind), event.place,
                           event.actor, event.target, 0, 0});
    }
    events_[it->second].deaths += deaths;
    events_[it->second].displaced += displaced;
}

void State::run_day(const RunRequest& request, const Parallel& parallel) {
    look_around(parallel);
    std::optional<Persons> prescribed;
    if (const auto& total = world_->settings().prescribed_total; !total.empty())
        prescribed = total[std::min(static_cast<std::size_t>(day_), total.size() - 1)];
    const Surroundings seen{day_,
                            danger_,
                            alarm_,
                            unease_,
                            hunted_,
                            enterable_,
                            scene_.levers[lever<"shelter_deaths">],
                            &paths_,
                            endogenous() ? weekly_below : 0,
                            endogenous() ? monthly_below : 0};
    population_.day(seen, luck_, parallel, prescribed);
    if (!endogenous())
        strike();
    else
        for (const PlaceId p : fled_.ids()) fled_[p] += population_.departed(p);
    if (request.each_day) {
        std::vector<Persons> sheltered(world_->places().size());
        for (const PlaceId p : ids<PlaceId>(sheltered.size()))
            sheltered[index(p)] = population_.sheltered(p);
        request.each_day(day_, sheltered, population_.totals().in_transit);
    }
    ++day_;
}

void State::advance(const RunRequest& request, const Parallel& parallel, MemberOutcome& out) {
    sums_ = {};
    events_.clear();
    logged_.clear();
    killed_here_.fill(0);
    fled_.fill(0);
    const Day days = std::min<Day>(world_->settings().step_days, world_->settings().days - day_);
    desk_.step(seen_, *world_, luck_, static_cast<std::uint32_t>(step_), day_, days, scene_,
               events_);
    if (endogenous()) {
        observe();
        Turn now = turn(request);
        mechanisms_.before(now);
    }
    const Day first = day_;
    const Day end = std::min<Day>(day_ + world_->settings().step_days, world_->settings().days);
    while (day_ < end) run_day(request, parallel);
    if (endogenous()) {
        Turn now = turn(request);
        now.first = first;
        now.days = end - first;
        mechanisms_.after(now);
        share_flight();
    }
    population_.check_conservation();
    close_step(out);
    ++step_;
}

Turn State::turn(const RunRequest& request) {
    return {.world = *world_,
            .strikes = strike_parameters_,
            .monitoring = monitoring_parameters_,
            .luck = luck_,
            .minds = minds_,
            .scene = scene_,
            .population = population_,
            .fear = fear_,
            .onset = onset_,
            .reports = reports_,
            .sums = sums_,
            .events = events_,
            .killed_here = killed_here_,
            .next_event = next_event_,
            .orders = orders_,
            .step = static_cast<std::uint32_t>(step_),
            .first = day_,
            .days = std::min<Day>(world_->settings().step_days, world_->settings().days - day_),
            .record = request.detail != nullptr,
            .cut = &request.cut,
            .probes = request.probes};
}

std::vector<LeverPart> State::lived_through(Desk& desk) const {
    if (desk.idle()) return {};
    const Day days = std::min<Day>(world_->settings().step_days, world_->settings().days - day_);
    return desk.parts(seen_, *world_, luck_, static_cast<std::uint32_t>(step_), day_, days, scene_);
}

void State::observe() {
    for (const PlaceId p : ids<PlaceId>(world_->places().size()))
        for (const GroupId g : ids<GroupId>(world_->groups().size())) {
            scene_.present(p, g) = population_.present(p, g);
            scene_.mobilised(p, g) = population_.with(Posture::mobilised, world_->cell(p, g));
        }
    for (const ActorId a : ids<ActorId>(scene_.actors))
        scene_.career[a].most = std::max(scene_.career[a].most, real(scene_.force(a)));
    scene_.attention = attention_;
}

void State::close_step(MemberOutcome& out) {
    const auto totals = population_.totals();
    watch(totals, out);
    onset_.end_step();
    reports_.end_step();

    const auto put = [&](Series s, double v) { out[s].push_back(v); };
    const auto count = [&](Series s, Persons n) { put(s, real(n)); };
    count(Series::civilian_deaths, sums_.civilian_deaths);
    count(Series::battle_deaths, sums_.battle_deaths);
    count(Series::reported_civilian_deaths, sums_.reported);
    count(Series::displaced, totals.displaced());
    count(Series::idps, totals.idps);
    count(Series::in_transit, totals.in_transit);
    count(Series::refugees, totals.refugees);
    count(Series::returned, totals.returned);
    count(Series::indirect_deaths, totals.indirect_deaths);
    count(Series::mobilised, totals.mobilised);
    count(Series::detained, totals.detained);
    put(Series::risk, seen_stage_.risk());
    put(Series::attention, attention_);
    put(Series::stage_true, static_cast<double>(true_stage_.stage()));
    put(Series::stage_observed, static_cast<double>(seen_stage_.stage()));
    put(Series::attended, attended() ? 1 : 0);
    put(Series::spend, desk_.spent_now());
    auto& peak = out[Scalar::peak_stage];
    peak = std::max(peak, static_cast<double>(true_stage_.stage()));
    out[Scalar::mass_killing_onset_step] = onset_.onset_step();
    out[Scalar::mass_killing_per_head_onset_step] = onset_.onset_per_head_step();
    auto& deaths = out[PerPlace::deaths_by_location];
    deaths.resize(world_->places().size());
    auto& deaths_of = out[PerGroup::deaths_by_group];
    deaths_of.resize(world_->groups().size());
    for (const PlaceId p : ids<PlaceId>(world_->places().size()))
        for (const GroupId g : ids<GroupId>(world_->groups().size())) {
            const double killed = real(killed_here_(p, g));
            deaths[index(p)] += killed;
            deaths_of[index(g)] += killed;
        }
}

std::uint64_t State::digest() const {
    StateHash h;
    h.add(day_);
    population_.hash(h);
    violence_.hash(h);
    true_stage_.hash(h);
    seen_stage_.hash(h);
    h.add(attention_);
    if (endogenous()) {
        scene_.hash(h);
        fear_.hash(h);
        h.add(next_event_);
        reports_.hash(h);
    }
    h.add(sums_.civilian_deaths);
    h.add(sums_.battle_deaths);
    h.add(sums_.reported);
    h.add(onset_.onset_step());
    return h.digest();
}

}  // namespace forestall
