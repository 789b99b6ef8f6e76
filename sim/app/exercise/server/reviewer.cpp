// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/reviewer.hpp"

#include "app/frame/errors.hpp"

namespace forestall::app::exercise {
namespace {

/// Between two tellings of how far it is.
constexpr std::chrono::seconds breath{1};

}  // namespace

Reviewer::Reviewer(const Case& on, const Common& common, std::function<void()> changed)
    : case_(&on), common_(common), changed_(std::move(changed)) {}

Reviewer::~Reviewer() { stop_ = true; }

void Reviewer::tell(const std::function<void(Told&)>& change) {
    {
        const std::lock_guard lock(mutex_);
        change(told_);
        told_.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - told_.since).count();
    }
    changed_();
}

void Reviewer::start(const Branch& branch, const ReviewWish& wish) {
    stop_ = true;
    thread_ = {};  // joins
    stop_ = false;
    tell([&](Told& told) {
        told = {};
        told.state = "running";
        told.members = wish.members;
        told.outcome = wish.outcome;
        told.branch = branch.name;
        told.since = std::chrono::steady_clock::now();
    });
    thread_ = std::jthread([this, branch, wish] { work(branch, wish); });
}

void Reviewer::stop() { stop_ = true; }

void Reviewer::work(const Branch& branch, const ReviewWish& wish) {
    const auto end = [&](const char* state, const std::string& text) {
        tell([&](Told& told) {
            told.state = state;
            told.text = text;
        });
    };
    const auto take = [&](const Review& found) {
        tell([&](Told& told) { told.result = std::make_shared<const Review>(found); });
    };
    try {
        const Parallel parallel = common_.parallel();
        ReviewRun run{parallel, stop_, take, {}, common_.seed};
        auto said = std::chrono::steady_clock::now();
        run.progress = [this, &said](std::uint64_t done) {
            const std::lock_guard wait(turn_);
            {
                const std::lock_guard lock(mutex_);
                told_.done = done;
            }
            const auto now = std::chrono::steady_clock::now();
            if (now - said < breath) return;
            said = now;
            changed_();
        };
        take(review(*case_, branch, wish, run));
        end(stop_ ? "stopped" : "done", "");
    } catch (const UsageError& e) {
        end("failed", e.what());
    } catch (const InputError& e) {
        end(stop_ ? "stopped" : "failed", e.what());
    } catch (const std::exception& e) {
        end("failed", e.what());
    }
}

Json Reviewer::progress() const {
    const std::lock_guard lock(mutex_);
    double seconds = told_.seconds;
    if (told_.state == "running")
        seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - told_.since).count();
    return {{"state", told_.state},     {"members", told_.members}, {"done", told_.done},
            {"outcome", told_.outcome}, {"branch", told_.branch},   {"seconds", seconds},
            {"text", told_.text}};
}

std::shared_ptr<const Review> Reviewer::result() const {
    const std::lock_guard lock(mutex_);
    return told_.result;
}

Json Reviewer::document() const {
    Json out = progress();
    const auto found = result();
    out["result"] = found ? to_json(*found) : Json();
    return out;
}

}  // namespace forestall::app::exercise
