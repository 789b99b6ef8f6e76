// SPDX-License-Identifier: Apache-2.0
// Limits of control groups as a system shows them, in a made-up /proc and /sys; and what they
// forbid.
#include "app/job/memory_limit.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/job/estimate.hpp"
#include "engine/member_size.hpp"
#include "results/scratch.hpp"
#include "world/builders.hpp"

namespace forestall::app {
namespace {

namespace fs = std::filesystem;

class MemoryLimitOf : public ::testing::Test {
protected:
    void file(const std::string& path, const std::string& text) const {
        fs::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path) << text;
    }
    void second_version(const std::string& group, const std::string& top = "/") const {
        file("proc/self/cgroup", "0::" + group + "\n");
        file("proc/self/mountinfo", "22 1 8:1 / / rw - ext4 /dev/sda rw\n30 22 0:26 " + top +
                                        " /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
    }
    MemoryLimit limit() const { return memory_limit(root_.string()); }

private:
    forestall::testing::Scratch scratch_;
    fs::path root_ = scratch_.path();
};

TEST_F(MemoryLimitOf, AMachineWithoutControlGroupsIsItsMemory) {
    EXPECT_GT(limit().bytes, std::uint64_t{100} << 20);
    EXPECT_NE(limit().whose, "the control group allows");
}

TEST_F(MemoryLimitOf, AGroupIsTheLeastOfItsOwnAndOfThoseAboveIt) {
    second_version("/a/b/c");
    file("sys/fs/cgroup/memory.max", "max\n");
    file("sys/fs/cgroup/a/memory.max", "50000000\n");
    file("sys/fs/cgroup/a/b/memory.max", "60000000\n");
    file("sys/fs/cgroup/a/b/c/memory.max", "max\n");
    EXPECT_EQ(limit().bytes, 50'000'000u);
    EXPECT_EQ(limit().whose, "the control group allows");
    file("sys/fs/cgroup/a/b/c/memory.max", "40000000\n");
    EXPECT_EQ(limit().bytes, 40'000'000u);
}

TEST_F(MemoryLimitOf, AContainerIsThatOfTheTopThatItSees) {
    second_version("/docker/1234", "/docker/1234");
    file("sys/fs/cgroup/memory.max", "70000000\n");
    EXPECT_EQ(limit().bytes, 70'000'000u);
    second_version("/../..");  // a namespace whose groups begin below this one
    EXPECT_EQ(limit().bytes, 70'000'000u);
}

TEST_F(MemoryLimitOf, TheFirstVersionIsReadToo) {
    file("proc/self/cgroup", "5:cpu,cpuacct:/other\n4:memory:/job\n0::/\n");
    file("proc/self/mountinfo",
         "31 22 0:27 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n"
         "32 22 0:28 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    file("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "80000000\n");
    EXPECT_EQ(limit().bytes, 80'000'000u);
}

TEST_F(MemoryLimitOf, WhatCannotBeReadLimitsNothing) {
    second_version("/a");
    file("sys/fs/cgroup/a/memory.max", "a lot\n");
    file("sys/fs/cgroup/memory.max", "");
    EXPECT_NE(limit().whose, "the control group allows");
    file("proc/self/cgroup", "nonsense\n");
    file("proc/self/mountinfo", "more nonsense\n - cgroup2\n");
    EXPECT_NE(limit().whose, "the control group allows");
}

TEST(MemoryOfAMember, GrowsWithPairsOfPlacesUpToALimitAndGentlyBeyond) {
    const auto bytes = [](std::size_t places) {
        return member_bytes(World::build(test::line(places)));
    };
    EXPECT_GT(bytes(2000), 3.5 * bytes(1000));
    EXPECT_LT(bytes(20'000), 1.0e9);
}

TEST(MemoryOfAMember, ThatNoMachineHasIsRefused) {
    WorldTables t = test::line(3);
    t.settings.representation = Representation::individual;
    t.settings.persons_per_agent = 1;
    t.populations = {test::people(0, 0, 4'000'000'000'000)};
    const World world = World::build(std::move(t));
    EXPECT_THROW(refuse_large_world(world, 1, 1), MemoryRefused);
    EXPECT_NE(memory_warning(world), "");
    const World small = World::build(test::line(3));
    EXPECT_NO_THROW(refuse_large_world(small, 2, 1));
    EXPECT_EQ(memory_warning(small), "");
}

}  // namespace
}  // namespace forestall::app
