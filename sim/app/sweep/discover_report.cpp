// SPDX-License-Identifier: Apache-2.0
#include "app/sweep/discover_report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/frame/numbers.hpp"
#include "app/sweep/estimate_json.hpp"

namespace forestall::app {
namespace {

std::string percent(double share) {
    return std::isfinite(share) ? fmt::format("{:.0f} %", 100 * share) : "–";
}

std::string end_text(double end, double steady) {
    if (!std::isfinite(end)) return "–";
    return fmt::format("{:.4g} ({})", end, percent(steady));
}

Json end_json(double end) { return std::isfinite(end) ? Json(end) : Json(nullptr); }

}  // namespace

std::string discovery_text(const PointsOutcome& o, const Discovery& d) {
    std::string out = fmt::format("It happens at {} of {}\n", thousands(d.held.all_hits),
                                  counted(d.held.points, "point", "points"));
    if (d.box.inputs_bound() == 0)
        return out + "No part of the inputs is better at saying where than all of them\n" +
               points_note(o);
    Table table({Table::Align::left, Table::Align::right, Table::Align::right}, "  ");
    table.row({"input", "from", "to"});
    for (std::size_t i = 0; i < o.inputs.size(); ++i)
        if (d.box.ranges[i].bound())
            table.row({o.inputs[i], end_text(d.box.ranges[i].low, d.steady.bound_low[i]),
                       end_text(d.box.ranges[i].high, d.steady.bound_high[i])});
    out += table.text();
    out +=
        fmt::format("In the box it happens at {} of {} ({:.0f} %), {:.0f} % of all where it does\n",
                    thousands(d.held.hits), counted(d.held.inside, "point", "points"),
                    100 * d.held.density(), 100 * d.held.coverage());
    return out +
           fmt::format(
               "In points that were left out: {} ({} to {}); behind a bound, in how many "
               "resamples the input is bound there\nResamples are of points, with the same "
               "members in each: luck is in none of these figures\n",
               percent(d.steady.density.value), percent(d.steady.density.lo),
               percent(d.steady.density.hi)) +
           points_note(o);
}

Json discovery_json(const PointsOutcome& o, const Discovery& d) {
    Json out = {{"points", d.held.points},
                {"members_known", o.known},
                {"hits", d.held.all_hits},
                {"inside", d.held.inside},
                {"density", d.held.density()},
                {"coverage", d.held.coverage()},
                {"density_left_out", estimate_json(d.steady.density)},
                {"coverage_left_out", estimate_json(d.steady.coverage)}};
    out["box"] = Json::array();
    for (std::size_t i = 0; i < o.inputs.size(); ++i)
        out["box"].push_back({{"name", o.inputs[i]},
                              {"low", end_json(d.box.ranges[i].low)},
                              {"high", end_json(d.box.ranges[i].high)},
                              {"steady_low", d.steady.bound_low[i]},
                              {"steady_high", d.steady.bound_high[i]}});
    return out;
}

}  // namespace forestall::app
