// SPDX-License-Identifier: Apache-2.0
// Reference models: small textbook models that a scenario may run in place of a country, by the
// same rules, engine and results file. A cycle is a day. Meaning and source of each field:
// docs/mechanisms/lattice.md, docs/mechanisms/cascade.md. The tables of fields below serve checks,
// digest and loader.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <variant>

#include "world/ratio_rule.hpp"

namespace forestall {

/// Which sites lie within vision v of a site at offset (x, y).
enum class Neighbourhood : std::uint8_t {
    square,   ///< |x| <= v and |y| <= v
    disc,     ///< x^2 + y^2 <= v^2
    diamond,  ///< |x| + |y| <= v
    cross     ///< as diamond, x = 0 or y = 0
};

/// Civil violence on a torus (Epstein 2002). One identity group: rebellion (Model I). More: active
/// people kill people of other groups (Model II), legitimacy is how far each group grants the
/// others the right to exist.
struct LatticeSettings {
    std::int32_t width = 40;  ///< sites
    std::int32_t height = 40;
    double population_density = 0.7;  ///< persons per site at the start, split evenly over groups
    double cop_density = 0.04;        ///< police or peacekeepers per site
    double vision = 7;                ///< sites; also how far people move
    Neighbourhood neighbourhood = Neighbourhood::disc;
    RatioRule ratio = RatioRule::floor;
    double legitimacy = 0.82;           ///< at the start, [0,1]
    double legitimacy_fall = 0;         ///< per cycle; a fall in one cycle is a jump
    double legitimacy_floor = 0;        ///< where the fall ends
    std::int32_t legitimacy_cycle = 0;  ///< first cycle of the fall
    double arrest_constant = 2.3;       ///< k
    double threshold = 0.1;             ///< T
    double jail_max = 30;               ///< cycles; infinite: for life
    bool movement = true;
    bool quiet_without_victim = false;  ///< Model II: who finds nobody to kill turns quiet again
    std::int32_t cop_arrival = 0;       ///< first cycle with police
    std::int32_t cop_withdrawal = 0;    ///< first cycle of their withdrawal
    double cops_withdrawn = 0;          ///< per cycle
    double clone_chance = 0;            ///< births per cycle and person with a free site beside it
    std::int32_t max_age = 0;  ///< cycles, lifetimes uniform up to it; 0: nobody dies of age
};

/// A crowd in which each joins once enough others have (Granovetter 1978).
struct CascadeSettings {
    std::int32_t persons = 100;
    double threshold_mean = 25;  ///< persons
    double threshold_sd = 10;    ///< persons
    bool drawn = false;          ///< each member draws its people; else the law itself is iterated
};

/// What a run is of; std::monostate: the country that the other tables describe.
using ReferenceModel = std::variant<std::monostate, LatticeSettings, CascadeSettings>;

template <class Settings, class Value>
struct BoundedField {
    std::string_view name;
    Value Settings::*field;
    Value low;
    Value high;
};

inline constexpr std::array lattice_reals = std::to_array<BoundedField<LatticeSettings, double>>({
    {"population_density", &LatticeSettings::population_density, 0, 1},
    {"cop_density", &LatticeSettings::cop_density, 0, 1},
    {"vision", &LatticeSettings::vision, 1, 100},
    {"legitimacy", &LatticeSettings::legitimacy, 0, 1},
    {"legitimacy_fall", &LatticeSettings::legitimacy_fall, 0, 1},
    {"legitimacy_floor", &LatticeSettings::legitimacy_floor, 0, 1},
    {"arrest_constant", &LatticeSettings::arrest_constant, 0, 1000},
    {"threshold", &LatticeSettings::threshold, -1, 1},
    {"jail_max", &LatticeSettings::jail_max, 0, std::numeric_limits<double>::infinity()},
    {"cops_withdrawn", &LatticeSettings::cops_withdrawn, 0, 1e6},
    {"clone_chance", &LatticeSettings::clone_chance, 0, 1},
});

inline constexpr std::array lattice_counts =
    std::to_array<BoundedField<LatticeSettings, std::int32_t>>({
        {"width", &LatticeSettings::width, 3, 1000},
        {"height", &LatticeSettings::height, 3, 1000},
        {"legitimacy_cycle", &LatticeSettings::legitimacy_cycle, 0, 1'000'000'000},
        {"cop_arrival", &LatticeSettings::cop_arrival, 0, 1'000'000'000},
        {"cop_withdrawal", &LatticeSettings::cop_withdrawal, 0, 1'000'000'000},
        {"max_age", &LatticeSettings::max_age, 0, 1'000'000},
    });

inline constexpr std::array cascade_reals = std::to_array<BoundedField<CascadeSettings, double>>({
    {"threshold_mean", &CascadeSettings::threshold_mean, -1e9, 1e9},
    {"threshold_sd", &CascadeSettings::threshold_sd, 1e-9, 1e9},
});

inline constexpr std::array cascade_counts =
    std::to_array<BoundedField<CascadeSettings, std::int32_t>>({
        {"persons", &CascadeSettings::persons, 1, 10'000'000},
    });

}  // namespace forestall
