// SPDX-License-Identifier: Apache-2.0
// Names that publishers of boundaries and of tables about people give to their columns (OCHA's
// common operational data sets, DTM, UNHCR, geoBoundaries, GADM, Natural Earth), each in one table:
// what is found, and what the page of methods lists.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forestall {

/// What a column may hold. `#` in a pattern is a level, 4 the finest.
enum class Field { area_code, area_name, parent_name, persons, displaced, date, origin };

struct KnownNames {
    Field field;
    std::string_view what;
    std::span<const std::string_view> patterns;  ///< lower case, the surest first
};

std::span<const KnownNames> known_names();

/// The name of `names` that holds the field: of the finest level, then of the first pattern;
/// capitals make no difference; "" if there is none. A parent is one level above `level_of`.
std::string find_known(Field field, std::span<const std::string> names,
                       std::string_view level_of = {});

}  // namespace forestall
