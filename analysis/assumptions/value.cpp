// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/value.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/assumptions/groups.hpp"
#include "analysis/assumptions/learn.hpp"
#include "analysis/comparison/means.hpp"
#include "analysis/comparison/regret.hpp"
#include "analysis/comparison/resampling.hpp"

namespace forestall::assumptions {
namespace {

/// Members per number of a set from which something is learned of the set.
constexpr std::size_t numbers_need = 20;

/// Everything about one set of assumptions before it is held against the others.
struct Row {
    Learned learned;
    std::vector<double> null;
    double upper = 0;  ///< 99 % of resampled plug-ins
};

Smoother smoother_of(const Study& study, const Set& set) {
    if (set.members.size() == 1) return Smoother::spline(study.assumptions[set.members[0]].score);
    std::vector<const std::vector<double>*> scores;
    for (const std::size_t a : set.members) scores.push_back(&study.assumptions[a].score);
    return Smoother::ridge(scores);
}

/// What no estimate may contradict: nothing is worth more than foresight; a set is worth at least
/// what its members are; and of a set with many numbers for few members nothing is learned, so that
/// foresight alone bounds it.
void bound(const Study& study, const Figure& clairvoyance, const std::vector<Worth>& each,
           std::vector<Worth>& out) {
    for (Worth& w : out) {
        if (w.members.size() > 1)
            for (const Worth& one : each)
                if (std::find(w.members.begin(), w.members.end(), one.members.front()) !=
                    w.members.end())
                    w.worth.hi = std::max(w.worth.hi, one.worth.hi);
        w.too_many = w.members.size() > 1 && w.members.size() * numbers_need > study.members();
        if (w.too_many) w.worth.hi = clairvoyance.hi;
        w.worth.hi = std::min(w.worth.hi, clairvoyance.hi);
        w.worth.value = std::min(w.worth.value, w.worth.hi);
        w.worth.lo = std::min(w.worth.lo, w.worth.hi);
    }
}

bool first(const Worth& a, const Worth& b) {
    if (a.told != b.told) return a.told;
    if (a.worth.value != b.worth.value) return a.worth.value > b.worth.value;
    return a.plug_in > b.plug_in;
}

/// How far each set's plug-in and its shuffled ones lie above the mean of the shuffled ones, in
/// their spread: what is told is above the largest of the family in 19 of 20 shuffles.
void tell_from_chance(const std::vector<Row>& rows, std::vector<Worth>& out) {
    const std::size_t shuffles = rows.empty() ? 0 : rows.front().null.size();
    std::vector<double> largest(shuffles, 0.0);
    std::vector<double> middle, spread;
    for (const Row& row : rows) {
        std::vector<double> all =
            row.null;  // with the one that was not shuffled: under the null it is one of them
        all.push_back(row.learned.plug_in);
        middle.push_back(comparison::mean_of(all));
        spread.push_back(std::sqrt(comparison::variance_of(all)));
        if (spread.back() > 0)
            for (std::size_t r = 0; r < shuffles; ++r)
                largest[r] = std::max(largest[r], (row.null[r] - middle.back()) / spread.back());
    }
    const double critical = shuffles == 0 ? 0 : comparison::critical_value(largest, 0.95);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out[i].by_chance = middle[i] + critical * spread[i];
        out[i].told = rows[i].learned.plug_in > out[i].by_chance && out[i].worth.value > 0;
        out[i].below = static_cast<double>(
                           std::count_if(rows[i].null.begin(), rows[i].null.end(),
                                         [&](double v) { return v < rows[i].learned.plug_in; })) /
                       static_cast<double>(std::max<std::size_t>(1, shuffles));
    }
}

std::vector<Worth> family(const Study& study, const std::vector<Set>& sets, const Effort& effort) {
    const Rivals rivals = rivals_of(study);
    const MatrixXd& difference = rivals.difference;
    const auto orders = shuffled_orders(study.members(), effort.shuffles, effort.plan.seed);
    const auto signs = random_signs(study.members(), effort.shuffles, effort.plan.seed);
    std::vector<Row> rows(sets.size());
    static const Parallel serial;
    const Parallel& parallel = effort.plan.parallel == nullptr ? serial : *effort.plan.parallel;
    parallel.for_chunks(sets.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Design design{smoother_of(study, sets[i]),
                                moved_columns(study, rivals, sets[i].members)};
            rows[i].learned = learn(design, difference, effort.folds);
            rows[i].null = null_plug_ins(design, difference, orders);
            rows[i].upper =
                comparison::quantile_of(resampled_plug_ins(design, difference, signs), 0.99);
        }
    });
    std::vector<Worth> out;
    if (sets.empty()) return out;
    Columns saved;  // the rows, then the same again as lower limits need them
    for (const Row& row : rows) saved.push_back(row.learned.saved);
    for (const Row& row : rows) saved.push_back(row.learned.saved_at_least);
    const auto held_out = comparison::separate_means(saved, effort.plan).figures;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        Worth w{sets[i].name, sets[i].members,         {}, rows[i].learned.plug_in, 0, false, 0,
                false,        rows[i].learned.switches};
        w.worth.value = std::max(0.0, held_out[i].value);
        w.worth.lo = std::max(0.0, std::min(held_out[i].lo, held_out[sets.size() + i].lo));
        w.worth.hi = std::max({held_out[i].hi, w.plug_in, rows[i].upper});
        w.worth.error = held_out[i].error;
        out.push_back(std::move(w));
    }
    tell_from_chance(rows, out);
    return out;
}

}  // namespace

Values values_of(const Study& study, const Effort& effort) {
    if (study.options.size() < 2)
        throw std::invalid_argument("one option alone leaves nothing to choose");
    if (study.members() < fewest_members) throw std::invalid_argument("too few members");
    Values out;
    const Columns of_best{comparison::member_regrets(study.harm)[study.best]};
    out.clairvoyance = comparison::separate_means(of_best, effort.plan).figures.front();
    out.clairvoyance.lo = std::max(0.0, out.clairvoyance.lo);
    out.best_harm = comparison::mean_of(study.harm[study.best]);
    std::vector<Set> singles;
    for (std::size_t a = 0; a < study.assumptions.size(); ++a)
        singles.push_back({study.assumptions[a].name, {a}});
    out.each = family(study, singles, effort);
    out.groups = family(study, sets_of(study), effort);
    bound(study, out.clairvoyance, out.each, out.each);
    bound(study, out.clairvoyance, out.each, out.groups);
    std::stable_sort(out.each.begin(), out.each.end(), first);
    std::stable_sort(out.groups.begin(), out.groups.end(), first);
    return out;
}

}  // namespace forestall::assumptions
