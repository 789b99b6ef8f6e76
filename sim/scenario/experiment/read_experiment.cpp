// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scenario/experiment/experiment.hpp"
#include "scenario/experiment/read_input.hpp"
#include "scenario/experiment/read_list.hpp"
#include "scenario/experiment/unread_keys.hpp"
#include "scenario/toml_access.hpp"

namespace forestall {
namespace {

using design::Design;
using design::Method;

struct Reader {
    const std::string& file;
    const SiblingText& sibling;
    Report& report;
    Experiment& out;

    SourcePosition at(const toml::table& table, std::string_view key) const {
        const toml::node* node = table.get(key);
        return node == nullptr ? toml_position(file, table) : toml_position(file, *node);
    }
    /// Position of an input by name; E404 if there is none.
    std::size_t input(const toml::table& table, std::string_view key,
                      const std::string& name) const {
        std::vector<std::string> names;
        for (const design::Input& i : out.design.inputs) names.push_back(i.name);
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            report.add("E404", at(table, key), fmt::format("no input is named {}", shown(name)),
                       did_you_mean(nearest(name, names)));
        return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
    }
};

void read_inputs(const Reader& r, const toml::table& root) {
    Design& d = r.out.design;
    for (const toml::table* section : toml_sections(root, "input")) {
        d.inputs.push_back(read_input(*section, r.file, d.method == Method::list, r.report));
        d.steps.push_back(static_cast<std::size_t>(toml_count(*section, "steps").value_or(0)));
        r.out.input_at.push_back(r.at(*section, "name"));
    }
}

void read_joined(const Reader& r, const toml::table& root) {
    for (const toml::table* section : toml_sections(root, "correlation")) {
        const auto pair = toml_pair(*section, "between");
        if (!pair) continue;
        r.out.design.joined.push_back({r.input(*section, "between", pair->first),
                                       r.input(*section, "between", pair->second),
                                       toml_real(*section, "value").value_or(0)});
    }
    std::set<std::string> names;
    for (const toml::table* section : toml_sections(root, "stratum")) {
        design::Stratum stratum;
        stratum.name = toml_text(*section, "name").value_or("");
        if (!names.insert(stratum.name).second)
            r.report.add("E020", r.at(*section, "name"),
                         fmt::format("stratum {} is there twice", shown(stratum.name)));
        stratum.points = static_cast<std::size_t>(toml_count(*section, "points").value_or(1));
        for (const toml::table* part : toml_sections(*section, "part"))
            stratum.parts.push_back(
                {r.input(*part, "input", toml_text(*part, "input").value_or("")),
                 toml_real(*part, "low").value_or(0), toml_real(*part, "high").value_or(1)});
        r.out.design.strata.push_back(std::move(stratum));
    }
}

void read_outcomes(const Reader& r, const toml::table& root) {
    std::set<std::string> names;
    for (const toml::table* section : toml_sections(root, "outcome")) {
        const std::string name = toml_text(*section, "name").value_or("");
        if (!names.insert(name).second)
            r.report.add("E020", r.at(*section, "name"),
                         fmt::format("outcome {} is there twice", shown(name)));
        r.out.outcomes.push_back(
            {name, {toml_text(*section, "expression").value_or(""), r.at(*section, "expression")}});
    }
    const auto precision = toml_real(root, "precision");
    r.out.precision = precision.value_or(0);
    if (precision && !(*precision > 0 && *precision < 1))
        r.report.add("E026", r.at(root, "precision"), fmt::format("'precision' is {}", *precision),
                     "it must lie between 0 and 1");
    if (precision && r.out.outcomes.empty())
        r.report.add("E401", r.at(root, "precision"), "precision of what? There is no [[outcome]]");
}

void read_listed(const Reader& r, const toml::table& root) {
    r.out.list = toml_text(root, "list").value_or("");
    if (r.out.design.method != Method::list || r.report.failed()) return;
    if (r.out.list.empty()) {
        r.report.add("E401", r.at(root, "method"), "method list needs 'list', a CSV file");
        return;
    }
    if (const auto text = r.sibling(r.out.list))
        r.out.design.listed =
            read_list(r.out.list, *text, r.out.design.inputs, most_experiment_points, r.report);
    else
        r.report.add("E002", r.at(root, "list"),
                     fmt::format("{} cannot be read", shown(r.out.list)));
}

void check_design(const Reader& r, const toml::table& root) {
    const Design& d = r.out.design;
    const SourcePosition at = r.at(root, "method");
    const bool counted = d.method != Method::grid && d.method != Method::list && d.strata.empty();
    if (counted && !root.contains("points"))
        return r.report.add(
            "E401", at,
            fmt::format("method {} needs 'points'", design::method_words.text(d.method)));
    if (const std::string problem = design_problem(d); !problem.empty())
        return r.report.add("E401", at, problem);
    if (design_size(d, most_experiment_points) > most_experiment_points)
        return r.report.add(
            "E406", at, fmt::format("the design has more than {} points", most_experiment_points));
    if (const std::string warning = strata_warning(d.strata); !warning.empty())
        r.report.add("W402", at, warning);
}

void read_root(const Reader& r, const toml::table& root) {
    Design& d = r.out.design;
    d.method = static_cast<Method>(toml_choice(root, "experiment", "method").value_or(0));
    d.points = static_cast<std::size_t>(toml_count(root, "points").value_or(0));
    d.seed = static_cast<std::uint64_t>(toml_whole(root, "seed").value_or(1));
    d.second = toml_boolean(root, "second_order").value_or(false);
    d.levels = static_cast<std::size_t>(toml_count(root, "grid_levels").value_or(4));
    r.out.title = toml_text(root, "title").value_or("");
    r.out.scenario = toml_text(root, "scenario").value_or("");
    r.out.members = static_cast<std::uint64_t>(toml_count(root, "members").value_or(1));
    for (const std::string& option : toml_texts(root, "options"))
        r.out.options.push_back({option, toml_position(r.file, root, "options", option)});
    if (toml_count(root, "format").value_or(1) != 1)
        r.report.add("E013", r.at(root, "format"), "this version reads format 1");
    warn_unread(root, r.file, d.method, r.report);
    read_inputs(r, root);
    read_joined(r, root);
    read_outcomes(r, root);
    read_listed(r, root);
    if (!r.report.failed()) check_design(r, root);
}

}  // namespace

ExperimentRead read_experiment(const std::string& file, std::string_view text,
                               const SiblingText& sibling) {
    ExperimentRead out;
    Report report(out.diagnostics, most_shown_of_a_code);
    if (const auto root = parse_toml(file, text, report)) {
        check_keys(*root, "experiment", file, report);
        if (!report.failed()) read_root({file, sibling, report, out.experiment}, *root);
    }
    report.finish();
    out.diagnostics.sort();
    return out;
}

}  // namespace forestall
