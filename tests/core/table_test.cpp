// SPDX-License-Identifier: Apache-2.0
#include "core/table.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "core/hash.hpp"

namespace forestall {
namespace {

using Fighters = Table<ActorId, PlaceId, int>;
using Threat = Table<ActorId, double>;

template <class T, class I, class J>
concept AskedBy = requires(T& table, I i, J j) {
    table(i, j);
};
template <class T, class I>
concept HeldBy = requires(T& table, I i) {
    table[i];
};

static_assert(AskedBy<Fighters, ActorId, PlaceId> && AskedBy<const Fighters, ActorId, PlaceId>);
static_assert(!AskedBy<Fighters, PlaceId, ActorId>, "swapped indices compile");
static_assert(!AskedBy<Fighters, ActorId, ActorId>, "an index of another kind compiles");
static_assert(!AskedBy<Fighters, std::size_t, std::size_t>, "plain numbers compile");
static_assert(!AskedBy<Fighters, ActorId, int>, "a plain number compiles");
static_assert(HeldBy<Threat, ActorId> && !HeldBy<Threat, PlaceId> && !HeldBy<Threat, std::size_t>);
static_assert(!std::is_convertible_v<ActorId, PlaceId> && !std::is_convertible_v<ActorId, int>);

constexpr ActorId a0{0}, a1{1};
constexpr PlaceId p0{0}, p1{1}, p2{2};

TEST(Table, GivesBackWhatWasPutAtAPair) {
    Fighters f(2, 3);
    int n = 0;
    for (const ActorId a : ids<ActorId>(2))
        for (const PlaceId p : ids<PlaceId>(3)) f(a, p) = ++n;
    EXPECT_EQ(f(a0, p0), 1);
    EXPECT_EQ(f(a0, p2), 3);
    EXPECT_EQ(f(a1, p0), 4);
    EXPECT_EQ(std::as_const(f)(a1, p2), 6);
}

TEST(Table, KeepsTheValuesOfARowTogetherAndRowsInOrder) {
    Fighters f(2, 3);
    f(a0, p2) = 5;
    f(a1, p1) = 7;
    const std::vector<int> flat(f.begin(), f.end());
    EXPECT_EQ(flat, (std::vector{0, 0, 5, 0, 7, 0}));
    EXPECT_EQ(f.row(a1)[1], 7);
    f.row(a1)[2] = 9;
    EXPECT_EQ(f(a1, p2), 9);
}

TEST(Table, IsHashedAsItsVector) {
    Table<ActorId, PlaceId, double> t(2, 2, 0.5);
    t(a1, p0) = 2;
    StateHash of_table, of_vector, of_other;
    of_table.add_range(t);
    of_vector.add_range(std::vector{0.5, 0.5, 2.0, 0.5});
    of_other.add_range(std::vector{0.5, 2.0, 0.5, 0.5});
    EXPECT_EQ(of_table.digest(), of_vector.digest());
    EXPECT_NE(of_table.digest(), of_other.digest());
}

TEST(Table, StartsFromOneValueAndCanBeFilledAgain) {
    Threat t(3, 0.25);
    EXPECT_EQ(std::accumulate(t.begin(), t.end(), 0.0), 0.75);
    t[a1] = 1;
    t.fill(0);
    EXPECT_EQ(t.size(), 3U);
    EXPECT_EQ(std::accumulate(t.begin(), t.end(), 0.0), 0);
}

TEST(Ids, RunOverATableAndOverPairs) {
    std::vector<std::size_t> seen;
    for (const PlaceId p : ids<PlaceId>(3)) seen.push_back(index(p));
    EXPECT_EQ(seen, (std::vector<std::size_t>{0, 1, 2}));
    int pairs = 0;
    for (const ActorId a : ids<ActorId>(4))
        for (const ActorId b : ids_after(a, 4)) {
            EXPECT_LT(index(a), index(b));
            ++pairs;
        }
    EXPECT_EQ(pairs, 6);
    for (const GroupId g : ids<GroupId>(0)) ADD_FAILURE() << index(g);
}

TEST(Ids, NoneIsNoIdOfATable) {
    EXPECT_NE(none<PlaceId>(), p1);
    EXPECT_EQ(id_at<PlaceId>(index(none<PlaceId>())), none<PlaceId>());
}

}  // namespace
}  // namespace forestall
