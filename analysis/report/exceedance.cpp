// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/exceedance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/comparison/ranking.hpp"
#include "analysis/comparison/verdict.hpp"
#include "analysis/order.hpp"
#include "analysis/report/lead_figure.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/plot.hpp"
#include "analysis/report/sections/parts.hpp"

namespace forestall::report {
namespace {

constexpr std::size_t points = 120;

comparison::Figure share_above(const std::vector<double>& tolls, double deaths) {
    const auto above = tolls.end() - std::upper_bound(tolls.begin(), tolls.end(), deaths);
    return comparison::wilson(static_cast<double>(above) / static_cast<double>(tolls.size()),
                              tolls.size());
}

/// What one future in ten exceeds: the ninth of ten parts from below.
double one_in_ten(const std::vector<double>& tolls) {
    const auto rank = static_cast<std::size_t>(std::ceil(0.9 * static_cast<double>(tolls.size())));
    return tolls[std::max<std::size_t>(rank, 1) - 1];
}

std::string finding_text(const Findings& f, const Exceedance& e) {
    const comparison::Comparison& c = f.compared->comparison;
    const auto& nothing = f.options[e.options[0]].tolls;
    const std::string who =
        c.options[c.baseline].name == "none" ? "If nothing is done" : "Under " + baseline_text(c);
    if (f.members < 20)
        return fmt::format("{}, up to {} civilians are killed in these {} futures", who,
                           comparison::rough(nothing.back()), f.members);
    std::string out = fmt::format("{}, one future in ten has more than {} civilian deaths", who,
                                  comparison::rough(one_in_ten(nothing)));
    if (e.options.size() > 1)
        out += fmt::format("; under ‘{}’ more than {}", f.header.options[e.options[1]],
                           comparison::rough(one_in_ten(f.options[e.options[1]].tolls)));
    return out;
}

std::string drawing(const Findings& f, const Exceedance& e, const Screen& screen) {
    const std::size_t baseline = f.compared->comparison.baseline;
    const double least = std::log10(e.deaths.front()), most = std::log10(e.deaths.back());
    const bool narrow = screen.width < 600;
    Plot plot("Share of futures with more civilian deaths than a number", screen.width,
              narrow ? 300 : 290, {least, most}, {0, 100}, {56, 20, 12, 50});
    std::vector<std::pair<double, std::string>> names;
    for (double power = std::ceil(least - 1e-9); power <= most + 1e-9; ++power)
        names.emplace_back(power, short_number(std::pow(10, power)));
    plot.y_axis("futures with more, %").x_axis(names).x_title("civilians killed");
    for (std::size_t i = 0; i < e.options.size(); ++i) {
        Points low, high, middle;
        for (std::size_t p = 0; p < e.deaths.size(); ++p) {
            const double x = std::log10(e.deaths[p]);
            const comparison::Figure& s = e.shares[i][p];
            low.emplace_back(x, 100 * s.lo);
            high.emplace_back(x, 100 * s.hi);
            middle.emplace_back(x, 100 * s.value);
        }
        const OptionStyle style = option_style(e.options[i], baseline);
        plot.band(low, high, style.colour, 0.16).line(middle, style, 2.4, 16);
    }
    return plot.svg(screen.css);
}

std::string key_of(const Findings& f, const Exceedance& e) {
    std::string key = "<p class=\"key\">";
    for (const std::size_t o : e.options)
        key += fmt::format("<span>{}{}</span>",
                           style_swatch(option_style(o, f.compared->comparison.baseline)),
                           escaped(f.header.options[o]));
    return key + "</p>";
}

}  // namespace

Exceedance exceedance_of(const Findings& f) {
    Exceedance out;
    out.options.push_back(f.compared->comparison.baseline);
    if (f.compared->subject != f.compared->comparison.baseline)
        out.options.push_back(f.compared->subject);
    double most = 0, least = std::numeric_limits<double>::infinity();
    for (const std::size_t o : out.options) {
        const auto& tolls = f.options[o].tolls;
        if (tolls.empty() || !analysis::all_numbers(tolls)) return {};
        most = std::max(most, tolls.back());
        least = std::min(least, tolls.front());
    }
    least = std::max(1.0, least);
    if (!(most > least) || !std::isfinite(most)) return {};
    for (std::size_t p = 0; p < points; ++p)
        out.deaths.push_back(least * std::pow(most / least, static_cast<double>(p) / (points - 1)));
    for (const std::size_t o : out.options) {
        out.shares.emplace_back();
        for (const double d : out.deaths)
            out.shares.back().push_back(share_above(f.options[o].tolls, d));
    }
    return out;
}

std::string exceedance_html(const Findings& f) {
    const Exceedance e = exceedance_of(f);
    if (e.deaths.empty()) return "";
    return finding(finding_text(f, e)) +
           two_figure_html("exceedance",
                           "How likely more civilians are killed than a number: the share of "
                           "futures, with bands of 95 % at each number.",
                           key_of(f, e), drawing(f, e, desk), drawing(f, e, telephone));
}

}  // namespace forestall::report
