// SPDX-License-Identifier: Apache-2.0
// Names on the command line that a scenario gives a meaning to.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "scenario/catalogue.hpp"
#include "world/world.hpp"

namespace forestall::app {

/// Doing nothing: what every other option is compared with.
inline constexpr const char* baseline_option = "none";

/// What may be done in this scenario; "none" is always first.
std::vector<std::string> known_options(const World& world);
/// "a,b" or "all"; throws UsageError with what exists for an unknown or repeated name.
std::vector<std::string> parse_options(const std::string& text, const World& world);

/// The options with doing nothing among them: first, where it was not named.
std::vector<std::string> with_baseline(std::vector<std::string> options);
/// What parse_options() gives, less doing nothing; throws UsageError if that was named, or if
/// nothing is left.
std::vector<std::string> without_baseline(const std::string& text, const World& world);

/// "a,b", names of the catalogue; none if the text is empty. UsageError for one that is not there.
std::vector<std::string> parse_interventions(const std::string& text, const Catalogue& catalogue);

struct Shard {
    std::uint64_t index = 0;
    std::uint64_t count = 1;
};
/// "i/n": the members whose number leaves the rest i when divided by n. n/n is 0/n, so both 0…n-1
/// and 1…n cover all.
Shard parse_shard(const std::string& text);

}  // namespace forestall::app
