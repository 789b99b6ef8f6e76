// SPDX-License-Identifier: Apache-2.0
// Keeps every figure of a search as a table, so that what led to the finalists can be looked at,
// and so that a search that was cut short goes on where it stopped: it is run again, but figures
// that the table has are not computed anew. Numbers are written so that they are read back exactly;
// a resumed search ends in the same bytes. Each row ends with a digest of the search's identity and
// of itself: a row that was damaged, changed or taken from another table is found.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/search/portfolio.hpp"

namespace forestall::analysis {

/// What became of an earlier table.
struct TakenUp {
    enum class What : std::uint8_t {
        taken,         ///< its figures are known now
        other_search,  ///< it is of another search, scenario or program, or no table
        no_digests,    ///< it is of a version of the program that gave rows no digest
        damaged        ///< a row is not what was written
    };
    What what = What::other_search;
    std::size_t line = 0;    ///< `damaged`: the first such line, from 1
    std::string why;         ///< `damaged`: "its digest does not match what it says"
    bool cut_short = false;  ///< `taken`: the last line ended half-way and was dropped
};

class PortfolioLog {
public:
    /// `identity`: one line that says all that decides the figures. `names`: [candidate][start -
    /// 1].
    PortfolioLog(std::string identity, std::vector<std::vector<std::string>> names);

    /// Takes up the figures of an earlier table, all of them or, if it says anything but `taken`,
    /// none.
    TakenUp take_up(std::string_view csv);
    /// `source` behind the log; `keep` is called with the whole table whenever there is more of it.
    PortfolioSource before(PortfolioSource source,
                           std::function<void(const std::string& csv)> keep);
    /// CSV: the identity as a comment, a head, a row per phase and portfolio in the order of being
    /// judged, each with its digest.
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
    std::string digest_of(std::string_view cells) const;
    std::string read_row(std::string_view line, Row& row) const;

    std::string identity_;
    std::vector<std::vector<std::string>> names_;
    std::vector<Row> rows_;
    std::vector<Row> earlier_;  ///< in their order
    std::map<Key, Judged> known_;
    std::map<Key, bool> listed_;
};

}  // namespace forestall::analysis
