// SPDX-License-Identifier: Apache-2.0
// Takes rows from those who compute them and makes them durable in a thread of its own, so that
// nobody waits for a disk. Rule: the first row becomes a part at once, so that a disk that takes
// none is found early; then what is there does when the last part is half a second old, or a
// hundredth of the time since the start, a minute at most; so a kill costs little, and parts of a
// long job stay countable. When rows become durable changes no byte of the file.
// Thread safety: `take` from any thread; the rest from the one that made it. Nobody else may use
// the store until `finish`.
#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "results/parts.hpp"

namespace forestall {

/// What a writer tells, in its own thread, and asks.
struct WriterWatch {
    std::function<void(std::size_t rows)> durable = [](std::size_t) {};
    /// Seconds until there is no more time; negative or 0: none is left. Counts once a row is
    /// there, so that however short the time is, something comes of it.
    std::function<double()> time_left = [] { return 1e9; };
};

class RowWriter {
public:
    /// `bytes_per_row`, in memory: those who compute wait when there are too many. `stop` is set
    /// when no more rows are wanted: the time is up, or the store failed.
    RowWriter(PartStore& store, std::atomic<bool>& stop, double bytes_per_row, WriterWatch watch);
    /// As `finish`, but whatever fails.
    ~RowWriter();
    RowWriter(const RowWriter&) = delete;
    RowWriter& operator=(const RowWriter&) = delete;

    void take(std::vector<MemberRow>&& rows);
    /// Everything taken is durable. Throws what the store threw.
    void finish();

private:
    using Clock = std::chrono::steady_clock;

    void work();
    bool full() const;
    bool out_of_time() const { return any_ && watch_.time_left() <= 0; }
    /// Until there is something to do: rows that are due, the end, no more time.
    void wait(std::unique_lock<std::mutex>& lock);
    /// False if the store failed.
    bool append(std::vector<MemberRow>&& rows) noexcept;
    void end();

    PartStore& store_;
    std::atomic<bool>& stop_;
    double bytes_per_row_;
    WriterWatch watch_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<MemberRow> rows_;  ///< not yet durable
    bool any_ = false;             ///< a row was taken
    bool begun_ = false;           ///< a part was begun
    bool ended_ = false;
    std::exception_ptr failure_;
    Clock::time_point started_ = Clock::now(), last_ = started_;
    std::thread thread_;
};

}  // namespace forestall
