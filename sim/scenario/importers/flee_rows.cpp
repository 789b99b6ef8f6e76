// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/flee_rows.hpp"

#include <algorithm>
#include <cctype>

#include "scenario/text.hpp"

namespace forestall {

std::string lower_case(std::string_view text) {
    std::string out;
    for (const char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

namespace {

std::string header_name(std::string_view cell) {
    while (!cell.empty() && (cell.front() == '#' || cell.front() == ' ' || cell.front() == '"')) cell.remove_prefix(1);
    return std::string(trimmed(cell));
}

/// Blanks the '#' of a header line, so that it is no comment. Only the first line that has one and the mark.
void uncomment_header(std::string& text, std::string_view mark) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = lower_case(std::string_view(text).substr(at, end - at));
        if (!line.empty() && line[0] == '#') {
            const std::string first = lower_case(header_name(line.substr(0, line.find_first_of(",\t"))));
            if (first == mark || first == '"' + std::string(mark) || first == std::string(mark) + '"') {
                text[at] = ' ';
                return;
            }
        } else if (!trimmed(line).empty()) {
            return;
        }
        at = end + 1;
    }
}

char separator_of(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.find(',') == std::string_view::npos && line.find('\t') != std::string_view::npos ? '\t' : ',';
}

}  // namespace

FleeRows::FleeRows(const FleeReading& r, std::string file, std::string_view mark)
    : file_(std::move(file)), report_(&r.report) {
    const std::string* text = r.text(file_);
    if (text == nullptr) return;
    text_ = *text;
    uncomment_header(text_, mark);
    reader_.emplace(text_,
                    CsvDialect{.separator = separator_of(text_), .lenient = true, .columns = r.options.limits.columns});
    if (!next()) return;
    for (const auto& cell : row_) lower_.push_back(lower_case(header_name(cell.text)));
    if (std::find(lower_.begin(), lower_.end(), mark) == lower_.end()) {
        lower_.clear();
        pending_ = true;
        return;
    }
    header_cells_ = row_;
    for (const auto& cell : row_) header_.push_back(header_name(cell.text));
}

bool FleeRows::next() {
    if (pending_) {
        pending_ = false;
        return true;
    }
    while (reader_ && reader_->next(row_)) {
        const auto filled = [](const CsvCell& cell) { return !trimmed(cell.text).empty(); };
        if (!std::any_of(row_.begin(), row_.end(), filled)) continue;
        for (auto& cell : row_) cell.text = std::string(trimmed(cell.text));
        if (row_.front().text.starts_with('#') && !header_.empty()) continue;
        return true;
    }
    if (reader_ && reader_->problem()) {
        report_->add("E005", {file_, reader_->problem()->line, reader_->problem()->column}, reader_->problem()->what);
        reader_.reset();
    }
    row_.clear();
    return false;
}

const CsvCell* FleeRows::cell(std::initializer_list<std::string_view> names, std::size_t usual) const {
    std::size_t at = usual;
    if (!lower_.empty()) {
        at = lower_.size();
        for (const auto name : names) {
            const auto found = std::find(lower_.begin(), lower_.end(), name);
            if (at == lower_.size()) at = static_cast<std::size_t>(found - lower_.begin());
        }
        if (at == lower_.size()) return nullptr;
    }
    return at < row_.size() && !row_[at].text.empty() ? &row_[at] : nullptr;
}

std::string FleeRows::text(std::initializer_list<std::string_view> names, std::size_t usual) const {
    const CsvCell* found = cell(names, usual);
    return found == nullptr ? std::string() : found->text;
}

}  // namespace forestall
