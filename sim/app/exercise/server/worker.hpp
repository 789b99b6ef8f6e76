// SPDX-License-Identifier: Apache-2.0
// The one thread that changes a session. What is asked of it waits in a queue; between two things
// it looks at the clock of the turn. Thread safety: any thread.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "app/exercise/server/room.hpp"

namespace forestall::app::exercise {

/// Now, by the clock of the machine.
Moment moment_now();

class Worker {
public:
    /// `after`: called on the worker's thread after each thing that was done.
    Worker(Room& room, std::function<void()> after);
    /// Does what is queued no more.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(std::function<void(Room&)> task);

private:
    void work(const std::stop_token& stop);

    Room* room_;
    std::function<void()> after_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<std::function<void(Room&)>> tasks_;
    std::jthread thread_;
};

}  // namespace forestall::app::exercise
