// SPDX-License-Identifier: Apache-2.0
#include "results/parts.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "results/files.hpp"
#include "results/old_file.hpp"
#include "results/part_file.hpp"
#include "results/reader.hpp"
#include "results/sample_run.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(PartStore, BytesDoNotDependOnBatches) {
    const Header header = sample_header(13);
    const std::string whole = bytes_of_run(header, 13);
    EXPECT_EQ(whole, bytes_of_run(header, 1));
    EXPECT_EQ(whole, bytes_of_run(header, 5));
}

TEST(PartStore, BytesDoNotDependOnBatchesOverSeveralBlocks) {
    const Header header = sample_header(1100, 2, 3, 2);
    EXPECT_EQ(bytes_of_run(header, 1100), bytes_of_run(header, 37));
}

TEST(PartStore, BytesDoNotDependOnTheOrderOfBatches) {
    const Header header = sample_header(6);
    const Scratch scratch;
    PartStore store(scratch / "o.h5", header, all_members(6), Start::fresh);
    store.append(sample_rows(header, {3, 5}));
    store.append(sample_rows(header, {0, 4}));
    EXPECT_THAT(store.done_members(), ElementsAre(0, 3, 4, 5));
    EXPECT_THAT(store.missing_members(), ElementsAre(1, 2));
    store.append(sample_rows(header, {1, 2}));
    store.finish();
    EXPECT_EQ(files::read_file(scratch / "o.h5"), bytes_of_run(header, 6));
    EXPECT_FALSE(files::exists(store.parts_directory()));
}

TEST(PartStore, ResumeEndsInTheSameBytes) {
    const Header header = sample_header(10);
    const std::string whole = bytes_of_run(header, 10);
    for (std::uint64_t stop = 0; stop < 10; ++stop) {
        const Scratch scratch;
        run(scratch / "o.h5", header, 3, Start::fresh, stop);
        run(scratch / "o.h5", header, 2, Start::resume);
        EXPECT_EQ(files::read_file(scratch / "o.h5"), whole) << "stopped after " << stop;
    }
}

TEST(PartStore, ResumeOfAFinishedJobChangesNothing) {
    const Header header = sample_header(4);
    const Scratch scratch;
    run(scratch / "o.h5", header, 2, Start::fresh);
    const std::string before = files::read_file(scratch / "o.h5");
    PartStore store(scratch / "o.h5", header, all_members(4), Start::resume);
    EXPECT_TRUE(store.missing_members().empty());
    store.finish();
    EXPECT_EQ(files::read_file(scratch / "o.h5"), before);
    EXPECT_FALSE(files::exists(store.parts_directory()));
}

TEST(PartStore, OverwriteReplacesAFinishedFileAtItsEnd) {
    const Scratch scratch;
    run(scratch / "o.h5", sample_header(4), 2, Start::fresh);
    run(scratch / "o.h5", sample_header(5), 2, Start::overwrite, 3);
    EXPECT_EQ(Results::open(scratch / "o.h5").members().size(), 4u);
    run(scratch / "o.h5", sample_header(5), 2, Start::resume);  // was told before
    EXPECT_EQ(Results::open(scratch / "o.h5").members().size(), 5u);
    EXPECT_FALSE(files::exists(scratch / "o.h5.parts"));
}

template <class Body>
std::string refusal(const Body& body) {
    try {
        body();
    } catch (const StartRefused& refused) {
        return std::string(refused.what()) + " | " + refused.hint();
    }
    return "not refused";
}

TEST(PartStore, FreshRunRefusesToForgetAnUnfinishedOne) {
    const Header header = sample_header(4);
    const Scratch scratch;
    run(scratch / "o.h5", header, 1, Start::fresh, 3);
    EXPECT_THAT(refusal([&] { run(scratch / "o.h5", header, 1, Start::fresh); }),
                HasSubstr("holds 3 members of an unfinished run of 4 | add --resume"));
    run(scratch / "o.h5", header, 1, Start::overwrite);
    EXPECT_TRUE(Results::open(scratch / "o.h5").complete());
}

TEST(PartStore, ResumeOfAnotherJobIsRefusedWithTheDifference) {
    const Scratch scratch;
    run(scratch / "o.h5", sample_header(4), 1, Start::fresh, 3);
    EXPECT_THAT(refusal([&] { run(scratch / "o.h5", sample_header(6), 1, Start::resume); }),
                HasSubstr("members is 4 there and 6 here"));
    run(scratch / "o.h5", sample_header(4), 1, Start::resume);
    EXPECT_THAT(refusal([&] { run(scratch / "o.h5", sample_header(6), 1, Start::resume); }),
                HasSubstr("members is 4 there and 6 here"));
    Header other = sample_header(4);
    other.program.git_commit = "another";
    EXPECT_THAT(refusal([&] { run(scratch / "o.h5", other, 1, Start::resume); }),
                HasSubstr("program's commit"));
}

TEST(PartStore, ResumeNamesTheFileThatMakesAnotherWorld) {
    const Header before =
        of_scenario(4, {{"scenario.toml", "a"}, {"routes.csv", "b"}, {"README.md", "c"}}, "1");
    const Header after =
        of_scenario(4, {{"scenario.toml", "a"}, {"routes.csv", "B"}, {"README.md", "C"}}, "2");
    const Scratch scratch;
    run(scratch / "o.h5", before, 1, Start::fresh, 3);
    for (int twice = 0; twice < 2; ++twice)
        EXPECT_THAT(refusal([&] { run(scratch / "o.h5", after, 1, Start::resume); }),
                    HasSubstr("the scenarios make different worlds: routes.csv differs |"));
    run(scratch / "o.h5", before, 1, Start::resume);
    EXPECT_THAT(refusal([&] { run(scratch / "o.h5", after, 1, Start::resume); }),
                HasSubstr("routes.csv differs"))
        << "a finished file has the texts";
    EXPECT_FALSE(files::exists(scratch / "o.h5.parts"));
}

TEST(PartStore, ResumeDoesNotMindOtherWordsForTheSameWorld) {
    const Header before = of_scenario(4, {{"scenario.toml", "a\r\n"}}, "1");
    const Header after =
        of_scenario(4, {{"scenario.toml", "a # a word\n"}, {"README.md", "c"}}, "1");
    const Scratch scratch;
    run(scratch / "o.h5", before, 1, Start::fresh, 3);
    run(scratch / "o.h5", after, 1, Start::resume);
    EXPECT_EQ(files::read_file(scratch / "o.h5"), bytes_of_run(after, 4));
    EXPECT_FALSE(files::exists(scratch / "o.h5.parts"));
}

TEST(PartStore, LeavesAFinishedFileAloneUnlessToldToReplaceThatVeryFile) {
    const Header header = sample_header(5);
    const Scratch scratch;
    const std::string out = scratch / "o.h5";
    run(out, sample_header(4), 2, Start::fresh);
    const std::string before = files::read_file(out);
    EXPECT_THAT(refusal([&] { run(out, header, 2, Start::fresh); }),
                HasSubstr("exists; it is left as it is"));
    EXPECT_THAT(refusal([&] { run(out, sample_header(4), 2, Start::fresh); }), HasSubstr("exists"));
    run(out, header, 2, Start::overwrite, 3);
    std::filesystem::remove(out);
    files::write_atomically(out, "came later");
    EXPECT_THAT(refusal([&] { run(out, header, 2, Start::resume); }),
                HasSubstr("cannot be read as results"));
    EXPECT_EQ(files::read_file(out), "came later");
    std::filesystem::remove(out);
    run(out, header, 2, Start::resume);
    EXPECT_EQ(Results::open(out).members().size(), 5u);
}

TEST(PartStore, AFileThatCameWhileItRanStaysAndSoDoTheParts) {
    const Header header = sample_header(3);
    const Scratch scratch;
    const std::string out = scratch / "o.h5";
    {
        PartStore store(out, header, all_members(3), Start::fresh);
        store.append(sample_rows(header, {0, 1, 2}));
        files::write_atomically(out, "came meanwhile");
        EXPECT_THROW(store.finish(), StartRefused);
    }
    EXPECT_EQ(files::read_file(out), "came meanwhile");
    std::filesystem::remove(out);
    run(out, header, 1, Start::resume, 0);
    EXPECT_TRUE(Results::open(out).complete());
}

TEST(PartStore, FreshRunDoesNotTouchPartsThatCannotBeRead) {
    const Scratch scratch;
    const std::string out = scratch / "o.h5",
                      part = out + ".parts/part-000000000000-000000000002.rows";
    run(out, sample_header(4), 3, Start::fresh, 3);
    files::write_atomically(part, "damaged");
    EXPECT_THAT(refusal([&] { run(out, sample_header(4), 1, Start::fresh); }),
                HasSubstr("cannot be read"));
    EXPECT_EQ(files::read_file(part), "damaged");
}

TEST(PartStore, ResumeOfAnotherShardIsRefused) {
    const Header header = sample_header(6);
    const Scratch scratch;
    run(scratch / "o.h5", header, 1, Start::fresh, 2, {0, 2, 4});
    EXPECT_THAT(refusal([&] {
                    run(scratch / "o.h5", header, 1, Start::resume, 3, {1, 3, 5});
                }),
                HasSubstr("shard"));
}

TEST(PartStore, LeavesAFileOfSomebodyElseAlone) {
    const Scratch scratch;
    files::write_atomically(scratch / "scenario.toml", "title = 'mine'");
    for (const Start start : {Start::fresh, Start::resume}) {
        EXPECT_THAT(refusal([&] { run(scratch / "scenario.toml", sample_header(2), 1, start); }),
                    HasSubstr("left as it is"));
        EXPECT_EQ(files::read_file(scratch / "scenario.toml"), "title = 'mine'");
    }
    EXPECT_THAT(refusal([&] { run("/dev/null", sample_header(2), 1, Start::overwrite); }),
                HasSubstr("not a regular file"));
}

TEST(PartStore, DamagedPartIsSetAsideAndComputedAgain) {
    const Header header = sample_header(6);
    const std::string whole = bytes_of_run(header, 6);
    const Scratch scratch;
    const std::string out = scratch / "o.h5",
                      part = out + ".parts/part-000000000002-000000000003.rows";
    run(out, header, 2, Start::fresh, 4);
    std::string bytes = files::read_file(part);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    files::write_atomically(part, bytes);
    {
        PartStore store(out, header, all_members(6), Start::resume);
        EXPECT_THAT(store.done_members(), ElementsAre(0, 1));
        ASSERT_EQ(store.warnings().all().size(), 1u);
        EXPECT_THAT(to_string(store.warnings().all()[0]), HasSubstr("W701"));
        EXPECT_TRUE(files::exists(part + ".damaged"));
    }
    run(out, header, 2, Start::resume);
    EXPECT_EQ(files::read_file(out), whole);
    EXPECT_FALSE(files::exists(out + ".parts"));
}

TEST(PartStore, PartsAreInProportionToWhatTheyHold) {
    const Header header = sample_header(40, 1, 4, 2);
    const Scratch scratch;
    PartStore store(scratch / "o.h5", header, all_members(40), Start::fresh);
    store.append(sample_rows(header, {0}));
    store.append(sample_rows(header, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    const std::string part = store.parts_directory() + "/part-";
    EXPECT_LT(files::read_file(part + "000000000000-000000000000.rows").size(), 1500u);
    EXPECT_LT(files::read_file(part + "000000000001-000000000010.rows").size(), 6000u);
}

TEST(PartStore, PartsOfAnOlderVersionAreNeitherReadNorForgotten) {
    const Header header = sample_header(4);
    const Scratch scratch;
    const std::string out = scratch / "o.h5",
                      old = out + ".parts/part-000000000000-000000000001.h5";
    files::make_directory(out + ".parts");
    files::write_atomically(old, old_file("ensemble-1"));
    for (const Start start : {Start::fresh, Start::resume})
        EXPECT_THAT(refusal([&] { run(out, header, 2, start); }), HasSubstr("older version"));
    EXPECT_TRUE(files::exists(old));
    run(out, header, 2, Start::overwrite);
    EXPECT_TRUE(Results::open(out).complete());
    EXPECT_FALSE(files::exists(out + ".parts"));
}

TEST(PartStore, APartGivesBackItsRowsAndWhatWasNotRun) {
    Header header = sample_header(6);
    header.gaps = true;
    auto rows = sample_rows(header, {1, 4, 5});
    rows[1].by_option[0] = {};
    const Scratch scratch;
    PartStore store(scratch / "o.h5", header, all_members(6), Start::fresh);
    store.append(std::vector<MemberRow>(rows));
    const std::string path = store.parts_directory() + "/part-000000000001-000000000005.rows";
    const Results results = results_of_part(path, header);
    EXPECT_THAT(results.members(), ElementsAre(1, 4, 5));
    EXPECT_FALSE(results.ran(0, 1));
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t o = 0; o < header.options.size(); ++o) {
            const MemberRow got = results.row(i);
            EXPECT_EQ(got.by_option[o].series, rows[i].by_option[o].series);
            EXPECT_EQ(got.by_option[o].scalars, rows[i].by_option[o].scalars);
            EXPECT_EQ(got.by_option[o].per_group, rows[i].by_option[o].per_group);
            EXPECT_EQ(got.by_option[o].hash, rows[i].by_option[o].hash);
            EXPECT_EQ(got.by_option[o].parameters, rows[i].by_option[o].parameters);
        }
}

TEST(PartStore, EveryCutOrChangedPartIsSetAside) {
    const Header header = sample_header(2);
    const Scratch scratch;
    const std::string out = scratch / "o.h5",
                      part = out + ".parts/part-000000000000-000000000000.rows";
    run(out, header, 1, Start::fresh, 1);
    const std::string whole = files::read_file(part);
    for (std::size_t at = 0; at < whole.size(); at += at + 40 < whole.size() && at > 40 ? 53 : 1) {
        SCOPED_TRACE(at);
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 4);
        for (const std::string& bad : {whole.substr(0, at), changed})
            EXPECT_THROW(part_about(bad, "part"), FormatError);
    }
}

TEST(PartStore, SecondProcessOnTheSameOutputIsRefused) {
    const Header header = sample_header(2);
    const Scratch scratch;
    const PartStore store(scratch / "o.h5", header, all_members(2), Start::fresh);
    EXPECT_THROW(PartStore(scratch / "o.h5", header, all_members(2), Start::resume), IoError);
}

TEST(PartStore, TakesEachMemberOnce) {
    const Header header = sample_header(3);
    const Scratch scratch;
    PartStore store(scratch / "o.h5", header, all_members(3), Start::fresh);
    store.append(sample_rows(header, {1}));
    EXPECT_THROW(store.append(sample_rows(header, {1})), std::invalid_argument);
    EXPECT_THROW(store.append(sample_rows(header, {7})), std::invalid_argument);
    EXPECT_THROW(store.finish(), std::invalid_argument);
}

TEST(PartStore, RefusalAndEmptyRunLeaveNoDirectoryBehind) {
    const Scratch scratch;
    { const PartStore store(scratch / "o.h5", sample_header(3), all_members(3), Start::fresh); }
    EXPECT_FALSE(files::exists(scratch / "o.h5.parts"));
}

}  // namespace
}  // namespace forestall
