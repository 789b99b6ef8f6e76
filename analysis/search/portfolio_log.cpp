// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/portfolio_log.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "core/hash.hpp"

namespace forestall::analysis {
namespace {

constexpr std::string_view head_without_digest =
    "phase,generation,portfolio,civilian_deaths,displaced,cost,civilian_deaths_error,displaced_"
    "error,cost_error";
constexpr std::size_t columns = 9;

std::string head() { return std::string(head_without_digest) + ",xxh3"; }

std::string phase_name(SearchPhase phase) {
    return phase == SearchPhase::search ? "search" : "sieve";
}

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(by, at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

}  // namespace

PortfolioLog::PortfolioLog(std::string identity, std::vector<std::vector<std::string>> names)
    : identity_(std::move(identity)), names_(std::move(names)) {}

std::string PortfolioLog::text_of(const Portfolio& portfolio) const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < portfolio.size(); ++i)
        if (portfolio[i] > 0)
            parts.push_back(names_.at(i).at(static_cast<std::size_t>(portfolio[i] - 1)));
    return parts.empty() ? "none" : fmt::format("{}", fmt::join(parts, " + "));
}

std::string PortfolioLog::digest_of(std::string_view cells) const {
    StateHash hash;
    hash.add(std::string_view(identity_));
    hash.add(cells);
    return to_hex(hash.digest());
}

/// What is wrong with a line, or nothing.
std::string PortfolioLog::read_row(std::string_view line, Row& row) const {
    const std::size_t comma = line.rfind(',');
    if (comma == std::string_view::npos) return "it is not a row of the table";
    const std::string_view content = line.substr(0, comma);
    if (line.substr(comma + 1) != digest_of(content))
        return "its digest does not match what it says";
    const auto cells = split(content, ',');
    if (cells.size() != columns)
        return fmt::format("it has {} columns instead of {}", cells.size() + 1, columns + 1);
    const auto generation = number<std::size_t>(cells[1]);
    if (!generation) return "its generation is not a number";
    row = {std::string(cells[0]), *generation, std::string(cells[2]), {}};
    for (std::size_t k = 0; k < objective_count; ++k) {
        const auto mean = number<double>(cells[3 + k]),
                   error = number<double>(cells[3 + objective_count + k]);
        if (!mean || !error) return "a figure in it is not a number";
        row.judged.mean[k] = *mean;
        row.judged.error[k] = *error;
    }
    return {};
}

TakenUp PortfolioLog::take_up(std::string_view csv) {
    using What = TakenUp::What;
    const auto lines = split(csv, '\n');
    if (lines.size() > 1 && lines[1] == head_without_digest)
        return {What::no_digests, 0, "", false};
    if (lines.size() < 2 || lines[0] != "# " + identity_ || lines[1] != head())
        return {What::other_search, 0, "", false};
    TakenUp out{What::taken, 0, "", false};
    std::vector<Row> rows;
    std::map<Key, std::size_t> seen;
    for (std::size_t i = 2; i < lines.size(); ++i) {
        const bool last =
            i + 1 == lines.size();  // after the last line end: nothing, or a line that has none
        if (last && lines[i].empty()) continue;
        Row row;
        std::string why = read_row(lines[i], row);
        if (last && !why.empty()) {
            out.cut_short = true;
            continue;
        }
        if (why.empty())
            if (const auto [at, fresh] = seen.try_emplace({row.phase, row.portfolio}, i + 1);
                !fresh)
                why = fmt::format("it repeats the portfolio of line {}", at->second);
        if (!why.empty()) return {What::damaged, i + 1, why, false};
        rows.push_back(std::move(row));
    }
    for (const Row& row : rows) known_[{row.phase, row.portfolio}] = row.judged;
    earlier_ = std::move(rows);
    return out;
}

PortfolioSource PortfolioLog::before(PortfolioSource source,
                                     std::function<void(const std::string& csv)> keep) {
    return
        [this, source = std::move(source), keep = std::move(keep)](
            SearchPhase phase, std::size_t generation, const std::vector<Portfolio>& portfolios) {
            std::vector<Portfolio> unknown;
            for (const Portfolio& p : portfolios)
                if (!known_.contains({phase_name(phase), text_of(p)})) unknown.push_back(p);
            if (!unknown.empty()) {
                const std::vector<Judged> fresh = source(phase, generation, unknown);
                for (std::size_t i = 0; i < unknown.size(); ++i)
                    known_[{phase_name(phase), text_of(unknown[i])}] = fresh.at(i);
            }
            std::vector<Judged> out;
            for (const Portfolio& p : portfolios) {
                const Key key{phase_name(phase), text_of(p)};
                out.push_back(known_.at(key));
                if (!listed_[key]) rows_.push_back({key.first, generation, key.second, out.back()});
                listed_[key] = true;
            }
            if (!unknown.empty()) keep(csv());
            return out;
        };
}

void PortfolioLog::add(std::string& out, const Row& row) const {
    std::string cells = fmt::format("{},{},{}", row.phase, row.generation, row.portfolio);
    for (const double v : row.judged.mean) cells += fmt::format(",{}", v);
    for (const double v : row.judged.error) cells += fmt::format(",{}", v);
    out += fmt::format("{},{}\n", cells, digest_of(cells));
}

std::string PortfolioLog::csv() const {
    std::string out = fmt::format("# {}\n{}\n", identity_, head());
    for (const Row& row : rows_) add(out, row);
    for (const Row& row : earlier_)  // not asked for again yet, and not to be lost
        if (!listed_.contains({row.phase, row.portfolio})) add(out, row);
    return out;
}

}  // namespace forestall::analysis
