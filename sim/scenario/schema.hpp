// SPDX-License-Identifier: Apache-2.0
// JSON Schemas (2020-12) of scenario.toml and of experiments for editors, made from the tables of
// keys and of parameters.
#pragma once
#include <span>
#include <string>

#include "core/parameter.hpp"

namespace forestall {

std::string json_schema(std::span<const ParameterTable> tables);
/// The same of the file that `forestall sweep` reads.
std::string experiment_schema();

}  // namespace forestall
