// SPDX-License-Identifier: Apache-2.0
// Rows from several threads become durable, whole and once; no time and a store that fails stop
// those who compute; a writer that is given up keeps what it took.
#include "results/row_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <numeric>

#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace testing;

constexpr std::uint64_t members = 40;

class Writing : public ::testing::Test {
protected:
    Header header_ = sample_header(members, 1, 2, 2);
    Scratch scratch_;
    std::string out_ = scratch_ / "o.h5";
    std::atomic<bool> stop_{false};

    std::vector<MemberRow> row(std::uint64_t member) const {
        std::vector<MemberRow> out;
        out.push_back(sample_row(header_, member));
        return out;
    }
};

TEST_F(Writing, RowsOfSeveralThreadsMakeTheFileOfOne) {
    PartStore store(out_, header_, all_members(members), Start::fresh);
    std::size_t durable = 0;
    RowWriter writer(store, stop_, 100, {[&](std::size_t rows) { durable += rows; }});
    const auto half = [&](std::uint64_t first) {
        for (std::uint64_t m = first; m < members; m += 2) writer.take(row(m));
    };
    std::thread other(half, 1);
    half(0);
    other.join();
    writer.finish();
    EXPECT_EQ(durable, members);
    EXPECT_THAT(store.missing_members(), IsEmpty());
    store.finish();
    const std::string threaded = files::read_file(out_);
    PartStore plain(scratch_ / "p.h5", header_, all_members(members), Start::fresh);
    for (std::uint64_t m = 0; m < members; ++m) plain.append(row(m));
    plain.finish();
    EXPECT_EQ(threaded, files::read_file(scratch_ / "p.h5"));
}

TEST_F(Writing, WaitsWhenTooManyRowsAreInMemory) {
    PartStore store(out_, header_, all_members(members), Start::fresh);
    std::size_t parts = 0;
    RowWriter writer(store, stop_, 30e6, {[&](std::size_t rows) {
                         EXPECT_LE(rows, 4U);
                         ++parts;
                     }});
    for (std::uint64_t m = 0; m < members; ++m) writer.take(row(m));
    writer.finish();
    EXPECT_GE(parts, members / 4);
}

TEST_F(Writing, StopsWhenTheTimeIsUpButNotBeforeThereIsARow) {
    PartStore store(out_, header_, all_members(members), Start::fresh);
    RowWriter writer(store, stop_, 100, {[](std::size_t) {}, [] { return 0.0; }});
    EXPECT_FALSE(stop_);
    writer.take(row(3));
    while (!stop_) std::this_thread::yield();
    writer.finish();
    EXPECT_THAT(store.done_members(), ElementsAre(3));
}

TEST_F(Writing, KeepsWhatItTookWhenItIsGivenUp) {
    PartStore store(out_, header_, all_members(members), Start::fresh);
    {
        RowWriter writer(store, stop_, 100, {});
        writer.take(row(5));
        writer.take(row(2));
    }
    EXPECT_THAT(store.done_members(), ElementsAre(2, 5));
}

TEST_F(Writing, AStoreThatFailsStopsTheWorkAndIsTold) {
    PartStore store(out_, header_, all_members(members), Start::fresh);
    store.append(row(7));
    RowWriter writer(store, stop_, 1e9, {});  // full with every row
    writer.take(row(7));                      // is there already: refused
    while (!stop_) std::this_thread::yield();
    writer.take(row(8));  // does not wait for a writer that is gone
    EXPECT_THROW(writer.finish(), std::invalid_argument);
}

}  // namespace
}  // namespace forestall
