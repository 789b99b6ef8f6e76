// SPDX-License-Identifier: Apache-2.0
// Ranking and selection on synthetic members: the stated probability of correct selection at the
// edge of the indifference zone (every rival worse by exactly the zone), on normal outcomes and on
// outcomes as the simulator makes them; fewer runs than a fixed-size procedure of the same
// guarantee. FORESTALL_DECISIONS: more replications.
#include "analysis/search/decide.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cstdlib>

#include "analysis/comparison/studies.hpp"
#include "core/parallel.hpp"

namespace forestall::analysis {
namespace {

constexpr double alpha = 1e-6;
constexpr std::size_t options = 5;
using comparison::Columns;
/// Outcomes of all options in one member of one replication.
using Member = std::function<std::array<double, options>(Stream&)>;

/// Normal, correlation 0.5 by shared luck, variance 1; option 0 leads by `zone`.
Member normal_member(double zone) {
    return [zone](Stream& s) {
        std::array<double, options> out{};
        const double shared = sample::normal(s.uniform());
        for (std::size_t o = 0; o < options; ++o)
            out[o] = std::sqrt(0.5) * (shared + sample::normal(s.uniform())) + (o == 0 ? 0 : zone);
        return out;
    };
}

const test::Outbreaks world{};
constexpr double prevented = 0.2, prevented_by_best = 0.4;

/// Each option prevents outbreaks by a coin of its own; option 0 more of them.
std::array<double, options> outbreak_member(Stream& s) {
    std::array<double, options> out{};
    if (s.uniform() >= world.escalates) return out;
    std::array<double, options> luck{};
    for (double& u : luck) u = s.uniform();
    const Persons n = test::event_count(s, world, 1);
    double deaths = 0;
    for (Persons i = 0; i < n; ++i) deaths += test::toll(s, world);
    for (std::size_t o = 0; o < options; ++o)
        out[o] = luck[o] < (o == 0 ? prevented_by_best : prevented) ? 0 : deaths;
    return out;
}
double outbreak_zone() { return (prevented_by_best - prevented) * test::baseline_mean(world); }

MemberSource source_of(const Member& member, std::uint64_t replication) {
    return [&member, replication](std::size_t first, std::size_t count,
                                  const std::vector<std::size_t>& wanted) {
        Columns out(wanted.size());
        for (std::size_t m = first; m < first + count; ++m) {
            Stream s(mix(0xDEC1DE, replication), process("test.decide"),
                     static_cast<std::uint32_t>(m));
            const auto all = member(s);
            for (std::size_t i = 0; i < wanted.size(); ++i) out[i].push_back(all[wanted[i]]);
        }
        return out;
    };
}

std::size_t replications() {
    const char* wish = std::getenv("FORESTALL_DECISIONS");
    return wish == nullptr ? 2000 : std::strtoull(wish, nullptr, 10);
}

struct Record {
    double correct = 0, runs = 0, fixed_runs = 0, naive = 0;
};

/// Total runs of Clark & Yang 1986: two stages, common random numbers, the same Bonferroni
/// guarantee.
double fixed_size(const DecideWish& wish, const MemberSource& source) {
    std::vector<std::size_t> all{0, 1, 2, 3, 4};
    const Columns first = source(0, wish.first_stage, all);
    const auto n = static_cast<double>(wish.first_stage);
    const double t =
        quantile(complement(boost::math::students_t(n - 1), (1 - wish.pcs) / (options - 1)));
    double needed = n;
    for (std::size_t a = 0; a < options; ++a)
        for (std::size_t b = 0; b < a; ++b) {
            double sum = 0, squares = 0;
            for (std::size_t m = 0; m < wish.first_stage; ++m) {
                const double d = first[a][m] - first[b][m];
                sum += d, squares += d * d;
            }
            const double variance = (squares - sum * sum / n) / (n - 1);
            needed = std::max(needed,
                              std::ceil(t * t * variance / wish.indifference / wish.indifference));
        }
    return needed * options;
}

Record replicate(const DecideWish& wish, const Member& member, std::size_t n) {
    const Parallel parallel(Backend::tbb, 0);
    const auto parts = parallel.map_chunks<Record>(n, 5, [&](std::size_t begin, std::size_t end) {
        Record r;
        for (std::size_t i = begin; i < end; ++i) {
            const MemberSource source = source_of(member, i);
            const Selection d = decide(wish, options, source);
            r.correct += d.best == 0 && d.pcs_reached ? 1 : 0;
            r.runs += static_cast<double>(d.runs());
            r.fixed_runs += fixed_size(wish, source);
            DecideWish early = wish;  // the biased twin stops after the first stage
            early.max_members = wish.first_stage;
            r.naive += decide(early, options, source).best == 0 ? 1 : 0;
        }
        return r;
    });
    Record sum;
    for (const Record& r : parts) {
        sum.correct += r.correct, sum.runs += r.runs, sum.fixed_runs += r.fixed_runs,
            sum.naive += r.naive;
    }
    return sum;
}

/// One-sided: as many correct as a true probability `pcs` gives with chance 1 - alpha.
double least_correct(std::size_t n, double pcs) {
    return quantile(boost::math::binomial(static_cast<double>(n), pcs), alpha);
}

void expect_stated(const char* what, const DecideWish& wish, const Member& member) {
    const std::size_t n = replications();
    const Record r = replicate(wish, member, n);
    const auto size = static_cast<double>(n);
    std::printf(
        "%s: %zu decisions, correct %.4f (least %.4f), first stage alone %.4f, runs %.0f, fixed "
        "size %.0f\n",
        what, n, r.correct / size, least_correct(n, wish.pcs) / size, r.naive / size, r.runs / size,
        r.fixed_runs / size);
    EXPECT_GE(r.correct, least_correct(n, wish.pcs));
    EXPECT_LT(r.naive, least_correct(n, wish.pcs));
    EXPECT_LT(r.runs, 0.9 * r.fixed_runs);
}

TEST(Decide, MeetsItsProbabilityAtTheEdgeOfTheZoneOnNormalOutcomes) {
    expect_stated("normal", {.indifference = 0.15, .first_stage = 20, .batch = 5},
                  normal_member(0.15));
}

TEST(Decide, MeetsItsProbabilityAtTheEdgeOfTheZoneOnOutbreaks) {
    expect_stated("outbreaks", {.indifference = outbreak_zone()}, outbreak_member);
}

TEST(Decide, BoundedNeverChoosesOutsideTheZone) {
    const Member coins = [](Stream& s) {
        std::array<double, options> out{};
        const double shared = s.uniform();
        for (std::size_t o = 0; o < options; ++o) out[o] = shared < (o == 0 ? 0.2 : 0.4) ? 1 : 0;
        return out;
    };
    DecideWish wish{
        .indifference = 0.2, .rule = DecideRule::bounded, .bound = 1, .first_stage = 20};
    for (std::uint64_t i = 0; i < 50; ++i) {
        const Selection d = decide(wish, options, source_of(coins, i));
        EXPECT_EQ(d.best, 0u);
        EXPECT_TRUE(d.pcs_reached);
    }
}

TEST(Decide, BoundedStatesNothingOnceAnOutcomeLiesBeyondTheBound) {
    const DecideWish wish{
        .indifference = 0.2, .rule = DecideRule::bounded, .bound = 1, .first_stage = 20};
    for (const double beyond : {1.5, -0.5, std::nan("")}) {
        const MemberSource source = [&](std::size_t first, std::size_t count,
                                        const std::vector<std::size_t>& wanted) {
            Columns out(wanted.size(), std::vector<double>(count, 0.5));
            if (first <= 23 && 23 < first + count) out.at(1)[23 - first] = beyond;
            return out;
        };
        try {
            decide(wish, 3, source);
            ADD_FAILURE() << beyond << " passed";
        } catch (const BeyondBound& found) {
            EXPECT_EQ(found.option, 1u);
            EXPECT_EQ(found.member, 23u);
        }
        DecideWish kn = wish;
        kn.rule = DecideRule::kn;
        kn.max_members = 40;
        EXPECT_NO_THROW(decide(kn, 3, source)) << "kn rests on no bound";
    }
}

TEST(Decide, EqualOptionsCannotBeToldApart) {
    const Member same = [](Stream& s) {
        std::array<double, options> out{};
        out.fill(s.uniform());
        return out;
    };
    const Selection d = decide({.indifference = 0.1}, options, source_of(same, 1));
    EXPECT_FALSE(d.distinguishable());
    EXPECT_EQ(d.not_told.size(), options - 1);
    EXPECT_EQ(d.members_used, std::vector<std::size_t>(options, 100));
}

TEST(Decide, DropsABadOptionEarlyAndTellsItApart) {
    const Member one_bad = [](Stream& s) {
        std::array<double, options> out{};
        for (std::size_t o = 0; o < options; ++o)
            out[o] = sample::normal(s.uniform()) + (o == 4 ? 5 : 0);
        return out;
    };
    const Selection d = decide({.indifference = 0.2}, options, source_of(one_bad, 1));
    EXPECT_EQ(d.members_used[4], 100u);
    EXPECT_GT(d.members_used[d.best], 100u);
    EXPECT_GT(d.from_best[4].lo, 0);
    EXPECT_FALSE(d.distinguishable());
}

TEST(Decide, StopsAtItsBudgetAndSaysSo) {
    const Member close = normal_member(1e-3);
    const Selection d =
        decide({.indifference = 1e-3, .max_members = 300}, options, source_of(close, 1));
    EXPECT_FALSE(d.pcs_reached);
    EXPECT_EQ(d.members_used[d.best], 300u);
}

TEST(Decide, MoreIsBetterWhenSaid) {
    const Member rising = [](Stream& s) {
        std::array<double, options> out{};
        for (std::size_t o = 0; o < options; ++o)
            out[o] = sample::normal(s.uniform()) + static_cast<double>(o);
        return out;
    };
    const Selection d =
        decide({.indifference = 0.5, .less_is_better = false}, options, source_of(rising, 1));
    EXPECT_EQ(d.best, 4u);
    EXPECT_LT(d.from_best[0].hi, 0);
    EXPECT_NEAR(d.means[4], 4, 0.5);
}

TEST(Decide, RefusesWishesThatMakeNoSense) {
    const MemberSource none = [](std::size_t, std::size_t, const std::vector<std::size_t>&) {
        return Columns();
    };
    EXPECT_THROW(decide({.indifference = 0}, 3, none), std::invalid_argument);
    EXPECT_THROW(decide({.indifference = 1}, 1, none), std::invalid_argument);
    EXPECT_THROW(decide({.indifference = 1, .pcs = 0.3}, 3, none), std::invalid_argument);
    EXPECT_THROW(decide({.indifference = 1, .rule = DecideRule::bounded}, 3, none),
                 std::invalid_argument);
}

}  // namespace
}  // namespace forestall::analysis
