// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "app/beginning_words.hpp"
#include "app/errors.hpp"
#include "app/next_step.hpp"
#include "app/numbers.hpp"
#include "app/options.hpp"
#include "app/resume_line.hpp"

namespace forestall::app {
namespace {

TEST(Numbers, HaveThousandsSeparators) {
    EXPECT_EQ(thousands(std::int64_t{0}), "0");
    EXPECT_EQ(thousands(std::int64_t{999}), "999");
    EXPECT_EQ(thousands(std::int64_t{1000}), "1,000");
    EXPECT_EQ(thousands(std::int64_t{-1234567}), "-1,234,567");
    EXPECT_EQ(thousands(std::int64_t{-123}), "-123");
    EXPECT_EQ(amount(1234.5), "1,235");
    EXPECT_EQ(amount(0.012345), "0.0123");
}

TEST(Numbers, TextIsCutBetweenCharacters) {
    EXPECT_EQ(shortened("Röhl 2011", 20), "Röhl 2011");
    EXPECT_EQ(shortened("Röhl 2011", 6), "Rö…");
    EXPECT_EQ(shortened("Röhl 2011", 5), "R…");
}

TEST(Numbers, DurationsAndSizesAreInUnitsOfTheirScale) {
    EXPECT_EQ(duration_text(0.84), "0.8 s");
    EXPECT_EQ(duration_text(59.9), "59 s");
    EXPECT_EQ(duration_text(200), "3 min 20 s");
    EXPECT_EQ(duration_text(7500), "2 h 5 min");
    EXPECT_EQ(duration_text(3 * 86400 + 3600), "3 days 1 h");
    EXPECT_EQ(size_text(999), "999 bytes");
    EXPECT_EQ(size_text(1234), "1.2 kB");
    EXPECT_EQ(size_text(3.4e9), "3.4 GB");
}

TEST(Tables, AlignByLettersNotBytes) {
    Table table({Table::Align::left, Table::Align::right});
    table.row({"Séléka", "1"});
    table.row({"Seleka", "1,000"});
    EXPECT_EQ(table.text(), "Séléka      1\nSeleka  1,000\n");
}

TEST(ResumeLine, IsQuotedForTheShellAndAsksToResume) {
    EXPECT_EQ(
        resume_line({"build/forestall", "ensemble", "my case", "-o", "it's.h5", "--overwrite"}),
        "build/forestall ensemble 'my case' -o 'it'\\''s.h5' --resume");
    EXPECT_EQ(resume_line({"forestall", "ensemble", "d", "--resume", "-o", ""}),
              "forestall ensemble d --resume -o ''");
}

TEST(Shard, CountsFromNoughtOrFromOne) {
    EXPECT_EQ(parse_shard("0/4").index, 0U);
    EXPECT_EQ(parse_shard("3/4").index, 3U);
    EXPECT_EQ(parse_shard("4/4").index, 0U);
    EXPECT_EQ(parse_shard("1/1").count, 1U);
    for (const char* bad : {"", "/", "1", "1/", "/2", "5/4", "-1/4", "1/0", "0/0", "1/4/2", " 1/4",
                            "1/99999999999999999999"})
        EXPECT_THROW(parse_shard(bad), UsageError) << bad;
}

TEST(Options, UnknownAndRepeatedOnesAreRefused) {
    const World world = World::build([] {
        WorldTables tables;
        tables.settings.start_date = "2030-01-01";
        tables.settings.days = 7;
        tables.places.push_back({.name = "A", .region = "", .country = "X"});
        tables.groups.push_back({.name = "G"});
        return tables;
    }());
    EXPECT_EQ(parse_options("none", world), std::vector<std::string>{"none"});
    EXPECT_EQ(parse_options("all", world), std::vector<std::string>{"none"});
    for (const char* bad : {"", "peace", "none,none", "none,", ",none", "None"})
        EXPECT_THROW(parse_options(bad, world), UsageError) << bad;
}

World with_options(const std::vector<std::string>& names) {
    WorldTables tables;
    tables.settings.start_date = "2030-01-01";
    tables.settings.days = 7;
    tables.places.push_back({.name = "A", .region = "", .country = "X"});
    tables.groups.push_back({.name = "G"});
    for (const std::string& name : names) {
        Option option;
        option.name = option.title = name;
        tables.options.push_back(option);
    }
    return World::build(std::move(tables));
}

TEST(Options, DoingNothingIsAmongThemUnlessItIsLeftOut) {
    using Names = std::vector<std::string>;
    const World world = with_options({"a", "b"});
    EXPECT_EQ(with_baseline(parse_options("b", world)), (Names{"none", "b"}));
    EXPECT_EQ(with_baseline(parse_options("b,none", world)), (Names{"b", "none"}));
    EXPECT_EQ(with_baseline(parse_options("all", world)), (Names{"none", "a", "b"}));
    EXPECT_EQ(without_baseline("b", world), Names{"b"});
    EXPECT_EQ(without_baseline("all", world), (Names{"a", "b"}));
    EXPECT_THROW(without_baseline("none,a", world), UsageError);
    EXPECT_THROW(without_baseline("none", world), UsageError);
    EXPECT_THROW(without_baseline("all", with_options({})), UsageError);
}

TEST(Beginning, SaysEveryPartOfAStart) {
    Option option;
    option.actions.resize(1);
    option.actions[0].name = "envoy";
    const auto said = [&](const Beginning& b) { return beginning_text(option, b, "2030-01-01"); };
    using When = Beginning::When;
    EXPECT_EQ(said({}), "from the start");
    EXPECT_EQ(said({.when = When::day, .day = 59}), "on 2030-03-01");
    EXPECT_EQ(said({.when = When::stage, .stage = Stage::mitigation}),
              "once stage mitigation is observed");
    EXPECT_EQ(said({.when = When::stage, .stage = Stage::response, .delay = 14}),
              "14 d after stage response is observed");
    EXPECT_EQ(
        said({.when = When::indicator, .indicator = "displaced", .at_least = 0.02, .for_days = 14}),
        "when displaced is at least 0.02 for 14 d");
    EXPECT_EQ(said({.when = When::after, .after = 0}), "after “envoy” began");
    EXPECT_EQ(
        said({.when = When::after,
              .indicator = "reported_deaths",
              .at_least = 30,
              .after = 0,
              .delay = 7,
              .within = 180,
              .unless = true}),
        "7 d after “envoy” began, unless reported_deaths is at least 30 within 180 d of that");
}

TEST(NextStep, LeadsOnFromWhatWasRun) {
    Job job;
    job.world = std::make_shared<const World>(with_options({"a"}));
    job.members = 20;
    job.options = {"none", "a"};
    EXPECT_EQ(next_step(job, "my case", "o ne.h5"),
              "Next: forestall compare 'o ne.h5'\nor, as a page: forestall report 'o ne.h5' -o 'o "
              "ne.html'\n");
    job.options = {"none"};
    job.seed = 5;
    EXPECT_EQ(next_step(job, "my case", "out"),
              "Next, what can be done about it: forestall ensemble 'my case' --options all "
              "--members 20 --seed 5 "
              "-o out-options.h5\nand then: forestall compare out-options.h5\n");
    job.shards = 4;
    EXPECT_EQ(next_step(job, "c", "1.h5"),
              "Next, with the files of all 4 parts: forestall merge 1.h5 … -o 1-whole.h5\n");
    job.shards = 1;
    job.world = std::make_shared<const World>(with_options({}));
    EXPECT_EQ(next_step(job, "c", "-y.h5"),
              "Next, as a page: forestall report ./-y.h5 -o ./-y.html\n");
    EXPECT_EQ(next_step(job, "c", "1.h5"), "Next, as a page: forestall report 1.h5 -o 1.html\n");
}

}  // namespace
}  // namespace forestall::app
