// SPDX-License-Identifier: Apache-2.0
#include "app/page/context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/comparison/resampling.hpp"
#include "app/describe/beginning_words.hpp"
#include "app/frame/numbers.hpp"
#include "app/job/options.hpp"
#include "engine/engine.hpp"
#include "world/named_numbers.hpp"
#include "world/stage_start.hpp"
#include "world/weights.hpp"

namespace forestall::app {
namespace {

using report::Assumption;
using report::Context;

constexpr std::string_view link_end = ".link";

std::string range_text(const Distribution& d) {
    const auto arguments = std::span(d.args).first(static_cast<std::size_t>(shape_arity(d.shape)));
    const std::string numbers =
        fmt::format("{:.4g}", fmt::join(arguments.begin(), arguments.end(), ", "));
    return d.is_constant() ? numbers + " (fixed)"
                           : fmt::format("{} ({})", shape_name(d.shape), numbers);
}

/// D for a source that says itself that it is a judgement, else not graded.
std::string grade_in(const std::string& source) {
    for (const std::string_view word : {"judgement", "Judgement", "invented", "assum"})
        if (source.find(word) != std::string::npos) return "D";
    return "";
}

/// "actor.Ridge Front.animus.River people" is about the field "actor.animus".
const ParameterSpec* field_of(std::string_view name) {
    for (const ParameterSpec& field : named_number_fields()) {
        const auto dot = field.name.find('.');
        const std::string_view kind = field.name.substr(0, dot + 1);
        const std::string last = "." + std::string(field.name.substr(dot + 1));
        if (!name.starts_with(kind)) continue;
        if (last == ".value" || name.ends_with(last) ||
            name.find(last + ".") != std::string_view::npos)
            return &field;
    }
    return nullptr;
}

const ParameterSpec* parameter_of(std::string_view name) {
    for (const ParameterTable table : parameter_tables())
        for (const ParameterSpec& p : table)
            if (p.name == name) return &p;
    return field_of(name);
}

/// "effect.mediation.2" -> the second effect of mediation; "effect.mediation.2.link" -> its link.
void add_intervention_words(const World& world, std::string name, Assumption& out) {
    const auto first = name.find('.');
    const std::string kind = name.substr(0, first);
    const bool link = kind == "effect" && name.ends_with(link_end);
    if (link) name.resize(name.size() - link_end.size());
    const auto last = name.rfind('.');
    if ((kind != "effect" && kind != "cost") || last == first) return;
    const std::string whose = name.substr(first + 1, last - first - 1);
    for (const Intervention& i : world.interventions()) {
        if (i.name != whose) continue;
        out.intervention = i.name;
        const std::string which = name.substr(last + 1);
        if (kind == "cost") {
            out.meaning = fmt::format("{}: {} cost", i.title, which == "setup" ? "set-up" : which);
            out.unit = which == "setup" ? "USD" : "USD/week";
            if (out.source.empty()) out.source = i.source;
            if (out.grade.empty()) out.grade = grade_in(out.source);
            return;
        }
        const auto number = static_cast<std::size_t>(std::strtoul(which.c_str(), nullptr, 10));
        if (number < 1 || number > i.effects.size()) return;
        const Effect& effect = i.effects[number - 1];
        out.effect = true;
        out.link = link;
        out.meaning = fmt::format("{}, {}{}{}: {}", i.title, effect.lever,
                                  effect.side ? " (side effect)" : "",
                                  link ? ", share that arrives" : "", effect.summary);
        if (link) {
            out.grade = std::string(1, effect.link_grade);
            return;
        }
        out.grade = std::string(1, effect.grade);
        if (!effect.source.empty()) out.source = effect.source;
    }
}

/// What members draw of a weight that decides; empty for any other number, and where none are
/// drawn.
std::string drawn_range(const World& world, const std::string& name) {
    const WeightRows& rows = weight_rows();
    const auto at = rows.find(name);
    if (!at || rows.rows() == 0 || !weights_decide(world)) return "";
    const auto drawn = world.parameters().find(weights_parameters().front().name);
    if (drawn != world.parameters().end() && drawn->second.median() < 0.5) return "";
    std::vector<double> values;
    for (std::size_t i = 0; i < rows.rows(); ++i) values.push_back(rows.row(i)[*at]);
    return fmt::format("posterior, {} rows: {:.4g} ({:.4g} to {:.4g})", rows.rows(),
                       comparison::quantile_of(values, 0.5), comparison::quantile_of(values, 0.05),
                       comparison::quantile_of(values, 0.95));
}

Assumption assumption_of(const World& world, const std::string& name) {
    Assumption out;
    if (const ParameterSpec* p = parameter_of(name)) {
        out = {std::string(p->help),
               std::string(p->unit),
               fmt::format("{:.4g} (fixed)", p->standard),
               std::string(p->source),
               std::string(1, p->grade),
               "",
               false};
        if (std::string drawn = drawn_range(world, name); !drawn.empty())
            out.range = std::move(drawn);
    }
    if (const auto set = world.parameters().find(name); set != world.parameters().end()) {
        out.range = range_text(set->second);
        if (!set->second.source.empty()) {
            out.source = set->second.source;
            out.grade = grade_in(out.source);
        }
    }
    add_intervention_words(world, name, out);
    return out;
}

report::OptionWords option_words(const World& world, const Option& option) {
    report::OptionWords out{option.title, {}};
    out.budgeted = std::isfinite(option.budget);
    for (const PlannedAction& m : option.actions) {
        out.interventions.insert(world.interventions()[m.intervention].name);
        std::string text = world.interventions()[m.intervention].title;
        if (m.partner >= 0)
            text +=
                fmt::format(" by {}", world.partners()[static_cast<std::size_t>(m.partner)].name);
        if (m.scale != 1) text += fmt::format(", {:.3g} times the usual size", m.scale);
        out.actions.push_back(text + ", " +
                              beginning_text(option, m.start, world.settings().start_date));
    }
    return out;
}

std::string reproduction(const Results& results, const std::string& file, const std::string& page,
                         const std::string& more) {
    const Header& h = results.header();
    if (results.has_detail())
        return fmt::format(
            "# DIR: the scenario directory; its files are inside the results file too\n"
            "{}\nforestall report {} -o {}{}\n"
            "# the member, run again and compared\nforestall verify {}",
            run_command(results, file), shell_file(file), shell_file(page), more, shell_file(file));
    const bool by_stage = std::any_of(h.options.begin(), h.options.end(), is_stage_option);
    std::string what = h.gaps ? "decide DIR" : "ensemble DIR";
    if (by_stage) what = "stages DIR";
    std::string options;
    if (!by_stage && h.options != std::vector<std::string>{"none"})
        options = " --options " + shell_quoted(fmt::format("{}", fmt::join(h.options, ",")));
    const bool has_baseline =
        std::find(h.options.begin(), h.options.end(), baseline_option) != h.options.end();
    if (!by_stage && !h.gaps && !has_baseline) options += " --no-baseline";
    return fmt::format(
        "# DIR: the scenario directory; its files are inside the results file too\n"
        "forestall {} --members {} --seed {}{} -o {}\nforestall report {} -o {}{}\n"
        "# single members of the file, run again and compared\nforestall verify {}",
        what, h.members, h.seed, options, shell_file(file), shell_file(file), shell_file(page),
        more, shell_file(file));
}

}  // namespace

std::string run_command(const Results& run, const std::string& file) {
    const Header& h = run.header();
    return fmt::format("forestall run DIR --member {} --option {} --seed {} -o {}",
                       run.members().front(), shell_quoted(h.options.front()), h.seed,
                       shell_file(file));
}

Context context_of(const analysis::StoredCase& stored, const std::string& file,
                   const std::string& page, const std::string& more, std::string& warning) {
    Context out;
    out.file = file;
    out.reproduce = reproduction(stored.results(), file, page, more);
    if (!stored.readable()) {
        warning =
            "this program cannot read the scenario inside the file: the report lacks routes, "
            "titles and sources";
        return out;
    }
    const World& world = *stored.world();
    out.conditioned_on = world.settings().conditioned_on;
    for (const Option& option : world.options())
        out.options[option.name] = option_words(world, option);
    out.options["none"] = {"Nothing is done", {}};
    for (const Route& r : world.routes())
        out.routes.emplace_back(world.places()[index(r.a)].name, world.places()[index(r.b)].name);
    for (const ParameterLabel& p : stored.header().parameters)
        out.assumptions[p.name] = assumption_of(world, p.name);
    return out;
}

}  // namespace forestall::app
