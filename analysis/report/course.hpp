// SPDX-License-Identifier: Apache-2.0
// One member's course, place by place: who holds it, civilians killed so far, displaced persons
// there. Reads the detail of a file of `forestall run`; an ensemble's file has none.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "results/reader.hpp"

namespace forestall::report {

/// A place at a moment.
struct PlaceState {
    int holder =
        -1;  ///< actor with the largest share of control, in Course::actors; -1: nobody has any
    double share = 0;      ///< its share
    double deaths = 0;     ///< civilians killed there since the start
    double displaced = 0;  ///< persons away from home who are there
};

struct Course {
    std::string option;
    std::uint64_t member = 0;
    std::uint64_t seed = 0;
    bool has_control =
        false;  ///< false where violence follows a schedule: nobody's control is in such a file
    std::vector<std::string> actors;
    std::vector<std::string> dates;  ///< ISO, first day of the step of each frame
    std::vector<std::vector<PlaceState>>
        frames;  ///< [frame][place]; places as in Header::locations
};

/// Frames that a course is thinned to.
inline constexpr std::size_t most_frames = 120;

/// `run` must have detail (Results::has_detail).
Course course_of(const Results& run);

/// Letters that stand for an actor in a small space, different for each: "RF", "A2".
std::vector<std::string> initials_of(const std::vector<std::string>& actors);

}  // namespace forestall::report
