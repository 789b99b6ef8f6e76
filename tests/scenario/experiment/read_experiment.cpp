// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "checkout.hpp"
#include "scenario/bless.hpp"
#include "scenario/experiment/check_experiment.hpp"
#include "scenario/schema.hpp"

namespace forestall::testing {
namespace {

constexpr const char* begin = "format = 1\nscenario = \"..\"\nmembers = 3\n";
constexpr const char* one_input = "[[input]]\nname = \"a\"\nuniform = [0, 2]\n";

ExperimentRead read(const std::string& rest, const std::string& csv = "") {
    return read_experiment("e.toml", begin + rest, [&](const std::string& name) {
        return name == "p.csv" ? std::optional(csv) : std::nullopt;
    });
}

std::string said(const ExperimentRead& read) {
    std::string out;
    for (const auto& d : read.diagnostics.all()) out += to_string(d) + "\n";
    return out;
}

TEST(ReadExperiment, ReadsAllOfIt) {
    const auto r = read(
        "method = \"sobol\"\npoints = 8\nseed = 5\nprecision = 0.1\noptions = [\"x\", \"y\"]\n"
        "[[input]]\nname = \"a\"\ntriangular = [0, 1, 2]\n"
        "[[input]]\nname = \"b\"\nlevels = [1, 2]\nweights = [3, 1]\n"
        "[[correlation]]\nbetween = [\"a\", \"b\"]\nvalue = 0.5\n"
        "[[outcome]]\nname = \"dead\"\nexpression = \"sum(civilian_deaths)\"\n");
    EXPECT_EQ(said(r), "");
    const Experiment& e = r.experiment;
    EXPECT_EQ(e.design.method, design::Method::sobol);
    EXPECT_EQ(e.design.points, 8U);
    EXPECT_EQ(e.design.seed, 5U);
    EXPECT_EQ(e.design.inputs[0].law.shape, Shape::triangular);
    EXPECT_EQ(e.design.inputs[1].weights, (std::vector<double>{3, 1}));
    EXPECT_EQ(e.design.joined[0].value, 0.5);
    EXPECT_EQ(e.options[1].text, "y");
    EXPECT_EQ(e.members, 3U);
    EXPECT_EQ(e.precision, 0.1);
    EXPECT_EQ(e.outcomes[0].expression.text, "sum(civilian_deaths)");
    EXPECT_EQ(points_of(e.design, 100).size(), 8U);
}

TEST(ReadExperiment, TakesAListOfPoints) {
    const std::string list = "method = \"list\"\nlist = \"p.csv\"\n[[input]]\nname = \"a\"\n";
    const auto r = read(list + "[[input]]\nname = \"b\"\n", "b,a\n1,2\n3,4.5\n");
    EXPECT_EQ(said(r), "");
    EXPECT_EQ(r.experiment.design.listed, (design::Rows{{2, 1}, {4.5, 3}}));
    EXPECT_NE(said(read(list, "a\nx\n")).find("p.csv:2:1: error E407"), std::string::npos);
    EXPECT_NE(said(read(list, "a\n1,2\n")).find("E407"), std::string::npos);
    EXPECT_NE(said(read(list, "a\n\"1\n")).find("E005"), std::string::npos);
    EXPECT_NE(said(read(list, "")).find("E401"), std::string::npos);
}

TEST(ReadExperiment, TakesStrata) {
    const auto r = read(std::string("method = \"latin\"\n") + one_input +
                        "[[stratum]]\nname = \"top\"\npoints = 4\n"
                        "[[stratum.part]]\ninput = \"a\"\nlow = 0.9\n");
    EXPECT_NE(said(r).find("W402"), std::string::npos) << "nine tenths are left out";
    for (const auto& row : points_of(r.experiment.design, 100)) EXPECT_GE(row[0], 1.8);
}

TEST(ReadExperiment, WarnsOfKeysThatDoNothing) {
    const std::string input = "[[input]]\nname = \"a\"\nlevels = [1, 2]\nweights = [1, 3]\n";
    EXPECT_NE(said(read("method = \"grid\"\n" + input)).find("W401: 'weights'"), std::string::npos);
    EXPECT_EQ(said(read("method = \"random\"\npoints = 2\n" + input)), "");
    EXPECT_NE(
        said(read("method = \"latin\"\npoints = 2\n" + std::string(one_input) + "steps = 3\n"))
            .find("W401: 'steps'"),
        std::string::npos);
}

TEST(ReadExperiment, SaysWhatIsNotThere) {
    EXPECT_NE(said(read("method = \"best\"\n")).find("E009"), std::string::npos);
    EXPECT_NE(said(read(std::string("method = \"latin\"\n") + one_input))
                  .find("E401: method latin needs 'points'"),
              std::string::npos);
    EXPECT_NE(
        said(read("method = \"latin\"\npoints = 2\n[[input]]\nname = \"a\"\nlevels = \"x\"\n"))
            .find("E008"),
        std::string::npos);
}

TEST(CheckExperiment, LooksAtEveryPoint) {
    const auto r = read(std::string("method = \"latin\"\npoints = 9\n") + one_input);
    ExperimentGround ground{{{"a", "km", 0, 1}}, {}, {}};
    Diagnostics said_then;
    check_experiment(r.experiment, points_of(r.experiment.design, 10), ground, said_then);
    ASSERT_EQ(said_then.all().size(), 1U) << "once an input";
    EXPECT_EQ(said_then.all()[0].code, "E026");
    EXPECT_EQ(said_then.all()[0].hint, "it must be from 0 to 1, in km");
    ground.inputs[0].high = 2;
    Diagnostics nothing;
    check_experiment(r.experiment, points_of(r.experiment.design, 10), ground, nothing);
    EXPECT_TRUE(nothing.all().empty());
}

TEST(ExperimentSchema, IsTheCommittedFile) {
    expect_file_is(in_checkout("scenarios/schema/experiment.schema.json"), experiment_schema());
}

}  // namespace
}  // namespace forestall::testing
