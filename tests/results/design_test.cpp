// SPDX-License-Identifier: Apache-2.0
// A file with a design: a `point` dimension before all others, and what is held at which value.
#include <gmock/gmock.h>

#include <sstream>
#include <stdexcept>

#include "results/assemble.hpp"
#include "results/export.hpp"
#include "results/files.hpp"
#include "results/hdf.hpp"
#include "results/part_file.hpp"
#include "results/reader.hpp"
#include "results/sample_run.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Two options at three points; the first parameter is held.
Header designed(std::uint64_t members) {
    Header header = sample_header(members, 2);
    header.points = {{header.parameters[0].name}, {{0.5}, {1.5}, {2.5}}};
    header.description = R"({"points":3})";
    return header;
}

Results written(const Header& header) {
    const auto rows = sample_rows(header, all_members(header.members));
    return Results::from_image_without_digest(writer_of_rows(header, rows, Content::whole).finish(),
                                              "designed");
}

TEST(Design, EveryNumberComesBackAtItsPoint) {
    const Header header = designed(4);
    const Results results = written(header);
    EXPECT_EQ(results.header().points, header.points);
    EXPECT_EQ(results.columns(), 6U);
    for (std::uint64_t m = 0; m < 4; ++m) {
        const MemberRow row = sample_row(header, m);
        const MemberRow back = results.row(m);
        ASSERT_EQ(back.by_option.size(), 6U);
        for (std::size_t c = 0; c < 6; ++c) {
            EXPECT_EQ(back.by_option[c].series, row.by_option[c].series) << m << " " << c;
            EXPECT_EQ(back.by_option[c].per_place, row.by_option[c].per_place);
            EXPECT_EQ(back.by_option[c].scalars, row.by_option[c].scalars);
            EXPECT_EQ(back.by_option[c].hash, row.by_option[c].hash);
            EXPECT_EQ(back.by_option[c].parameters, row.by_option[c].parameters);
        }
        EXPECT_THAT(results.parameters_at(2, m), ElementsAre(2.5, static_cast<double>(m) + 0.125));
    }
    EXPECT_THROW(results.parameters_at(3, 0), std::out_of_range);
    EXPECT_THROW(results.values(Series::displaced, 6), std::out_of_range);
}

TEST(Design, IsTheFirstDimensionOfTheFile) {
    const auto rows = sample_rows(designed(4), all_members(4));
    const hdf::File file(
        hdf::bytes_in_memory(writer_of_rows(designed(4), rows, Content::whole).finish()));
    const auto shape = [&](const char* name) { return hdf::dataset_of(file.root(), name).shape; };
    EXPECT_THAT(shape("civilian_deaths"), ElementsAre(3, 2, 4, 5));
    EXPECT_THAT(shape("peak_stage"), ElementsAre(3, 2, 4));
    EXPECT_THAT(shape("member_hash"), ElementsAre(3, 2, 4));
    EXPECT_THAT(hdf::dataset_of(hdf::group_of(file.root(), "parameters"), "values").shape,
                ElementsAre(3, 4, 2));
}

TEST(Design, AFileWithoutOneHasNoTrace) {
    const auto header = sample_header(4);
    const auto rows = sample_rows(header, all_members(4));
    const hdf::File file(
        hdf::bytes_in_memory(writer_of_rows(header, rows, Content::whole).finish()));
    EXPECT_FALSE(hdf::has_dataset(file.root(), "point"));
    EXPECT_FALSE(hdf::has_group(file.root(), "points"));
    EXPECT_EQ(hdf::dataset_of(file.root(), "peak_stage").shape.size(), 2U);
}

TEST(Design, PartsResumeAndShardsMergeToTheSameBytes) {
    const Header header = designed(10);
    const std::string whole = bytes_of_run(header, 10);
    EXPECT_EQ(bytes_of_run(header, 3), whole);
    const Scratch scratch;
    run(scratch / "o.h5", header, 3, Start::fresh, 4);
    run(scratch / "o.h5", header, 2, Start::resume);
    EXPECT_EQ(files::read_file(scratch / "o.h5"), whole);
    run(scratch / "0.h5", header, 2, Start::fresh, 100, {0, 2, 4, 6, 8});
    run(scratch / "1.h5", header, 2, Start::fresh, 100, {1, 3, 5, 7, 9});
    merge({scratch / "1.h5", scratch / "0.h5"}, scratch / "all.h5");
    EXPECT_EQ(files::read_file(scratch / "all.h5"), whole);
}

TEST(Design, SeveralBlocksAreCopiedPointByPoint) {
    Header header = sample_header(1100, 2, 3, 2);
    header.points = {{header.parameters[0].name}, {{1}, {2}}};
    EXPECT_EQ(bytes_of_run(header, 1100), bytes_of_run(header, 37));
}

TEST(Design, APartOfAnotherDesignIsOfAnotherJob) {
    const Header header = designed(4);
    Header other = header;
    other.points.values[1][0] = 1.25;
    const auto rows = sample_rows(header, {0, 1});
    const PartAbout about = part_about(part_bytes(header, rows), "part");
    EXPECT_EQ(part_difference(about, header), "");
    EXPECT_THAT(part_difference(about, other), HasSubstr("differ"));
}

TEST(Design, CsvHasALineForEachPointAndNumbersAndParametersByMember) {
    const Results results = written(designed(4));
    const auto lines = [](const std::string& text) {
        std::vector<std::string> out;
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) out.push_back(line);
        return out;
    };
    const auto members = lines(csv_of_members(results));
    ASSERT_EQ(members.size(), 1U + 3 * 2 * 4);
    EXPECT_EQ(members[0],
              "point,option,member,peak_stage,mass_killing_onset_step,"
              "mass_killing_per_head_onset_step,first_warning_step,"
              "population.distance_exponent,population.walking_speed\r");
    EXPECT_THAT(members[1 + 8 + 4 + 3], StartsWith("1,option 1,3,"));
    EXPECT_THAT(members[1 + 8 + 4 + 3], HasSubstr(",-1,"));
    EXPECT_THAT(members[1 + 8 + 4 + 3], HasSubstr(",1.5,3.125"));
    const auto series = lines(csv_of_series(results));
    ASSERT_EQ(series.size(), 1U + 3 * 2 * 4 * 5);
    EXPECT_THAT(series[0], StartsWith("point,option,member,time,"));
    EXPECT_THAT(series.back(), StartsWith("2,option 1,3,2030-01-29,"));
}

TEST(Design, WhatDoesNotFitIsRefused) {
    Header header = designed(2);
    header.points.values[1].push_back(3);
    EXPECT_THROW(written(header), std::invalid_argument);
    Header few = designed(2);
    auto rows = sample_rows(few, {0, 1});
    rows[0].by_option.pop_back();
    EXPECT_THROW(writer_of_rows(few, rows, Content::whole), std::invalid_argument);
}

}  // namespace
}  // namespace forestall
