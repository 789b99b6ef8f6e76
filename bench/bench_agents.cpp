// SPDX-License-Identifier: Apache-2.0
// The civilian step of `individual`: 10 million agents in 10,000 places decide whether to leave,
// beside the memory bandwidth of this machine in the same run.
#include <benchmark/benchmark.h>

#include <array>
#include <vector>

#include "core/math.hpp"
#include "population/bodies.hpp"
#include "population/rules/leave.hpp"

namespace forestall::bench {
namespace {

constexpr std::size_t places = 10000;
constexpr Persons agents_per_place = 1000;

void civilian_step(benchmark::State& state) {
    const std::vector<Persons> persons(places, agents_per_place);
    std::vector<std::uint64_t> address(places);
    for (std::size_t c = 0; c < places; ++c) address[c] = mix(c, c);
    const Luck luck(1, 0);
    AgentBody body(persons, address, 1, luck);
    const double rate = static_cast<double>(state.range(0)) / 1e6;
    std::uint32_t step = 0;
    std::int64_t left = 0;
    for (auto _ : state) {
        ++step;
        for (std::size_t c = 0; c < places; ++c) {
            BinChances chance;
            for (std::size_t b = 0; b < trait_bins; ++b)
                chance[b] = math::chance(rules::leave_rate_per_day(1.0, traits_of(b), rate), 1);
            Agents leaving =
                body.decide(c, chance, luck.address(process("bench.leave"), address[c], step));
            left += leaving.persons();
            Stream s = luck.stream(process("bench.home"), address[c], step);
            body.come_home(c, std::move(leaving), s);  // so that every step has all agents at home
        }
    }
    const double agent_steps = static_cast<double>(places) * agents_per_place;
    state.counters["agent_steps_per_s"] =
        benchmark::Counter(agent_steps, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["bytes_per_agent_step"] = 1;
    state.counters["left_per_step"] =
        static_cast<double>(left) / static_cast<double>(state.iterations());
}
BENCHMARK(civilian_step)->Arg(0)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

/// The full rule: as above, and once a week all who are quiet decide whether to mobilise, all
/// mobilised whether to stop. Agent-steps are agents times days.
void flee_and_mobilise(benchmark::State& state) {
    const std::vector<Persons> persons(places, agents_per_place);
    std::vector<std::uint64_t> address(places);
    for (std::size_t c = 0; c < places; ++c) address[c] = mix(c, c);
    const Luck luck(1, 0);
    AgentBody body(persons, address, 1, luck);
    const double rate = static_cast<double>(state.range(0)) / 1e6;
    constexpr int week = 7;
    std::uint32_t step = 0;
    Persons moved = 0;
    for (auto _ : state)
        for (int day = 0; day < week; ++day) {
            ++step;
            for (std::size_t c = 0; c < places; ++c) {
                BinChances leave, join, quit;
                for (std::size_t b = 0; b < trait_bins; ++b)
                    leave[b] = math::chance(rules::leave_rate_per_day(1.0, traits_of(b), rate), 1);
                Agents leaving =
                    body.decide(c, leave, luck.address(process("bench.leave"), address[c], step));
                Stream s = luck.stream(process("bench.home"), address[c], step);
                body.come_home(c, std::move(leaving), s);
                if (day != 0) continue;
                join.fill(0.01);
                quit.fill(0.3);
                moved += body.change(c, Posture::mobilised, Posture::quiet, quit,
                                     luck.address(process("bench.quit"), address[c], step));
                moved += body.change(c, Posture::quiet, Posture::mobilised, join,
                                     luck.address(process("bench.join"), address[c], step));
            }
        }
    state.counters["agent_steps_per_s"] =
        benchmark::Counter(static_cast<double>(places) * agents_per_place * week,
                           benchmark::Counter::kIsIterationInvariantRate);
    state.counters["moved_per_week"] =
        static_cast<double>(moved) / static_cast<double>(state.iterations());
}
BENCHMARK(flee_and_mobilise)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

/// STREAM triad: a[i] = b[i] + s * c[i], 24 bytes each, arrays beyond every cache.
void triad(benchmark::State& state) {
    const std::size_t n = std::size_t{1} << 27;
    std::vector<double> a(n), b(n, 1.0), c(n, 2.0);
    for (auto _ : state) {
        for (std::size_t i = 0; i < n; ++i) a[i] = b[i] + 3.0 * c[i];
        benchmark::DoNotOptimize(a.data());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(n) * 24);
}
BENCHMARK(triad)->Unit(benchmark::kMillisecond);

/// The step's work without luck: read a byte of state per agent and count.
void read_states(benchmark::State& state) {
    std::vector<std::uint8_t> status(places * agents_per_place);
    for (auto _ : state) {
        std::uint64_t home = 0;
        for (const auto s : status) home += s == 0;
        benchmark::DoNotOptimize(home);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(status.size()));
}
BENCHMARK(read_states)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace forestall::bench
