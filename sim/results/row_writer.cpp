// SPDX-License-Identifier: Apache-2.0
#include "results/row_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace forestall {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr double shortest = 0.5, longest = 60;  ///< seconds between parts
constexpr double parts_of_all = 100;
constexpr double most_bytes = 64e6;

}  // namespace

RowWriter::RowWriter(PartStore& store, std::atomic<bool>& stop, double bytes_per_row,
                     WriterWatch watch)
    : store_(store),
      stop_(stop),
      bytes_per_row_(bytes_per_row),
      watch_(std::move(watch)),
      thread_([this] { work(); }) {}

RowWriter::~RowWriter() { end(); }

bool RowWriter::full() const {
    return static_cast<double>(rows_.size()) * bytes_per_row_ >= most_bytes;
}

void RowWriter::take(std::vector<MemberRow>&& rows) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || !full(); });
    if (failure_) return;
    const bool first = !std::exchange(any_, true);
    std::move(rows.begin(), rows.end(), std::back_inserter(rows_));
    if (first || full()) changed_.notify_all();
}

void RowWriter::finish() {
    end();
    if (failure_) std::rethrow_exception(failure_);
}

void RowWriter::end() {
    {
        const std::scoped_lock lock(mutex_);
        ended_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void RowWriter::wait(std::unique_lock<std::mutex>& lock) {
    const auto now = Clock::now();
    const double old = Seconds(now - started_).count();
    const double pause = std::clamp(old / parts_of_all, shortest, longest);
    double left = pause - Seconds(now - last_).count();
    if (const double time = watch_.time_left(); time > 0) left = std::min(left, time);
    changed_.wait_for(lock, Seconds(std::max(left, 0.0)), [&] {
        return ended_ || full() || (!begun_ && any_) || (!stop_ && out_of_time());
    });
}

bool RowWriter::append(std::vector<MemberRow>&& rows) noexcept {
    try {
        const std::size_t count = rows.size();
        std::sort(rows.begin(), rows.end(),
                  [](const MemberRow& x, const MemberRow& y) { return x.member < y.member; });
        store_.append(std::move(rows));
        watch_.durable(count);
        return true;
    } catch (...) {
        const std::scoped_lock lock(mutex_);
        failure_ = std::current_exception();
        return false;
    }
}

void RowWriter::work() {
    std::unique_lock lock(mutex_);
    while (!ended_ || !rows_.empty()) {
        if (!ended_ && !full()) wait(lock);
        if (out_of_time()) stop_ = true;
        last_ = Clock::now();
        if (rows_.empty()) continue;
        begun_ = true;
        std::vector<MemberRow> rows = std::exchange(rows_, {});
        lock.unlock();
        const bool kept = append(std::move(rows));
        if (!kept) stop_ = true;  // no use computing what cannot be kept
        changed_.notify_all();
        if (!kept) return;
        lock.lock();
    }
}

}  // namespace forestall
