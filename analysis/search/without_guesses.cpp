// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/without_guesses.hpp"

#include <algorithm>
#include <array>

#include "analysis/comparison/means.hpp"
#include "analysis/search/guesses.hpp"

namespace forestall::analysis {
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

Standing standing_of(const WithoutGuesses& w, std::size_t advice) {
    const bool another = w.without.best != advice && !holds(w.without.not_told, advice);
    if (another || w.nothing_left(advice)) return Standing::falls;
    const bool clear = w.without.best == advice && w.without.not_told.empty();
    return clear ? Standing::stands : Standing::not_told;
}

}  // namespace

void judge(const FreshPair& fresh, const assumptions::Study& study, const comparison::Plan& plan,
           WithoutGuesses& out) {
    out.first = fresh.first;
    out.members = fresh.members;
    out.options = table_of(fresh, study.baseline, plan);
    out.as_drawn = comparison::all_pairs(fresh.as_drawn, study.baseline, plan);
    out.without = comparison::all_pairs(fresh.changed, study.baseline, plan);
    out.standing = standing_of(out, study.best);
}

WithoutGuesses guesses_in(const StoredCase& stored, const assumptions::Study& study) {
    WithoutGuesses out;
    out.by_option = effects_of(stored.tables(), study.options);
    out.effects = effects_of_all(stored.tables(), study.options);
    out.held = guesses_at_nothing(stored.tables(), study.options);
    return out;
}

}  // namespace forestall::analysis
