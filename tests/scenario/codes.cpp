// SPDX-License-Identifier: Apache-2.0
// Every diagnostic code has a minimal failing case in tests/scenario/bad/<code>/ with the exact
// text in expected.txt. limits.txt of a case lowers limits; codes from 101 on are Flee instances,
// from 201 on UCDP's events (ged.csv), from 211 on observations (observed_case.hpp), from 301 on
// exercises, from 401 on experiments.
#include "scenario/codes.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "checkout.hpp"
#include "scenario/bless.hpp"
#include "scenario/exercise/read_exercise.hpp"
#include "scenario/experiment/check_experiment.hpp"
#include "scenario/importers/flee.hpp"
#include "scenario/importers/ucdp.hpp"
#include "scenario/observed_case.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

namespace fs = std::filesystem;

const fs::path cases = in_checkout("tests/scenario/bad");

Limits read_limits(const fs::path& dir) {
    Limits limits;
    std::ifstream in(dir / "limits.txt");
    std::string name;
    std::uint64_t value = 0;
    while (in >> name >> value) {
        if (name == "places") limits.places = value;
        if (name == "toml_bytes") limits.toml_bytes = value;
        if (name == "shown") limits.shown = value;
    }
    return limits;
}

std::optional<std::string> text_of(const fs::path& path) {
    if (!fs::exists(path)) return std::nullopt;
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// Against a scenario with one input, one option and one outcome.
Diagnostics experiment_case(const fs::path& dir) {
    auto read = read_experiment("experiment.toml", text_of(dir / "experiment.toml").value(),
                                [&](const std::string& name) { return text_of(dir / name); });
    if (read.diagnostics.has_errors()) return read.diagnostics;
    const auto outcome = [](const std::string& text) {
        return text == "sum(deaths)"
                   ? ExpressionProblem{}
                   : ExpressionProblem{"there is no variable 'deths'", 4, "did you mean 'deaths'?"};
    };
    check_experiment(read.experiment, points_of(read.experiment.design, most_experiment_points),
                     {{{"animus.mass", "1", 0, 10}}, {"none", "early"}, outcome}, read.diagnostics);
    return read.diagnostics;
}

Diagnostics run_case(const std::string& code, const fs::path& dir) {
    const Limits limits = read_limits(dir);
    if (code[1] == '0') return load_scenario(dir, test_tables, limits).diagnostics;
    if (code[1] == '2' && code[2] != '0') return run_observed_case(dir, limits);
    if (code[1] == '2') {
        std::ostringstream text;
        text << std::ifstream(dir / "ged.csv", std::ios::binary).rdbuf();
        return read_ucdp("ged.csv", text.str(), limits).diagnostics;
    }
    if (code[1] == '3') {
        const Loaded loaded = load_scenario(dir, test_tables, limits);
        if (!loaded.tables) return loaded.diagnostics;
        return read_exercise(loaded.files, *loaded.tables, limits).diagnostics;
    }
    if (code[1] == '4') return experiment_case(dir);
    const fs::path out = fs::exists(dir / "blocked") ? fs::path("blocked")
                                                     : fs::path(::testing::TempDir()) / "bad_flee";
    return import_flee(dir, out, {.title = "case", .limits = limits}).diagnostics;
}

class Codes : public ::testing::TestWithParam<std::string> {};

TEST_P(Codes, SaysItsCaseWordForWord) {
    const std::string code = GetParam();
    const fs::path dir = cases / code;
    ASSERT_TRUE(fs::exists(dir)) << "code " << code << " has no failing case";
    const fs::path before = fs::current_path();
    fs::current_path(dir);
    const Diagnostics diagnostics = run_case(code, ".");
    fs::current_path(before);
    std::string text;
    std::set<std::string> codes;
    for (const auto& d : diagnostics.all()) {
        text += to_string(d) + "\n";
        codes.insert(d.code);
    }
    EXPECT_TRUE(codes.contains(code)) << text;
    expect_file_is(dir / "expected.txt", text);
}

std::vector<std::string> all_codes() {
    std::vector<std::string> out;
    for (const auto& spec : diagnostic_codes()) out.emplace_back(spec.code);
    return out;
}

INSTANTIATE_TEST_SUITE_P(All, Codes, ::testing::ValuesIn(all_codes()),
                         [](const auto& code) { return code.param; });

TEST(CodeTable, HasNoCodeTwiceAndNoCaseWithoutACode) {
    const auto codes = all_codes();
    const std::set<std::string> unique(codes.begin(), codes.end());
    EXPECT_EQ(unique.size(), codes.size());
    for (const auto& entry : fs::directory_iterator(cases))
        EXPECT_TRUE(unique.contains(entry.path().filename().string())) << entry.path();
}

TEST(CodeTable, IsTheDocsPage) {
    expect_file_is(in_checkout("docs/diagnostics.md"), diagnostics_page());
}

}  // namespace
}  // namespace forestall::testing
