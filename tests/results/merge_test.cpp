// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <stdexcept>

#include "results/files.hpp"
#include "results/parts.hpp"
#include "results/reader.hpp"
#include "results/sample_run.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::HasSubstr;

TEST(Merge, KeepsTheWordsOfTheFileWithTheFirstMemberAndSaysSo) {
    const Header first = of_scenario(4, {{"scenario.toml", "a"}}, "1");
    const Header second =
        of_scenario(4, {{"scenario.toml", "a # a word"}, {"README.md", "c"}}, "1");
    const Scratch scratch;
    run(scratch / "0.h5", first, 1, Start::fresh, 9, {0, 2});
    run(scratch / "1.h5", second, 1, Start::fresh, 9, {1, 3});
    for (const auto& inputs : std::vector<std::vector<std::string>>{
             {scratch / "0.h5", scratch / "1.h5"}, {scratch / "1.h5", scratch / "0.h5"}}) {
        const Diagnostics said = merge(inputs, scratch / "all.h5");
        EXPECT_EQ(files::read_file(scratch / "all.h5"), bytes_of_run(first, 4))
            << "as if all had been said that way";
        ASSERT_EQ(said.all().size(), 1u);
        const std::string text = to_string(said.all()[0]);
        EXPECT_THAT(text, HasSubstr("1.h5: warning W703: its scenario describes the world of"));
        EXPECT_THAT(text, HasSubstr("scenario.toml differs, README.md is only here"));
    }
    run(scratch / "2.h5", first, 1, Start::fresh, 9, {1, 3});
    EXPECT_TRUE(merge({scratch / "0.h5", scratch / "2.h5"}, scratch / "all.h5").all().empty());
}

TEST(Merge, NamesTheFileThatMakesAnotherWorld) {
    const Scratch scratch;
    run(scratch / "0.h5", of_scenario(4, {{"scenario.toml", "a"}, {"notes.md", "b"}}, "1"), 1,
        Start::fresh, 9, {0, 2});
    run(scratch / "1.h5", of_scenario(4, {{"scenario.toml", "A"}}, "2"), 1, Start::fresh, 9,
        {1, 3});
    try {
        merge({scratch / "0.h5", scratch / "1.h5"}, scratch / "all.h5");
        FAIL() << "merged";
    } catch (const std::invalid_argument& e) {
        EXPECT_THAT(e.what(),
                    HasSubstr("the scenarios make different worlds: scenario.toml differs"));
    }
}

TEST(Merge, ShardsGiveTheBytesOfTheUnshardedJob) {
    const Header header = sample_header(7);
    const Scratch scratch;
    run(scratch / "0.h5", header, 2, Start::fresh, 100, {0, 3, 6});
    run(scratch / "1.h5", header, 2, Start::fresh, 100, {1, 4});
    run(scratch / "2.h5", header, 2, Start::fresh, 100, {2, 5});
    EXPECT_FALSE(Results::open(scratch / "1.h5").complete());
    merge({scratch / "2.h5", scratch / "0.h5", scratch / "1.h5"}, scratch / "all.h5");
    EXPECT_EQ(files::read_file(scratch / "all.h5"), bytes_of_run(header, 7));
}

std::string complaint(const std::vector<std::string>& inputs, const std::string& out) {
    try {
        merge(inputs, out);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "merged";
}

TEST(Merge, RefusesWhatDoesNotFitTogether) {
    const Scratch scratch;
    const std::string a = scratch / "a.h5", b = scratch / "b.h5", c = scratch / "c.h5",
                      out = scratch / "o.h5";
    run(a, sample_header(4), 2, Start::fresh, 100, {0, 2});
    run(b, sample_header(4), 2, Start::fresh, 100, {2, 3});
    run(c, sample_header(5), 2, Start::fresh, 100, {1, 3});
    EXPECT_THAT(complaint({a}, out),
                HasSubstr("2 of 4 members are in no file, the first is member 1"));
    EXPECT_THAT(complaint({a, b}, out), HasSubstr("member 2 is both in"));
    EXPECT_THAT(complaint({a, c}, out), HasSubstr("different jobs: members is 4 there and 5 here"));
    EXPECT_THAT(complaint({}, out), HasSubstr("nothing to merge"));
    EXPECT_FALSE(files::exists(out));
}

}  // namespace
}  // namespace forestall
