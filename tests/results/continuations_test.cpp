// SPDX-License-Identifier: Apache-2.0
// A file with continuations: dimensions `continuation` and `outcome`, and what is kept of the
// states that they begin in.
#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "results/assemble.hpp"
#include "results/digest_trailer.hpp"
#include "results/files.hpp"
#include "results/hdf.hpp"
#include "results/mutation.hpp"
#include "results/parts.hpp"
#include "results/reader.hpp"
#include "results/sample_run.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::ElementsAre;

Header continued(std::uint64_t members, Continuations continuations = {3, 2}) {
    Header header = sample_header(members, 2);
    header.continuations = continuations;
    header.description = R"({"continuations":3})";
    return header;
}

std::string image_of(const Header& header, const std::vector<MemberRow>& rows) {
    return writer_of_rows(header, rows, Content::whole).finish();
}

Results in_memory(const Header& header) {
    return Results::from_image_without_digest(
        image_of(header, sample_rows(header, all_members(header.members))), "continued");
}

TEST(ContinuedFile, GivesEveryNumberBack) {
    const Header header = continued(4);
    const Results results = in_memory(header);
    EXPECT_EQ(results.header().continuations, header.continuations);
    for (std::uint64_t m = 0; m < 4; ++m) {
        const MemberRow row = sample_row(header, m), back = results.row(m);
        for (std::size_t o = 0; o < 2; ++o) {
            EXPECT_EQ(back.by_option[o].continued, row.by_option[o].continued) << m << " " << o;
            EXPECT_EQ(back.by_option[o].series, row.by_option[o].series);
        }
    }
    const std::size_t outcomes = continued_outcomes().size();
    EXPECT_EQ(results.values(Continued::option, 1).size(), std::size_t{4} * 3 * outcomes);
    EXPECT_EQ(results.values(Continued::weight, 1).size(), 4U);
}

TEST(ContinuedFile, HasDimensionsOfItsOwn) {
    const Header header = continued(4);
    const hdf::File file(hdf::bytes_in_memory(image_of(header, sample_rows(header, {0, 1, 2, 3}))));
    const auto shape = [&](const char* name) { return hdf::dataset_of(file.root(), name).shape; };
    EXPECT_THAT(shape("given_stage"), ElementsAre(2, 4, 3, continued_outcomes().size()));
    EXPECT_THAT(shape("given_stage_nothing"), ElementsAre(2, 4, 3, continued_outcomes().size()));
    EXPECT_THAT(shape("given_stage_weight"), ElementsAre(2, 4));
    EXPECT_THAT(file.dimensions(hdf::dataset_of(file.root(), "given_stage")),
                ElementsAre("option", "member", "continuation", "outcome"));
}

TEST(ContinuedFile, WithoutContinuationsThereIsNoTraceOfThem) {
    const Header header = sample_header(4);
    const hdf::File file(hdf::bytes_in_memory(image_of(header, sample_rows(header, {0, 1, 2, 3}))));
    for (const char* name : {"continuation", "outcome", "given_stage", "given_stage_weight"})
        EXPECT_FALSE(hdf::has_dataset(file.root(), name)) << name;
}

TEST(ContinuedFile, TakesNotANumberWhereAStageWasNotReachedAndNowhereElse) {
    const Header header = continued(3);
    auto rows = sample_rows(header, all_members(3));
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (double& v : rows[1].by_option[1][Continued::option]) v = none;
    const auto open = [&] {
        return Results::from_image_without_digest(image_of(header, rows), "gaps");
    };
    EXPECT_TRUE(std::isnan(open().row(1).by_option[1][Continued::option].front()));
    rows[1].by_option[1][Continued::weight] = {none};
    EXPECT_THROW(static_cast<void>(open().row(1)), FormatError);
    rows[1].by_option[1][Continued::weight] = {0};
    rows[1].by_option[1][Continued::option][5] = std::numeric_limits<double>::infinity();
    EXPECT_THROW(static_cast<void>(open().row(1)), FormatError);
}

TEST(ContinuedFile, EndsInTheSameBytesHoweverItWasMade) {
    const Header header = continued(10);
    const std::string whole = bytes_of_run(header, 10);
    EXPECT_EQ(bytes_of_run(header, 3), whole);
    for (std::uint64_t stop = 0; stop < 10; stop += 3) {
        const Scratch scratch;
        run(scratch / "o.h5", header, 3, Start::fresh, stop);
        run(scratch / "o.h5", header, 2, Start::resume);
        EXPECT_EQ(files::read_file(scratch / "o.h5"), whole) << "stopped after " << stop;
    }
    const Scratch scratch;
    std::vector<std::string> shards;
    for (std::uint64_t shard = 0; shard < 3; ++shard) {
        std::vector<std::uint64_t> members;
        for (std::uint64_t m = shard; m < 10; m += 3) members.push_back(m);
        shards.push_back(scratch / ("s" + std::to_string(shard) + ".h5"));
        run(shards.back(), header, 2, Start::fresh, 1 << 30, members);
    }
    merge(shards, scratch / "merged.h5", files::Existing::keep);
    EXPECT_EQ(files::read_file(scratch / "merged.h5"), whole);
}

TEST(ContinuedFile, IsOfAnotherJobIfItHasMoreScouts) {
    const Scratch scratch;
    run(scratch / "o.h5", continued(4), 2, Start::fresh, 2);
    EXPECT_THROW(run(scratch / "o.h5", continued(4, {3, 7}), 2, Start::resume), StartRefused);
}

TEST(ContinuedFile, HasPointsOrContinuationsNotBoth) {
    Header header = continued(2);
    header.points = {{header.parameters[0].name}, {{0.5}, {1.5}}};
    EXPECT_THROW(image_of(header, sample_rows(header, {0, 1})), std::invalid_argument);
}

TEST(ContinuedFile, IsRefusedOrReadWhenItWasTamperedWith) {
    const Header header = continued(3);
    const std::string image = image_of(header, sample_rows(header, all_members(3)));
    const std::string file = image + trailer::of(image);
    ASSERT_EQ(read_everything(file), "");
    std::size_t refused = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed)
        refused += read_everything(resealed_mutation(file, seed)).empty() ? 0 : 1;
    EXPECT_GT(refused, 50U);
}

}  // namespace
}  // namespace forestall
