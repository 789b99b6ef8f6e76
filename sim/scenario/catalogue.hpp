// SPDX-License-Identifier: Apache-2.0
// The catalogue of interventions that comes with the program:
// scenarios/catalogue/interventions.toml, embedded by the build, so that results can be reproduced
// from the program and the scenario alone.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.hpp"
#include "core/distribution.hpp"
#include "world/intervention.hpp"

namespace forestall {

/// The text of the file.
std::string_view catalogue_text();
inline constexpr const char* catalogue_file = "catalogue/interventions.toml";

/// Interventions with their numbers ("effect.<name>.<k>", "cost.<name>.setup", …).
struct Catalogue {
    std::vector<Intervention> interventions;
    std::map<std::string, Distribution, std::less<>> numbers;
    Diagnostics diagnostics;  ///< of a catalogue that has faults; empty for the one shipped
};

/// Reads a catalogue; the one shipped if no text is given.
Catalogue read_catalogue(std::string_view text = catalogue_text());

}  // namespace forestall
