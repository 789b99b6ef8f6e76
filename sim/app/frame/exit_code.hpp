// SPDX-License-Identifier: Apache-2.0
// How the program ends (docs/commands.md). Scripts rely on these numbers.
#pragma once

namespace forestall::app::exit_code {

inline constexpr int done = 0;
inline constexpr int finding = 1;        ///< the answer is no: a check of results failed
inline constexpr int usage = 2;          ///< the command line makes no sense
inline constexpr int bad_input = 65;     ///< a scenario or file is at fault
inline constexpr int bug = 70;           ///< we are at fault
inline constexpr int io = 74;            ///< the system refused to read, write or give memory
inline constexpr int stopped = 75;       ///< stopped early as asked, partial results kept
inline constexpr int interrupted = 130;  ///< stopped by a signal, partial results kept

}  // namespace forestall::app::exit_code
