// SPDX-License-Identifier: Apache-2.0
#include "scenario/experiment/read_input.hpp"

#include <fmt/format.h>

namespace forestall {
namespace {

constexpr Shape shapes[] = {Shape::uniform, Shape::triangular, Shape::normal, Shape::lognormal,
                            Shape::beta};

void read_law(const toml::table& section, Shape shape, const std::string& file,
              design::Input& input, Report& report) {
    const auto values = toml_reals(section, shape_name(shape));
    const SourcePosition at = toml_position(file, *section.get(shape_name(shape)));
    const auto arity = static_cast<std::size_t>(shape_arity(shape));
    if (values.size() != arity) {
        report.add("E038", at, fmt::format("{} takes {} numbers", shape_name(shape), arity));
        return;
    }
    input.law.shape = shape;
    for (std::size_t i = 0; i < arity; ++i) input.law.args[i] = values[i];
    if (const std::string problem = shape_problem(input.law); !problem.empty())
        report.add("E038", at, fmt::format("{}: {}", shape_name(shape), problem));
}

}  // namespace

design::Input read_input(const toml::table& section, const std::string& file, bool listed,
                         Report& report) {
    design::Input input;
    input.name = toml_text(section, "name").value_or("");
    input.levels = toml_reals(section, "levels");
    input.weights = toml_reals(section, "weights");
    int kinds = input.discrete() ? 1 : 0;
    for (const Shape shape : shapes) {
        if (!section.contains(shape_name(shape))) continue;
        ++kinds;
        read_law(section, shape, file, input, report);
    }
    const SourcePosition at = toml_position(file, section);
    if (listed && kinds > 0)
        report.add("W401", at,
                   fmt::format("values of {} are those of the list", shown(input.name)));
    if (!listed && kinds != 1)
        report.add("E402", at,
                   fmt::format("input {} has {}", shown(input.name),
                               kinds == 0 ? "no values" : "values of two kinds"));
    return input;
}

}  // namespace forestall
