// SPDX-License-Identifier: Apache-2.0
// Rule: what of a session was the team's doing and what was luck. Luck: where this world's outcome
// lies among others with the same orders and the same assumptions (all numbers held at this
// member's) under other luck. Skill: the mean difference that the orders make against doing
// nothing, over members with other luck and other assumptions; and what each order adds, left out
// or given four weeks earlier. The two are never mixed. A sentence that something made a difference
// stands only where its interval, simultaneous over what is asked, leaves zero. Reads the branch as
// text; runs members by the ensemble, and compares by the code of `forestall compare`, so that the
// exported scenario gives the same figures. docs/exercise.md
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "analysis/comparison/figure.hpp"
#include "app/exercise/session.hpp"
#include "app/frame/invocation.hpp"
#include "ensemble/job.hpp"

namespace forestall::app::exercise {

inline constexpr Day review_earlier_days = 28;

/// An order of the branch, and the options in which it is told otherwise.
struct Variant {
    std::string action;
    std::string title;
    std::string without;
    std::string earlier;  ///< empty: it cannot have begun earlier
};

/// The scenario that a review runs: the branch's text to the end of the exercise and its tail, with
/// an option for what was played and for each order told otherwise.
struct ReviewFiles {
    ScenarioFiles files;
    std::vector<Variant> variants;
    bool played = false;  ///< whether anything was ordered
    bool cut = false;     ///< the period ends with the tail
};

ReviewFiles review_files(const Case& on, const Branch& branch);

struct ReviewWish {
    std::uint64_t members = 500;
    std::string outcome = "civilian_deaths";
    std::vector<std::string> options;  ///< of the scenario's own, to compare with
};

/// What an option changes against another.
struct Change {
    std::string option;
    comparison::Figure difference;  ///< simultaneous over those of one question
    std::size_t changed = 0;        ///< members in which the outcome differs
    bool told = false;              ///< the interval leaves zero, and enough members differ
};

struct OrderPart {
    std::string action;
    std::string title;
    Change added;    ///< with it less without it
    Change earlier;  ///< given earlier less as it was; empty option: not asked
};

struct Review {
    std::uint64_t members = 0;
    std::string outcome;
    std::string text;  ///< "civilian deaths"
    bool less_is_better = true;
    double own = 0;  ///< outcome of the world that was played
    // Same assumptions, other luck.
    std::uint64_t futures = 0;
    double mean = 0;
    double better = 0;  ///< share of futures that do better; ties count half
    // Other luck and other assumptions.
    std::vector<Change>
        skill;  ///< what was played less doing nothing, then less each stored option
    std::vector<OrderPart> orders;
};

/// Called after a batch: members done and to do.
using ReviewProgress = std::function<void(std::uint64_t, std::uint64_t)>;

/// InputError if nothing was ordered or a turn was not closed; UsageError for an outcome or option
/// that is none. Stops between batches when `stop` becomes true; then with what was computed, if
/// those are at least two members.
Review review(const Case& on, const Branch& branch, const ReviewWish& wish,
              const Invocation& invocation, const std::atomic<bool>& stop,
              const ReviewProgress& progress);

std::string review_text(const Review& review);
Json to_json(const Review& review);
/// Sentences that the figures carry.
std::vector<std::string> sentences_of(const Review& review);

}  // namespace forestall::app::exercise
