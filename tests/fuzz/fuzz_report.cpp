// SPDX-License-Identifier: Apache-2.0
// A report of a small results file whose names and numbers the input gives: lines of names, an
// empty line, numbers, all of them used in turn. Finite numbers go through the file; others take
// the place of what was found in it. A page comes out, and no name has become markup: it has the
// tags and quotes of the page with harmless names of the same length.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "analysis/comparison/paired.hpp"
#include "analysis/report/page.hpp"
#include "given.hpp"
#include "results/assemble.hpp"
#include "results/sample_job.hpp"

namespace {

using namespace forestall;
using fuzz::Given;

/// Degrees of a circle around 0: what lies nowhere on earth is refused when a file is read.
double on_earth(double number, double circle) {
    return std::isfinite(number) ? std::remainder(number, circle) : 0;
}

Header header_of(Given& given) {
    Header h = testing::sample_header(5, 3, 3, 3);
    for (std::string* text :
         {&h.title, &h.start_date, &h.currency, &h.options[1], &h.options[2], &h.groups[0],
          &h.groups[1], &h.parameters[0].name, &h.parameters[0].unit, &h.program.version})
        *text = given.name();
    for (LocationLabel& p : h.locations)
        p = {given.name(), given.name(), given.name(), on_earth(given.number(), 180),
             on_earth(given.number(), 360)};
    return h;
}

std::vector<MemberRow> rows_of(const Header& header, Given& given) {
    auto rows = testing::sample_rows(header, testing::all_members(header.members));
    for (MemberRow& row : rows)
        for (MemberOutcome& outcome : row.by_option) {
            for (const Variable& v : all_variables()) {
                const auto fill = [&](std::vector<double>& values) {
                    for (double& value : values) value = given.of_type(v.spec->type);
                };
                if (v.along == Along::time) fill(outcome.series[v.index]);
                if (v.along == Along::location) fill(outcome.per_place[v.index]);
                if (v.along == Along::group) fill(outcome.per_group[v.index]);
                if (v.along == Along::nothing)
                    outcome.scalars[v.index] = given.of_type(v.spec->type);
            }
            for (double& value : outcome.parameters) value = given.finite();
        }
    return rows;
}

void make_odd(report::Findings& f, Given& given) {
    for (report::OptionFindings& option : f.options) {
        for (report::Fan* fan : {&option.deaths, &option.displaced})
            for (auto& step : fan->quantiles)
                for (double& v : step) given.make_odd(v);
        for (auto* values : {&option.place_deaths, &option.place_displaced, &option.deaths.mean})
            for (double& v : *values) given.make_odd(v);
    }
    for (comparison::OptionFigures& o : f.compared->comparison.options)
        for (comparison::Figure* figure :
             {&o.mean, &o.difference, &o.p_best, &o.regret, &o.cost, &o.extra_cost,
              &o.deaths_averted, &o.cost_per_death_averted})
            for (double* v : {&figure->value, &figure->lo, &figure->hi}) given.make_odd(*v);
    for (report::Influence& i : f.compared->influences)
        for (double* v : {&i.low, &i.middle, &i.high, &i.correlation}) given.make_odd(*v);
}

std::string page(std::string_view text, bool harmless) {
    Given given(text, harmless);
    const Header header = header_of(given);
    const auto rows = rows_of(header, given);
    const std::string image = writer_of_rows(header, rows, Content::whole).finish();
    const Results results = Results::from_image_without_digest(image, "odd");
    const auto members = comparison::members_of_all(results);
    const auto outcome = comparison::outcome_of(results, "civilian_deaths", members);
    comparison::Plan plan;
    plan.replicates = 19;
    const auto compared =
        comparison::compare(comparison::paired_of(results, outcome, members, 0, {}), plan);
    report::Findings found = report::find(
        results, &compared, {outcome.text, header.currency, 2024, 0.03}, "civilian_deaths");
    make_odd(found, given);
    report::Context context{given.name(), given.name(), given.name(), {}, {}, {}};
    context.options[header.options[1]] = {given.name(), {given.name()}};
    context.routes = {{header.locations[0].name, header.locations[1].name}};
    context.assumptions[header.parameters[0].name] = {given.name(), given.name(), given.name(),
                                                      given.name(), "D"};
    return report::page_of(found, context, {});
}

std::ptrdiff_t count(std::string_view text, char c) {
    return std::count(text.begin(), text.end(), c);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string given = page(text, false), harmless = page(text, true);
    if (count(given, '<') != count(harmless, '<') || count(given, '>') != count(harmless, '>'))
        std::abort();
    const auto before_scripts = [](const std::string& html) {
        return std::string_view(html).substr(
            0, html.find("<script"));  // in data a quote is as good as any character
    };
    if (count(before_scripts(given), '"') != count(before_scripts(harmless), '"')) std::abort();
    return 0;
}
