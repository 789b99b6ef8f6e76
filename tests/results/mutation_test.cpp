// SPDX-License-Identifier: Apache-2.0
// A stranger's file whose digest is right and whose structures lie is refused or read: no crash, no
// hang, no more memory than its size allows. `mutate_results` makes the same files for the long
// form (make attack).
#include "results/mutation.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "results/assemble.hpp"
#include "results/digest_trailer.hpp"
#include "results/files.hpp"
#include "results/old_file.hpp"
#include "results/run_file.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall::testing {
namespace {

std::string ensemble_file() {
    const Header header = sample_header(3, 2, 3, 2);
    const std::string image =
        writer_of_rows(header, sample_rows(header, all_members(3)), Content::whole).finish();
    return image + trailer::of(image);
}

std::string run_file() {
    Header header = sample_header(20, 1, 5, 3);
    const Scratch scratch;
    write_run(scratch / "r.h5", header, 17, sample_row(header, 17).by_option[0],
              sample_detail(header));
    return files::read_file(scratch / "r.h5");
}

/// How many of the mutations were refused.
std::size_t refused(const std::string& file, std::uint64_t count) {
    EXPECT_EQ(read_everything(file), "");
    std::size_t out = 0;
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        SCOPED_TRACE(seed);
        const auto begin = std::chrono::steady_clock::now();
        out += read_everything(resealed_mutation(file, seed)).empty() ? 0 : 1;
        EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    }
    return out;
}

TEST(ResealedMutations, OfAnEnsembleAreRefusedOrRead) {
    EXPECT_GT(refused(ensemble_file(), 600), 150u);
}
TEST(ResealedMutations, OfARunAreRefusedOrRead) { EXPECT_GT(refused(run_file(), 600), 150u); }
TEST(ResealedMutations, OfAFileOfVersionOneAreRefusedOrRead) {
    EXPECT_GT(refused(old_file("ensemble-1"), 300), 50u);
    EXPECT_GT(refused(old_file("run-1"), 300), 50u);
}

TEST(ResealedMutations, AreTheSameForTheSameSeed) {
    const std::string file = ensemble_file();
    EXPECT_EQ(resealed_mutation(file, 5), resealed_mutation(file, 5));
    EXPECT_NE(resealed_mutation(file, 5), resealed_mutation(file, 6));
}

}  // namespace
}  // namespace forestall::testing
