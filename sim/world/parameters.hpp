// SPDX-License-Identifier: Apache-2.0
// Parameter values of one member: every parameter of the tables it is given, drawn once (epistemic
// uncertainty).
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/parameter.hpp"
#include "core/random.hpp"
#include "world/world.hpp"

namespace forestall {

class ParameterValues {
public:
    /// Draws each parameter of `tables`, in their order, from the world's override or takes its
    /// default; then, in order of name, the scenario's own numbers (world/named_numbers.hpp), as
    /// given. Draws are addressed by the parameter's name and clamped to its bounds. Names are kept
    /// as views into the tables, which must outlive this. Throws std::invalid_argument when two
    /// tables declare the same name.
    ParameterValues(const World& world, const Luck& luck, std::span<const ParameterTable> tables);

    /// The values of one table among those given, in its order; empty if it is not among them.
    std::span<const double> of(const ParameterTable& table) const;
    /// The same by name; throws std::invalid_argument if the table is not among those given.
    template <class Values>
    Values of(const Parameters<Values>& parameters) const {
        return parameters.from(of(ParameterTable(parameters)));
    }
    /// Throws std::out_of_range for a name no table has.
    double operator[](std::string_view name) const;
    const std::vector<std::string_view>& names() const { return names_; }
    const std::vector<double>& values() const { return values_; }

    /// Whether a name of World::parameters() is one of the scenario's own numbers.
    static bool is_own(std::string_view name);

private:
    std::vector<std::string_view> names_;
    std::vector<double> values_;
    std::vector<std::uint32_t> by_name_;  ///< positions in order of name
};

}  // namespace forestall
