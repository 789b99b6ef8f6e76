// SPDX-License-Identifier: Apache-2.0
// Keeps every figure of a search as a table, so that what led to the finalists can be looked at, and so that a search
// that was cut short goes on where it stopped: it is run again, but figures that the table has are not computed anew.
// Numbers are written so that they are read back exactly; a resumed search ends in the same bytes.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/search/portfolio.hpp"

namespace forestall::analysis {

class PortfolioLog {
public:
    /// `identity`: one line that says all that decides the figures. `names`: [candidate][start - 1].
    PortfolioLog(std::string identity, std::vector<std::vector<std::string>> names);

    /// Takes up the figures of an earlier table. False, and nothing is taken, if that is of another search or no table.
    bool take_up(std::string_view csv);
    /// `source` behind the log; `keep` is called with the whole table whenever there is more of it.
    PortfolioSource before(PortfolioSource source, std::function<void(const std::string& csv)> keep);
    /// CSV: the identity as a comment, a head, a row per phase and portfolio in the order of being judged.
    std::string csv() const;
    /// "mediation@prevention + troops@response"; "none".
    std::string text_of(const Portfolio& portfolio) const;
    std::size_t rows() const { return rows_.size(); }

private:
    struct Row {
        std::string phase;
        std::size_t generation = 0;
        std::string portfolio;
        Judged judged;
    };
    using Key = std::pair<std::string, std::string>;  ///< phase, portfolio

    void add(std::string& out, const Row& row) const;

    std::string identity_;
    std::vector<std::vector<std::string>> names_;
    std::vector<Row> rows_;
    std::vector<Row> earlier_;  ///< in their order
    std::map<Key, Judged> known_;
    std::map<Key, bool> listed_;
};

}  // namespace forestall::analysis
