// SPDX-License-Identifier: Apache-2.0
// Endogenous violence: an ensemble of a country with five actors, and what a member costs as the
// country grows.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>

#include "core/parallel.hpp"
#include "engine/engine.hpp"

namespace forestall::bench {
namespace {

struct Size {
    std::size_t places = 60;
    std::size_t groups = 3;
    std::size_t actors = 5;
    int weeks = 104;
};

constexpr Persons people_per_place = 60000;
constexpr double step_degrees = 0.3;

std::string numbered(const char* what, std::size_t i) { return what + std::to_string(1000 + i); }

/// Places on a lattice, each linked to its right and lower neighbour; two of them are camps abroad.
void add_places(WorldTables& t, const Size& size) {
    const auto wide =
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(size.places))));
    for (std::size_t p = 0; p < size.places; ++p) {
        Place place;
        place.name = numbered("place ", p);
        place.foreign = p + 2 >= size.places;
        place.country = place.foreign ? "Abroad" : "Home";
        place.kind = place.foreign ? PlaceKind::camp : PlaceKind::settlement;
        place.latitude = step_degrees * static_cast<double>(p / wide);
        place.longitude = step_degrees * static_cast<double>(p % wide);
        t.places.push_back(place);
        const auto link = [&](std::size_t q) {
            if (q >= size.places) return;
            Route r;
            r.a = PlaceId(static_cast<std::uint32_t>(p));
            r.b = PlaceId(static_cast<std::uint32_t>(q));
            r.km = 40;
            t.routes.push_back(r);
        };
        if ((p + 1) % wide != 0) link(p + 1);
        link(p + wide);
        for (std::uint32_t g = 0; g < size.groups && !place.foreign; ++g) {
            HomePopulation h;
            h.place = PlaceId(static_cast<std::uint32_t>(p));
            h.group = GroupId(g);
            h.persons = people_per_place / static_cast<Persons>(size.groups);
            t.populations.push_back(h);
        }
    }
}

/// A government, a militia on its side and rebels, each with claims in turn; the first group is the
/// rebels'.
void add_actors(WorldTables& t, const Size& size) {
    for (std::uint32_t a = 0; a < size.actors; ++a) {
        Actor actor;
        actor.name = numbered("actor ", a);
        actor.kind = a % 2 == 1 ? ActorKind::rebel_group : ActorKind::militia;
        if (a == 0) actor.kind = ActorKind::government;
        actor.claims = {GroupId(static_cast<std::uint32_t>((a + 1) % size.groups))};
        t.actors.push_back(actor);
        t.parameters["actor." + actor.name + ".fighters"] =
            Distribution::constant(a == 0 ? 6000 : 1500);
        for (std::uint32_t p = 0; p + 2 < size.places; ++p) {
            Control c;
            c.place = PlaceId(p);
            c.actor = ActorId(a);
            c.share = c.low = c.high = a == 0 ? 0.6 : 0.3 / static_cast<double>(size.actors);
            t.control.push_back(c);
        }
    }
}

World country(const Size& size) {
    WorldTables t;
    t.settings.title = "Country";
    t.settings.start_date = "2000-01-03";
    t.settings.days = 7 * size.weeks;
    t.settings.violence_mode = ViolenceMode::endogenous;
    for (std::size_t g = 0; g < size.groups; ++g) {
        Group group;
        group.name = numbered("group ", g);
        group.status = g == 1 ? PoliticalStatus::dominant : PoliticalStatus::powerless;
        t.groups.push_back(group);
    }
    add_places(t, size);
    add_actors(t, size);
    return World::build(std::move(t));
}

void members(benchmark::State& state, const Size& size, std::size_t n, const Parallel& parallel) {
    const World world = country(size);
    std::vector<double> displaced(n), dead(n);
    for (auto _ : state)
        parallel.for_chunks(n, 1, [&](std::size_t from, std::size_t to) {
            for (std::size_t m = from; m < to; ++m) {
                RunRequest request;
                request.member = m;
                const MemberOutcome out = run_member(world, request);
                displaced[m] = out[Series::displaced].back();
                dead[m] = 0;
                for (const double x : out[Series::civilian_deaths]) dead[m] += x;
            }
        });
    double all = 0, killed = 0;
    for (const double d : displaced) all += d / static_cast<double>(n);
    for (const double d : dead) killed += d / static_cast<double>(n);
    state.counters["displaced"] = all;
    state.counters["civilian_deaths"] = killed;
    state.counters["members"] = static_cast<double>(n);
}

void ensemble_of_1000(benchmark::State& state) {
    members(state, {}, 1000, Parallel(Backend::tbb, 2));
}
BENCHMARK(ensemble_of_1000)->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();

/// CPU of ten members on one core; the slope of log cost on log size is in bench/README.md.
void by_places(benchmark::State& state) {
    members(state, {.places = static_cast<std::size_t>(state.range(0))}, 10, Parallel());
}
void by_groups(benchmark::State& state) {
    members(state, {.groups = static_cast<std::size_t>(state.range(0))}, 10, Parallel());
}
void by_actors(benchmark::State& state) {
    members(state, {.actors = static_cast<std::size_t>(state.range(0))}, 10, Parallel());
}
void by_weeks(benchmark::State& state) {
    members(state, {.weeks = static_cast<int>(state.range(0))}, 10, Parallel());
}
BENCHMARK(by_places)
    ->Arg(15)
    ->Arg(30)
    ->Arg(60)
    ->Arg(120)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(by_groups)->Arg(2)->Arg(3)->Arg(6)->Arg(12)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(by_actors)
    ->Arg(3)
    ->Arg(5)
    ->Arg(10)
    ->Arg(20)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(by_weeks)
    ->Arg(26)
    ->Arg(52)
    ->Arg(104)
    ->Arg(208)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace forestall::bench
