// SPDX-License-Identifier: Apache-2.0
// The search finds a front that is known, keeps harm off it, and is the same each time; what it
// says of its winners is too good where nothing works, and figures of members it never saw are not.
#include "analysis/search/portfolio_search.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/search/portfolio_log.hpp"
#include "core/hash.hpp"
#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::analysis {
namespace {

constexpr double deaths_of_nothing = 1000, displaced_of_nothing = 50000;
const std::vector<int> starts = {2, 1, 1, 2, 2, 1};

/// What is true of six candidates: 0 and 1 avert deaths, 4 displacement if it begins early; 2 is
/// cheap and kills, though it averts displacement; 3 does nothing; 5 is as good as 1 and dearer.
/// Beginning later halves everything but cost.
Judged truth(const Portfolio& p) {
    constexpr double deaths[] = {-100, -50, 300, 0, 0, -50};
    constexpr double displaced[] = {0, 0, -9000, 0, -4000, 0};
    constexpr double cost[] = {10, 2, 0.1, 3, 4, 20};
    Judged out;
    out.mean = {deaths_of_nothing, displaced_of_nothing, 0};
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] == 0) continue;
        out.mean[0] += deaths[i] / p[i];
        out.mean[1] += displaced[i] / p[i];
        out.mean[2] += cost[i];
    }
    return out;
}

PortfolioSource exact() {
    return [](SearchPhase, std::size_t, const std::vector<Portfolio>& portfolios) {
        std::vector<Judged> out;
        for (const Portfolio& p : portfolios) out.push_back(truth(p));
        return out;
    };
}

std::vector<Portfolio> portfolios_of(const FoundPortfolios& found) {
    std::vector<Portfolio> out;
    for (const Finalist& f : found.finalists) out.push_back(f.portfolio);
    return out;
}

TEST(PortfolioSearch, FindsAFrontThatIsKnown) {
    PortfolioWish everything;
    everything.sieved = everything.finalists = 40;
    const FoundPortfolios found = search_portfolios(everything, starts, exact());
    // Of {1, 4, 0}, cheapest first: each alone and all together; nothing that is dear, late or
    // idle.
    const std::vector<Portfolio> front = {
        {0, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 0}, {0, 1, 0, 0, 1, 0}, {1, 0, 0, 0, 0, 0},
        {1, 1, 0, 0, 0, 0}, {1, 0, 0, 0, 1, 0}, {1, 1, 0, 0, 1, 0}};
    const auto got = portfolios_of(found);
    EXPECT_THAT(got, ::testing::IsSupersetOf(front));
    for (const Portfolio& p : got) {
        EXPECT_EQ(p[2], 0) << "what kills";
        EXPECT_EQ(p[3], 0) << "what does nothing costs all the same";
        EXPECT_TRUE(p[5] == 0 || p[1] == 1) << "what is as good as another and dearer";
    }
    for (std::size_t i = 1; i < found.finalists.size(); ++i)
        EXPECT_LE(found.finalists[i - 1].sieved.mean[2], found.finalists[i].sieved.mean[2]);
    EXPECT_LE(found.examined, 6 + everything.population * (1 + everything.generations));
}

TEST(PortfolioSearch, NeverKeepsWhatKillsHoweverCheap) {
    const PortfolioSource cruel = [](SearchPhase, std::size_t,
                                     const std::vector<Portfolio>& portfolios) {
        std::vector<Judged> out;
        for (const Portfolio& p : portfolios) {
            Judged j = truth(p);
            if (p[2] == 1) j.mean[0] += 500;  // whatever it is together with
            out.push_back(j);
        }
        return out;
    };
    for (const auto& objectives :
         {std::vector{Objective::civilian_deaths, Objective::displaced, Objective::cost},
          std::vector{Objective::displaced, Objective::cost}}) {
        PortfolioWish wish;
        wish.objectives = objectives;
        const auto got = portfolios_of(search_portfolios(wish, starts, cruel));
        ASSERT_FALSE(got.empty());
        for (const Portfolio& p : got) EXPECT_EQ(p[2], 0);
    }
}

TEST(PortfolioSearch, IsTheSameEachTimeAndTakesUpWhatItKnew) {
    const auto log = [] {
        std::vector<std::vector<std::string>> names;
        for (std::size_t i = 0; i < starts.size(); ++i)
            names.push_back({std::string(1, static_cast<char>('a' + i)) + "@early",
                             std::string(1, static_cast<char>('a' + i)) + "@late"});
        return PortfolioLog("{\"seed\":1}", names);
    };
    const auto ignore = [](const std::string&) {};
    const PortfolioSource third = [](SearchPhase, std::size_t,
                                     const std::vector<Portfolio>& portfolios) {
        std::vector<Judged> out;
        for (const Portfolio& p : portfolios) {
            out.push_back(truth(p));
            out.back().mean[0] /= 3;  // numbers without a short decimal form
            out.back().error = {1 / 7., 0, 1e-300};
        }
        return out;
    };
    PortfolioLog whole = log();
    const auto want = portfolios_of(search_portfolios({}, starts, whole.before(third, ignore)));

    PortfolioLog cut = log();
    std::string kept;
    std::size_t calls = 0;
    const PortfolioSource stops = [&](SearchPhase phase, std::size_t g,
                                      const std::vector<Portfolio>& p) {
        if (++calls > 5) throw std::runtime_error("stopped");
        return third(phase, g, p);
    };
    EXPECT_THROW(search_portfolios({}, starts,
                                   cut.before(stops, [&](const std::string& csv) { kept = csv; })),
                 std::runtime_error);
    ASSERT_FALSE(kept.empty());

    PortfolioLog again = log();
    ASSERT_EQ(again.take_up(kept).what, TakenUp::What::taken);
    EXPECT_EQ(again.csv(), kept) << "nothing is lost before it is asked for";
    std::size_t computed = 0;
    const PortfolioSource counted = [&](SearchPhase phase, std::size_t g,
                                        const std::vector<Portfolio>& p) {
        computed += p.size();
        return third(phase, g, p);
    };
    EXPECT_EQ(portfolios_of(search_portfolios({}, starts, again.before(counted, ignore))), want);
    EXPECT_EQ(again.csv(), whole.csv());
    EXPECT_LT(computed, whole.rows());

    PortfolioLog other("{\"seed\":2}", {});
    EXPECT_EQ(other.take_up(kept).what, TakenUp::What::other_search);
}

/// A log of three portfolios: lines 3 to 5.
class PortfolioLogOnDisk : public ::testing::Test {
protected:
    static PortfolioLog empty(const std::string& identity = "{\"seed\":1}") {
        return PortfolioLog(identity, {{"a@early", "a@late"}, {"b@early"}});
    }
    static std::string written(const std::string& identity = "{\"seed\":1}") {
        PortfolioLog log = empty(identity);
        const PortfolioSource source = [](SearchPhase, std::size_t,
                                          const std::vector<Portfolio>& portfolios) {
            std::vector<Judged> out;
            for (const Portfolio& p : portfolios) out.push_back({{p[0] / 3., 20, 0}, {0.5, 0, 1}});
            return out;
        };
        log.before(source, [](const std::string&) {})(SearchPhase::search, 1,
                                                      {{0, 0}, {1, 0}, {2, 1}});
        return log.csv();
    }
    static std::size_t start_of_line(const std::string& text, std::size_t line) {
        std::size_t at = 0;
        while (--line > 0) at = text.find('\n', at) + 1;
        return at;
    }
    const std::string good_ = written();
};

TEST_F(PortfolioLogOnDisk, AnyChangedByteOfARowIsFoundWithItsLine) {
    for (std::size_t at = start_of_line(good_, 3); at < good_.size(); ++at) {
        for (const char c : {'7', ',', '\n', 'x'}) {
            std::string bad = good_;
            if (bad[at] == c) continue;
            bad[at] = c;
            PortfolioLog log = empty();
            const TakenUp found = log.take_up(bad);
            if (found.cut_short) {
                EXPECT_GE(at + 1, good_.size()) << "only the last line end";
                continue;
            }
            ASSERT_EQ(found.what, TakenUp::What::damaged) << "byte " << at << " is " << c;
            const auto before =
                std::count(good_.begin(), good_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            EXPECT_EQ(found.line, static_cast<std::size_t>(before) + 1);
            EXPECT_FALSE(found.why.empty());
        }
    }
}

TEST_F(PortfolioLogOnDisk, ARowOfAnotherSearchIsFound) {
    const std::string other = written("{\"seed\":2}");
    std::string bad = good_;
    bad.replace(
        start_of_line(bad, 4), start_of_line(bad, 5) - start_of_line(bad, 4),
        other.substr(start_of_line(other, 4), start_of_line(other, 5) - start_of_line(other, 4)));
    const TakenUp found = empty().take_up(bad);
    EXPECT_EQ(found.what, TakenUp::What::damaged);
    EXPECT_EQ(found.line, 4u);
}

TEST_F(PortfolioLogOnDisk, ARowThatIsThereTwiceIsFound) {
    const TakenUp found = empty().take_up(good_ + good_.substr(start_of_line(good_, 5)));
    EXPECT_EQ(found.what, TakenUp::What::damaged);
    EXPECT_EQ(found.line, 6u);
    EXPECT_EQ(found.why, "it repeats the portfolio of line 5");
}

TEST_F(PortfolioLogOnDisk, ARowWhoseNumbersAreNoneIsFoundThoughItsDigestIsRight) {
    for (const auto& [cells, why] :
         {std::pair{"search,one,none,0,0,0,0,0,0", "its generation is not a number"},
          std::pair{"search,1,none,0,0,0,0,x,0", "a figure in it is not a number"}}) {
        StateHash hash;
        hash.add(std::string_view("{\"seed\":1}"));
        hash.add(std::string_view(cells));
        const std::string text = good_.substr(0, start_of_line(good_, 3));
        const TakenUp found =
            empty().take_up(fmt::format("{}{},{}\n", text, cells, to_hex(hash.digest())));
        EXPECT_EQ(found.what, TakenUp::What::damaged);
        EXPECT_EQ(found.why, why);
    }
}

TEST_F(PortfolioLogOnDisk, AHalfLineAtTheEndIsDroppedAndSaid) {
    for (std::size_t size = start_of_line(good_, 5) + 1; size + 1 < good_.size(); ++size) {
        PortfolioLog log = empty();
        const TakenUp found = log.take_up(good_.substr(0, size));
        EXPECT_EQ(found.what, TakenUp::What::taken);
        EXPECT_TRUE(found.cut_short) << size;
        EXPECT_EQ(log.csv(), good_.substr(0, start_of_line(good_, 5)));
    }
    EXPECT_FALSE(empty().take_up(good_.substr(0, good_.size() - 1)).cut_short)
        << "all of it is there";
}

TEST_F(PortfolioLogOnDisk, ATableWithoutDigestsIsToldFromAnotherSearch) {
    std::string old = good_;
    old.replace(old.find(",xxh3"), 5, "");
    EXPECT_EQ(empty().take_up(old).what, TakenUp::What::no_digests);
    EXPECT_EQ(empty().take_up("").what, TakenUp::What::other_search);
    EXPECT_EQ(empty().take_up("phase,generation\n").what, TakenUp::What::other_search);
}

/// Where nothing works, what the search says of its winners is luck. 60 searches; the mean z of n
/// independent standard normals is normal with error 1/sqrt(n), so |z| · sqrt(n) < 4.9 at alpha
/// 1e-6.
TEST(PortfolioSearch, PraisesWinnersWhereNothingWorksAndFreshMembersDoNot) {
    double searched = 0, fresh = 0;
    std::size_t n = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto noise = [&](std::uint64_t phase, const Portfolio& p) {
            std::uint64_t address = mix(seed, phase);
            for (const int k : p) address = mix(address, static_cast<std::uint64_t>(k));
            Stream draws(address, 0, 0);
            return sample::normal(draws.uniform());
        };
        const PortfolioSource null = [&](SearchPhase phase, std::size_t,
                                         const std::vector<Portfolio>& portfolios) {
            std::vector<Judged> out;
            for (const Portfolio& p : portfolios) {
                Judged j;
                const double luck =
                    parts_of(p) == 0 ? 0 : noise(static_cast<std::uint64_t>(phase), p);
                j.mean = {deaths_of_nothing + luck, displaced_of_nothing,
                          static_cast<double>(parts_of(p))};
                out.push_back(j);
            }
            return out;
        };
        PortfolioWish wish;
        wish.seed = seed;
        wish.population = 16;
        wish.generations = 4;
        wish.sieved = 8;
        wish.finalists = 4;
        for (const Finalist& f : search_portfolios(wish, starts, null).finalists) {
            searched += deaths_of_nothing - f.searched.mean[0];
            fresh += noise(99, f.portfolio);
            ++n;
        }
    }
    ASSERT_GT(n, 60U);
    const double root = std::sqrt(static_cast<double>(n));
    EXPECT_GT(searched / root, 4.9) << "the winner's curse is there";
    EXPECT_LT(std::fabs(fresh / root), 4.9) << "and is gone on members that chose nobody";
}

TEST(PortfolioObjectives, CanOnlyBeProtective) {
    EXPECT_EQ(protective_objectives("displaced,cost"),
              (std::vector{Objective::displaced, Objective::cost}));
    for (const char* bad :
         {"battle_deaths,cost", "-civilian_deaths,cost", "refugees", "returned,cost", "cost", "",
          "cost,cost", "civilian_deaths:max,cost", "mobilised,civilian_deaths"})
        EXPECT_THROW(protective_objectives(bad), std::invalid_argument) << bad;
}

TEST(PortfolioSearch, RefusesWhatMakesNoSense) {
    PortfolioWish odd;
    odd.population = 10;
    EXPECT_THROW(search_portfolios(odd, starts, exact()), std::invalid_argument);
    EXPECT_THROW(search_portfolios({}, {}, exact()), std::invalid_argument);
    EXPECT_THROW(search_portfolios({}, {1, 0}, exact()), std::invalid_argument);
}

TEST(PortfolioSearch, OneCandidateIsEnough) {
    const auto got = portfolios_of(search_portfolios({}, {2}, exact()));
    EXPECT_EQ(got, (std::vector<Portfolio>{{1}}));
}

/// 36 candidates of unlike use and cost, whose effects shrink the more there are.
TEST(PortfolioSearch, FindsBetterThanAsManyRandomPortfolios) {
    const std::vector<int> two(36, 2);
    const auto value = [](const Portfolio& p) {
        Judged j;
        double averted = 0, spared = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            if (p[i] == 0) continue;
            Stream draws(11, i, 0);
            averted += (draws.uniform() - 0.4) * 100 / p[i];
            spared += (draws.uniform() - 0.4) * 5000 / p[i];
            j.mean[2] += std::exp(3 * draws.uniform());
        }
        j.mean[0] = deaths_of_nothing - averted / (1 + std::fabs(averted) / 500);
        j.mean[1] = displaced_of_nothing - spared / (1 + std::fabs(spared) / 20000);
        return j;
    };
    const PortfolioSource source = [&](SearchPhase, std::size_t,
                                       const std::vector<Portfolio>& portfolios) {
        std::vector<Judged> out;
        for (const Portfolio& p : portfolios) out.push_back(value(p));
        return out;
    };
    const FoundPortfolios found = search_portfolios({}, two, source);
    std::vector<std::vector<double>> random;
    Stream draws(5, 0, 0);
    for (std::size_t n = 0; n < found.examined; ++n) {
        Portfolio p(two.size(), 0);
        for (std::uint64_t left = 1 + draws.below(8); left > 0; --left)
            p[draws.below(p.size())] = 1 + static_cast<int>(draws.below(2));
        const Judged j = value(p);
        if (j.mean[0] <= deaths_of_nothing && j.mean[1] <= displaced_of_nothing)
            random.emplace_back(j.mean.begin(), j.mean.end());
    }
    const std::vector<bool> front = not_dominated(random);
    const auto beats = [](const auto& a, const auto& b) {
        return a[0] <= b[0] && a[1] <= b[1] && a[2] <= b[2];
    };
    std::size_t beaten = 0, beating = 0;
    for (std::size_t r = 0; r < random.size(); ++r) {
        if (!front[r]) continue;
        const auto& all = found.finalists;
        beaten += std::any_of(all.begin(), all.end(),
                              [&](const auto& f) { return beats(f.sieved.mean, random[r]); });
        beating += std::any_of(all.begin(), all.end(),
                               [&](const auto& f) { return beats(random[r], f.sieved.mean); });
    }
    EXPECT_GT(beaten, beating);
}

TEST(PortfolioSearch, LeavesOutPartsThatNeverBegin) {
    const PartsPruned idle = [](std::vector<Portfolio> portfolios) {
        for (Portfolio& p : portfolios) p[4] = 0;
        return portfolios;
    };
    const PortfolioSource without = [](SearchPhase, std::size_t,
                                       const std::vector<Portfolio>& portfolios) {
        std::vector<Judged> out;
        for (Portfolio p : portfolios) {
            p[4] = 0;
            out.push_back(truth(p));
        }
        return out;
    };
    const FoundPortfolios found = search_portfolios({}, starts, without, idle);
    ASSERT_FALSE(found.finalists.empty());
    for (const Finalist& f : found.finalists) {
        EXPECT_EQ(f.portfolio[4], 0);
        EXPECT_EQ(f.searched, truth(f.portfolio));
    }
}

TEST(Dominance, KeepsWhatNothingElseBeats) {
    EXPECT_EQ(not_dominated({{1, 5}, {2, 2}, {3, 3}, {2, 2}, {5, 1}}),
              (std::vector<bool>{true, true, false, true, true}));
    EXPECT_EQ(not_dominated({{7, 7}}), (std::vector<bool>{true}));
    EXPECT_TRUE(not_dominated({}).empty());
}

}  // namespace
}  // namespace forestall::analysis
