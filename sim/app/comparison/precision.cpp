// SPDX-License-Identifier: Apache-2.0
#include "app/comparison/precision.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/comparison/settling.hpp"
#include "analysis/comparison/stage_matrix.hpp"
#include "app/comparison/request.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

/// Fewer than `compare` draws: a look asks for a width to two digits.
constexpr std::size_t look_replicates = 1999;

double widest_in(const Results& results) {
    const std::size_t baseline = baseline_of(results, "");
    const comparison::Plan plan{.replicates = look_replicates};
    return comparison::widest(comparison::answers_in(results, baseline, plan), baseline);
}

/// Widths narrow with the root of members, in the logarithm.
double members_needed(const Results& results, double widest, double width) {
    return static_cast<double>(results.members().size()) *
           std::pow(std::log1p(widest) / std::log1p(width), 2);
}

}  // namespace

Precision precision_of(const std::string& text, const Job& job) {
    Precision out;
    if (text.empty()) return out;
    const char* like = "for instance --until 20% or --until \"5 min\"";
    if (job.shards > 1 || !job.points.empty())
        throw UsageError("--until is for a job as a whole", "leave out --shard and --set");
    const UntilWords words = parse_until(text, like);
    out.until.seconds = words.seconds;
    if (words.seconds > 0) return out;
    if (!words.percent)
        throw UsageError(fmt::format("--until {} is neither a width nor a time", text), like);
    if (job.options.size() < 2)
        throw UsageError("--until with a width needs options to compare",
                         "for instance --options all");
    out.width = words.share;
    out.until.enough = [width = out.width](const Results& r) { return widest_in(r) <= width; };
    return out;
}

Until reliability_of(const std::string& text, const std::string& outcome) {
    Until out;
    if (text.empty()) return out;
    const char* like = "for instance --until 0.8 or --until \"5 min\"";
    const UntilWords words = parse_until(text, like);
    out.seconds = words.seconds;
    if (words.seconds > 0) return out;
    if (words.percent)
        throw UsageError(fmt::format("--until {} is neither a reliability nor a time", text), like);
    out.looks_in_a_row = 2;  // one may be lucky: reliability is a ratio of two estimates
    out.enough = [wanted = words.share, outcome](const Results& r) {
        return comparison::matrix_reliability(r, outcome) >= wanted;
    };
    return out;
}

std::string reached_text(const Results& results, double width, const Progress& progress) {
    const double widest = widest_in(results);
    if (std::isnan(widest)) return "No option changes enough members for an interval.\n";
    const std::string out = fmt::format(
        "The widest interval of a typical future is {:.0f} % more or less", 100 * widest);
    if (widest <= width) return out + ": precise enough.\n";
    const double needed = members_needed(results, widest, width);
    return out + fmt::format("; {:.0f} % was asked for: {} would do{}.\n", 100 * width,
                             comparison::settle_text(needed),
                             progress.rate() > 0
                                 ? ", " + duration_text(needed / progress.rate()) + " here"
                                 : "");
}

Json reached_json(const Results& results, double width) {
    const double widest = widest_in(results);
    return {{"width", width},
            {"widest", widest},
            {"reached", widest <= width},
            {"members_needed", members_needed(results, widest, width)}};
}

}  // namespace forestall::app
