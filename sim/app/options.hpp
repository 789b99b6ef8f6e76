// SPDX-License-Identifier: Apache-2.0
// Names on the command line that a scenario gives a meaning to.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "world/world.hpp"

namespace forestall::app {

/// What may be done in this scenario; "none" is always first.
std::vector<std::string> known_options(const World& world);
/// "a,b" or "all"; throws UsageError with what exists for an unknown or repeated name.
std::vector<std::string> parse_options(const std::string& text, const World& world);

struct Shard {
    std::uint64_t index = 0;
    std::uint64_t count = 1;
};
/// "i/n": the members whose number leaves the rest i when divided by n. n/n is 0/n, so both 0…n-1 and 1…n cover all.
Shard parse_shard(const std::string& text);

}  // namespace forestall::app
