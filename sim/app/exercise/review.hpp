// SPDX-License-Identifier: Apache-2.0
// Rule: what of a session was the team's doing and what was luck. Luck: where this world's outcome
// lies among others with the same orders and the same assumptions (all numbers held at this
// member's) under other luck. Skill: the mean difference that the orders make against doing
// nothing, over members with other luck and other assumptions; and what each order adds, left out
// or given four weeks earlier. The two are never mixed. A sentence that something made a difference
// stands only where its interval, simultaneous over what is asked, leaves zero. Reads the branch as
// text; runs members as the ensemble does, and compares by the code of `forestall compare`, so that
// the exported scenario gives the same figures. docs/exercise.md
#pragma once
#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "analysis/comparison/answers.hpp"
#include "analysis/comparison/figure.hpp"
#include "app/exercise/session.hpp"
#include "app/frame/json.hpp"
#include "core/parallel.hpp"

namespace forestall::app::exercise {

inline constexpr Day review_earlier_days = 28;

/// An order of the branch, and the options in which it is told otherwise.
struct Variant {
    std::string action;
    std::string title;
    std::string seat;
    std::string partner;
    int start = 0;  ///< turn
    std::string without;
    std::string earlier;  ///< empty: it cannot have begun earlier
};

/// The scenario that a review runs: the branch's text to the end of the exercise and its tail, or
/// somewhat longer where the scenario speaks of later days, with an option for what was played and
/// for each order told otherwise.
struct ReviewFiles {
    ScenarioFiles files;
    std::vector<Variant> variants;
    bool played = false;  ///< whether anything was ordered
};

ReviewFiles review_files(const Case& on, const Branch& branch);

struct ReviewWish {
    std::uint64_t members = 500;
    std::string outcome = "civilian_deaths";
    std::vector<std::string> options;  ///< of the scenario's own, to compare with
    bool orders = true;                ///< each order's part, too: most of the work
};

/// What an option changes against another. Intervals are simultaneous over those of one question:
/// one family of the means, one of the three answers, as in `compare`.
struct Change {
    std::string option;
    comparison::Figure difference;  ///< of means of the outcome
    std::size_t changed = 0;        ///< members in which the outcome differs
    bool told = false;              ///< the interval leaves zero, and enough members differ
    comparison::Answers answers{};  ///< typical future, mass killing, displacement

    /// Whether anything at all can be told from chance.
    bool any() const;
};

struct OrderPart {
    std::string action;
    std::string title;
    std::string seat;
    std::string partner;
    int start = 0;   ///< turn
    Change added;    ///< with it less without it
    Change earlier;  ///< given earlier less as it was; empty option: not asked
};

/// Quantiles over futures of what the outcome has come to, step by step.
struct Fan {
    static constexpr std::array<double, 5> levels{0.05, 0.25, 0.5, 0.75, 0.95};
    std::string option;
    bool same_assumptions = false;  ///< other luck only
    std::array<std::vector<double>, levels.size()> quantiles;
};

/// Whether mass killing began by the exercise's last day, the tail not counted: what people guessed
/// in percent is held against it.
struct Odds {
    std::string until;                      ///< that day
    bool own = false;                       ///< in the world that was played
    std::size_t futures = 0;                ///< of `Review::futures` in which it did
    comparison::Figure played{0, 0, 1, 0};  ///< chance as played; exact limits, one by one
    comparison::Figure none{0, 0, 1, 0};    ///< chance if nothing is done
};

struct Review {
    std::uint64_t members = 0;  ///< so far
    std::uint64_t wanted = 0;
    std::string outcome;
    std::string text;         ///< "civilian deaths"
    std::string course_text;  ///< of `course` and `fans`: "civilian deaths so far"
    bool less_is_better = true;
    double own = 0;                  ///< outcome of the world that was played
    std::vector<double> course;      ///< of it, step by step
    std::vector<std::string> dates;  ///< ends of the steps
    std::vector<Fan> fans;           ///< as played under other luck; and of `skill`
    // Same assumptions, other luck.
    std::uint64_t futures = 0;
    double mean = 0;
    double better = 0;       ///< share of futures that do better; ties count half
    std::uint64_t same = 0;  ///< futures that do as well
    // Other luck and other assumptions.
    std::vector<Change>
        skill;  ///< what was played less doing nothing, then less each stored option
    std::vector<OrderPart> orders;
    Odds odds;

    bool whole() const { return members == wanted; }
};

/// How a review is run. `bands` gets the review of the members so far, from the thread that asked:
/// first of 10, then of twice as many each time, and what is returned is the same of all. The
/// figures depend on the members alone, not on threads. `progress`: how many members are done, from
/// any thread, one at a time.
struct ReviewRun {
    const Parallel& parallel;
    const std::atomic<bool>& stop;
    std::function<void(const Review&)> bands = {};
    std::function<void(std::uint64_t)> progress = {};
    std::uint64_t resampling_seed = 1;  ///< that of `compare --seed`
};

/// InputError if nothing was ordered or a turn was not closed, or it was stopped before two members
/// were run; UsageError for an outcome or option that is none. When `stop` becomes true: with what
/// was computed so far.
Review review(const Case& on, const Branch& branch, const ReviewWish& wish, const ReviewRun& run);

std::string review_text(const Review& review);
/// docs/exercise.md
Json to_json(const Review& review);
/// What the figures carry of an order, `earlier`: of its time; where anything can be told of it.
std::string change_sentence(const OrderPart& part, const Review& review, bool earlier);
/// How likely mass killing was, by other futures; empty where none was run.
std::string odds_sentence(const Review& review);
/// Sentences that the figures carry.
std::vector<std::string> sentences_of(const Review& review);

}  // namespace forestall::app::exercise
