// SPDX-License-Identifier: Apache-2.0
#include "results/files.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "results/scratch.hpp"

namespace forestall {
namespace {

using ::testing::HasSubstr;
using testing::Scratch;

std::size_t entries_in(const std::string& directory) {
    std::size_t n = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory)) ++n;
    return n;
}

TEST(WriteAtomically, PutsBytesAndTailUnderTheNameAndNothingElse) {
    const Scratch scratch;
    files::write_atomically(scratch / "a", std::string("x\0y", 3), "tail");
    EXPECT_EQ(files::read_file(scratch / "a"), std::string("x\0ytail", 7));
    files::write_atomically(scratch / "a", "second");
    EXPECT_EQ(files::read_file(scratch / "a"), "second");
    EXPECT_EQ(entries_in(scratch.path()), 1u);
}

TEST(WriteAtomically, TellsPathReasonAndHint) {
    const Scratch scratch;
    const std::string path = scratch / "missing/all";
    try {
        files::write_atomically(path, "x");
        FAIL();
    } catch (const IoError& error) {
        EXPECT_EQ(error.path(), path);
        EXPECT_THAT(error.what(), HasSubstr("No such file or directory"));
        EXPECT_EQ(error.hint(), "create the directory first");
    }
}

TEST(WriteAtomically, FollowsALinkAndKeepsIt) {
    const Scratch scratch;
    files::write_atomically(scratch / "target", "old");
    ASSERT_EQ(::symlink("target", (scratch / "link").c_str()), 0);
    files::write_atomically(scratch / "link", "new");
    EXPECT_EQ(files::read_file(scratch / "target"), "new");
    EXPECT_TRUE(std::filesystem::is_symlink(scratch / "link"));
}

TEST(WriteAtomically, FollowsALinkThatLeadsToNothingYet) {
    const Scratch scratch;
    ASSERT_EQ(::symlink("target", (scratch / "link").c_str()), 0);
    files::write_atomically(scratch / "link", "new");
    EXPECT_EQ(files::read_file(scratch / "target"), "new");
    EXPECT_TRUE(std::filesystem::is_symlink(scratch / "link"));
}

TEST(WriteAtomically, KeepsAFileThatCameMeanwhileIfToldTo) {
    const Scratch scratch;
    files::write_atomically(scratch / "a", "new", {}, files::Existing::keep);
    EXPECT_THROW(files::write_atomically(scratch / "a", "newer", {}, files::Existing::keep),
                 StartRefused);
    EXPECT_EQ(files::read_file(scratch / "a"), "new");
    EXPECT_EQ(entries_in(scratch.path()), 1u);
}

TEST(ReadFile, HintsAtTheNameOfAnInputAndAtAnUnfinishedRun) {
    const auto hint = [](const std::string& path) {
        try {
            files::read_file(path);
        } catch (const IoError& error) {
            return error.hint();
        }
        return std::string("was read");
    };
    const Scratch scratch;
    EXPECT_EQ(hint(scratch / "none.h5"), "look at the name and the directory it is in");
    EXPECT_EQ(hint(scratch / "no/none.h5"), "look at the name and the directory it is in");
    files::make_directory(scratch / "none.h5.parts");
    EXPECT_THAT(hint(scratch / "none.h5"), HasSubstr("is not finished"));
}

TEST(WriteAtomically, RefusesDevicesPipesAndDirectories) {
    const Scratch scratch;
    ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
    EXPECT_THROW(files::write_atomically("/dev/null", "x"), IoError);
    EXPECT_THROW(files::write_atomically(scratch / "pipe", "x"), IoError);
    EXPECT_THROW(files::write_atomically(scratch.path(), "x"), IoError);
    EXPECT_THROW(files::write_atomically(scratch.path() + "/", "x"), IoError);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(WriteAtomically, LeavesTheOldFileWhenTheDirectoryIsReadOnly) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
    const Scratch scratch;
    files::write_atomically(scratch / "a", "old");
    ::chmod(scratch.path().c_str(), 0500);
    EXPECT_THROW(files::write_atomically(scratch / "a", "new"), IoError);
    ::chmod(scratch.path().c_str(), 0700);
    EXPECT_EQ(files::read_file(scratch / "a"), "old");
}

TEST(ReadFile, RefusesMoreThanTheLimit) {
    const Scratch scratch;
    files::write_atomically(scratch / "a", "12345");
    EXPECT_EQ(files::read_file(scratch / "a", 5), "12345");
    EXPECT_THROW(files::read_file(scratch / "a", 4), IoError);
    EXPECT_THROW(files::read_file("/dev/zero", 100000), IoError);
}

TEST(DirectoryLock, IsHeldUntilItEnds) {
    const Scratch scratch;
    {
        const files::DirectoryLock lock(scratch / "lock");
        EXPECT_THROW(files::DirectoryLock(scratch / "lock"), IoError);
    }
    EXPECT_NO_THROW(files::DirectoryLock(scratch / "lock"));
}

}  // namespace
}  // namespace forestall
