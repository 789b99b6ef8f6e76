// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace forestall::patterns {
namespace {

constexpr std::string_view header = "row,members,part,value,lo,hi,target,verdict,why,command";
constexpr std::size_t fields = 10;

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

std::string number_field(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> out(1);
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && inside && i + 1 < line.size() && line[i + 1] == '"')
            out.back() += line[i++];
        else if (line[i] == '"')
            inside = !inside;
        else if (line[i] == ',' && !inside)
            out.emplace_back();
        else
            out.back() += line[i];
    }
    return out;
}

double number_of(const std::string& field) {
    if (field.empty()) return unknown;
    double out = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), out);
    if (error != std::errc() || end != field.data() + field.size())
        throw std::invalid_argument("'" + field + "' is not a number");
    return out;
}

Judgement judgement_from(const std::string& text) {
    for (const Judgement j :
         {Judgement::met, Judgement::missed, Judgement::cannot_be_expressed, Judgement::note})
        if (judgement_text(j) == text) return j;
    throw std::invalid_argument("'" + text + "' is not a verdict");
}

std::vector<Part> parts_of(int row, std::span<const Line> lines) {
    std::vector<Part> out;
    for (const Line& l : lines)
        if (l.row == row) out.push_back(l.part);
    return out;
}

std::string command_of(int row, std::span<const Line> before, std::span<const Line> after) {
    for (const auto lines : {after, before})
        for (const Line& l : lines)
            if (l.row == row) return l.command;
    return "make patterns ROWS=" + std::to_string(row);
}

const Line* find(int row, const std::string& what, std::span<const Line> lines) {
    const auto at = std::find_if(lines.begin(), lines.end(), [&](const Line& l) {
        return l.row == row && l.part.what == what;
    });
    return at == lines.end() ? nullptr : &*at;
}

std::string cell(const Line* line) {
    if (line == nullptr) return "";
    const Part& p = line->part;
    if (p.judgement == Judgement::cannot_be_expressed) return "cannot be expressed";
    const std::string text = figure_text(p.figure);
    return p.judgement == Judgement::missed ? "**" + text + "**" : text;
}

/// A bar would end the cell.
std::string plain(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
        text.replace(at, 1, "\\|");
    return text;
}

void replace_between(std::string& page, const std::string& name, const std::string& text) {
    const std::string from = "<!-- " + name + ": begin -->\n", to = "<!-- " + name + ": end -->";
    const std::size_t begin = page.find(from), end = page.find(to);
    if (begin == std::string::npos || end == std::string::npos || end < begin)
        throw std::invalid_argument("the page has no mark '" + name + "'");
    page.replace(begin + from.size(), end - begin - from.size(), text);
}

}  // namespace

std::string csv_of(std::span<const Line> lines) {
    std::string out = std::string(header) + "\n";
    for (const Line& l : lines) {
        const Part& p = l.part;
        out += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", l.row, l.members, quoted(p.what),
                           number_field(p.figure.value), number_field(p.figure.lo),
                           number_field(p.figure.hi), quoted(p.target), judgement_text(p.judgement),
                           quoted(p.why), quoted(l.command));
    }
    return out;
}

std::vector<Line> lines_of(std::string_view csv) {
    std::vector<Line> out;
    bool first = true;
    while (!csv.empty()) {
        const std::size_t end = std::min(csv.find('\n'), csv.size());
        const std::string_view line = csv.substr(0, end);
        csv.remove_prefix(std::min(csv.size(), end + 1));
        if (std::exchange(first, false)) {
            if (line != header) throw std::invalid_argument("these are not figures of patterns");
            continue;
        }
        const std::vector<std::string> f = split(line);
        if (f.size() != fields) throw std::invalid_argument("a line does not have ten fields");
        out.push_back({static_cast<int>(number_of(f[0])),
                       static_cast<std::size_t>(number_of(f[1])),
                       {f[2],
                        {number_of(f[3]), number_of(f[4]), number_of(f[5])},
                        f[6],
                        judgement_from(f[7]),
                        f[8]},
                       f[9]});
    }
    return out;
}

std::vector<Line> replaced(std::span<const Line> old, std::span<const Line> fresh) {
    std::vector<Line> out(fresh.begin(), fresh.end());
    for (const Line& l : old)
        if (std::none_of(fresh.begin(), fresh.end(), [&](const Line& f) { return f.row == l.row; }))
            out.push_back(l);
    std::stable_sort(out.begin(), out.end(),
                     [](const Line& a, const Line& b) { return a.row < b.row; });
    return out;
}

std::string figure_text(const Estimate& figure) {
    if (std::isnan(figure.value)) return "-";
    if (std::isnan(figure.lo)) return fmt::format("{:.3g}", figure.value);
    return fmt::format("{:.3g} [{:.3g}, {:.3g}]", figure.value, figure.lo, figure.hi);
}

std::string verdict_text(int row, std::span<const Line> lines) {
    const std::vector<Part> parts = parts_of(row, lines);
    if (parts.empty()) return "";
    const auto met = std::count_if(parts.begin(), parts.end(),
                                   [](const Part& p) { return p.judgement == Judgement::met; });
    const auto all = std::count_if(parts.begin(), parts.end(),
                                   [](const Part& p) { return p.judgement != Judgement::note; });
    const bool whole = judgement_of(parts) == Judgement::met;
    return fmt::format("{} ({} of {})", whole ? "met" : "**missed**", met, all);
}

std::string pattern_table(std::span<const Line> before, std::span<const Line> after) {
    std::string out =
        "| # | pattern | target | data | how it is measured | what version 0.1 has no means for | "
        "command | before | after |\n|---|---|---|---|---|---|---|---|---|\n";
    for (const Spec& s : specs())
        out += fmt::format("| {} | {} | {} | {} | {} | {} | `{}` | {} | {} |\n", s.number, s.name,
                           s.target, s.data, s.measure, s.needs.empty() ? "-" : s.needs,
                           command_of(s.number, before, after), verdict_text(s.number, before),
                           verdict_text(s.number, after));
    return out;
}

std::string part_table(std::span<const Line> before, std::span<const Line> after) {
    std::string out =
        "| # | figure | target | before | after | members | remarks "
        "|\n|---|---|---|---|---|---|---|\n";
    for (const Spec& s : specs()) {
        std::vector<std::string> names;
        for (const auto lines : {before, after})
            for (const Line& l : lines)
                if (l.row == s.number &&
                    std::find(names.begin(), names.end(), l.part.what) == names.end())
                    names.push_back(l.part.what);
        for (const std::string& name : names) {
            const Line *b = find(s.number, name, before), *a = find(s.number, name, after);
            const Line& latest = a != nullptr ? *a : *b;
            out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", s.number, plain(name),
                               plain(latest.part.target), cell(b), cell(a), latest.members,
                               plain(latest.part.why));
        }
    }
    return out;
}

std::string page_with(const std::string& page, std::span<const Line> before,
                      std::span<const Line> after) {
    std::string out = page;
    replace_between(out, "patterns", pattern_table(before, after));
    replace_between(out, "figures", part_table(before, after));
    return out;
}

}  // namespace forestall::patterns
