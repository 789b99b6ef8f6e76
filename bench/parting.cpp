// SPDX-License-Identifier: Apache-2.0
// Where worlds with the same luck part: one process at a time is redrawn from the first step on,
// and the logarithm of 1 + civilian deaths compared member by member with what it was. The variance
// of the difference over that of two worlds with nothing in common is what the luck of the process
// is worth, with all that follows from it. Usage: parting SCENARIO MEMBERS PROCESS...
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "core/parallel.hpp"
#include "engine/member_run.hpp"
#include "scenario/loader.hpp"

namespace forestall {
namespace {

constexpr std::uint64_t elsewhere = std::uint64_t{1} << 40;  // no member of an ensemble

double log_deaths(const World& world, std::uint64_t member, std::optional<std::uint64_t> redrawn) {
    static const Parallel serial;
    RunRequest request;
    request.member = member;
    MemberRun run(world, request);
    if (redrawn)
        run.state().take_luck(Luck(request.seed, member).redrawn(*redrawn, elsewhere + member));
    for (std::size_t t = 0, steps = step_count(world); t < steps; ++t) run.step(request, serial);
    const MemberOutcome out = run.finish();
    const auto& deaths = out[Series::civilian_deaths];
    return std::log1p(std::accumulate(deaths.begin(), deaths.end(), 0.0));
}

std::vector<double> all_members(const World& world, std::size_t members,
                                std::optional<std::uint64_t> redrawn, const Parallel& parallel) {
    std::vector<double> out(members);
    parallel.for_chunks(members, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t m = begin; m < end; ++m) out[m] = log_deaths(world, m, redrawn);
    });
    return out;
}

double variance(const std::vector<double>& x) {
    const auto n = static_cast<double>(x.size());
    const double mean = std::accumulate(x.begin(), x.end(), 0.0) / n;
    double sum = 0;
    for (const double v : x) sum += (v - mean) * (v - mean);
    return sum / (n - 1);
}

double share(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<double> apart(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) apart[i] = x[i] - y[i];
    return variance(apart) / (variance(x) + variance(y));
}

/// Standard error by leaving out every twentieth of the members in turn.
double error(const std::vector<double>& x, const std::vector<double>& y) {
    constexpr std::size_t groups = 20;
    std::vector<double> left;
    for (std::size_t g = 0; g < groups; ++g) {
        std::vector<double> a, b;
        for (std::size_t i = 0; i < x.size(); ++i)
            if (i % groups != g) a.push_back(x[i]), b.push_back(y[i]);
        left.push_back(share(a, b));
    }
    return std::sqrt(variance(left) * (groups - 1) * (groups - 1) / groups);
}

int tell(const std::string& scenario, std::size_t members, const std::vector<std::string>& names) {
    const Loaded loaded = load_scenario(scenario, parameter_tables());
    if (!loaded.tables) {
        std::fprintf(stderr, "%s: no scenario that can be read\n", scenario.c_str());
        return 1;
    }
    const World world = World::build(*loaded.tables);
    const Parallel parallel(Backend::tbb, 0);
    const auto before = all_members(world, members, std::nullopt, parallel);
    std::printf("| process | share of independent variance | standard error |\n|---|---|---|\n");
    for (const std::string& name : names) {
        const auto after = all_members(world, members, process(name), parallel);
        std::printf("| `%s` | %.3f | %.3f |\n", name.c_str(), share(before, after),
                    error(before, after));
        std::fflush(stdout);
    }
    return 0;
}

}  // namespace
}  // namespace forestall

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: parting SCENARIO MEMBERS PROCESS...\n");
        return 2;
    }
    return forestall::tell(argv[1], std::strtoul(argv[2], nullptr, 10), {argv + 3, argv + argc});
}
