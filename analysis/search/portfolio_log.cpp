// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/portfolio_log.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace forestall::analysis {
namespace {

constexpr const char* head =
    "phase,generation,portfolio,civilian_deaths,displaced,cost,civilian_deaths_error,displaced_error,cost_error";
constexpr std::size_t columns = 9;

std::string phase_name(SearchPhase phase) { return phase == SearchPhase::search ? "search" : "sieve"; }

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
        if (portfolio[i] > 0) parts.push_back(names_.at(i).at(static_cast<std::size_t>(portfolio[i] - 1)));
    return parts.empty() ? "none" : fmt::format("{}", fmt::join(parts, " + "));
}

bool PortfolioLog::take_up(std::string_view csv) {
    const auto lines = split(csv, '\n');
    if (lines.size() < 2 || lines[0] != "# " + identity_ || lines[1] != head) return false;
    std::vector<Row> rows;
    for (std::size_t i = 2; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        const auto cells = split(lines[i], ',');
        if (cells.size() != columns) return false;
        Row row{std::string(cells[0]), number<std::size_t>(cells[1]).value_or(0), std::string(cells[2]), {}};
        for (std::size_t k = 0; k < objective_count; ++k) {
            const auto mean = number<double>(cells[3 + k]), error = number<double>(cells[3 + objective_count + k]);
            if (!mean || !error) return false;
            row.judged.mean[k] = *mean;
            row.judged.error[k] = *error;
        }
        rows.push_back(std::move(row));
    }
    for (const Row& row : rows) known_[{row.phase, row.portfolio}] = row.judged;
    earlier_ = std::move(rows);
    return true;
}

PortfolioSource PortfolioLog::before(PortfolioSource source, std::function<void(const std::string& csv)> keep) {
    return [this, source = std::move(source), keep = std::move(keep)](SearchPhase phase, std::size_t generation,
                                                                      const std::vector<Portfolio>& portfolios) {
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
    out += fmt::format("{},{},{}", row.phase, row.generation, row.portfolio);
    for (const double v : row.judged.mean) out += fmt::format(",{}", v);
    for (const double v : row.judged.error) out += fmt::format(",{}", v);
    out += '\n';
}

std::string PortfolioLog::csv() const {
    std::string out = fmt::format("# {}\n{}\n", identity_, head);
    for (const Row& row : rows_) add(out, row);
    for (const Row& row : earlier_)  // not asked for again yet, and not to be lost
        if (!listed_.contains({row.phase, row.portfolio})) add(out, row);
    return out;
}

}  // namespace forestall::analysis
