// SPDX-License-Identifier: Apache-2.0
// A review that is computed beside the game, on a thread of its own: one at a time, told as it
// goes, ended when another is asked for. It waits while a turn is computed. Thread safety: any
// thread.
#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/exercise/review.hpp"
#include "app/frame/invocation.hpp"

namespace forestall::app::exercise {

class Reviewer {
public:
    /// `changed` is called from the review's thread.
    Reviewer(const Case& on, const Common& common, std::function<void()> changed);
    ~Reviewer();
    Reviewer(const Reviewer&) = delete;
    Reviewer& operator=(const Reviewer&) = delete;

    void start(const Branch& branch, const ReviewWish& wish);
    void stop();
    /// While a turn is computed nothing of a review goes on.
    std::unique_lock<std::mutex> hold() { return std::unique_lock(turn_); }

    /// State and progress, without the result.
    Json progress() const;
    /// All of it; `result` null before the first bands.
    Json document() const;
    /// The review so far; nothing before the first bands.
    std::shared_ptr<const Review> result() const;

private:
    struct Told {
        std::string state = "none";
        std::string text, outcome, branch;
        std::uint64_t members = 0, done = 0;
        std::chrono::steady_clock::time_point since;
        double seconds = 0;
        std::shared_ptr<const Review> result;
    };
    void work(const Branch& branch, const ReviewWish& wish);
    void tell(const std::function<void(Told&)>& change);

    const Case* case_;
    Common common_;
    std::function<void()> changed_;
    std::mutex turn_;
    mutable std::mutex mutex_;
    Told told_;
    std::atomic<bool> stop_{false};
    std::jthread thread_;
};

}  // namespace forestall::app::exercise
