// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/feature_places.hpp"

#include "scenario/csv.hpp"

namespace forestall {
namespace {

/// The offset behind a string that begins at `at`.
std::size_t behind_string(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\') ++at;
    return at + 1;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

std::vector<std::size_t> feature_places(std::string_view json) {
    std::vector<std::size_t> out;
    int depth = 0;
    bool within = false;     // the array
    bool expecting = false;  // its next element
    std::string_view key;    // the last string of the outermost object
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        if (is_blank(c)) {
            ++at;
            continue;
        }
        if (c == ']' || c == '}') {
            --depth;
            if (depth == 1) within = false;
        }
        if (within && depth == 2) {
            if (expecting && c != ']') out.push_back(at);
            expecting = c == ',';
        }
        if (c == '"') {
            const std::size_t end = behind_string(json, at);
            if (depth == 1) key = json.substr(at + 1, end - at - 2);
            at = end;
            continue;
        }
        if (c == '[' || c == '{') {
            ++depth;
            if (c == '[' && depth == 2 && key == "features") {
                out.clear();
                within = expecting = true;
            }
        }
        ++at;
    }
    return out;
}

SourcePosition TextPositions::at(std::size_t offset) {
    if (offset < offset_) {
        offset_ = 0;
        last_.line = last_.column = 1;
    }
    int line = 1;
    int column = 1;
    locate(text_.substr(offset_), offset - offset_, line, column);
    last_.column = line > 1 ? column : last_.column + column - 1;
    last_.line += line - 1;
    offset_ = offset;
    return last_;
}

}  // namespace forestall
