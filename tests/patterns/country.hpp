// SPDX-License-Identifier: Apache-2.0
// The countries that the patterns are looked for in: the bundled ones and what is made of them.
#pragma once
#include <string>

#include "validation/loops.hpp"

namespace forestall::patterns {

inline constexpr const char* rivers = "two-rivers";
inline constexpr const char* car = "central-african-republic";

/// A bundled scenario, edited.
World country(const std::string& name, const test::Edit& edit = {});

/// Ten whole years instead of two.
void ten_years(WorldTables& t);
/// Two rivers with the structural numbers of a median country (docs/validation.md).
void median_numbers(WorldTables& t);
/// … and of a quiet one: half of the forces and of the hostility of that.
void quiet_numbers(WorldTables& t);
/// An actor leaves the tables with everything that names it; options go too.
void without_actor(WorldTables& t, const std::string& name);
/// Two rivers without its rebels, where people hate each other.
void hostile_people(WorldTables& t);
/// Two rivers without its rebels, whose army hates the Hill people and is held back by little.
void hostile_state(WorldTables& t);
/// The Central African Republic without its dated offensive.
void without_offensive(WorldTables& t);

}  // namespace forestall::patterns
