// SPDX-License-Identifier: Apache-2.0
#include "results/reader.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "results/assemble.hpp"
#include "results/digest_trailer.hpp"
#include "results/files.hpp"
#include "results/run_file.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::HasSubstr;

std::string sample_file(const Header& header) {
    const auto rows = sample_rows(header, all_members(header.members));
    const std::string image = writer_of_rows(header, rows, Content::whole).finish();
    return image + trailer::of(image);
}

TEST(Results, GivesBackEveryRowAsItWasWritten) {
    const Header header = sample_header(9);
    const Results results = Results::from_bytes(sample_file(header), "sample");
    ASSERT_EQ(results.members(), all_members(9));
    for (std::size_t i = 0; i < 9; ++i) {
        const MemberRow want = sample_row(header, i), got = results.row(i);
        ASSERT_EQ(got.by_option.size(), want.by_option.size());
        for (std::size_t o = 0; o < want.by_option.size(); ++o) {
            EXPECT_EQ(got.by_option[o].series, want.by_option[o].series);
            EXPECT_EQ(got.by_option[o].per_place, want.by_option[o].per_place);
            EXPECT_EQ(got.by_option[o].per_group, want.by_option[o].per_group);
            EXPECT_EQ(got.by_option[o].scalars, want.by_option[o].scalars);
            EXPECT_EQ(got.by_option[o].hash, want.by_option[o].hash);
            EXPECT_EQ(got.by_option[o].parameters, want.by_option[o].parameters);
        }
    }
}

TEST(Results, RefusesToGiveANumberThatIsNone) {
    const Header header = sample_header(4);
    for (const double odd : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        auto rows = sample_rows(header, all_members(4));
        rows[2].by_option[1][Series::risk][0] = odd;
        for (MemberOutcome& outcome : rows[1].by_option) outcome.parameters[1] = odd;
        const Results results = Results::from_image_without_digest(
            writer_of_rows(header, rows, Content::whole).finish(), "sample");
        EXPECT_NO_THROW(results.values(Series::risk, 0));
        EXPECT_THROW(results.values(Series::risk, 1), FormatError);
        EXPECT_THROW(results.parameters(), FormatError);
        EXPECT_NO_THROW(results.parameters(2, 2));
    }
}

TEST(Results, RefusesPlacesThatLieNowhereOnEarth) {
    const auto opened = [](double latitude, double longitude) {
        Header header = sample_header(2);
        header.locations[1].latitude = latitude;
        header.locations[1].longitude = longitude;
        return Results::from_bytes(sample_file(header), "sample");
    };
    for (const double odd : {std::nan(""), HUGE_VAL, 1e308, -90.5, 90.5})
        EXPECT_THROW(opened(odd, 0), FormatError) << odd;
    for (const double odd : {std::nan(""), -1e308, -180.5, 180.5})
        EXPECT_THROW(opened(0, odd), FormatError) << odd;
    EXPECT_NO_THROW(opened(-90, 180));
}

TEST(Results, GivesBackTheHeader) {
    const Header header = sample_header(2);
    const Results results = Results::from_bytes(sample_file(header), "sample");
    EXPECT_EQ(job_difference(results.header(), header), "");
    EXPECT_EQ(results.header().title, header.title);
    EXPECT_EQ(results.header().seed, header.seed);
    EXPECT_EQ(results.header().description, header.description);
    EXPECT_EQ(results.header().scenario_files, header.scenario_files);
    EXPECT_EQ(results.header().price_year, header.price_year);
    EXPECT_EQ(results.find_option("option 2"), 2u);
    EXPECT_EQ(results.find_option("nowhere"), std::nullopt);
    EXPECT_FALSE(results.has_detail());
}

TEST(Results, ReadsOneOptionOfSomeMembers) {
    const Header header = sample_header(9);
    const Results results = Results::from_bytes(sample_file(header), "sample");
    const auto deaths = results.values(*find_variable("civilian_deaths"), 2, 4, 2);
    std::vector<double> want = sample_row(header, 4).by_option[2][Series::civilian_deaths];
    const auto next = sample_row(header, 5).by_option[2][Series::civilian_deaths];
    want.insert(want.end(), next.begin(), next.end());
    EXPECT_EQ(deaths, want);
    EXPECT_EQ(results.values(Scalar::mass_killing_onset_step, 1), std::vector<double>(9, -1.0));
    EXPECT_THROW(results.values(Series::risk, 3), std::out_of_range);
}

TEST(Results, WhatWasNotRunIsNotANumber) {
    Header header = sample_header(9);
    header.gaps = true;
    auto rows = sample_rows(header, all_members(9));
    for (std::size_t m = 4; m < 9; ++m) rows[m].by_option[0] = {};
    const std::string image = writer_of_rows(header, rows, Content::whole).finish();
    const Results results = Results::from_bytes(image + trailer::of(image), "gaps");
    for (const Variable& v : all_variables()) {
        if (!results.has(v)) continue;
        const std::size_t length = results.length(v);
        const auto values = results.values(v, 0), other = results.values(v, 1);
        for (std::size_t i = 0; i < values.size(); ++i) {
            EXPECT_EQ(std::isnan(values[i]), i / length >= 4) << v.spec->name;
            EXPECT_FALSE(std::isnan(other[i])) << v.spec->name;
        }
    }
    EXPECT_TRUE(results.ran(0, 3) && results.ran(1, 8));
    EXPECT_FALSE(results.ran(0, 4));
    EXPECT_FALSE(was_run(results.row(5).by_option[0]));
    EXPECT_EQ(results.row(5).by_option[1].series, rows[5].by_option[1].series);
    EXPECT_EQ(results.parameters(5, 1), rows[5].by_option[1].parameters);
}

TEST(Results, RefusesToSayOfAMemberThatItRanWhereItsHashSaysOtherwise) {
    Header header = sample_header(9);
    header.gaps = true;
    auto rows = sample_rows(header, all_members(9));
    for (std::size_t m = 4; m < 9; ++m) rows[m].by_option[0] = {};
    const std::string image = writer_of_rows(header, rows, Content::whole).finish();
    const std::string ran = std::string(4, '\1') + std::string(5, '\0') + std::string(18, '\1');
    const std::size_t at = image.find(ran);
    ASSERT_NE(at, std::string::npos);
    for (const auto& [place, value, sentence] :
         {std::tuple{0, '\0', "'ran' says 0 of member 0 under option"},
          std::tuple{4, '\1', "'ran' says 1 of member 4 under option"},
          std::tuple{26, '\2', "'ran' says 2 of member 8 under option"}}) {
        std::string forged = image;
        forged[at + static_cast<std::size_t>(place)] = value;
        try {
            Results::from_image_without_digest(forged, "forged");
            ADD_FAILURE() << "read";
        } catch (const FormatError& error) {
            EXPECT_THAT(error.what(), HasSubstr(sentence));
        }
    }
    EXPECT_NO_THROW(Results::from_image_without_digest(image, "sound"));
}

TEST(Results, KeepsFilesOfTheScenarioByteForByte) {
    Header header = sample_header(2);
    header.scenario_files = {{"a", ""},
                             {"b", std::string("NUL \0 and Latin-1 \xe9", 19)},
                             {"c", std::string(200000, 'x')}};
    EXPECT_EQ(Results::from_bytes(sample_file(header), "sample").header().scenario_files,
              header.scenario_files);
    header.scenario_files = {{"empty", ""}};
    EXPECT_EQ(Results::from_bytes(sample_file(header), "sample").header().scenario_files,
              header.scenario_files);
}

TEST(Results, KeepsLabelsOfAnyLength) {
    Header header = sample_header(2, 2, 2, 3);
    header.locations[0].name = std::string(3000, 'n');
    header.locations[1].name = "12345678";
    header.locations[2].name = "x";
    header.groups = {"1234567", "123456789"};
    const Results results = Results::from_bytes(sample_file(header), "sample");
    EXPECT_EQ(results.header().locations, header.locations);
    EXPECT_EQ(results.header().groups, header.groups);
}

TEST(Results, SeveralFilesOpenAtOnceDoNotMix) {
    const Header two = sample_header(2), nine = sample_header(9);
    const Results a = Results::from_bytes(sample_file(two), "a"),
                  b = Results::from_bytes(sample_file(nine), "b");
    EXPECT_EQ(a.members().size(), 2u);
    EXPECT_EQ(b.members().size(), 9u);
    EXPECT_EQ(b.row(8).by_option[0].series, sample_row(nine, 8).by_option[0].series);
    EXPECT_EQ(a.row(1).by_option[0].series, sample_row(two, 1).by_option[0].series);
}

TEST(Results, KeepsARunWithItsDetailAndEvents) {
    Header header = sample_header(20);
    header.options = {"none"};
    const Scratch scratch;
    const RunDetail want = sample_detail(header);
    write_run(scratch / "run.h5", header, 17, sample_row(header, 17).by_option[0], want);
    const Results results = Results::open(scratch / "run.h5");
    EXPECT_EQ(results.members(), std::vector<std::uint64_t>{17});
    ASSERT_TRUE(results.has_detail());
    const RunDetail got = results.detail();
    EXPECT_EQ(got.settled, want.settled);
    EXPECT_EQ(got.sheltered, want.sheltered);
    EXPECT_EQ(got.deaths, want.deaths);
    EXPECT_EQ(got.danger, want.danger);
    EXPECT_EQ(got.zones, want.zones);
    EXPECT_EQ(got.control, want.control);
    EXPECT_EQ(got.fighters, want.fighters);
    EXPECT_EQ(got.events.size(), want.events.size());
}

TEST(Results, ARunWithoutControlHasNone) {
    Header header = sample_header(20);
    header.options = {"none"};
    const Scratch scratch;
    RunDetail want = sample_detail(header);
    want.zones.clear();
    want.control.clear();
    want.fighters.clear();
    want.events.clear();
    write_run(scratch / "run.h5", header, 17, sample_row(header, 17).by_option[0], want);
    const RunDetail got = Results::open(scratch / "run.h5").detail();
    EXPECT_TRUE(got.zones.empty() && got.control.empty() && got.fighters.empty() &&
                got.events.empty());
    want.zones = {1};
    EXPECT_THROW(
        write_run(scratch / "no.h5", header, 17, sample_row(header, 17).by_option[0], want),
        std::invalid_argument);
}

TEST(Results, MissingFileIsAnInputOutputError) {
    EXPECT_THROW(Results::open("no-such-folder/no-such-file.h5"), IoError);
    EXPECT_THROW(Results::open("/"), IoError);
}

TEST(Results, RefusesWhatIsNoResultsFile) {
    for (const std::string& bytes : {std::string(), std::string("hello"), std::string(5000, 'x')})
        EXPECT_THROW(Results::from_bytes(bytes, "f"), FormatError);
}

TEST(Results, RefusesEveryTruncation) {
    const std::string whole = sample_file(sample_header(3));
    for (std::size_t size = 0; size < whole.size();
         size += size < 300 || size + 300 > whole.size() ? 1 : 97)
        EXPECT_THROW(Results::from_bytes(whole.substr(0, size), "f"), FormatError) << size;
}

TEST(Results, RefusesAFlippedBitInEveryRegion) {
    const std::string whole = sample_file(sample_header(3));
    for (std::size_t at = 0; at < whole.size(); at += at + 64 < whole.size() ? 61 : 1) {
        std::string bad = whole;
        bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
        EXPECT_THROW(Results::from_bytes(bad, "f"), FormatError) << at;
    }
}

TEST(Results, RefusesAppendedBytes) {
    const std::string whole = sample_file(sample_header(3));
    EXPECT_THROW(Results::from_bytes(whole + '\0', "f"), FormatError);
    EXPECT_THROW(Results::from_bytes(whole + whole, "f"), FormatError);
}

TEST(Results, WriterIsDeterministic) {
    const Header header = sample_header(5);
    EXPECT_EQ(sample_file(header), sample_file(header));
}

TEST(Writer, RefusesRowsThatCannotBeRight) {
    const Header header = sample_header(1);
    auto rows = sample_rows(header, {0});
    rows[0].by_option[1].series[0][2] = 0.5;
    EXPECT_THROW(writer_of_rows(header, rows, Content::whole), std::logic_error);
    rows = sample_rows(header, {0});
    rows[0].by_option[1].series[3].pop_back();
    EXPECT_THROW(writer_of_rows(header, rows, Content::whole), std::invalid_argument);
    rows = sample_rows(header, {0});
    rows[0].by_option.pop_back();
    EXPECT_THROW(writer_of_rows(header, rows, Content::whole), std::invalid_argument);
    Header twice = sample_header(1);
    twice.options[1] = "none";
    EXPECT_THROW(writer_of_rows(twice, sample_rows(twice, {0}), Content::whole),
                 std::invalid_argument);
}

}  // namespace
}  // namespace forestall
