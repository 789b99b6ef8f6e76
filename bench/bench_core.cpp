// SPDX-License-Identifier: Apache-2.0
// What one draw and one elementary function cost: everything else is made of these.
#include <benchmark/benchmark.h>

#include <random>

#include "core/math.hpp"
#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall {
namespace {

constexpr auto kBench = process("bench");

/// A new address for each draw, as rules do it.
void AddressedUniform(benchmark::State& state) {
    const Luck luck(1, 2);
    std::uint64_t entity = 0;
    for (auto _ : state) benchmark::DoNotOptimize(luck.stream(kBench, ++entity, 7).uniform());
}
BENCHMARK(AddressedUniform);

/// For comparison: a sequential generator.
void SequentialMersenneTwister(benchmark::State& state) {
    std::mt19937_64 generator(1);
    for (auto _ : state) benchmark::DoNotOptimize(generator());
}
BENCHMARK(SequentialMersenneTwister);

/// Cost must not grow with the number of people.
void Binomial(benchmark::State& state) {
    const Luck luck(1, 2);
    std::uint64_t entity = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            sample::binomial(luck.stream(kBench, ++entity, 7).uniform(), state.range(0), 0.03));
}
BENCHMARK(Binomial)->RangeMultiplier(10)->Range(10, 10'000'000);

void Poisson(benchmark::State& state) {
    const Luck luck(1, 2);
    std::uint64_t entity = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(sample::poisson(luck.stream(kBench, ++entity, 7).uniform(),
                                                 static_cast<double>(state.range(0))));
}
BENCHMARK(Poisson)->RangeMultiplier(10)->Range(1, 1'000'000);

void Exp(benchmark::State& state) {
    double x = 0.1;
    for (auto _ : state) benchmark::DoNotOptimize(x = math::exp(-x));
}
BENCHMARK(Exp);

void Pow(benchmark::State& state) {
    double x = 0.9;
    for (auto _ : state) benchmark::DoNotOptimize(x = math::pow(x, 0.7));
}
BENCHMARK(Pow);

}  // namespace
}  // namespace forestall
