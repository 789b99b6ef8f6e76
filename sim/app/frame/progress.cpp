// SPDX-License-Identifier: Apache-2.0
#include "app/frame/progress.hpp"

#include <fmt/format.h>

#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"

namespace forestall::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t bar_width = 24;
constexpr const char* erase_line = "\r\033[K";

double between(Clock::time_point a, Clock::time_point b) {
    return std::chrono::duration<double>(b - a).count();
}

}  // namespace

Progress::Progress(std::string unit, std::uint64_t total, std::uint64_t done, bool quiet)
    : unit_(std::move(unit)),
      total_(total),
      before_(done),
      done_(done),
      quiet_(quiet),
      terminal_(error_output_is_terminal()),
      start_(Clock::now()),
      shown_(start_) {
    if (quiet_ || !terminal_) return;
    say_raw(erase_line + line());
    drawn_ = true;
}

Progress::~Progress() { clear(); }

double Progress::seconds() const { return between(start_, Clock::now()); }

double Progress::rate() const {
    const double s = seconds();
    return s > 0 ? static_cast<double>(done_ - before_) / s : 0;
}

std::string Progress::line() const {
    const double per_second = rate();
    std::string text = fmt::format("{} of {} {}", thousands(done_), thousands(total_), unit_);
    if (per_second > 0)
        text += fmt::format(", {} a second, {} left", amount(per_second),
                            duration_text(static_cast<double>(total_ - done_) / per_second));
    if (!terminal_) return text;
    const std::size_t filled =
        total_ == 0 ? bar_width : static_cast<std::size_t>(done_ * bar_width / total_);
    return fmt::format("[{}{}] {}", std::string(filled, '#'), std::string(bar_width - filled, '.'),
                       text);
}

void Progress::advance(std::uint64_t count) {
    done_ += count;
    if (quiet_) return;
    const auto now = Clock::now();
    if (between(shown_, now) < (terminal_ ? 0.1 : 60.0) && !(terminal_ && done_ == total_)) return;
    shown_ = now;
    if (terminal_) {
        say_raw(erase_line + line());
        drawn_ = true;
    } else {
        say(line());
    }
}

void Progress::phase(const std::string& text) {
    if (quiet_ || !terminal_) return;
    say_raw(erase_line + one_line(text));
    drawn_ = true;
}

void Progress::clear() {
    if (drawn_) say_raw(erase_line);
    drawn_ = false;
}

}  // namespace forestall::app
