// SPDX-License-Identifier: Apache-2.0
#include "population/shelter.hpp"

#include <gtest/gtest.h>

#include "population/bundle.hpp"

namespace forestall {
namespace {

TEST(Shelter, KeepsEntriesByHomeAndCountsThem) {
    Shelter<Heads> shelter(2, 3);
    shelter.admit(1, CellId{7}, Heads(5));
    shelter.admit(1, CellId{3}, Heads(2));
    shelter.admit(1, CellId{7}, Heads(10));
    shelter.admit(1, CellId{9}, Heads(0));
    ASSERT_EQ(shelter.at(1).size(), 2u) << "nobody is no entry";
    EXPECT_EQ(shelter.at(1)[0].home, CellId{3});
    EXPECT_EQ(shelter.at(1)[1].people.persons(), 15);
    EXPECT_EQ(shelter.persons(1), 17);
    EXPECT_EQ(shelter.persons(0), 0);
    EXPECT_EQ(shelter.persons(1, 0), 2) << "homes 3 and 9 are of the first of three groups";
    EXPECT_EQ(shelter.persons(1, 1), 15);
    EXPECT_EQ(shelter.persons(1, 2), 0);
}

TEST(Shelter, ReleasedPeopleAreGoneAndEmptyEntriesSweptAway) {
    Shelter<Heads> shelter(1, 1);
    Stream s(1, 2, 3);
    shelter.admit(0, CellId{1}, Heads(5));
    shelter.admit(0, CellId{2}, Heads(6));
    EXPECT_EQ(shelter.release(0, 0, 5, s).persons(), 5);
    EXPECT_EQ(shelter.at(0).size(), 2u) << "numbers of entries hold until the sweep";
    shelter.sweep(0);
    ASSERT_EQ(shelter.at(0).size(), 1u);
    EXPECT_EQ(shelter.at(0)[0].home, CellId{2});
    EXPECT_EQ(shelter.persons(0), 6);
}

}  // namespace
}  // namespace forestall
