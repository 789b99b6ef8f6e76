// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/worker.hpp"

#include <chrono>
#include <ctime>

namespace forestall::app::exercise {

Moment moment_now() {
    const auto now = std::chrono::system_clock::now();
    const std::time_t t = std::chrono::system_clock::to_time_t(now);
    std::tm utc{};
    gmtime_r(&t, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return {text,
            std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count()};
}

Worker::Worker(Room& room, std::function<void()> after)
    : room_(&room),
      after_(std::move(after)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Worker::~Worker() { thread_.request_stop(); }

void Worker::post(std::function<void(Room&)> task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void Worker::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::function<void(Room&)> task;
        {
            std::unique_lock lock(mutex_);
            const auto any = [this] { return !tasks_.empty(); };
            if (const auto at = room_->next_tick_ms())
                wake_.wait_for(lock, stop, std::chrono::milliseconds(*at - moment_now().ms), any);
            else
                wake_.wait(lock, stop, any);
            if (!tasks_.empty()) {
                task = std::move(tasks_.front());
                tasks_.pop_front();
            }
        }
        if (stop.stop_requested()) return;
        if (task) task(*room_);
        room_->tick(moment_now());
        after_();
    }
}

}  // namespace forestall::app::exercise
