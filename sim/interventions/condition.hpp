// SPDX-License-Identifier: Apache-2.0
// Conditions of effects: what `where` may speak of, a row each, with its name in scenarios and how
// it is read for a target of the lever.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "actors/scene.hpp"
#include "core/vocabulary.hpp"
#include "world/intervention.hpp"

namespace forestall {

/// What is known where a condition is tested.
struct Circumstances {
    const Scene& scene;
    const PlannedAction& action;
    /// Protection of each place, with what the option itself sends there.
    std::span<const double> guarded;
    double leverage;
    double attention;
    Stage stage;
    TargetKind kind;  ///< of the lever
    std::size_t target;
};

enum class Condition : std::uint8_t {
    leverage,
    attention,
    animus,
    legitimacy,
    supply,
    threat,
    protection,
    talks,
    stage
};

/// Those that speak of an actor are 0 for targets of other kinds.
namespace condition_value {

inline double leverage(const Circumstances& c) { return c.leverage; }
inline double attention(const Circumstances& c) { return c.attention; }
inline double stage(const Circumstances& c) { return number_of(c.stage); }
double highest_animus(const Circumstances& c);
double lowest_legitimacy(const Circumstances& c);
double supply(const Circumstances& c);
double threat(const Circumstances& c);
/// Of the place; for targets of other kinds, the best guarded place that the action names.
double protection(const Circumstances& c);
/// 1 while any two actors talk or hold a truce.
double talks(const Circumstances& c);

}  // namespace condition_value

struct ConditionRow {
    Condition value;
    std::string_view text;  ///< as `where` names it
    double (*read)(const Circumstances& now);
};

inline constexpr auto conditions = vocabulary<Condition, ConditionRow>({
    {Condition::leverage, "leverage", condition_value::leverage},
    {Condition::attention, "attention", condition_value::attention},
    {Condition::animus, "animus", condition_value::highest_animus},
    {Condition::legitimacy, "legitimacy", condition_value::lowest_legitimacy},
    {Condition::supply, "supply", condition_value::supply},
    {Condition::threat, "threat", condition_value::threat},
    {Condition::protection, "protection", condition_value::protection},
    {Condition::talks, "talks", condition_value::talks},
    {Condition::stage, "stage", condition_value::stage},
});

inline double read(Condition condition, const Circumstances& now) {
    return conditions.row(condition).read(now);
}

}  // namespace forestall
