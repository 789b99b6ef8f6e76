// SPDX-License-Identifier: Apache-2.0
// Ctrl-C, SIGTERM and SIGHUP (a terminal that goes away) ask a long command to end what it is at,
// keep it, and stop; a second Ctrl-C or SIGTERM ends the process at once. Under nohup SIGHUP stays
// ignored.
#pragma once
#include <atomic>
#include <csignal>

namespace forestall::app {

/// While one exists, the signals are caught. One at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// Set by a signal, or by the command itself to end its work early.
    std::atomic<bool>& stop() const;
    /// True after a signal.
    bool signalled() const;

private:
    struct sigaction old_int_ {};
    struct sigaction old_term_ {};
    struct sigaction old_hangup_ {};
};

}  // namespace forestall::app
