// SPDX-License-Identifier: Apache-2.0
// A CSV file with a header, read row by row by column name; checks the header against
// scenario_columns() and says what is wrong with a cell. A getter gives nothing for a blank cell
// and for a bad one; `row_failed` tells them apart.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/csv.hpp"
#include "scenario/limits.hpp"
#include "scenario/report.hpp"
#include "scenario/tally.hpp"

namespace forestall {

class CsvTable {
public:
    /// Reads the header. `most` rows are taken; one more is E042 and the end.
    /// Rows are counted in `tally`.
    CsvTable(std::string_view file, std::string_view text, std::uint64_t most, Report& report,
             const Limits& limits, Tally& tally);
    CsvTable(const CsvTable&) = delete;
    CsvTable& operator=(const CsvTable&) = delete;
    ~CsvTable() { end_row(); }

    /// The header has all it needs, so rows mean something.
    bool usable() const { return usable_; }
    /// Next row; false at the end. Rows whose cells have slipped are told and passed over.
    bool next();
    /// Every row so far could be taken: after the last, that a name is not among them says that it
    /// is unknown.
    bool complete() const { return complete_; }
    /// A row lacks what others refer to.
    void leave_out_row() { complete_ = false; }
    std::uint64_t rows() const { return rows_; }

    /// Notes that this row says so much of a thing ("persons"); what is not taken with the row is
    /// dropped with it.
    void measure(std::string_view thing, double amount);
    /// Notes that so much of a thing of this row is dropped, though the row is taken.
    void lose(std::string_view thing, double amount);
    /// This row is in the world. Of a row that is not, the tally notes what was said about it.
    void take() { taken_ = true; }
    bool row_failed() const { return failed_; }
    SourcePosition row_position() const;
    SourcePosition position(const CsvCell& cell) const;
    const std::string& file() const { return file_; }

    /// The cell of a column in this row if it is not blank, else nullptr.
    const CsvCell* cell(std::string_view column) const;
    /// The same; a blank one is E019.
    const CsvCell* required(std::string_view column);
    std::string text(std::string_view column) const;
    /// Numbers from low to high, else E026.
    std::optional<double> number(std::string_view column, double low, double high);
    /// E027 outside of [0, 1].
    std::optional<double> share(std::string_view column);
    /// Whole, >= 0.
    std::optional<Persons> persons(std::string_view column);
    /// Days since 1970-01-01.
    std::optional<std::int32_t> date(std::string_view column);
    /// Position among the column's choices; blank: 0 (the first is the standard).
    int choice(std::string_view column);

private:
    void read_header();
    void end_row();
    void check_columns();
    bool read_row();
    bool row_fits();
    void tell_comma(const CsvCell& cell, const std::string& what);
    std::string missing_hint(const CsvCell& cell, std::string_view column) const;
    void doubt_comments();
    void fail(std::string_view code, const CsvCell& cell, std::string message,
              std::string hint = "");

    std::string file_;
    CsvReader reader_;
    Report* report_;
    const Limits* limits_;
    std::uint64_t most_;
    std::uint64_t rows_ = 0;
    Tally* tally_;
    std::map<std::string, double, std::less<>> measured_;  ///< of this row
    std::uint64_t since_ = 0;  ///< what the report had said before this row
    bool open_ = false;
    bool taken_ = false;
    std::vector<std::string> header_;
    std::vector<CsvCell> row_;
    std::size_t width_ = 0;  ///< of the header as it stands, blank columns at its end included
    bool usable_ = false;
    bool complete_ = true;
    bool failed_ = false;
};

}  // namespace forestall
