// SPDX-License-Identifier: Apache-2.0
#include "app/frame/interrupt.hpp"

#include <unistd.h>

#include <string_view>

#include "app/frame/exit_code.hpp"

namespace forestall::app {
namespace {

// A signal handler can reach nothing but globals.
std::atomic<bool> stop_wanted{false};
std::atomic<bool> signal_seen{false};
std::atomic<bool> once_asked{false};  ///< the next one ends the process
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_signal(int signal) {
    // Who goes away sends several: a hang-up never counts as a second wish.
    const bool counts = signal != SIGHUP;
    if (counts && once_asked.exchange(true)) ::_exit(exit_code::interrupted);
    if (signal_seen.exchange(true)) return;
    stop_wanted.store(true);
    constexpr std::string_view text =
        "\nstopping after the members at work now; interrupt again to stop at once\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

Interrupt::Interrupt() {
    stop_wanted = false;
    signal_seen = false;
    once_asked = false;
    struct sigaction action {};
    action.sa_handler = on_signal;
    ::sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, &old_int_);
    ::sigaction(SIGTERM, &action, &old_term_);
    ::sigaction(SIGHUP, nullptr, &old_hangup_);
    if (old_hangup_.sa_handler != SIG_IGN) ::sigaction(SIGHUP, &action, nullptr);
}

Interrupt::~Interrupt() {
    ::sigaction(SIGINT, &old_int_, nullptr);
    ::sigaction(SIGTERM, &old_term_, nullptr);
    ::sigaction(SIGHUP, &old_hangup_, nullptr);
}

std::atomic<bool>& Interrupt::stop() const { return stop_wanted; }
bool Interrupt::signalled() const { return signal_seen.load(); }

}  // namespace forestall::app
