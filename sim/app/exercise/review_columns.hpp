// SPDX-License-Identifier: Apache-2.0
// The members of a review as they are computed, each kept as a few numbers: the outcome under each
// option, and in the same assumptions' other luck. Rule: members outer, all options of a member
// together over the past that they share, and the member's future under held numbers beside them,
// so that what has been computed at any time is paired. docs/exercise.md
#pragma once
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "analysis/comparison/outcomes.hpp"
#include "app/exercise/review.hpp"
#include "world/world.hpp"

namespace forestall::app::exercise {

/// What is run.
struct ReviewJob {
    std::shared_ptr<const World> world;
    std::uint64_t seed = 1;
    std::uint64_t member = 0;          ///< that was played
    std::vector<std::string> options;  ///< `played_option` among them
    std::size_t with_courses = 0;      ///< of the first so many options the courses are kept, too
    Day end = 0;                       ///< of the exercise: the first day of its tail
};

/// What is read of a member under an option.
struct ReviewReading {
    comparison::MemberReading outcome, deaths, killing, displaced;
};

/// In how many mass killing began by the exercise's last day.
struct Killings {
    bool own = false;
    std::size_t futures = 0;
    std::vector<std::size_t> members;  ///< by option
};

/// [option][member]
struct ReviewTable {
    comparison::Columns outcome, deaths, killing, displaced;
};

class ReviewColumns {
public:
    /// Runs the world that was played.
    ReviewColumns(ReviewJob job, const ReviewReading& reading, const ReviewRun& run);

    /// Runs the next members, to `end` of them. False if it was stopped: what was computed up to
    /// the first gap is kept.
    bool run_to(std::uint64_t end);

    std::uint64_t members() const { return members_; }
    double own() const { return own_; }
    const std::vector<double>& own_course() const { return own_course_; }
    const std::vector<double>& futures() const { return futures_; }
    const Killings& killings() const { return killings_; }
    /// [option][member], of options by name.
    ReviewTable of(const std::vector<std::string>& options) const;
    Fan fan_of_futures() const;
    Fan fan(std::size_t option) const;

private:
    struct Row {
        bool done = false;
        std::vector<std::array<double, 4>> values;  ///< by option; in order of ReviewReading
        std::vector<bool> killing;                  ///< by option
        std::vector<std::vector<double>> courses;   ///< of the first options
        double future = 0;
        bool future_killing = false;
        std::vector<double> future_course;
    };
    Row computed(std::uint64_t member) const;
    bool killing_in_time(const MemberOutcome& outcome) const;
    void keep(Row&& row);

    ReviewJob job_;
    const ReviewReading& reading_;
    const ReviewRun& run_;
    std::shared_ptr<const World> held_;  ///< all numbers as in the member that was played
    std::uint64_t members_ = 0;
    double own_ = 0;
    std::vector<double> own_course_;
    Killings killings_;
    ReviewTable values_;
    std::vector<std::vector<std::vector<double>>> courses_;  ///< [option][member][step]
    std::vector<double> futures_;
    std::vector<std::vector<double>> future_courses_;  ///< [member][step]
};

}  // namespace forestall::app::exercise
