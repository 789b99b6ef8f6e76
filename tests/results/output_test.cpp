// SPDX-License-Identifier: Apache-2.0
#include "results/output.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "results/scratch.hpp"

namespace forestall {
namespace {

using ::testing::HasSubstr;
using testing::Scratch;
namespace fs = std::filesystem;

template <class Body>
std::string refusal(const Body& body) {
    try {
        body();
    } catch (const StartRefused& refused) {
        return std::string(refused.what()) + " | " + refused.hint();
    } catch (const IoError& error) {
        return "system: " + std::string(error.what()) + " | " + error.hint();
    }
    return "not refused";
}

std::string refused(const std::string& name, output::Rule rule = {}) {
    return refusal([&] { output::check_file(name, rule); });
}

TEST(Output, AFileThatIsThereStaysAlsoAnEmptyOne) {
    const Scratch scratch;
    files::write_atomically(scratch / "full", "x");
    files::write_atomically(scratch / "empty", "");
    for (const char* name : {"full", "empty"}) {
        EXPECT_THAT(refused(scratch / name),
                    HasSubstr("exists; it is left as it is | add --overwrite"));
        EXPECT_EQ(output::check_file(scratch / name, {.start = Start::overwrite}),
                  files::Existing::replace);
        EXPECT_EQ(output::check_file(scratch / name, {.start = Start::resume}),
                  files::Existing::keep);
    }
    EXPECT_EQ(output::check_file(scratch / "new", {}), files::Existing::keep);
    EXPECT_FALSE(files::exists(scratch / "new"));
}

TEST(Output, WhatIsReadIsNeverWrittenOverByWhateverName) {
    const Scratch scratch;
    const std::string input = scratch / "input";
    fs::create_directory(scratch / "folder");
    files::write_atomically(input, "x");
    files::write_atomically(scratch / "folder/inside", "x");
    ASSERT_EQ(::symlink("input", (scratch / "symbolic").c_str()), 0);
    ASSERT_EQ(::link(input.c_str(), (scratch / "hard").c_str()), 0);
    for (const Start start : {Start::fresh, Start::resume, Start::overwrite}) {
        for (const char* name : {"input", "symbolic", "hard", "folder/../input"})
            EXPECT_THAT(
                refused(scratch / name, {.start = start, .inputs = {scratch / "other", input}}),
                HasSubstr("is the file that is read"));
        EXPECT_THAT(
            refused(scratch / "folder/inside", {.start = start, .inputs = {scratch / "folder"}}),
            HasSubstr("is one of the files in"));
    }
    EXPECT_EQ(refused(scratch / "new", {.inputs = {input}}), "not refused");
}

TEST(Output, ANameThatCannotBeWrittenIsRefused) {
    const Scratch scratch;
    ASSERT_EQ(::symlink("b", (scratch / "a").c_str()), 0);
    ASSERT_EQ(::symlink("a", (scratch / "b").c_str()), 0);
    ASSERT_EQ(::symlink(scratch.path().c_str(), (scratch / "to-folder").c_str()), 0);
    ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
    EXPECT_THAT(refused(""), HasSubstr("an empty name"));
    EXPECT_THAT(refused(scratch / ""), HasSubstr("the name of a directory"));
    EXPECT_THAT(refused(scratch / "new/"), HasSubstr("the name of a directory"));
    EXPECT_THAT(refused(scratch / ".."), HasSubstr("the name of a directory"));
    EXPECT_THAT(refused(scratch.path()), HasSubstr("is not a regular file"));
    EXPECT_THAT(refused(scratch / "to-folder"), HasSubstr("is not a regular file"));
    EXPECT_THAT(refused(scratch / "pipe"), HasSubstr("is not a regular file"));
    EXPECT_THAT(refused("/dev/null"), HasSubstr("is not a regular file"));
    EXPECT_THAT(refused(scratch / "a"), HasSubstr("in a circle"));
    EXPECT_THAT(refused(scratch / "a/x"), HasSubstr("circle"));
    EXPECT_THAT(refused(scratch / "none/o.h5"), HasSubstr("there is no directory"));
    EXPECT_THAT(refused(scratch / "none/o.h5"), HasSubstr("create the directory first"));
    EXPECT_THAT(refused("/proc/o.h5"), HasSubstr("system: "));
    EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), {}), 4);
}

std::string name_of(std::size_t length) {
    std::string name;
    while (name.size() + 3 < length) name += 'n';
    return name + ".h5";
}

TEST(Output, ANameIsTooLongWithWhatIsAddedToIt) {
    const Scratch scratch;
    EXPECT_THAT(refused(scratch / name_of(300)), HasSubstr("too long"));
    EXPECT_THAT(refused(scratch / name_of(246)), HasSubstr("too long"));
    EXPECT_EQ(refused(scratch / name_of(223)), "not refused");
    EXPECT_THAT(refused(scratch / name_of(223), {.beside = {".search.csv.part"}}),
                HasSubstr("too long"));
    std::string deep = scratch.path();
    while (deep.size() + 201 < 4050) {
        deep.append(1, '/').append(200, 'd');
        if (::mkdir(deep.c_str(), 0700) != 0) GTEST_SKIP() << "no deep directories here";
    }
    deep.append(1, '/').append(4060 - deep.size() - 1, 'o');
    EXPECT_EQ(refused(deep), "not refused");
    EXPECT_THAT(refused(deep, {.in_parts = true}), HasSubstr("too long"));
}

TEST(Output, ALinkToNothingIsFollowed) {
    const Scratch scratch;
    fs::create_directory(scratch / "far");
    ASSERT_EQ(::symlink("far/file", (scratch / "link").c_str()), 0);
    ASSERT_EQ(::symlink("link", (scratch / "again").c_str()), 0);
    files::write_atomically(scratch / "again", "x", {}, output::check_file(scratch / "again", {}));
    EXPECT_EQ(files::read_file(scratch / "far/file"), "x");
    EXPECT_TRUE(fs::is_symlink(scratch / "link"));
    EXPECT_THAT(refused(scratch / "again"), HasSubstr("exists"));
    ASSERT_EQ(::symlink("none/file", (scratch / "broken").c_str()), 0);
    EXPECT_THAT(refused(scratch / "broken"), HasSubstr("there is no directory"));
}

TEST(Output, AnUnfinishedRunOfAnotherCommandIsNotTouched) {
    const Scratch scratch;
    fs::create_directory(scratch / "o.h5.parts");
    EXPECT_EQ(refused(scratch / "o.h5"), "not refused");
    files::write_atomically(scratch / "o.h5.parts/part-000000000000-000000000000.h5", "x");
    EXPECT_THAT(refused(scratch / "o.h5"), HasSubstr("holds an unfinished run"));
    EXPECT_EQ(refused(scratch / "o.h5", {.in_parts = true}), "not refused");  // looks at it itself
    EXPECT_THAT(refused(scratch / "o.h5", {.start = Start::overwrite}),
                HasSubstr("holds an unfinished run"));
    EXPECT_EQ(refused(scratch / "o.h5", {.start = Start::overwrite, .in_parts = true}),
              "not refused");
    EXPECT_TRUE(files::exists(scratch / "o.h5.parts/part-000000000000-000000000000.h5"));
}

TEST(Output, PartsAreNotKeptBehindALink) {
    const Scratch scratch;
    fs::create_directory(scratch / "mine");
    files::write_atomically(scratch / "mine/part-0-1.rows", "x");
    ASSERT_EQ(::symlink("mine", (scratch / "o.h5.parts").c_str()), 0);
    files::write_atomically(scratch / "p.h5.parts", "x");
    for (const Start start : {Start::fresh, Start::resume, Start::overwrite}) {
        EXPECT_THAT(refused(scratch / "o.h5", {.start = start, .in_parts = true}),
                    HasSubstr("o.h5.parts is a link; it is left as it is"));
        EXPECT_THAT(refused(scratch / "p.h5", {.start = start, .in_parts = true}),
                    HasSubstr("is not a directory"));
    }
    EXPECT_TRUE(files::exists(scratch / "mine/part-0-1.rows"));
}

TEST(Output, TemporariesOfKilledProcessesOfThisNameGoAndNoOthers) {
    const Scratch scratch;
    const std::string stale = scratch / ".o.h5.4000000-3.tmp",
                      side = scratch / ".o.h5.search.csv.4000000-1.tmp";
    const std::string alive = scratch / ".o.h5.4000001-0.tmp",
                      longer = scratch / ".o.h5.x.4000000-0.tmp";
    const std::string mine = scratch / ".o.h5.notes.tmp";
    for (const auto& path : {stale, side, alive, longer, mine}) files::write_atomically(path, "x");
    const int held = ::open(alive.c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(::flock(held, LOCK_EX), 0);
    output::check_file(scratch / "o.h5", {.beside = {".search.csv"}});
    EXPECT_FALSE(files::exists(stale));
    EXPECT_FALSE(files::exists(side));
    EXPECT_TRUE(files::exists(alive)) << "a living process writes it";
    EXPECT_TRUE(files::exists(longer)) << "it is one of o.h5.x";
    EXPECT_TRUE(files::exists(mine));
    ::close(held);
    output::check_file(scratch / "o.h5", {});
    EXPECT_FALSE(files::exists(alive));
}

TEST(Output, ADirectoryMayBeThereIfItIsEmptyAndIsNotRead) {
    const Scratch scratch;
    const auto refused_directory = [&](const std::string& name, bool overwrite = false) {
        return refusal([&] { output::check_directory(name, {scratch / "in"}, overwrite); });
    };
    fs::create_directories(scratch / "in/input_csv");
    fs::create_directory(scratch / "empty");
    fs::create_directory(scratch / "full");
    files::write_atomically(scratch / "full/x", "x");
    ASSERT_EQ(::symlink("in", (scratch / "link").c_str()), 0);
    EXPECT_EQ(refused_directory(scratch / "new"), "not refused");
    EXPECT_EQ(refused_directory(scratch / "empty"), "not refused");
    EXPECT_THAT(refused_directory(scratch / "full"), HasSubstr("is not empty"));
    EXPECT_EQ(refused_directory(scratch / "full", true), "not refused");
    EXPECT_THAT(refused_directory(scratch / "full/x", true), HasSubstr("is not a directory"));
    EXPECT_THAT(refused_directory(""), HasSubstr("empty name"));
    for (const char* name : {"in", "in/", "link", "in/input_csv", "in/../in"})
        EXPECT_THAT(refused_directory(scratch / name, true),
                    HasSubstr("where the files are that are read"))
            << name;
}

}  // namespace
}  // namespace forestall
