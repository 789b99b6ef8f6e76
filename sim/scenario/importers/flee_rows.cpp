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
    while (!cell.empty() && (cell.front() == '#' || cell.front() == ' ' || cell.front() == '"'))
        cell.remove_prefix(1);
    return std::string(trimmed(cell));
}

std::vector<std::string> header_cells_of(const std::vector<CsvCell>& row) {
    std::vector<std::string> out;
    for (const auto& cell : row) out.push_back(header_name(cell.text));
    return out;
}

/// By the first line that is not a comment, or by the first one of all.
char separator_of(std::string_view text) {
    std::string_view line = text.substr(0, text.find('\n'));
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
        const std::string_view here = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (trimmed(here).empty() || trimmed(here).front() == '#') continue;
        line = here;
        break;
    }
    char most = ',';
    for (const char separator : {'\t', ';'}) {
        if (std::count(line.begin(), line.end(), separator) >
            std::count(line.begin(), line.end(), most))
            most = separator;
    }
    return most;
}

/// Blanks the '#' of a header line, so that it is no comment. Only lines before the first row are
/// looked at.
void uncomment_header(std::string& text, CsvDialect dialect,
                      const FleeRows::HeaderTest& is_header) {
    dialect.comments = false;
    for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        if (!line.empty() && line.front() == '#') {
            CsvReader reader(line, dialect);
            std::vector<CsvCell> row;
            if (reader.next(row) && is_header(header_cells_of(row))) {
                text[at] = ' ';
                return;
            }
        } else if (!trimmed(line).empty()) {
            return;
        }
        at = end + 1;
    }
}

FleeRows::HeaderTest has_cell(std::string_view mark) {
    return [mark](const std::vector<std::string>& cells) {
        return std::any_of(cells.begin(), cells.end(),
                           [&](const std::string& c) { return lower_case(c) == mark; });
    };
}

}  // namespace

FleeRows::FleeRows(const FleeReading& r, std::string file, std::string_view mark)
    : FleeRows(r, std::move(file), has_cell(mark)) {}

FleeRows::FleeRows(const FleeReading& r, std::string file, const HeaderTest& is_header)
    : file_(std::move(file)), report_(&r.report) {
    const std::string* text = r.text(file_);
    if (text == nullptr) return;
    text_ = *text;
    const CsvDialect dialect{
        .separator = separator_of(text_), .lenient = true, .columns = r.options.limits.columns};
    uncomment_header(text_, dialect, is_header);
    reader_.emplace(text_, dialect);
    if (!next()) return;
    std::vector<std::string> cells = header_cells_of(row_);
    if (!is_header(cells)) {
        pending_ = true;
        return;
    }
    header_cells_ = row_;
    header_ = std::move(cells);
    for (const auto& name : header_)
        lower_.push_back(lower_case(trimmed(std::string_view(name).substr(0, name.find('[')))));
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
        report_->add("E005", {file_, reader_->problem()->line, reader_->problem()->column},
                     reader_->problem()->what);
        reader_.reset();
    }
    row_.clear();
    return false;
}

const CsvCell* FleeRows::cell(std::initializer_list<std::string_view> names,
                              std::size_t usual) const {
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
