// SPDX-License-Identifier: Apache-2.0
// A named cause is a cause: on the bundled scenarios, taking a motive from the choice it is named
// for changes how likely that choice is, in the direction of its weight; taking away the earlier
// event that a cause rests on changes the later event or its probability; all that was before is
// the same bit for bit.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "analysis/explain/chain.hpp"
#include "analysis/search/counterfactual.hpp"
#include "checkout.hpp"
#include "scenario/loader.hpp"

namespace forestall::analysis {
namespace {

World bundled(const std::string& name) {
    Loaded loaded = load_scenario(in_checkout("scenarios") / name, parameter_tables());
    if (!loaded.tables) throw std::runtime_error("a bundled scenario does not load: " + name);
    return World::build(std::move(*loaded.tables));
}

/// A weaker cause changes the odds by less than a quarter in all, of which the event named may be a
/// tenth.
constexpr double strong_weight = 0.25;

struct Tally {
    int named = 0;
    int hold = 0;
    int past_differs = 0;
    int clear = 0;  ///< of events: what rests on it does not happen, or its probability moves by a
                    ///< hundredth of itself
};

bool rests_on_an_event(const Event& e) {
    return std::any_of(e.causes.begin(), e.causes.end(), [](const Cause& c) {
        return c.event >= 0 && std::abs(c.weight) > least_weight;
    });
}
bool has_causes(const Event& e) { return !e.causes.empty(); }

/// Every n-th event of a sort, so that `most` are looked at.
std::vector<std::size_t> sample_of(const std::vector<Event>& events, std::size_t most,
                                   bool (*sort)(const Event&) = has_causes) {
    std::vector<std::size_t> with;
    for (std::size_t k = 0; k < events.size(); ++k)
        if (sort(events[k])) with.push_back(k);
    std::vector<std::size_t> out;
    const std::size_t every = std::max<std::size_t>(1, with.size() / most);
    for (std::size_t i = 0; i < with.size() && out.size() < most; i += every)
        out.push_back(with[i]);
    return out;
}

void count_motives(const Counterfactual& runs, std::size_t k, Tally& tally) {
    const Event& event = runs.events()[k];
    for (const Cause& cause : event.causes) {
        if (std::abs(cause.weight) <= least_weight) continue;
        const auto effect = runs.without_motive(k, cause.what);
        if (!effect) continue;
        ++tally.named;
        tally.past_differs += effect->past_equal ? 0 : 1;
        const bool along =
            cause.weight > 0 ? effect->after < effect->before : effect->after > effect->before;
        tally.hold += along ? 1 : 0;
        EXPECT_TRUE(along) << event_words.text(event.kind) << " " << k << " without " << cause.what
                           << " (" << cause.weight << "): " << effect->before << " -> "
                           << effect->after;
    }
}

void count_events(const Counterfactual& runs, std::size_t k, Tally& tally) {
    const Chain chain = chain_of(runs.events(), k, 1);
    for (const Told& told : chain.causes) {
        if (!told.from || std::abs(told.cause.weight) <= least_weight) continue;
        const Effect effect = runs.without_event(k, *told.from);
        ++tally.named;
        tally.past_differs += effect.past_equal ? 0 : 1;
        tally.hold += effect.changed() ? 1 : 0;
        const bool moved = std::abs(effect.after - effect.before) > 0.01 * effect.before;
        const bool clear = !effect.happens || moved || effect.on_another;
        tally.clear += clear ? 1 : 0;
        if (std::abs(told.cause.weight) < strong_weight) continue;
        EXPECT_TRUE(clear) << event_words.text(runs.events()[k].kind) << " " << k << " for "
                           << told.cause.what << " without event " << *told.from << ": "
                           << effect.before << " -> " << effect.after;
        EXPECT_TRUE(effect.changed())
            << event_words.text(runs.events()[k].kind) << " " << k << " for " << told.cause.what
            << " without event " << *told.from << ": " << effect.before;
    }
}

struct Sample {
    const char* scenario;
    std::vector<std::uint64_t> members;
    std::size_t events;  ///< of each member, whose motives are taken away one by one
};

class NamedCauses : public ::testing::TestWithParam<Sample> {};

TEST_P(NamedCauses, MotivesTakenFromAChoiceMoveItsProbabilityAgainstTheirWeight) {
    const World world = bundled(GetParam().scenario);
    Tally tally;
    for (const std::uint64_t member : GetParam().members) {
        const Counterfactual runs(world, 1, member);
        for (const std::size_t k : sample_of(runs.events(), GetParam().events))
            count_motives(runs, k, tally);
    }
    RecordProperty("motives", tally.named);
    RecordProperty("motives_that_are_causes", tally.hold);
    EXPECT_GT(tally.named, 20);
    EXPECT_EQ(tally.past_differs, 0);
}

TEST_P(NamedCauses, EventsTakenAwayChangeWhatRestsOnThem) {
    const World world = bundled(GetParam().scenario);
    Tally tally;
    for (const std::uint64_t member : GetParam().members) {
        const Counterfactual runs(world, 1, member);
        for (const std::size_t k : sample_of(runs.events(), 12, rests_on_an_event))
            count_events(runs, k, tally);
    }
    RecordProperty("events", tally.named);
    RecordProperty("events_that_are_causes", tally.hold);
    RecordProperty("events_with_a_clear_effect", tally.clear);
    EXPECT_GE(tally.named, 10);
    EXPECT_EQ(tally.past_differs, 0);
}

INSTANTIATE_TEST_SUITE_P(Bundled, NamedCauses,
                         ::testing::Values(Sample{"two-rivers", {17, 3, 5}, 8},
                                           Sample{"central-african-republic", {0, 1}, 4}),
                         [](const auto& p) {
                             return p.param.scenario[0] == 't' ? "TwoRivers" : "Car";
                         });

TEST(NamedCauses, AMotiveThatIsNotInTheChoiceChangesNothing) {
    const World world = bundled("two-rivers");
    const Counterfactual runs(world, 1, 17);
    for (const std::size_t k : sample_of(runs.events(), 3)) {
        const auto effect = runs.without_motive(k, "no such motive");
        if (!effect) continue;
        EXPECT_EQ(effect->before, effect->after);
        EXPECT_FALSE(effect->changed());
    }
}

TEST(NamedCauses, TheRunThatIsComparedWithIsTheRun) {
    const World world = bundled("two-rivers");
    EXPECT_EQ(Counterfactual(world, 1, 17).hash(),
              run_member(world, {.seed = 1, .member = 17}).hash);
}

}  // namespace
}  // namespace forestall::analysis
