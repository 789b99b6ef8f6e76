// SPDX-License-Identifier: Apache-2.0
#include "app/job/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/quantile.hpp"
#include "app/frame/numbers.hpp"
#include "core/hash.hpp"
#include "world/stage_start.hpp"

namespace forestall::app {
namespace {

constexpr std::size_t members_at_once = 512;

using PerMember = std::vector<double>;

/// One number per member from a time series, a block of members at a time.
template <class Reduce>
PerMember reduce(const Results& results, Series series, std::size_t option,
                 const Reduce& reduce_row) {
    PerMember out;
    const Variable& variable = *find_variable(spec_of(series).name);
    if (!results.has(variable)) return out;
    const std::size_t steps = results.length(variable);
    for (std::size_t first = 0; first < results.members().size(); first += members_at_once) {
        const std::size_t count = std::min(members_at_once, results.members().size() - first);
        const auto values = results.values(variable, option, first, count);
        for (std::size_t m = 0; m < count; ++m)
            out.push_back(reduce_row(std::span(values).subspan(m * steps, steps)));
    }
    return out;
}

double sum(std::span<const double> row) { return std::accumulate(row.begin(), row.end(), 0.0); }
double peak(std::span<const double> row) {
    return row.empty() ? 0 : *std::max_element(row.begin(), row.end());
}
double last(std::span<const double> row) { return row.empty() ? 0 : row.back(); }

void add_row(Table& table, const std::string& name, PerMember values) {
    std::erase_if(values, [](double v) { return std::isnan(v); });  // not run
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    if (values.size() == 1) return table.row({name, amount(values[0]), ""});
    table.row({name, amount(analysis::quantile_of_sorted(values, 0.5)),
               fmt::format("{} to {}", amount(analysis::quantile_of_sorted(values, 0.05)),
                           amount(analysis::quantile_of_sorted(values, 0.95)))});
}

/// Only where there are any: not every model has them.
void add_row_if_any(Table& table, const std::string& name, PerMember values) {
    if (std::any_of(values.begin(), values.end(), [](double x) { return x > 0; }))
        add_row(table, name, std::move(values));
}

std::string stages_text(const Results& results, std::size_t option) {
    auto peaks = results.values(Scalar::peak_stage, option);
    auto onsets = results.values(Scalar::mass_killing_onset_step, option);
    for (auto* values : {&peaks, &onsets})
        std::erase_if(*values, [](double v) { return std::isnan(v); });
    if (peaks.empty()) return "no member was run\n";
    const auto members = static_cast<double>(peaks.size());
    if (peaks.size() == 1) {
        const auto stage =
            static_cast<Stage>(std::clamp(peaks[0], 0.0, number_of(Stage::response)));
        return fmt::format("highest stage: {}; mass killing: {}\n", stage_words.text(stage),
                           onsets[0] >= 0 ? "yes" : "no");
    }
    std::string out = "highest stage, share of members:";
    for (const auto& [stage, text] : stage_words) {
        const auto count = std::count(peaks.begin(), peaks.end(), number_of(stage));
        out += fmt::format(" {} {:.0f} %{}", text, 100 * static_cast<double>(count) / members,
                           stage == Stage::response ? "\n" : ",");
    }
    const auto killed =
        std::count_if(onsets.begin(), onsets.end(), [](double step) { return step >= 0; });
    return out + fmt::format("members with a mass killing: {:.0f} %\n",
                             100 * static_cast<double>(killed) / members);
}

}  // namespace

std::string ensemble_hash(const Results& results) {
    StateHash hash;
    for (const std::string& one : results.hashes()) hash.add(std::string_view(one));
    return to_hex(hash.digest());
}

std::string hash_text(const Results& results) {
    if (results.has_detail()) return "member hash " + results.hashes().front();
    return "ensemble hash " + ensemble_hash(results);
}

std::size_t members_run(const Results& results, std::size_t option) {
    std::size_t out = 0;
    for (std::size_t m = 0; m < results.members().size(); ++m)
        out += results.ran(option, m) ? 1 : 0;
    return out;
}

std::string summary_text(const Results& results) {
    std::string out;
    const bool single = results.members().size() == 1;
    for (std::size_t option = 0; option < results.header().options.size(); ++option) {
        if (results.header().options.size() > 1)
            out += fmt::format("Option {}", results.header().options[option]);
        if (results.header().gaps)
            out += fmt::format(", {} of {}", thousands(members_run(results, option)),
                               counted(results.members().size(), "member", "members"));
        if (results.header().options.size() > 1) out += '\n';
        Table table({Table::Align::left, Table::Align::right, Table::Align::right});
        table.row(single ? std::vector<std::string>{"", "", ""}
                         : std::vector<std::string>{"", "middle", "90 % of members"});
        add_row(table, "civilians killed", reduce(results, Series::civilian_deaths, option, sum));
        add_row(table, "  of these reported",
                reduce(results, Series::reported_civilian_deaths, option, sum));
        add_row(table, "fighters killed", reduce(results, Series::battle_deaths, option, sum));
        add_row(table, "displaced, at the peak", reduce(results, Series::displaced, option, peak));
        add_row(table, "displaced, at the end", reduce(results, Series::displaced, option, last));
        add_row(table, "  in their own country", reduce(results, Series::idps, option, last));
        add_row(table, "  abroad", reduce(results, Series::refugees, option, last));
        add_row(table, "returned home", reduce(results, Series::returned, option, last));
        add_row_if_any(table, "mobilised, at the peak",
                       reduce(results, Series::mobilised, option, peak));
        add_row_if_any(table, "detained, at the peak",
                       reduce(results, Series::detained, option, peak));
        std::string text = table.text();
        if (single) text.erase(0, text.find('\n') + 1);
        out += text + stages_text(results, option);
    }
    return out;
}

}  // namespace forestall::app
