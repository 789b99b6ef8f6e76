// SPDX-License-Identifier: Apache-2.0
// `forestall value` and `forestall flip` on files whose answer is known: their keys, tables, and
// what they refuse.
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "analysis/report/markup.hpp"
#include "app/frame/command.hpp"
#include "results/assemble.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(const std::string& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Two options; the second averts as many deaths as its number, drawn from 0 to 100, is above 40.
class Assumptions : public ::testing::Test {
protected:
    struct Shape {
        std::uint64_t members = 100;
        std::size_t options = 2;
        bool varies = true;
        bool matters = true;
        bool parameters = true;
    };
    std::string file(const std::string& name, const Shape& shape) {
        Header header = forestall::testing::sample_header(shape.members, shape.options);
        if (!shape.parameters) header.parameters.clear();
        auto rows =
            forestall::testing::sample_rows(header, forestall::testing::all_members(shape.members));
        for (MemberRow& row : rows) {
            const double drawn = static_cast<double>(row.member * 37 % shape.members) * 100 /
                                 static_cast<double>(shape.members);
            for (std::size_t o = 0; o < shape.options; ++o) {
                MemberOutcome& outcome = row.by_option[o];
                for (double& v : outcome[Series::civilian_deaths]) v = 0;
                for (double& v : outcome[Series::spend]) v = o == 0 ? 0 : 1000;
                const double toll = shape.matters ? std::floor(1040 - drawn) : 900;
                outcome[Series::civilian_deaths][0] = o == 0 ? 1000 : toll;
                outcome.parameters.clear();
                if (shape.parameters) outcome.parameters = {shape.varies ? drawn : 1, 1};
            }
        }
        write_results(scratch_ / name, writer_of_rows(header, rows, Content::whole).finish());
        return scratch_ / name;
    }
    std::string run(std::vector<std::string> words, int code) {
        words.insert(words.begin(), "forestall");
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        EXPECT_EQ(run_program(words), code);
        error_ = ::testing::internal::GetCapturedStderr();
        return ::testing::internal::GetCapturedStdout();
    }
    nlohmann::json answer(std::vector<std::string> words) {
        words.insert(words.end(), {"--json", "--resamples", "199"});
        return nlohmann::json::parse(run(words, 0));
    }
    forestall::testing::Scratch scratch_;
    std::string error_;
};

TEST_F(Assumptions, ValueAnswersItsKeys) {
    const auto a = answer({"value", file("out.h5", {})});
    for (const char* key : {"outcome", "best", "clear", "worth", "members", "foresight",
                            "assumptions", "groups", "verdict"})
        EXPECT_TRUE(a.contains(key)) << key;
    EXPECT_EQ(a["best"], "option 1");
    EXPECT_EQ(a["clear"], true);
    EXPECT_EQ(a["worth"], nullptr);
    EXPECT_EQ(a["held_at_one_value"], 1);
    ASSERT_EQ(a["assumptions"].size(), 1u);
    const auto& row = a["assumptions"][0];
    EXPECT_EQ(row["name"], "population.distance_exponent");
    EXPECT_EQ(row["told_from_chance"], true);
    // Drawn evenly from 0 to 100: the mean of max(0, 40 - x) is 8. It decides alone, so that it is
    // all of foresight.
    EXPECT_NEAR(row["worth"]["value"].get<double>(), 8, 1);
    EXPECT_NEAR(row["share_of_foresight"].get<double>(), 1, 0.1);
    EXPECT_THAT(a["verdict"].get<std::string>(), HasSubstr("population.distance_exponent"));
    EXPECT_THAT(error_, HasSubstr("grades and sources are missing"));
}

TEST_F(Assumptions, ValueCountsCostsAsAsked) {
    // 5,000 USD at 1 USD a death: the cost of the second option outweighs whatever it averts.
    const auto a = answer({"value", file("out.h5", {}), "--worth", "1"});
    EXPECT_EQ(a["best"], "none");
    EXPECT_EQ(a["assumptions"][0]["worth"]["value"], 0);
    EXPECT_THAT(a["verdict"].get<std::string>(), HasSubstr("best in every future"));
}

TEST_F(Assumptions, ValueSpeaksToAPlanner) {
    const std::string text = run({"value", file("out.h5", {}), "--resamples", "199"}, 0);
    EXPECT_THAT(text, HasSubstr("costs are left out"));
    EXPECT_THAT(text, HasSubstr("Advice: 'option 1', clearly better than every other option."));
    EXPECT_THAT(text, HasSubstr("population.distance_exponent *"));
    EXPECT_THAT(text, HasSubstr("Nothing else is clear of chance"));
}

TEST_F(Assumptions, FlipAnswersItsKeys) {
    const auto a = answer({"flip", file("out.h5", {})});
    for (const char* key : {"best", "clear", "flips", "pairs", "plausible_by_chance", "worth_below",
                            "worth_above", "discounts", "outcomes", "verdict"})
        EXPECT_TRUE(a.contains(key)) << key;
    ASSERT_EQ(a["flips"].size(), 1u);
    const auto& f = a["flips"][0];
    EXPECT_EQ(f["to"], "none");
    EXPECT_EQ(f["plausible"], true);
    EXPECT_EQ(f["told"], true);
    EXPECT_NEAR(f["numbers"][0]["value"].get<double>(), 40, 2);  // below it 'none' is better
    EXPECT_NEAR(f["numbers"][0]["percent_point"].get<double>(), 40, 2);
    EXPECT_GT(f["averts_at_plausible_end"]["lo"], 0);
    // 5,000 USD, a little less discounted, avert 9.5 deaths on average.
    EXPECT_NEAR(a["worth_below"]["worth"]["value"].get<double>(), 5000 / 9.5, 10);
    EXPECT_EQ(a["worth_below"]["to"], "none");
    EXPECT_EQ(a["worth_above"], nullptr);
    EXPECT_THAT(a["verdict"].get<std::string>(), HasSubstr("population.distance_exponent"));
}

TEST_F(Assumptions, FlipSaysPlainlyThatNothingPlausibleDoes) {
    const std::string text =
        run({"flip", file("out.h5", {.matters = false}), "--resamples", "199"}, 0);
    EXPECT_THAT(text, HasSubstr("nothing plausible makes another option better"));
    const auto dear = answer({"flip", file("out.h5", {}), "--worth", "1"});
    EXPECT_EQ(dear["best"], "none");
    EXPECT_TRUE(dear["flips"].empty());
    EXPECT_EQ(dear["discounts"].size(), 11u);
}

TEST_F(Assumptions, FlipRefusesToRunWhatItCannot) {
    const std::string out = file("out.h5", {});
    run({"flip", out, "--assume", "a=1"}, 2);
    EXPECT_THAT(error_, HasSubstr("--confirm"));
    run({"flip", out, "--confirm", "50", "--assume", "a"}, 2);
    EXPECT_THAT(error_, HasSubstr("is not an assumption"));
    run({"flip", out, "--confirm", "50", "--assume", "a=1"}, 2);
    EXPECT_THAT(error_, HasSubstr("no assumption 'a'"));
    run({"flip", out, "--confirm", "50"}, 65);  // the made-up scenario inside cannot be run
    run({"flip", out, "--confirm", "1"}, 2);
}

TEST_F(Assumptions, ThePageSaysWhatFlipAndValueSay) {
    const std::string out = file("out.h5", {}), page = scratch_ / "page.html";
    run({"report", out, "-o", page, "--still", "--resamples", "199"}, 0);
    const std::string html = text_of(page);
    for (const char* command : {"flip", "value"})
        EXPECT_THAT(
            html, HasSubstr(report::escaped(answer({command, out})["verdict"].get<std::string>())))
            << command;
    EXPECT_EQ(error_.find("warning", error_.find("warning") + 1), std::string::npos)
        << "one warning is enough";
}

TEST_F(Assumptions, ThePageSaysWhyThereIsNothingToSay) {
    const std::string page = scratch_ / "page.html";
    const std::pair<Shape, const char*> cases[] = {
        {{.options = 1}, "The file holds one option, so there is no advice"},
        {{.members = 39}, "39 futures were run under all options: too few"},
        {{.varies = false}, "nothing that could change the advice or be found out"},
    };
    for (const auto& [shape, words] : cases) {
        const std::string out = file("out.h5", shape);
        run({"report", out, "-o", page, "--still", "--overwrite", "--resamples", "199"}, 0);
        EXPECT_THAT(text_of(page), HasSubstr(words));
        EXPECT_THAT(text_of(page), Not(HasSubstr("id=\"learning\"")));
    }
}

TEST_F(Assumptions, FilesThatSayNothingAboutAssumptionsAreRefused) {
    const std::string one = file("one.h5", {.options = 1}), few = file("few.h5", {.members = 39});
    const std::string held = file("held.h5", {.varies = false}),
                      none = file("none.h5", {.parameters = false});
    const std::string out = file("out.h5", {});
    for (const std::string command : {"value", "flip"}) {
        run({command, one}, 65);
        EXPECT_THAT(error_, HasSubstr("only one option"));
        run({command, few}, 65);
        EXPECT_THAT(error_, HasSubstr("39 members"));
        run({command, held}, 65);
        EXPECT_THAT(error_, HasSubstr("no number in it is uncertain"));
        run({command, none}, 65);
        EXPECT_THAT(error_, HasSubstr("no number in it is uncertain"));
        run({command, out, "--outcome", "joy"}, 2);
        EXPECT_THAT(error_, HasSubstr("civilian_deaths"));
        run({command, out, "--worth", "-3"}, 2);
        run({command, out, "--baseline", "peace"}, 2);
        run({command, scratch_ / "nowhere.h5"}, 74);
    }
}

}  // namespace
}  // namespace forestall::app
