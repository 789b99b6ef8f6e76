// SPDX-License-Identifier: Apache-2.0
#include "app/without_guesses.hpp"

#include <algorithm>
#include <array>

#include "analysis/comparison/means.hpp"
#include "analysis/search/guesses.hpp"
#include "app/job/stored_job.hpp"
#include "engine/engine.hpp"
#include "scenario/loader.hpp"

namespace forestall::app {
namespace {

using comparison::Columns;

std::vector<double> less(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> out = a;
    for (std::size_t m = 0; m < out.size(); ++m) out[m] -= b[m];
    return out;
}

/// A family of intervals for each kind of figure: one that hardly varies would widen those of the
/// others.
std::vector<OptionWithout> table_of(const FreshPair& fresh, std::size_t baseline,
                                    const comparison::Plan& plan) {
    const std::size_t n = fresh.as_drawn.size();
    std::array<Columns, 3> averted;
    for (std::size_t o = 0; o < n; ++o) {
        averted[0].push_back(less(fresh.as_drawn[baseline], fresh.as_drawn[o]));
        averted[1].push_back(less(fresh.changed[baseline], fresh.changed[o]));
        averted[2].push_back(less(averted[0][o], averted[1][o]));
    }
    std::array<std::vector<comparison::Figure>, 3> figures;
    for (std::size_t k = 0; k < 3; ++k)
        figures[k] = comparison::simultaneous_means(averted[k], plan).figures;
    std::vector<OptionWithout> out;
    for (std::size_t o = 0; o < n; ++o)
        out.push_back({figures[0][o], figures[1][o], figures[2][o]});
    return out;
}

bool holds(const std::vector<std::size_t>& some, std::size_t one) {
    return std::find(some.begin(), some.end(), one) != some.end();
}

}  // namespace

void judge(const FreshPair& fresh, const Question& q, WithoutGuesses& out) {
    out.first = fresh.first;
    out.members = fresh.members;
    out.options = table_of(fresh, q.study.baseline, q.plan);
    out.as_drawn = comparison::all_pairs(fresh.as_drawn, q.study.baseline, q.plan);
    out.without = comparison::all_pairs(fresh.changed, q.study.baseline, q.plan);
    const std::size_t advice = q.study.best;
    const bool another = out.without.best != advice && !holds(out.without.not_told, advice);
    out.standing = another || out.nothing_left(advice) ? Standing::falls
                   : out.without.best == advice && out.without.not_told.empty()
                       ? Standing::stands
                       : Standing::not_told;
}

WithoutGuesses without_guesses(const Results& results, const Question& q,
                               const AssumptionsRequest& request, std::uint64_t members,
                               const Invocation& invocation) {
    const auto& files = results.header().scenario_files;
    const Loaded loaded = load_scenario_text({files.begin(), files.end()}, parameter_tables());
    WithoutGuesses out;
    if (loaded.tables) {
        out.by_option = analysis::effects_of(*loaded.tables, q.study.options);
        out.effects = analysis::effects_of_all(*loaded.tables, q.study.options);
        out.held = analysis::guesses_at_nothing(*loaded.tables, q.study.options);
        if (out.held.empty()) return out;
    }
    judge(run_twice(results, q, request, members, out.held, invocation), q, out);
    return out;
}

}  // namespace forestall::app
