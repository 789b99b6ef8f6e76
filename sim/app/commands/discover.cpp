// SPDX-License-Identifier: Apache-2.0
// `forestall discover out.h5 --where EXPRESSION`: the part of a sweep's inputs in which something
// happens.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/discover/cart.hpp"
#include "analysis/discover/prim.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/sweep/discover_report.hpp"
#include "design/morris.hpp"
#include "design/saltelli.hpp"

namespace forestall::app {
namespace {

struct Wish {
    PointsQuestion question{"", "share(sum(civilian_deaths) >= 1000) > 0.5", ""};
    std::string method = "prim";
    double least_mass = 0.05;
    std::uint64_t resamples = 50;
};

/// Points that a design makes together.
std::size_t block_of(const design::Rows& points) {
    if (const auto shape = design::saltelli_shape(points)) return shape->each();
    return design::morris_moves(points).empty() ? 1 : points.front().size() + 1;
}

Discovery found(const PointsOutcome& outcome, const Wish& wish, std::uint64_t seed) {
    discover::Sample sample{outcome.points, {}};
    for (const double mean : outcome.means) sample.hits.push_back(mean > 0.5);
    const discover::Finder find = [&](const discover::Sample& s) {
        if (wish.method == "prim") return discover::best_box(s, {.least_mass = wish.least_mass});
        const auto least = wish.least_mass * static_cast<double>(s.rows.size());
        const auto leaf = static_cast<std::size_t>(std::ceil(least));
        return discover::best_leaf(s, {.least_leaf = std::max<std::size_t>(1, leaf)});
    };
    Discovery out;
    out.box = find(sample);
    out.held = discover::held(out.box, sample);
    out.steady = discover::steadiness(sample, find, block_of(outcome.points),
                                      static_cast<int>(wish.resamples), seed);
    return out;
}

/// Whether an expression is 1 or 0, or a share of members, and so can say where.
bool is_condition(const expression::Term& term) {
    using enum expression::Operator;
    if (term.kind == expression::Term::Kind::call)
        return term.name == "any" || term.name == "share" || term.name == "known";
    if (term.kind != expression::Term::Kind::operation) return false;
    const expression::Operator o = term.operation;
    return o != plus && o != minus && o != times && o != over && o != sign;
}

/// What to do about a condition that holds nowhere: where its left side lies.
std::string nowhere_text(const Results& results, const PointsQuestion& question,
                         const expression::Term& where) {
    const std::string none = "It happens nowhere: choose another --where";
    if (where.kind != expression::Term::Kind::operation || where.parts.size() != 2 ||
        where.parts[0].kind == expression::Term::Kind::number)
        return none + "\n";
    PointsQuestion left = question;
    left.outcome = expression::text_of(where.parts[0]);
    PointsOutcome outcome;
    try {
        outcome = points_outcome(results, left);
    } catch (const InputError&) {  // it is not known at every point
        return none + "\n";
    }
    const auto [least, most] = std::minmax_element(outcome.means.begin(), outcome.means.end());
    return fmt::format("{}; {} lies between {:.4g} and {:.4g} over points\n", none,
                       one_line(left.outcome), *least, *most);
}

int discover_command(const Wish& wish, const Invocation& invocation) {
    const Results results = Results::open(wish.question.path);
    const expression::Term where = expression_of(wish.question.outcome);
    if (!is_condition(where))
        throw UsageError(one_line(wish.question.outcome) + " is no condition",
                         "compare it with something, for instance … >= 1000");
    const PointsOutcome outcome = points_outcome(results, wish.question);
    const Discovery answer = found(outcome, wish, invocation.common.seed);
    if (invocation.common.json) {
        Json json = {{"file", wish.question.path},
                     {"where", wish.question.outcome},
                     {"option", outcome.option},
                     {"method", wish.method}};
        json.update(discovery_json(outcome, answer));
        print_json(json);
    } else if (answer.held.all_hits == 0) {
        print(nowhere_text(results, wish.question, where));
    } else {
        print(fmt::format("Where {} under {}\n{}", one_line(wish.question.outcome),
                          one_line(outcome.option), discovery_text(outcome, answer)));
    }
    return exit_code::done;
}

}  // namespace

void add_discover(Program& program) {
    const auto wish = std::make_shared<Wish>();
    const Command command = program.add(
        {"discover", "The part of a sweep's inputs in which something happens",
         "forestall discover sweep.h5 --where \"share(sum(civilian_deaths) >= 1000) > 0.2\"\n"
         "forestall discover sweep.h5 --method cart"},
        [wish](const Invocation& i) { return discover_command(*wish, i); });
    command.add_option("FILE", wish->question.path, "results file of a sweep").required();
    command
        .add_option("--where", wish->question.outcome,
                    "expression that is true where it happens; one with a number for each member: "
                    "in more than half of them (default share(sum(civilian_deaths) >= 1000) > "
                    "0.5)")
        .type_name("EXPRESSION");
    command.add_option("--method", wish->method, "prim (default) or cart")
        .check(one_of({"prim", "cart"}))
        .type_name("NAME");
    command
        .add_option("--option", wish->question.option,
                    "under which option (default: the file's first)")
        .type_name("NAME");
    command
        .add_option("--least", wish->least_mass,
                    "share of the points that the box holds at least (default 0.05)")
        .check(number(0, 1, true))
        .type_name("SHARE");
    command.add_option("--resamples", wish->resamples, "to see what is steady (default 50)")
        .check(whole_number(0, 100'000))
        .type_name("N");
}

}  // namespace forestall::app
