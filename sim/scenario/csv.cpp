// SPDX-License-Identifier: Apache-2.0
#include "scenario/csv.hpp"

namespace forestall {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

CsvReader::CsvReader(std::string_view text, CsvDialect dialect) : text_(text), dialect_(dialect) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") text_.remove_prefix(3);
}

void CsvReader::step() {
    if ((static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80U) ++column_;
    ++at_;
}

void CsvReader::end_line() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
    column_ = 1;
}

void CsvReader::skip_blanks() {
    while (!at_end() && is_blank(text_[at_]) && text_[at_] != dialect_.separator) step();
}

bool CsvReader::fail(int line, int column, std::string what) {
    problem_ = CsvProblem{line, column, std::move(what)};
    at_ = text_.size();
    return false;
}

bool CsvReader::read_quoted(CsvCell& cell) {
    cell.quoted = true;
    const int line = line_;
    const int column = column_;
    step();
    while (true) {
        if (at_end()) return fail(line, column, "a quote is opened and never closed");
        const char c = text_[at_];
        if (c == '\0') return fail(line_, column_, "a NUL character");
        if (is_line_end(c)) {
            cell.text += '\n';
            end_line();
            continue;
        }
        step();
        if (cell.text.size() >= dialect_.cell_bytes)
            return fail(line, column,
                        "a quote is opened and not closed for as long as a cell may be");
        if (c != '"') {
            cell.text += c;
        } else if (!at_end() && text_[at_] == '"') {
            cell.text += '"';
            step();
        } else {
            break;
        }
    }
    skip_blanks();
    if (at_end() || text_[at_] == dialect_.separator || is_line_end(text_[at_])) return true;
    if (!dialect_.lenient) return fail(line_, column_, "text after a closing quote");
    while (!at_end() && text_[at_] != dialect_.separator && !is_line_end(text_[at_])) {
        if (text_[at_] == '\0') return fail(line_, column_, "a NUL character");
        cell.text += text_[at_];
        step();
    }
    return true;
}

bool CsvReader::read_cell(CsvCell& cell) {
    skip_blanks();
    cell.line = line_;
    cell.column = column_;
    if (!at_end() && text_[at_] == '"') return read_quoted(cell);
    while (!at_end() && text_[at_] != dialect_.separator && !is_line_end(text_[at_])) {
        const char c = text_[at_];
        if (c == '\0') return fail(line_, column_, "a NUL character");
        if (c == '"' && !dialect_.lenient)
            return fail(line_, column_, "a quote inside a cell that does not start with one");
        if (cell.text.size() >= dialect_.cell_bytes)
            return fail(cell.line, cell.column, "a cell is too long");
        cell.text += c;
        step();
    }
    while (!cell.text.empty() && is_blank(cell.text.back())) cell.text.pop_back();
    return true;
}

void CsvReader::pass_comment() {
    constexpr std::size_t most = 64;
    const std::size_t first = at_;
    while (!at_end() && !is_line_end(text_[at_])) step();
    if (comments_.size() < most) comments_.push_back({line_, text_.substr(first, at_ - first)});
    if (!at_end()) end_line();
}

bool CsvReader::next(std::vector<CsvCell>& row) {
    comments_.clear();
    while (!at_end()) {
        row.clear();
        if (dialect_.comments && text_[at_] == '#') {
            pass_comment();
            continue;
        }
        bool blank = true;
        while (true) {
            if (row.size() >= dialect_.columns)
                return fail(line_, column_, "too many cells in one row");
            row.emplace_back();
            if (!read_cell(row.back())) return false;
            blank = blank && row.back().text.empty() && !row.back().quoted;
            if (at_end() || is_line_end(text_[at_])) break;
            step();  // the separator
        }
        if (!at_end()) end_line();
        if (!blank) return true;
    }
    row.clear();
    return false;
}

namespace {

/// Length of the valid UTF-8 sequence at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    std::size_t length = first >= 0xE0 ? 3 : 2;
    if (first >= 0xF0) length = 4;
    if (first < 0xC2 || first > 0xF4) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    }
    const unsigned second = byte(1);
    if (first == 0xE0 && second < 0xA0) return 0;
    if (first == 0xED && second > 0x9F) return 0;
    if (first == 0xF0 && second < 0x90) return 0;
    if (first == 0xF4 && second > 0x8F) return 0;
    return length;
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string readable_utf8(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0)
            out += '?';
        else
            out += text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return out;
}

void locate(std::string_view text, std::size_t offset, int& line, int& column) {
    line = 1;
    column = 1;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
}

}  // namespace forestall
