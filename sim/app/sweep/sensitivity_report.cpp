// SPDX-License-Identifier: Apache-2.0
#include "app/sweep/sensitivity_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/frame/numbers.hpp"
#include "app/sweep/estimate_json.hpp"

namespace forestall::app {
namespace {

using analysis::Estimate;
using Cells = std::vector<std::string>;

std::string figure_text(double x, bool share) {
    if (!std::isfinite(x)) return "–";
    if (!share) return amount(x);
    return fmt::format("{:.2f}", std::fabs(x) < 0.005 ? 0.0 : x);  // never -0.00
}
std::string range(const Estimate& e, bool share = true) {
    return fmt::format("{} ({} to {})", figure_text(e.value, share), figure_text(e.lo, share),
                       figure_text(e.hi, share));
}
/// What a table has of one input: its heads, and its cells by input.
struct Columns {
    Cells heads{"input"};
    std::vector<Cells> rows;
};

Columns columns_of(const PointsOutcome& o, const Sensitivity& s) {
    Columns c;
    for (const std::string& name : o.inputs) c.rows.push_back({name});
    if (s.sobol) {
        c.heads.insert(c.heads.end(), {"first order", "total"});
        for (std::size_t i = 0; i < c.rows.size(); ++i) {
            c.rows[i].push_back(range(s.sobol->first[i]));
            c.rows[i].push_back(range(s.sobol->total[i]));
        }
    }
    if (!s.morris.empty()) {
        c.heads.insert(c.heads.end(), {"size of effect", "mean", "spread"});
        for (std::size_t i = 0; i < c.rows.size(); ++i) {
            c.rows[i].push_back(range(s.morris[i].size, false));
            c.rows[i].push_back(range(s.morris[i].mean, false));
            c.rows[i].push_back(range(s.morris[i].spread, false));
        }
    }
    if (!s.density.empty()) {
        c.heads.insert(c.heads.end(), {"density index", "by chance"});
        for (std::size_t i = 0; i < c.rows.size(); ++i) {
            c.rows[i].push_back(range(s.density[i].value));
            c.rows[i].push_back(figure_text(s.density[i].by_chance, true));
        }
    }
    return c;
}

std::string second_text(const PointsOutcome& o, const sensitivity::SobolIndices& s) {
    if (s.second.empty()) return "";
    Table table({Table::Align::left, Table::Align::left, Table::Align::right}, "  ");
    table.row({"input", "and", "second order"});
    for (const auto& pair : s.second)
        table.row({o.inputs[pair.a], o.inputs[pair.b], range(pair.value)});
    return table.text();
}

Json input_json(const PointsOutcome& o, const Sensitivity& s, std::size_t i) {
    Json out = {{"name", o.inputs[i]}};
    if (s.sobol) {
        out["first"] = estimate_json(s.sobol->first[i]);
        out["total"] = estimate_json(s.sobol->total[i]);
    }
    if (!s.morris.empty()) {
        out["size"] = estimate_json(s.morris[i].size);
        out["mean"] = estimate_json(s.morris[i].mean);
        out["spread"] = estimate_json(s.morris[i].spread);
    }
    if (!s.density.empty()) {
        out["density"] = estimate_json(s.density[i].value);
        out["density_by_chance"] = s.density[i].by_chance;
    }
    return out;
}

}  // namespace

std::string sensitivity_text(const PointsOutcome& o, const Sensitivity& s) {
    std::string out;
    if (s.split)
        out += fmt::format(
            "Of the variance of one run: assumptions {}, luck {}, both together {}\n",
            range(s.split->assumptions), range(s.split->luck), range(s.split->together));
    else
        out += fmt::format("The variance of one run is not split: {}\n", s.no_split);
    const auto [least, most] = std::minmax_element(o.means.begin(), o.means.end());
    if (least != o.means.end() && *least == *most)
        out += "The outcome does not vary over the points\n";
    out += "By input, of the points' means, each over its members (their luck is in it, too):\n";
    const Columns c = columns_of(o, s);
    std::vector<Table::Align> align(c.heads.size(), Table::Align::right);
    align.front() = Table::Align::left;
    Table table(align, "  ");
    table.row(c.heads);
    for (const Cells& row : c.rows) table.row(row);
    out += table.text();
    if (s.sobol) out += second_text(o, *s.sobol);
    return out + points_note(o);
}

Json sensitivity_json(const PointsOutcome& o, const Sensitivity& s) {
    Json out = {{"inputs", Json::array()}, {"members_known", o.known}};
    for (std::size_t i = 0; i < o.inputs.size(); ++i) out["inputs"].push_back(input_json(o, s, i));
    if (s.sobol) {
        out["variance"] = estimate_json(s.sobol->variance);
        out["second"] = Json::array();
        for (const auto& pair : s.sobol->second)
            out["second"].push_back({{"a", o.inputs[pair.a]},
                                     {"b", o.inputs[pair.b]},
                                     {"index", estimate_json(pair.value)}});
    }
    if (s.split)
        out["split"] = {{"assumptions", estimate_json(s.split->assumptions)},
                        {"luck", estimate_json(s.split->luck)},
                        {"together", estimate_json(s.split->together)}};
    if (!s.split) out["no_split"] = s.no_split;
    return out;
}

}  // namespace forestall::app
