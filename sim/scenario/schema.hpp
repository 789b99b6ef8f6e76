// SPDX-License-Identifier: Apache-2.0
// JSON Schema (2020-12) of scenario.toml for editors, made from the tables of keys and of
// parameters.
#pragma once
#include <span>
#include <string>

#include "core/parameter.hpp"

namespace forestall {

std::string json_schema(std::span<const ParameterTable> tables);

}  // namespace forestall
