// SPDX-License-Identifier: Apache-2.0
// Runs members of a scenario and keeps of each what the patterns look at.
#pragma once
#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/patterns/course.hpp"
#include "core/parallel.hpp"
#include "engine/outcome.hpp"
#include "world/world.hpp"

namespace forestall::patterns {

/// What to keep, and of whom.
struct Keep {
    /// Acts, truces, forces and homes; else only series and the onset, which cost a tenth of it.
    bool acts = true;
    std::string capital;     ///< name of its place; empty: not looked at
    std::string challenger;  ///< name of the actor who may take it
};

/// One member. `detail` may be empty if acts are not kept. Throws std::out_of_range for a capital
/// or challenger that the world has not.
Course course_of(const World& world, const MemberOutcome& outcome, const RunDetail& detail,
                 const Keep& keep);
/// Truces between two actors, from what the log says of ceasefires, agreements, relapses and
/// battles.
std::vector<Truce> truces_of(const std::vector<Event>& events, int steps);

/// Members 0 … members-1 of the seed under an option, in order.
std::vector<Course> run_courses(const World& world, std::uint64_t seed, std::uint64_t members,
                                const Keep& keep, const Parallel& parallel,
                                const std::string& option = "none");

}  // namespace forestall::patterns
