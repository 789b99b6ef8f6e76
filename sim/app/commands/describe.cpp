// SPDX-License-Identifier: Apache-2.0
// `forestall describe [DIR [--options]|mechanisms|motives|interventions|levers|outcomes]`: what
// there is, from the tables the model declares.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>

#include "app/describe/description.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "scenario/schema.hpp"

namespace forestall::app {
namespace {

struct Wish {
    std::string what;
    bool schema = false;
    bool time = false;
    bool options = false;
};

constexpr std::array topics = {"mechanisms", "motives", "outcomes", "interventions", "levers"};

constexpr const char* overview =
    "forestall describe mechanisms     what happens in a step, in order, and its parameters\n"
    "forestall describe motives        what actors weigh when they choose, and its parameters\n"
    "forestall describe outcomes       variables of a results file\n"
    "forestall describe interventions  what diplomacy and protection can do\n"
    "forestall describe levers         what an intervention can move\n"
    "forestall describe DIR            a scenario in figures\n"
    "forestall describe DIR --options  what can be done in it: who, what, when, at what cost\n"
    "forestall describe --schema       JSON Schema of scenario.toml, for editors\n";

int answer(bool json, const std::string& text, const Json& document) {
    if (json)
        print_json(document);
    else
        print(text);
    return exit_code::done;
}

/// Of one member, alone on the machine.
double seconds_of_a_member(const Session& session, const Common& common) {
    const Parallel parallel = common.parallel();
    RunRequest request;
    request.seed = common.seed;
    request.parallel = &parallel;
    const auto start = std::chrono::steady_clock::now();
    run_member(*session.world, request);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int describe_scenario(const Wish& wish, const Invocation& invocation) {
    const auto session = open_session(wish.what, invocation);
    if (!session) return exit_code::bad_input;
    if (wish.options)
        return answer(invocation.common.json, options_text(*session->world, wish.what),
                      options_json(*session->world));
    std::string text = scenario_text(*session);
    Json document = scenario_json(*session);
    if (wish.time) {
        const double seconds = seconds_of_a_member(*session, invocation.common);
        text += fmt::format("\nOne member takes {:.3g} s on this machine.\n", seconds);
        document["seconds_per_member"] = seconds;
    }
    return answer(invocation.common.json, text, document);
}

/// A word that is no directory and looks like none.
void refuse_unknown_word(const std::string& what) {
    std::error_code failure;
    if (what.find('/') != std::string::npos || std::filesystem::exists(what, failure)) return;
    const std::vector<std::string> words(topics.begin(), topics.end());
    const std::string near = nearest(what, words);
    throw InputError(
        fmt::format("'{}' is neither a directory nor one of {}", what, fmt::join(words, ", ")),
        near.empty() ? "name the directory that holds scenario.toml, or one of these words"
                     : fmt::format("did you mean 'forestall describe {}'?", near));
}

int describe(const Wish& wish, const Invocation& invocation) {
    const bool json = invocation.common.json;
    if (wish.schema) {
        if (!wish.what.empty())
            throw UsageError("--schema cannot be combined with anything else",
                             "forestall describe --schema");
        print(json_schema(parameter_tables()));
        return exit_code::done;
    }
    const bool topic = std::find(topics.begin(), topics.end(), wish.what) != topics.end();
    if ((wish.options || wish.time) && (wish.what.empty() || topic))
        throw UsageError(
            fmt::format("{} needs a scenario", wish.options ? "--options" : "--time"),
            "name its directory, for instance forestall describe scenarios/two-rivers --options");
    if (wish.options && wish.time)
        throw UsageError("--options cannot be combined with --time", "ask one at a time");
    if (wish.what.empty()) return answer(json, overview, {{"topics", topics}});
    if (wish.what == "mechanisms") return answer(json, mechanisms_text(), mechanisms_json());
    if (wish.what == "motives") return answer(json, motives_text(), motives_json());
    if (wish.what == "outcomes") return answer(json, outcomes_text(), outcomes_json());
    if (wish.what == "interventions")
        return answer(json, interventions_text(), interventions_json());
    if (wish.what == "levers") return answer(json, levers_text(), levers_json());
    refuse_unknown_word(wish.what);
    return describe_scenario(wish, invocation);
}

}  // namespace

void add_describe(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command =
        program.add({"describe", "Shows what there is: a scenario, mechanisms, outcomes",
                     "forestall describe scenarios/two-rivers\n"
                     "forestall describe scenarios/two-rivers --options\n"
                     "forestall describe mechanisms\n"
                     "forestall describe motives"},
                    [wish](const Invocation& invocation) { return describe(*wish, invocation); });
    command.add_option(
        "WHAT", wish->what,
        "a scenario's directory, mechanisms, motives, interventions, levers or outcomes");
    command.add_flag("--schema", wish->schema, "JSON Schema of scenario.toml, for editors");
    command.add_flag(
        "--options", wish->options,
        "with a directory: list its options, what starts each action and what it costs");
    command.add_flag("--time", wish->time,
                     "with a directory: run one member and say how long it takes");
}

}  // namespace forestall::app
