// SPDX-License-Identifier: Apache-2.0
// Whole jobs, each beside a reference measured in the same run.
#include <benchmark/benchmark.h>

#include <atomic>
#include <filesystem>
#include <memory>

#include "checkout.hpp"
#include "ensemble/job.hpp"
#include "flee_case.hpp"

namespace forestall::bench {
namespace {

void run_case(benchmark::State& state, std::optional<WorldTables> tables,
              Representation representation, const Parallel& parallel) {
    if (!tables) {
        state.SkipWithError("needs ../shared/data/flee");
        return;
    }
    tables->settings.representation = representation;
    const World world = World::build(*std::move(tables));
    double displaced = 0;
    for (auto _ : state) {
        RunRequest request;
        request.parallel = &parallel;
        const MemberOutcome out = run_member(world, request);
        displaced = out[Series::displaced].back();
        benchmark::DoNotOptimize(out.hash);
    }
    state.counters["displaced"] = displaced;
    state.counters["days"] = world.settings().days;
}

void car_820_days_cohort(benchmark::State& state) {
    run_case(state, car_406000(), Representation::cohort, Parallel());
}
void car_820_days_individual(benchmark::State& state) {
    run_case(state, car_406000(), Representation::individual, Parallel());
}
void nigeria_365_days_two_threads(benchmark::State& state) {
    run_case(state, nigeria_year(), Representation::cohort, Parallel(Backend::tbb, 2));
}
/// Reference: the least a simulator of one move a day and person must do, 406,000 people in memory
/// order.
void reference_one_step_a_person_and_day(benchmark::State& state) {
    std::vector<std::uint32_t> place(406000, 1);
    for (auto _ : state)
        for (int day = 0; day < 820; ++day) {
            for (auto& p : place) p = p * 1664525U + 1013904223U;
            benchmark::DoNotOptimize(place.data());
        }
}
BENCHMARK(car_820_days_cohort)->Unit(benchmark::kMillisecond);
BENCHMARK(car_820_days_individual)->Unit(benchmark::kMillisecond);
BENCHMARK(reference_one_step_a_person_and_day)->Unit(benchmark::kMillisecond);
BENCHMARK(nigeria_365_days_two_threads)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->UseRealTime();

void bundled_1000_members_of_a_year(benchmark::State& state) {
    const auto dir = in_checkout("scenarios/central-african-republic");
    auto loaded = load_scenario(dir, parameter_tables());
    if (!loaded.tables) {
        state.SkipWithError("the bundled scenario does not load");
        return;
    }
    loaded.tables->settings.days = 365;
    Job job;
    job.world = std::make_shared<const World>(World::build(*std::move(loaded.tables)));
    job.members = 1000;
    const auto members = shard_members(job);
    const Parallel parallel(Backend::tbb, 2);
    for (auto _ : state) {
        std::atomic<bool> stop{false};
        std::size_t rows = 0;
        run_ensemble(job, members, 8, parallel, stop,
                     [&](std::vector<MemberRow>&& batch) { rows += batch.size(); });
        benchmark::DoNotOptimize(rows);
    }
}
BENCHMARK(bundled_1000_members_of_a_year)->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();

}  // namespace
}  // namespace forestall::bench
