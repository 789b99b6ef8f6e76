// SPDX-License-Identifier: Apache-2.0
// What an option must satisfy as a whole: no circle of starts, no action that can never start, a
// budget that can pay for it, partners that can lead, targets that are named.
#pragma once
#include "scenario/reading.hpp"

namespace forestall {

/// E057, E059, E060, E062, E063 and W010 at the lines of `section`.
void check_option(Reading& r, const toml::table& section, const Option& option);

/// E070 for a partner that this one both works with and works against.
void check_company(Reading& r, const toml::table& partner);

}  // namespace forestall
