// SPDX-License-Identifier: Apache-2.0
// A design as a value: which inputs, by which method, how many points; and the points it makes.
// Same design, same points, on every machine.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/vocabulary.hpp"
#include "design/correlation.hpp"
#include "design/input.hpp"
#include "design/stratum.hpp"

namespace forestall::design {

enum class Method : std::uint8_t { grid, list, random, latin, maximin, sobol, saltelli, morris };

inline constexpr auto method_words = vocabulary<Method>({{Method::grid, "grid"},
                                                         {Method::list, "list"},
                                                         {Method::random, "random"},
                                                         {Method::latin, "latin"},
                                                         {Method::maximin, "maximin"},
                                                         {Method::sobol, "sobol"},
                                                         {Method::saltelli, "saltelli"},
                                                         {Method::morris, "morris"}});

/// Methods whose points fill the cube, so that inputs may be correlated and strata be taken.
constexpr bool fills(Method method) {
    using enum Method;
    return method == random || method == latin || method == maximin || method == sobol;
}

struct Design {
    Method method = Method::latin;
    std::vector<Input> inputs;
    std::size_t points = 0;           ///< saltelli: base rows; morris: trajectories
    std::uint64_t seed = 1;           ///< of the design, not of the members
    bool second = false;              ///< saltelli: rows for second order too
    std::size_t levels = 4;           ///< morris: of its grid
    std::vector<std::size_t> steps;   ///< grid: of each input that is not discrete
    Rows listed;                      ///< list: values as they are
    std::vector<Correlation> joined;  ///< random, latin, maximin, sobol
    std::vector<Stratum> strata;      ///< the same methods; none: the whole cube
};

/// Rows that the design has; more than `most` count as `most` + 1.
std::size_t design_size(const Design& design, std::size_t most);

/// What keeps these parts from going together, in a sentence ("saltelli takes independent
/// inputs"), or "". Looks at inputs, too.
std::string design_problem(const Design& design);

/// Values in the inputs' units, [point][input]. std::invalid_argument if there is a problem, or
/// for more than `most` rows.
Rows points_of(const Design& design, std::size_t most);

}  // namespace forestall::design
