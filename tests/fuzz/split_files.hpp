// SPDX-License-Identifier: Apache-2.0
// One fuzz input as several files: a line "@@ name" starts the file `name`.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "scenario/loader.hpp"

namespace forestall::fuzz {

inline ScenarioFiles split_files(const std::uint8_t* data, std::size_t size) {
    ScenarioFiles files;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    std::string* current = nullptr;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end == std::string_view::npos ? end : end + 1);
        if (line.starts_with("@@ ")) {
            std::string_view name = line.substr(3);
            while (!name.empty() && (name.back() == '\n' || name.back() == '\r'))
                name.remove_suffix(1);
            current = &files[std::string(name)];
        } else if (current != nullptr) {
            *current += line;
        }
        rest.remove_prefix(line.size());
    }
    return files;
}

/// Small limits: an input must not pass for a finding by being large.
inline Limits small_limits() {
    Limits limits;
    limits.places = 1000;
    limits.routes = 5000;
    limits.violence = 5000;
    limits.observations = 20'000;
    limits.days = 2000;
    return limits;
}

}  // namespace forestall::fuzz
