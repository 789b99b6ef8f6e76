// SPDX-License-Identifier: Apache-2.0
// What was read against what is in the world: read = in the world + dropped, by reason, for people,
// deaths, rows and what else a scenario holds. Readers count what they read and what they drop;
// what is in the world is counted there, so that the sum is a check and not a definition.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "scenario/report.hpp"

namespace forestall {

struct TallyLine {
    double read = 0;
    double in_world = 0;
    std::map<std::string, double, std::less<>> dropped;  ///< by reason

    /// Notes what was read and is not in the world; an amount of 0 is no loss.
    void drop(std::string_view reason, double amount);
    double lost() const;
    /// 0 but for rounding, unless a reader loses something without saying so.
    double unexplained() const;
};

/// Counts one thing of a line as read; unless it is taken, as dropped for what the report says
/// meanwhile.
class Counted {
public:
    Counted(TallyLine& line, const Report& report)
        : line_(&line), report_(&report), since_(report.said()) {
        line.read += 1;
    }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() {
        if (!taken_) line_->drop(report_->why(since_), 1);
    }
    void take() { taken_ = true; }

private:
    TallyLine* line_;
    const Report* report_;
    std::uint64_t since_;
    bool taken_ = false;
};

struct Tally {
    std::map<std::string, TallyLine, std::less<>>
        things;  ///< "persons", "violence_deaths", "closures" …
    std::map<std::string, TallyLine, std::less<>> rows;  ///< of data, by file

    TallyLine all_rows() const;
    /// Whether every line adds up, to a millionth of what was read.
    bool balanced() const;
};

}  // namespace forestall
