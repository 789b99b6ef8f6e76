// SPDX-License-Identifier: Apache-2.0
// Files of format version 1, whose texts are of variable length, give what was written into them.
#include <gmock/gmock.h>

#include "results/export.hpp"
#include "results/old_file.hpp"
#include "results/reader.hpp"
#include "results/sample_job.hpp"

namespace forestall {
namespace {

using namespace testing;

TEST(OldVersion, AnEnsembleOpensWithItsLabelsRowsAndScenario) {
    const Header want = sample_header(3, 2, 3, 2);
    const Results results = Results::from_bytes(old_file("ensemble-1"), "old");
    EXPECT_EQ(job_difference(results.header(), want), "");
    EXPECT_EQ(results.header().locations, want.locations);
    EXPECT_EQ(results.header().groups, want.groups);
    EXPECT_EQ(results.header().scenario_files, want.scenario_files);
    EXPECT_EQ(results.members(), all_members(3));
    for (std::size_t i = 0; i < 3; ++i) {
        const MemberRow got = results.row(i), row = sample_row(want, i);
        for (std::size_t o = 0; o < 2; ++o) {
            EXPECT_EQ(got.by_option[o].series, row.by_option[o].series);
            EXPECT_EQ(got.by_option[o].per_place, row.by_option[o].per_place);
            EXPECT_EQ(got.by_option[o].hash, row.by_option[o].hash);
            EXPECT_EQ(got.by_option[o].parameters, row.by_option[o].parameters);
        }
    }
    EXPECT_FALSE(csv_of_series(results).empty());
}

TEST(OldVersion, ARunOpensWithItsDetailEventsAndCauses) {
    Header header = sample_header(20, 1, 5, 3);
    header.options = {"none"};
    const RunDetail want = sample_detail(header);
    const Results results = Results::from_bytes(old_file("run-1"), "old");
    EXPECT_EQ(results.header().actors, header.actors);
    const RunDetail got = results.detail();
    EXPECT_EQ(got.settled, want.settled);
    EXPECT_EQ(got.control, want.control);
    ASSERT_EQ(got.events.size(), want.events.size());
    for (std::size_t i = 0; i < want.events.size(); ++i) {
        EXPECT_EQ(got.events[i].kind, want.events[i].kind);
        EXPECT_EQ(got.events[i].place, want.events[i].place);
        ASSERT_EQ(got.events[i].causes.size(), want.events[i].causes.size());
        for (std::size_t c = 0; c < want.events[i].causes.size(); ++c)
            EXPECT_EQ(got.events[i].causes[c].what, want.events[i].causes[c].what);
    }
}

TEST(OldVersion, WhatWasNotRunIsStillToldFromWhatWas) {
    const Results results = Results::from_bytes(old_file("gaps-1"), "old");
    EXPECT_TRUE(results.ran(0, 1) && results.ran(1, 2));
    EXPECT_FALSE(results.ran(0, 2));
}

}  // namespace
}  // namespace forestall
