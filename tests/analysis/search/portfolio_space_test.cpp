// SPDX-License-Identifier: Apache-2.0
// Portfolios of the invented country, through the reader, the desk and the engine: what works is
// found and what kills is not, whatever it costs; no budget is overspent; figures do not depend on
// threads.
#include "analysis/search/portfolio_space.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "actors/levers.hpp"
#include "analysis/search/portfolio_members.hpp"
#include "analysis/search/portfolio_search.hpp"
#include "checkout.hpp"
#include "core/random.hpp"

namespace forestall::analysis {
namespace {

using ::testing::HasSubstr;

Loaded two_rivers() {
    return load_scenario(in_checkout("scenarios/two-rivers"), parameter_tables());
}

PortfolioSpace space_of(const std::vector<std::string>& names, double budget) {
    return PortfolioSpace(two_rivers(), names, {budget, 0});
}

/// An intervention that works at once and moves the mass violence of all armed actors by one
/// factor, and nothing else.
void make_it(WorldTables& t, const std::string& name, double factor) {
    for (Intervention& i : t.interventions) {
        if (i.name != name) continue;
        i.lead_time = i.ramp = i.duration = i.decay = 0;
        i.consent = 1;
        i.effects.resize(1);
        i.effects[0] = Effect{};
        i.effects[0].lever = "mass_rate";
        t.parameters["effect." + name + ".1"] = Distribution::constant(factor);
    }
}

Job job_with(const Job& plain, const std::vector<Portfolio>& portfolios,
             const std::vector<std::string>& names,
             const std::function<void(WorldTables&)>& change) {
    Loaded loaded = load_scenario_text({plain.scenario_files.begin(), plain.scenario_files.end()},
                                       parameter_tables());
    if (change) change(*loaded.tables);
    Job job;
    job.world = std::make_shared<const World>(World::build(std::move(*loaded.tables)));
    for (std::size_t p = 0; p < portfolios.size(); ++p)
        job.options.push_back(parts_of(portfolios[p]) == 0 ? "none" : names[p]);
    return job;
}

PortfolioJob jobs_of(const PortfolioSpace& space, const std::function<void(WorldTables&)>& change) {
    return [&space, change](const std::vector<Portfolio>& portfolios) {
        std::vector<std::string> names;
        for (std::size_t p = 0; p < portfolios.size(); ++p) names.push_back(fmt::format("p{}", p));
        return job_with(space.job(portfolios, names), portfolios, names, change);
    };
}

class Known : public ::testing::Test {
protected:
    /// Mass violence nearly ends with `early_warning`, for money; grows fivefold with
    /// `peace_messaging`, for less; `public_statement` changes nothing.
    static void change(WorldTables& t) {
        make_it(t, "early_warning", 0.05);
        make_it(t, "peace_messaging", 5);
        make_it(t, "public_statement", 1);
        t.parameters["inertia.mass"] = Distribution::constant(-7);  // in most members much is done
        for (const char* part : {"setup", "weekly"}) {
            t.parameters[std::string("cost.early_warning.") + part] = Distribution::constant(20000);
            t.parameters[std::string("cost.peace_messaging.") + part] = Distribution::constant(1);
        }
    }
    PortfolioSpace space{
        two_rivers(), {"early_warning", "peace_messaging", "public_statement"}, {5e6, 0}};
    std::atomic<bool> stop{false};
    Parallel serial{Backend::serial, 1};
    PortfolioRuns runs(const Parallel& parallel, std::uint64_t members) {
        return {jobs_of(space, change),
                {10'000'000, members},
                {10'000'000 + members, members},
                0.03,
                parallel,
                stop,
                {}};
    }
    std::size_t candidate(const std::string& name) const {
        const auto names = space.names();
        for (std::size_t c = 0; c < names.size(); ++c)
            if (names[c][0].starts_with(name + "@")) return c;
        return names.size();
    }
};

TEST_F(Known, WhatWorksIsFoundAndWhatKillsIsNotHoweverCheap) {
    PortfolioWish wish;
    wish.population = 8;
    wish.generations = 2;
    const PortfolioRuns how = runs(serial, 40);
    const FoundPortfolios found = search_portfolios(wish, space.starts(), portfolio_members(how));
    ASSERT_FALSE(found.finalists.empty());
    bool there = false;
    for (const Finalist& f : found.finalists) {
        EXPECT_EQ(f.portfolio[candidate("peace_messaging")], 0);
        EXPECT_EQ(f.portfolio[candidate("public_statement")], 0) << "money for nothing";
        there = there || f.portfolio[candidate("early_warning")] != 0;
        EXPECT_LE(f.sieved.mean[0], found.nothing_sieved.mean[0]);
    }
    EXPECT_TRUE(there) << "from whatever stage on";
}

TEST_F(Known, WhereEverythingIsNeutralNothingIsFound) {
    const auto neutral = [](WorldTables& t) {
        for (const char* name : {"early_warning", "peace_messaging", "public_statement"})
            make_it(t, name, 1);
    };
    PortfolioWish wish;
    wish.population = 8;
    wish.generations = 1;
    PortfolioRuns how{
        jobs_of(space, neutral), {10'000'000, 4}, {10'000'004, 4}, 0.03, serial, stop, {}};
    const FoundPortfolios found = search_portfolios(wish, space.starts(), portfolio_members(how));
    EXPECT_TRUE(found.finalists.empty()) << "no bit changes, so money buys nothing";
    EXPECT_GE(found.examined, 3U);
}

TEST_F(Known, FiguresDoNotDependOnThreads) {
    const Parallel four{Backend::tbb, 4};
    const std::vector<Portfolio> some = {{1, 0, 0}, {0, 0, 0}, {2, 1, 1}};
    const PortfolioRuns one = runs(serial, 5), many = runs(four, 5);
    for (const SearchPhase phase : {SearchPhase::search, SearchPhase::sieve})
        EXPECT_EQ(portfolio_members(one)(phase, 0, some), portfolio_members(many)(phase, 0, some));
    EXPECT_EQ(portfolio_members(one)(SearchPhase::search, 0, some)[1].error,
              (std::array<double, 3>{}))
        << "nothing differs from nothing";
}

TEST(PortfolioBudget, IsNeverOverspent) {
    constexpr double budget = 3e6;
    const PortfolioSpace space = space_of({}, budget);
    const std::vector<int> starts = space.starts();
    Stream draws(7, 0, 0);
    std::vector<Portfolio> portfolios(10, Portfolio(starts.size(), 0));
    for (Portfolio& p : portfolios)  // dense, so that every one would like to spend far more
        for (std::size_t c = 0; c < p.size(); ++c)
            if (draws.uniform() < 0.5)
                p[c] = 1 + static_cast<int>(draws.below(static_cast<std::uint64_t>(starts[c])));
    const Job job = jobs_of(space, [](WorldTables& t) { t.settings.days = 364; })(portfolios);
    double most = 0;
    for (const std::uint64_t member : {1U, 4U, 9U}) {
        RunRequest request;
        request.member = member;
        for (const MemberOutcome& o : run_options(*job.world, request, job.options)) {
            const double spent =
                std::accumulate(o[Series::spend].begin(), o[Series::spend].end(), 0.0);
            EXPECT_LE(spent, budget * (1 + 1e-12));
            most = std::max(most, spent);
        }
    }
    EXPECT_GT(most, 0.8 * budget) << "and it is a limit that was met";
}

TEST(PortfolioBudget, LeavesOutWhatItCanNeverPayFor) {
    const PortfolioSpace poor = space_of({}, 1e5), rich = space_of({}, 1e12);
    EXPECT_TRUE(rich.left_out().empty());
    EXPECT_EQ(rich.starts().size(), read_catalogue().interventions.size());
    EXPECT_EQ(poor.starts().size() + poor.left_out().size(), rich.starts().size());
    EXPECT_THAT(poor.left_out(), ::testing::Contains(HasSubstr("military_intervention")));
}

TEST(PortfolioText, SaysWhatBeginsWhenAndKeepsApartWhatTheScenarioKeepsApart) {
    const PortfolioSpace space = space_of({"power_sharing", "peacekeeping_troops", "envoy"}, 1e9);
    const auto names = space.names();
    ASSERT_EQ(names.size(), 3U);
    Portfolio all(3, 1);
    for (std::size_t c = 0; c < 3; ++c)
        if (names[c][0].starts_with("envoy")) all[c] = 3;
    EXPECT_EQ(
        space.title(all),
        "Power sharing from prevention; Peacekeeping troops from mitigation; Special envoy from "
        "response");
    const Job job = space.job({all}, {"p"});
    const std::string text = job.scenario_files.at("options/p.toml");
    EXPECT_THAT(text, HasSubstr("budget = \"1000000000.00 USD\""));
    EXPECT_THAT(text, HasSubstr("excludes = [\"peacekeeping_troops\"]"));  // options/adaptive.toml
    EXPECT_THAT(text, HasSubstr("excludes = [\"power_sharing\"]"));
    ASSERT_EQ(job.world->options().size(), 1U) << "the scenario's own are left out";
    EXPECT_EQ(job.world->options()[0].actions.size(), 3U);
}

TEST(PortfolioPruning, TakesOutWhatNeverBeginsAndChangesNoFigure) {
    const PortfolioSpace space =
        space_of({"early_warning", "humanitarian_corridor", "safe_zone"}, 5e6);
    const Parallel serial{Backend::serial, 1};
    const std::atomic<bool> stop{false};
    const PortfolioRuns runs{
        jobs_of(space, {}), {10'000'000, 6}, {10'000'006, 6}, 0.03, serial, stop, {}};
    const auto order = [&](const Portfolio& p) {
        std::vector<std::size_t> out;
        for (const PortfolioPart& part : space.parts(p)) out.push_back(part.candidate);
        return out;
    };
    const Portfolio full(space.starts().size(), 1);
    const Portfolio pruned = portfolio_pruning(runs, order)({full}).front();
    EXPECT_LT(parts_of(pruned), parts_of(full)) << "the response stage is not seen in six members";
    EXPECT_GT(parts_of(pruned), 0U);
    const auto judged = portfolio_members(runs)(SearchPhase::search, 0, {full, pruned});
    EXPECT_EQ(judged[0], judged[1]);
}

}  // namespace
}  // namespace forestall::analysis
