// SPDX-License-Identifier: Apache-2.0
// The clock of a turn: how long it has, and since when it runs. Reads no clock of the machine: the
// time comes in as the text of a record.
#pragma once
#include <cstdint>
#include <string>

namespace forestall::app::exercise {

/// Seconds since 1970 of "2026-01-01T12:00:00Z"; 0 for what is none.
std::int64_t seconds_of(const std::string& t);

struct TurnClock {
    bool running = false;
    double left = 0;    ///< seconds, when `running` last changed or time was added
    std::string since;  ///< when that was

    /// Seconds that are left at a time; not below 0.
    double left_at(const std::string& t) const;
    /// Second since 1970 at which a running clock is at zero.
    double ends() const { return static_cast<double>(seconds_of(since)) + left; }
};

}  // namespace forestall::app::exercise
