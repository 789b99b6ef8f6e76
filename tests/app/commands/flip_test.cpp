// SPDX-License-Identifier: Apache-2.0
// Advice without guesses, through the whole program and the engine: what rests wholly on effects of
// grade D falls, what does not stands; the same country with the grades the other way round is the
// twin that must say the opposite.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/frame/command.hpp"
#include "checkout.hpp"
#include "results/scratch.hpp"

namespace forestall::app {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/// An intervention that works at once, and an option that has it: an effect per grade, each
/// multiplying deaths in shelter by a factor. That touches nothing else, so that few members tell.
std::string planted(const std::string& name, const std::string& factor, const std::string& grades) {
    std::string out = fmt::format(R"(
[[option]]
name = "{0}"
title = "{0}"
[[option.action]]
name = "it"
intervention = "{0}"
partner = "Council of Nations"
start = {{ day = 2030-01-01 }}

[[intervention]]
name = "{0}"
title = "{0}"
summary = "planted"
strategy = "protect"
stages = ["prevention"]
leads = ["un"]
target = "country"
lead_time = "0 d"
ramp = "0 d"
decay = "0 d"
source = "planted"
outcome = "indirect_deaths"
expected = "falls"
setup = {{ triangular = ["1 USD", "2 USD", "3 USD"], source = "planted" }}
weekly = {{ triangular = ["1 USD/week", "2 USD/week", "3 USD/week"], source = "planted" }}
staff = 1
)",
                                  name);
    for (const char grade : grades)
        out += fmt::format(R"(
[[intervention.effect]]
lever = "shelter_deaths"
value = {{ triangular = {}, source = "planted" }}
grade = "{}"
summary = "planted"
)",
                           factor, grade);
    return out;
}

/// Two rivers with a strong and a weak cure.
class AdviceWithoutGuesses : public ::testing::Test {
protected:
    std::string ensemble(const std::string& of_strong, const std::string& of_weak) {
        const std::string scenario = scratch_ / "scenario";
        std::string file = scratch_ / "out.h5";
        std::filesystem::copy(in_checkout("scenarios/two-rivers"), scenario);
        std::ofstream(scenario + "/scenario.toml", std::ios::app)
            << planted("strong", "[0.05, 0.06, 0.07]", of_strong)
            << planted("weak", "[0.55, 0.6, 0.65]", of_weak);
        run({"ensemble", scenario, "--members", "40", "--options", "none,strong,weak", "-o", file,
             "--quiet"});
        return file;
    }
    std::string run(std::vector<std::string> words, int code = 0) {
        words.insert(words.begin(), "forestall");
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        const int ended = run_program(words);
        error_ = ::testing::internal::GetCapturedStderr();
        std::string out = ::testing::internal::GetCapturedStdout();
        EXPECT_EQ(ended, code) << error_;
        return out;
    }
    json answer(const std::string& file) {
        return json::parse(run({"flip", file, "--confirm", "40", "--without-guesses", "--outcome",
                                "indirect_deaths", "--resamples", "999", "--json"}));
    }
    forestall::testing::Scratch scratch_;
    std::string error_;
};

TEST_F(AdviceWithoutGuesses, FallsWhereAllOfItIsGuessed) {
    const std::string file = ensemble("DD", "CC");
    const json a = answer(file);
    EXPECT_EQ(a["best"], "strong");
    EXPECT_EQ(a["effects_of_advice"], json({{"all", 2}, {"guessed", 2}}));
    const json& w = a["without_guesses"];
    EXPECT_EQ(w["finding"], "falls");
    EXPECT_EQ(w["without"]["best"], "weak");
    EXPECT_EQ(w["as_drawn"]["best"], "strong");
    EXPECT_EQ(w["as_drawn"]["not_told_from_best"], json::array());
    EXPECT_EQ(w["held"].size(), 2U);
    EXPECT_EQ(w["held"]["effect.strong.1"], 1);
    EXPECT_EQ(w["first_member"], 40);
    const json &none = w["options"][0], &strong = w["options"][1], &weak = w["options"][2];
    EXPECT_EQ(none["nothing_left"], false);
    EXPECT_EQ(strong["nothing_left"], true);
    // What has only neutral effects changes no bit; what has no guess keeps every bit.
    EXPECT_EQ(strong["averts_without"]["value"], 0);
    EXPECT_EQ(strong["averts_without"]["error"], 0);
    EXPECT_EQ(strong["owed_to_guesses"]["value"], strong["averts_as_drawn"]["value"]);
    EXPECT_GT(strong["owed_to_guesses"]["lo"], 0);
    for (const char* figure : {"value", "error"})
        EXPECT_EQ(weak["averts_without"][figure], weak["averts_as_drawn"][figure]) << figure;
    EXPECT_EQ(weak["owed_to_guesses"]["value"], 0);
    EXPECT_THAT(w["verdict"].get<std::string>(),
                HasSubstr("The advice falls: every effect of 'strong' is a guess"));
}

TEST_F(AdviceWithoutGuesses, StandsWhereTheGuessesAreElsewhere) {
    const json w = answer(ensemble("CC", "DD"))["without_guesses"];
    EXPECT_EQ(w["finding"], "stands");
    EXPECT_EQ(w["without"]["best"], "strong");
    EXPECT_EQ(w["without"]["not_told_from_best"], json::array());
    EXPECT_EQ(w["options"][2]["nothing_left"], true);
    EXPECT_THAT(w["verdict"].get<std::string>(), HasSubstr("The advice stands"));
    EXPECT_THAT(
        run({"flip", scratch_ / "out.h5", "--outcome", "indirect_deaths", "--resamples", "199"}),
        HasSubstr("Of the 2 effects of 'strong', 0 rest on judgement"));
}

TEST_F(AdviceWithoutGuesses, NeedsGuessesAndFreshMembers) {
    const std::string file = ensemble("CC", "CC");
    const json w = answer(file)["without_guesses"];
    EXPECT_EQ(w["finding"], "no guesses");
    EXPECT_FALSE(w.contains("members"));
    EXPECT_THAT(run({"flip", file, "--confirm", "60", "--without-guesses"}),
                HasSubstr("no guess to leave out"));
    run({"flip", file, "--without-guesses"}, 2);
    EXPECT_THAT(error_, HasSubstr("--confirm"));
    run({"flip", file, "--confirm", "60", "--without-guesses", "--assume", "a=1"}, 2);
}

}  // namespace
}  // namespace forestall::app
