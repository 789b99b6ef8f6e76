// SPDX-License-Identifier: Apache-2.0
#include "app/sweep/prepared.hpp"

#include <filesystem>
#include <utility>

#include "analysis/expression/of_results.hpp"
#include "app/frame/output.hpp"
#include "app/job/held.hpp"
#include "app/job/options.hpp"
#include "scenario/experiment/check_experiment.hpp"
#include "scenario/limits.hpp"
#include "scenario/text_file.hpp"

namespace forestall::app {
namespace {

namespace fs = std::filesystem;

ExperimentRead read_file(const std::string& path) {
    const Limits limits;
    ExperimentRead out;
    Report report(out.diagnostics, limits.shown);
    const auto text = read_text_file(path, path, limits.toml_bytes, report);
    if (!text) {
        report.finish();
        return out;
    }
    const auto sibling = [&](const std::string& name) -> std::optional<std::string> {
        Diagnostics unheard;  // the reader says that it cannot be read
        Report aside(unheard, limits.shown);
        return read_text_file(fs::path(path).parent_path() / name, name, limits.file_bytes, aside);
    };
    return read_experiment(path, *text, sibling);
}

ExperimentGround ground_of(const World& world) {
    ExperimentGround out;
    for (const Holdable& h : holdables(world))
        out.inputs.push_back({h.name, h.unit, h.low, h.high});
    out.options = known_options(world);
    out.outcome = [](const std::string& text) {
        const auto compiled = expression::compile(text);
        return ExpressionProblem{compiled.problem.text, compiled.problem.at, compiled.problem.hint};
    };
    return out;
}

std::nullopt_t refused(const Diagnostics& diagnostics, const Invocation& invocation) {
    say_diagnostics(diagnostics);
    if (invocation.common.json) print_json({{"diagnostics", diagnostics_json(diagnostics)}});
    return std::nullopt;
}

}  // namespace

std::optional<Prepared> prepared(const std::string& path, const Invocation& invocation) {
    ExperimentRead read = read_file(path);
    if (read.diagnostics.has_errors()) return refused(read.diagnostics, invocation);
    Prepared out;
    out.experiment = std::move(read.experiment);
    const fs::path dir = fs::path(path).parent_path() / out.experiment.scenario;
    out.scenario = dir.lexically_normal().string();
    if (!out.experiment.list.empty())
        out.list = (fs::path(path).parent_path() / out.experiment.list).string();
    auto session = open_session(out.scenario, invocation);
    if (!session) return std::nullopt;
    for (const design::Input& input : out.experiment.design.inputs)
        out.points.held.push_back(input.name);
    out.points.values = points_of(out.experiment.design, most_experiment_points);
    check_experiment(out.experiment, out.points.values, ground_of(*session->world),
                     read.diagnostics);
    if (read.diagnostics.has_errors()) return refused(read.diagnostics, invocation);
    say_warnings(read.diagnostics, invocation.common, "forestall sweep --dry-run");
    out.session = std::move(*session);
    return out;
}

}  // namespace forestall::app
