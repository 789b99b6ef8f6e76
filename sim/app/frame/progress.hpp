// SPDX-License-Identifier: Apache-2.0
// Tells on standard error how far a long command is: a bar that redraws itself on a terminal, else
// a line a minute. Thread safety: one thread at a time.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace forestall::app {

class Progress {
public:
    /// `done` of `total` were there before. `unit` is the plural: "members".
    Progress(std::string unit, std::uint64_t total, std::uint64_t done, bool quiet);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void advance(std::uint64_t count);
    /// Replaces the bar by a word on what goes on: "writing".
    void phase(const std::string& text);
    /// Takes the bar away.
    void clear();
    std::uint64_t done() const { return done_; }
    double seconds() const;
    /// Units a second since the start, 0 before the first.
    double rate() const;

private:
    std::string line() const;

    std::string unit_;
    std::uint64_t total_;
    std::uint64_t before_;
    std::uint64_t done_;
    bool quiet_;
    bool terminal_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point start_;
    std::chrono::steady_clock::time_point shown_;
};

}  // namespace forestall::app
