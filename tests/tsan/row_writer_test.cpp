// SPDX-License-Identifier: Apache-2.0
// Rows of a job on several threads go through the writer's thread into a store without a race.
#include "results/row_writer.hpp"

#include <gtest/gtest.h>

#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall {
namespace {

using namespace testing;

TEST(RowWriterUnderThreads, HasNoRace) {
    const Header header = sample_header(60, 1, 2, 2);
    const Scratch scratch;
    PartStore store(scratch / "o.h5", header, all_members(60), Start::fresh);
    std::atomic<bool> stop{false};
    RowWriter writer(store, stop, 10e6, {});
    std::vector<std::thread> threads;
    for (std::uint64_t t = 0; t < 3; ++t)
        threads.emplace_back([&, t] {
            for (std::uint64_t m = t; m < 60; m += 3) {
                std::vector<MemberRow> rows;
                rows.push_back(sample_row(header, m));
                writer.take(std::move(rows));
            }
        });
    for (std::thread& t : threads) t.join();
    writer.finish();
    store.finish();
    EXPECT_FALSE(stop);
}

}  // namespace
}  // namespace forestall
