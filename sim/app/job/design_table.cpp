// SPDX-License-Identifier: Apache-2.0
#include "app/job/design_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

constexpr std::size_t most_lines = 60;

std::string middle_dead(const Results& results, std::size_t column) {
    const auto series = results.values(Series::civilian_deaths, column);
    const std::size_t steps = results.header().time.size();
    std::vector<double> dead;
    for (std::size_t m = 0; m < results.members().size(); ++m) {
        const auto from = series.begin() + static_cast<std::ptrdiff_t>(m * steps);
        dead.push_back(std::accumulate(from, from + static_cast<std::ptrdiff_t>(steps), 0.0));
    }
    const auto half = dead.begin() + static_cast<std::ptrdiff_t>(dead.size() / 2);
    std::nth_element(dead.begin(), half, dead.end());
    return amount(*half);
}

std::string onset_share(const Results& results, std::size_t column) {
    const auto onsets = results.values(Scalar::mass_killing_onset_step, column);
    const auto n = std::count_if(onsets.begin(), onsets.end(), [](double s) { return s >= 0; });
    return fmt::format("{:.1f} %",
                       100 * static_cast<double>(n) /
                           static_cast<double>(std::max<std::size_t>(1, onsets.size())));
}

}  // namespace

std::string design_text(const Results& results) {
    const Header& h = results.header();
    using enum Table::Align;
    std::vector<Table::Align> align{right};
    std::vector<std::string> head{"point"};
    for (const std::string& name : h.points.held) {
        align.push_back(right);
        head.push_back(name);
    }
    align.insert(align.end(), {left, right, right});
    head.insert(head.end(), {"option", "civilians killed, middle", "mass killing"});
    Table table(align, "  ");
    table.row(head);
    const std::size_t lines = std::min(most_lines, results.columns());
    for (std::size_t column = 0; column < lines; ++column) {
        const std::size_t point = column / h.options.size();
        std::vector<std::string> row{std::to_string(point)};
        for (const double value : h.points.values[point]) row.push_back(fmt::format("{}", value));
        row.push_back(h.options[column % h.options.size()]);
        row.push_back(middle_dead(results, column));
        row.push_back(onset_share(results, column));
        table.row(row);
    }
    std::string out = table.text();
    if (lines < results.columns())
        out += fmt::format("and {} more lines: `forestall export --format csv --table members`\n",
                           thousands(results.columns() - lines));
    return out;
}

void add_design(Json& answer, const Points& points) {
    if (points.empty()) return;
    answer["points"] = points.count();
    answer["held"] = points.held;
}

Results open_without_design(const std::string& path, const std::string& command) {
    Results results = Results::open(path);
    if (!results.header().points.empty())
        throw UsageError(
            fmt::format("{} holds {} points of a design; {} takes one ensemble", one_line(path),
                        results.header().points.count(), command),
            "run the point as an ensemble of its own, or `forestall export --format csv --table "
            "members`");
    return results;
}

}  // namespace forestall::app
