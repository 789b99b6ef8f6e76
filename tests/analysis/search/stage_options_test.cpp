// SPDX-License-Identifier: Apache-2.0
// Every entry of the catalogue, in the invented country: what changes nothing changes no bit;
// nothing acts before it starts; money is never overspent; branching off one past gives the bits of
// running alone.
#include "analysis/search/stage_options.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "checkout.hpp"
#include "engine/engine.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/loader.hpp"
#include "world/named_numbers.hpp"

namespace forestall::analysis {
namespace {

const std::string two_rivers = in_checkout("scenarios/two-rivers");

/// Two rivers for half a year, with an option "<intervention>@<stage>" for each entry.
WorldTables tables_with_all(Stage only = Stage::prevention, Day days = 182) {
    Loaded plain = load_scenario(two_rivers, parameter_tables());
    std::erase_if(plain.files, [](const auto& f) { return f.first.starts_with("options/"); });
    const Catalogue catalogue = read_catalogue();
    for (auto& [name, text] : stage_options(*plain.tables, catalogue, {{}, true}))
        if (name.ends_with("@" + stage_words.string(only) + ".toml")) plain.files[name] = text;
    Loaded full = load_scenario_text(plain.files, parameter_tables());
    EXPECT_FALSE(full.diagnostics.has_errors());
    full.tables->settings.days = days;
    return std::move(*full.tables);
}

void neutralise(WorldTables& t) {
    for (const Intervention& i : t.interventions)
        for (std::size_t k = 0; k < i.effects.size(); ++k)
            t.parameters["effect." + i.name + "." + std::to_string(k + 1)] =
                Distribution::constant(neutral(*find_lever(i.effects[k].lever)));
}

MemberOutcome run(const World& world, const std::string& option, std::uint64_t member) {
    RunRequest request;
    request.member = member;
    request.option = option;
    return run_member(world, request);
}

double total(const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); }

TEST(Catalogue, IsFaultlessAndCoversTheStages) {
    const Catalogue c = read_catalogue();
    EXPECT_FALSE(c.diagnostics.has_errors());
    EXPECT_GE(c.interventions.size(), 22U);
    for (unsigned stage = 1; stage <= 3; ++stage) {
        const auto fits = [&](const Intervention& i) { return (i.stages >> stage & 1U) != 0; };
        EXPECT_GE(std::count_if(c.interventions.begin(), c.interventions.end(), fits), 5);
    }
    for (const Intervention& i : c.interventions)
        for (const Effect& e : i.effects)
            EXPECT_FALSE(e.source.empty()) << i.name << " " << e.lever;
}

TEST(Catalogue, NotAllIsMeantToHelp) {
    const Catalogue c = read_catalogue();
    EXPECT_TRUE(std::any_of(
        c.interventions.begin(), c.interventions.end(),
        [](const Intervention& i) { return i.sign > 0 && i.outcome == "civilian_deaths"; }));
    const auto harms = [](const Intervention& i) {
        return std::any_of(i.effects.begin(), i.effects.end(),
                           [](const Effect& e) { return e.side; });
    };
    EXPECT_GE(std::count_if(c.interventions.begin(), c.interventions.end(), harms), 10);
}

/// How much each lever is moved by an intervention, medians of its effects summed; logs where the
/// lever is a factor.
std::vector<double> row_of(const Intervention& what, const WorldTables& tables) {
    std::vector<double> row(levers().size());
    for (std::size_t k = 0; k < what.effects.size(); ++k) {
        const Lever* lever = find_lever(what.effects[k].lever);
        const auto at = lever - levers().data();
        const double median =
            tables.parameters.at("effect." + what.name + "." + std::to_string(k + 1)).quantile(0.5);
        const auto link = tables.parameters.find(link_number(what.name, k));
        row[static_cast<std::size_t>(at)] +=
            (lever->scale == LeverScale::factor ? std::log(median) : median) *
            (link == tables.parameters.end() ? 1 : link->second.median());
    }
    return row;
}

/// 1 or -1 for proportional rows.
double cosine(const std::vector<double>& x, const std::vector<double>& y) {
    const auto dot = [](const std::vector<double>& a, const std::vector<double>& b) {
        return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    };
    return dot(x, y) / std::sqrt(dot(x, x) * dot(y, y));
}

TEST(Catalogue, HasNoTwoInterventionsThatAreTheSameButForSize) {
    const WorldTables tables = tables_with_all();
    std::vector<std::vector<double>> rows;
    for (const Intervention& i : tables.interventions) rows.push_back(row_of(i, tables));
    ASSERT_GE(rows.size(), 37U);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_LT(std::abs(cosine(rows[i], rows[j])), 1 - 1e-6)
                << tables.interventions[i].name << " and " << tables.interventions[j].name;
    std::vector<double> twice = rows[0];
    for (double& x : twice) x *= 2;
    EXPECT_GT(std::abs(cosine(rows[0], twice)), 1 - 1e-6) << "one that is would be found";
}

TEST(EveryIntervention, WithNeutralEffectsChangesNoBit) {
    WorldTables tables = tables_with_all();
    neutralise(tables);
    const World world = World::build(std::move(tables));
    ASSERT_GE(world.options().size(), 37U);
    for (const std::uint64_t member : {3U, 17U}) {
        const MemberOutcome nothing = run(world, "none", member);
        for (const Option& option : world.options()) {
            const MemberOutcome done = run(world, option.name, member);
            EXPECT_EQ(done.hash, nothing.hash) << option.name;
            EXPECT_EQ(done[Series::civilian_deaths], nothing[Series::civilian_deaths])
                << option.name;
        }
    }
}

TEST(EveryIntervention, WithItsEffectsChangesSomething) {
    // The twin of the claim above: a year, so that long lead times are over.
    const World world = World::build(tables_with_all(Stage::prevention, 3 * 364));
    std::size_t changed = 0;
    const MemberOutcome nothing = run(world, "none", 5);
    for (const Option& option : world.options()) {
        const bool moved = run(world, option.name, 5).hash != nothing.hash;
        changed += moved ? 1U : 0U;
        if (!moved) std::printf("no bit changed by %s in member 5\n", option.name.c_str());
    }
    EXPECT_GE(changed, world.options().size() * 8 / 10);
}

TEST(EveryIntervention, LeavesEveryBitAloneBeforeItsStart) {
    const World world = World::build(tables_with_all(Stage::mitigation));
    const MemberOutcome nothing = run(world, "none", 17);
    const auto& seen = nothing[Series::stage_observed];
    const auto first = static_cast<std::size_t>(
        std::find_if(seen.begin(), seen.end(), [](double s) { return s >= 2; }) - seen.begin());
    for (const Option& option : world.options()) {
        const MemberOutcome done = run(world, option.name, 17);
        for (std::size_t s = 0; s < series_count; ++s)
            for (std::size_t t = 0; t < std::min(first + 1, seen.size()); ++t)
                ASSERT_EQ(done.series[s][t], nothing.series[s][t]) << option.name << " step " << t;
        EXPECT_EQ(total(done[Series::spend]) > 0, first + 1 < seen.size()) << option.name;
    }
}

TEST(Options, BranchingOffOnePastGivesTheBitsOfRunningAlone) {
    Loaded loaded = load_scenario(two_rivers, parameter_tables());
    ASSERT_TRUE(loaded.tables);
    loaded.tables->settings.days = 364;
    const World world = World::build(*loaded.tables);
    std::vector<std::string> names{"none"};
    for (const Option& option : world.options()) names.push_back(option.name);
    ASSERT_GE(names.size(), 4U);
    RunRequest request;
    request.member = 17;
    const auto together = run_options(world, request, names);
    for (std::size_t o = 0; o < names.size(); ++o) {
        const MemberOutcome alone = run(world, names[o], 17);
        EXPECT_EQ(together[o].hash, alone.hash) << names[o];
        EXPECT_EQ(together[o].series, alone.series) << names[o];
        EXPECT_EQ(together[o].per_place, alone.per_place) << names[o];
        EXPECT_EQ(together[o].scalars, alone.scalars) << names[o];
    }
}

TEST(Options, NeverOverspendTheirBudget) {
    WorldTables tables = tables_with_all(Stage::prevention, 364);
    for (Option& option : tables.options) option.budget = 1e6;
    const World world = World::build(std::move(tables));
    std::size_t spent_something = 0;
    for (const Option& option : world.options()) {
        const double spent = total(run(world, option.name, 4)[Series::spend]);
        EXPECT_LE(spent, 1e6) << option.name;
        spent_something += spent > 0 ? 1U : 0U;
    }
    EXPECT_GE(spent_something, 10U);
}

/// Step of the first money spent; the number of steps if none is.
std::size_t first_spend(const MemberOutcome& out) {
    const auto& spend = out[Series::spend];
    return static_cast<std::size_t>(
        std::find_if(spend.begin(), spend.end(), [](double x) { return x > 0; }) - spend.begin());
}

TEST(Options, OfTwiceTheSizeKeepTwiceThePeopleBusy) {
    WorldTables t = load_scenario(two_rivers, parameter_tables()).tables.value();
    t.settings.days = 182;
    for (Intervention& i : t.interventions) i.consent = 1;
    const auto troops = std::find_if(t.options.begin(), t.options.end(),
                                     [](const Option& o) { return o.name == "troops-midway"; });
    ASSERT_NE(troops, t.options.end());
    Option alone = *troops;
    alone.name = "alone";
    alone.staff = 2500;
    PlannedAction& first = alone.actions.front();
    first.start = Beginning{};
    first.scale = 2;
    Option both = alone;
    both.name = "both";
    both.actions.push_back(first);
    both.actions.back().name = "more";
    both.actions.back().scale = 1;
    Option roomy = both;
    roomy.name = "roomy";
    roomy.staff = 3000;
    t.options = {alone, both, roomy};
    const World world = World::build(std::move(t));
    const auto spent = [&](const char* option) {
        return total(run(world, option, 3).series[static_cast<std::size_t>(Series::spend)]);
    };
    EXPECT_GT(spent("alone"), 0);
    EXPECT_EQ(spent("both"), spent("alone")) << "500 of 2,500 people are left, not 1,500";
    EXPECT_GT(spent("roomy"), spent("alone"));
}

TEST(StageStarts, WithADelayComeSoManyWeeksAfterTheStageWasSeen) {
    Loaded plain = load_scenario(two_rivers, parameter_tables());
    std::erase_if(plain.files, [](const auto& f) { return f.first.starts_with("options/"); });
    plain.files.merge(
        stage_options(*plain.tables, read_catalogue(), {{"public_statement"}, false, {4, 10}}));
    Loaded full = load_scenario_text(plain.files, parameter_tables());
    ASSERT_TRUE(full.tables);
    const World world = World::build(std::move(*full.tables));
    const MemberOutcome now = run(world, "public_statement@prevention", 5);
    const std::size_t at_once = first_spend(now);
    ASSERT_LT(at_once, 50U) << "the desk of this member sees prevention in the first year";
    EXPECT_EQ(first_spend(run(world, "public_statement@prevention+4w", 5)), at_once + 4);
    EXPECT_EQ(first_spend(run(world, "public_statement@prevention+10w", 5)), at_once + 10);
}

TEST(SharedPasts, KeepWhatIsSpentBeforeAnythingIsMoved) {
    // Security-sector reform is prepared for months: money goes out while the world is still that
    // of doing nothing.
    const World world = World::build(tables_with_all());
    std::vector<std::string> names{"none", "security_sector_reform@prevention",
                                   "peacekeeping_troops@prevention"};
    int spent = 0;  // members in which the desk sees prevention
    for (std::uint64_t member = 0; member < 12; ++member) {
        RunRequest request;
        request.member = member;
        const auto together = run_options(world, request, names);
        for (std::size_t o = 0; o < names.size(); ++o) {
            const MemberOutcome alone = run(world, names[o], member);
            EXPECT_EQ(together[o].series, alone.series) << names[o];
            EXPECT_EQ(together[o].hash, alone.hash) << names[o];
        }
        spent += total(together[1][Series::spend]) > 0;
    }
    EXPECT_GT(spent, 1);
}

}  // namespace
}  // namespace forestall::analysis
