// SPDX-License-Identifier: Apache-2.0
// Continuations from the states in which the desk first sees each stage, in the bundled scenarios:
// each number is that of a run from day 0 whose luck is changed on the way; states are weighted so
// that what they say is unbiased; threads change no bit.
#include "engine/continuations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "analysis/search/stage_options.hpp"
#include "checkout.hpp"
#include "core/parallel.hpp"
#include "engine/state.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {
namespace {

constexpr std::array stages = {Stage::prevention, Stage::mitigation, Stage::response};

World with_stage_options(const std::string& scenario, const std::vector<std::string>& names,
                         Day days, const std::vector<int>& delays = {}) {
    Loaded plain = load_scenario(in_checkout("scenarios/" + scenario), parameter_tables());
    std::erase_if(plain.files, [](const auto& f) { return f.first.starts_with("options/"); });
    plain.files.merge(stage_options(*plain.tables, read_catalogue(), {names, true, delays}));
    Loaded full = load_scenario_text(plain.files, parameter_tables());
    EXPECT_FALSE(full.diagnostics.has_errors());
    full.tables->settings.days = std::min(days, full.tables->settings.days);
    return World::build(std::move(*full.tables));
}

std::vector<std::string> names_of(const World& world) {
    std::vector<std::string> out{"none"};
    for (const Option& o : world.options()) out.push_back(o.name);
    return out;
}

/// Luck that is taken on the way, by step.
struct Turning {
    std::size_t step;
    Luck luck;
};

/// A run from day 0, the plain way.
struct Replay {
    Replay(const World& w, std::uint64_t member, const std::string& option,
           std::vector<Turning> turnings)
        : world(w), state(w, 1, member, option), turns(std::move(turnings)) {}

    void take_turns() {
        for (const Turning& t : turns)
            if (t.step == state.step()) state.take_luck(t.luck);
    }
    /// The step before which the desk first sees a stage.
    std::optional<std::size_t> until(Stage stage) {
        while (state.step() < step_count(world)) {
            if (state.stage_seen() >= stage) return state.step();
            take_turns();
            state.advance({}, Parallel(), out);
        }
        return std::nullopt;
    }
    std::vector<double> to_the_end() {
        while (state.step() < step_count(world)) {
            take_turns();
            state.advance({}, Parallel(), out);
        }
        return kept_of(out);
    }

    const World& world;
    State state;
    std::vector<Turning> turns;
    MemberOutcome out;
};

std::vector<Turning> with(std::vector<Turning> turns, std::size_t step, std::uint64_t member,
                          Stage stage, std::uint32_t c) {
    if (c > 0) turns.push_back({step, luck_of_continuation(1, member, stage, c)});
    return turns;
}

std::vector<double> slot(const std::vector<double>& given, std::uint32_t c) {
    const auto n = static_cast<std::ptrdiff_t>(continued_outcomes().size());
    return {given.begin() + c * n, given.begin() + (c + 1) * n};
}

/// Compares all that a member's outcomes say of continuations with replays from day 0; the number
/// of stages that were reached by luck of another than its own.
std::size_t expect_replays(const World& world, std::uint64_t member, const Continuations& draw) {
    const std::vector<std::string> names = names_of(world);
    RunRequest request;
    request.member = member;
    const auto outcomes = run_options(world, request, names, draw);
    std::size_t split = 0;
    std::vector<Turning> turns;
    double weight = 1;
    std::optional<std::size_t> step = Replay(world, member, "none", turns).until(Stage::prevention);
    for (std::size_t s = 0; s < stages.size(); ++s) {
        const std::string mark = std::string("@").append(stage_words.text(stages[s]));
        for (std::size_t o = 1; o < names.size(); ++o) {
            if (names[o].find(mark) == std::string::npos) continue;
            if (!step) {
                EXPECT_EQ(outcomes[o][Continued::weight], std::vector<double>{0});
                EXPECT_EQ(outcomes[o][Continued::step], std::vector<double>{-1});
                EXPECT_TRUE(std::isnan(outcomes[o][Continued::option].front()));
                continue;
            }
            EXPECT_EQ(outcomes[o][Continued::weight], std::vector<double>{weight}) << names[o];
            EXPECT_EQ(outcomes[o][Continued::step],
                      std::vector<double>{static_cast<double>(*step)});
            for (std::uint32_t c = 0; c < draw.each; ++c) {
                const auto lucks = with(turns, *step, member, stages[s], c);
                EXPECT_EQ(slot(outcomes[o][Continued::nothing], c),
                          Replay(world, member, "none", lucks).to_the_end())
                    << names[o] << " " << c;
                EXPECT_EQ(slot(outcomes[o][Continued::option], c),
                          Replay(world, member, names[o], lucks).to_the_end())
                    << names[o] << " " << c;
            }
        }
        if (!step || s + 1 == stages.size()) continue;
        std::optional<std::size_t> next;
        std::vector<Turning> way;
        const std::uint32_t all = draw.each + draw.scouts;
        std::uint32_t reached = 0, by = 0;
        for (std::uint32_t c = 0; c < all; ++c) {
            const auto lucks = with(turns, *step, member, stages[s], c);
            const auto seen = Replay(world, member, "none", lucks).until(stages[s + 1]);
            if (!seen) continue;
            if (reached++ == 0) next = seen, way = lucks, by = c;
        }
        split += next && by > 0 ? 1 : 0;
        weight = weight * reached / all;
        step = next;
        turns = way;
    }
    return split;
}

TEST(Continuations, AreRunsFromDayZeroWhoseLuckChangesOnTheWay) {
    const World world =
        with_stage_options("two-rivers", {"peacekeeping_troops", "mediation"}, 364, {6});
    std::size_t split = 0;
    for (const std::uint64_t member : {3U, 5U, 17U, 20U})
        split += expect_replays(world, member, {3, 4});
    EXPECT_GT(split, 0U) << "some stage is reached by splitting alone";
}

TEST(Continuations, OfRecordedViolenceAreReplaysToo) {
    expect_replays(with_stage_options("central-african-republic", {"peacekeeping_troops"}, 210), 2,
                   {2, 2});
}

TEST(Continuations, DoNotDependOnThreadsOrBackEnds) {
    const World world = with_stage_options("two-rivers", {"peacekeeping_troops"}, 364);
    const std::vector<std::string> names = names_of(world);
    RunRequest request;
    request.member = 17;
    const auto expected = run_options(world, request, names, {3, 4});
    for (const auto backend : {Backend::jthread, Backend::tbb})
        for (const int threads : {2, 3, 8}) {
            const Parallel parallel(backend, threads, 7);
            request.parallel = &parallel;
            const auto again = run_options(world, request, names, {3, 4});
            for (std::size_t o = 1; o < names.size(); ++o) {
                EXPECT_EQ(again[o][Continued::weight], expected[o][Continued::weight]);
                if (expected[o][Continued::weight].front() > 0) {
                    EXPECT_EQ(again[o].continued, expected[o].continued) << names[o];
                }
            }
        }
}

TEST(Continuations, LeaveWhatIsComputedWithoutThemAlone) {
    const World world = with_stage_options("two-rivers", {"mediation"}, 182);
    const std::vector<std::string> names = names_of(world);
    for (std::uint64_t member = 0; member < 6; ++member) {
        RunRequest request;
        request.member = member;
        const auto plain = run_options(world, request, names);
        const auto with = run_options(world, request, names, {2, 3});
        for (std::size_t o = 0; o < names.size(); ++o) {
            EXPECT_EQ(with[o].hash, plain[o].hash);
            EXPECT_EQ(with[o].series, plain[o].series);
            EXPECT_TRUE(plain[o][Continued::weight].empty());
        }
    }
}

struct Share {
    double mean = 0, error = 0;
};

Share share_of(const std::vector<double>& x) {
    const auto n = static_cast<double>(x.size());
    Share out;
    out.mean = std::accumulate(x.begin(), x.end(), 0.0) / n;
    for (const double v : x) out.error += (v - out.mean) * (v - out.mean);
    out.error = std::sqrt(out.error / (n - 1) / n);
    return out;
}

double z_of(const Share& x, const Share& y) {
    return (x.mean - y.mean) / std::hypot(x.error, y.error);
}

// Members 0 to 399 say how often the desk sees each stage, plainly; 1000 to 1199 by splitting. The
// twin counts every state that was kept as a whole one.
TEST(Continuations, AreWeightedSoThatRareStagesAreAsRareAsTheyAre) {
    const double critical = quantile(complement(boost::math::normal(), 1e-6 / 2));
    const World world = with_stage_options("two-rivers", {"humanitarian_aid"}, 364);
    const std::vector<std::string> names = names_of(world);
    std::array<std::vector<double>, 3> plain, split, unweighted;
    for (std::uint64_t m = 0; m < 400; ++m) {
        Replay replay(world, m, "none", {});
        replay.to_the_end();
        const auto& seen = replay.out[Series::stage_observed];
        const double most = *std::max_element(seen.begin(), seen.end() - 1);
        for (std::size_t s = 0; s < stages.size(); ++s)
            plain[s].push_back(most >= number_of(stages[s]) ? 1 : 0);
    }
    for (std::uint64_t m = 1000; m < 1200; ++m) {
        RunRequest request;
        request.member = m;
        const auto outcomes = run_options(world, request, names, {1, 15});
        for (std::size_t s = 0; s < stages.size(); ++s) {
            const std::string name =
                std::string("humanitarian_aid@").append(stage_words.text(stages[s]));
            const auto o = std::find(names.begin(), names.end(), name) - names.begin();
            const double w = outcomes[static_cast<std::size_t>(o)][Continued::weight].front();
            split[s].push_back(w);
            unweighted[s].push_back(w > 0 ? 1 : 0);
        }
    }
    double worst = 0;
    for (std::size_t s = 0; s < stages.size(); ++s) {
        const Share a = share_of(plain[s]), b = share_of(split[s]), c = share_of(unweighted[s]);
        std::printf("%s: plain %.4f +- %.4f, split %.4f +- %.4f, unweighted %.4f\n",
                    stage_words.string(stages[s]).c_str(), a.mean, a.error, b.mean, b.error,
                    c.mean);
        EXPECT_LT(std::fabs(z_of(a, b)), critical) << stage_words.text(stages[s]);
        worst = std::max(worst, std::fabs(z_of(a, c)));
    }
    EXPECT_GT(worst, critical) << "the biased twin";
}

}  // namespace
}  // namespace forestall::analysis
