// SPDX-License-Identifier: Apache-2.0
// `forestall validate DIR --facts`: stylised facts of simulated members beside published targets
// and UCDP's events.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/frame/command.hpp"

namespace forestall::app {

struct FactsWish {
    std::string dir;
    std::uint64_t members = 50;
    std::vector<std::string> ucdp;  ///< files of UCDP's georeferenced events
    bool reported = false;          ///< civilian deaths as observers report them
    bool strict = false;            ///< a fact outside of its target, or not measured, is a finding
};

/// Exit code. Throws IoError for a file that cannot be read.
int validate_facts(const FactsWish& wish, const Invocation& invocation);

}  // namespace forestall::app
