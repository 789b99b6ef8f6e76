// SPDX-License-Identifier: Apache-2.0
// A CSV reader that knows where every cell stands (RFC 4180 quoting, LF/CRLF/CR line ends, BOM,
// comment lines). Reads a row at a time from text that must outlive it; takes memory for one row
// only. Never throws on content.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forestall {

/// Text of a cell (blanks around unquoted text removed) and where it starts; line and column
/// (characters) from 1.
struct CsvCell {
    std::string text;
    int line = 0;
    int column = 0;
    bool quoted = false;
};

struct CsvProblem {
    int line = 0;
    int column = 0;
    std::string what;
};

struct CsvDialect {
    char separator = ',';
    bool comments = true;  ///< lines that start with # are skipped
    bool lenient =
        false;  ///< blanks before quotes and stray quotes are taken as meant, not refused
    std::uint64_t columns = 4096;
    std::uint64_t cell_bytes = 1ULL << 20;
};

/// A comment line, with its '#'.
struct CsvComment {
    int line = 0;
    std::string_view text;
};

class CsvReader {
public:
    explicit CsvReader(std::string_view text, CsvDialect dialect = {});

    /// The next row that is not blank nor a comment; false at the end or after a problem.
    bool next(std::vector<CsvCell>& row);
    /// The comment lines that the last next() passed over, 64 at most.
    const std::vector<CsvComment>& comments() const { return comments_; }
    /// What stopped the reader, if not the end of the text.
    const std::optional<CsvProblem>& problem() const { return problem_; }

private:
    bool at_end() const { return at_ >= text_.size(); }
    void step();
    void end_line();
    void skip_blanks();
    bool read_cell(CsvCell& cell);
    bool read_quoted(CsvCell& cell);
    void pass_comment();
    bool fail(int line, int column, std::string what);

    std::string_view text_;
    CsvDialect dialect_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
    std::vector<CsvComment> comments_;
    std::optional<CsvProblem> problem_;
};

/// Byte offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and beyond
/// U+10FFFF included), or none.
std::optional<std::size_t> invalid_utf8(std::string_view text);
/// The text with '?' for every byte that is not valid UTF-8: for messages and names of files.
std::string readable_utf8(std::string_view text);
/// Line and column (characters, from 1) of a byte offset.
void locate(std::string_view text, std::size_t offset, int& line, int& column);

}  // namespace forestall
