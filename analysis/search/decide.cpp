// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/decide.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace forestall::analysis {
namespace {

using comparison::Columns;
using comparison::Figure;

/// Standard errors by which the estimate of a variance is raised: in heavy-tailed outcomes it is
/// mostly too low, and most so while few members are in; without this, good options would be
/// dropped early more often than stated.
constexpr double caution = 1.5;

struct Pair {
    double mean = 0;      ///< of the first less the second
    double variance = 0;  ///< divisor n - 1
    double cautious = 0;  ///< variance and `caution` of its own standard errors
};

/// Sums over members of the difference of two options, about its value in the first member.
struct PairSums {
    double origin = 0;
    double sum = 0;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    std::size_t n = 0;

    void add(double difference) {
        if (n++ == 0) origin = difference;
        const double d = difference - origin;
        sum += d;
        squares += d * d;
        cubes += d * d * d;
        fourths += d * d * d * d;
    }
    Pair pair() const {
        const auto size = static_cast<double>(n);
        const double m = sum / size, m2 = squares / size, m3 = cubes / size, m4 = fourths / size;
        const double variance = std::max(0.0, m2 - m * m);
        const double fourth = m4 - 4 * m * m3 + 6 * m * m * m2 - 3 * m * m * m * m;
        const double error = std::sqrt(std::max(0.0, fourth - variance * variance) / size);
        const double unbiased = variance * size / (size - 1);
        return {origin + m, unbiased, unbiased + caution * error};
    }
};

/// How far above another's mean an option's may lie and stay, and how much that still has to
/// shrink.
class Rule {
public:
    Rule(const DecideWish& wish, std::size_t options)
        : wish_(wish), alpha_((1 - wish.pcs) / static_cast<double>(options - 1)) {}

    /// After `n` members, at the `look`-th look (from 1).
    double margin(const Pair& pair, std::size_t n, std::size_t look) const {
        return wish_.rule == DecideRule::kn ? kn(pair, n) : bernstein(pair, n, look);
    }
    /// True when the better of the two by sample mean is right, or within the zone.
    bool settled(const Pair& pair, std::size_t n, std::size_t look) const {
        const double m = margin(pair, n, look);
        return wish_.rule == DecideRule::kn ? m <= 0
                                            : m - std::fabs(pair.mean) <= wish_.indifference;
    }

private:
    /// W(r) = max(0, h² S² / 2δ - δ r / 2) / r, as a margin of means (c = 1).
    double kn(const Pair& pair, std::size_t n) const {
        const auto r = static_cast<double>(n);
        const double h2 = (r - 1) * (std::pow(2 * alpha_, -2 / (r - 1)) - 1);
        const double zone = wish_.indifference;
        return std::max(0.0, (h2 * pair.cautious / zone - zone * r) / (2 * r));
    }
    double bernstein(const Pair& pair, std::size_t n, std::size_t look) const {
        const auto r = static_cast<double>(n), j = static_cast<double>(look);
        const double logs = std::log(2 * 2 * j * (j + 1) / alpha_);  // both sides, all looks
        return std::sqrt(2 * pair.variance * logs / r) + 7 * 2 * wish_.bound * logs / (3 * (r - 1));
    }

    const DecideWish& wish_;
    double alpha_;
};

class Race {
public:
    Race(const DecideWish& wish, std::size_t options, const MemberSource& source)
        : wish_(wish),
          source_(source),
          rule_(wish, options),
          used_(options),
          sums_(options),
          pairs_(options, std::vector<PairSums>(options)),
          alive_(options) {
        std::iota(alive_.begin(), alive_.end(), std::size_t{0});
    }

    Selection run() {
        advance(std::min(std::max<std::size_t>(2, wish_.first_stage), wish_.max_members));
        for (std::size_t look = 1;; ++look) {
            drop(look);
            if (alive_.size() == 1 || all_settled(look)) return decision(true);
            if (members_ >= wish_.max_members) return decision(false);
            advance(std::min(wish_.batch, wish_.max_members - members_));
        }
    }

private:
    void advance(std::size_t count) {
        Columns more = source_(members_, count, alive_);
        refuse_beyond_bound(more);
        if (!wish_.less_is_better)
            for (auto& column : more)
                for (double& v : column) v = -v;
        for (std::size_t i = 0; i < alive_.size(); ++i) {
            used_[alive_[i]] += count;
            for (std::size_t m = 0; m < count; ++m) {
                sums_[alive_[i]] += more.at(i).at(m);
                for (std::size_t k = 0; k < i; ++k)
                    pairs_[alive_[i]][alive_[k]].add(more[i][m] - more[k][m]);
            }
        }
        members_ += count;
    }
    /// `outcomes`: [position in `alive_`][member of this batch].
    void refuse_beyond_bound(const Columns& outcomes) const {
        if (wish_.rule != DecideRule::bounded) return;
        for (std::size_t i = 0; i < alive_.size(); ++i)
            for (std::size_t m = 0; m < outcomes[i].size(); ++m)
                if (!(outcomes[i][m] >= 0 && outcomes[i][m] <= wish_.bound))
                    throw BeyondBound(alive_[i], members_ + m, outcomes[i][m]);
    }
    Pair pair(std::size_t a, std::size_t b) const {
        if (a > b) return pairs_[a][b].pair();
        const Pair p = pairs_[b][a].pair();
        return {-p.mean, p.variance, p.cautious};
    }
    /// All comparisons are among those alive at the start of the look.
    void drop(std::size_t look) {
        std::vector<std::size_t> kept;
        for (const std::size_t a : alive_) {
            const bool stays = std::all_of(alive_.begin(), alive_.end(), [&](std::size_t b) {
                if (a == b) return true;
                const Pair p = pair(a, b);
                return p.mean <= rule_.margin(p, members_, look);
            });
            if (stays) kept.push_back(a);
        }
        alive_ = std::move(kept);
    }
    std::size_t leader() const {
        return *std::min_element(alive_.begin(), alive_.end(),
                                 [&](std::size_t a, std::size_t b) { return sums_[a] < sums_[b]; });
    }
    bool all_settled(std::size_t look) const {
        const std::size_t best = leader();
        return std::all_of(alive_.begin(), alive_.end(), [&](std::size_t o) {
            return o == best || rule_.settled(pair(best, o), members_, look);
        });
    }

    Selection decision(bool reached) const {
        Selection out;
        out.best = leader();
        out.pcs_reached = reached;
        for (std::size_t o = 0; o < used_.size(); ++o) {
            const double sign = wish_.less_is_better ? 1 : -1;
            out.members_used.push_back(used_[o]);
            out.means.push_back(sign * sums_[o] / static_cast<double>(used_[o]));
            Figure f = o == out.best ? Figure{0, 0, 0, 0} : difference(o, out.best);
            if (o != out.best && !(f.lo > 0)) out.not_told.push_back(o);
            if (!wish_.less_is_better) f = {-f.value, -f.hi, -f.lo, f.error};
            out.from_best.push_back(f);
        }
        return out;
    }
    /// Asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024): holds
    /// at whatever number of members the race stopped. Tightest near the first stage.
    Figure difference(std::size_t option, std::size_t best) const {
        const Pair p = pair(option, best);
        const auto size = static_cast<double>(std::min(used_[option], used_[best]));
        const double alpha = 0.05 / static_cast<double>(used_.size() - 1);
        const double log_alpha = -2 * std::log(alpha);
        const double rho2 =
            (log_alpha + std::log(log_alpha + 1)) / static_cast<double>(wish_.first_stage);
        const double radius = std::sqrt(p.variance * 2 * (size * rho2 + 1) / (size * size * rho2) *
                                        std::log(std::sqrt(size * rho2 + 1) / alpha));
        return {p.mean, p.mean - radius, p.mean + radius, std::sqrt(p.variance / size)};
    }

    const DecideWish& wish_;
    const MemberSource& source_;
    Rule rule_;
    std::vector<std::size_t> used_;             ///< members, per option
    std::vector<double> sums_;                  ///< outcomes turned so that less is better
    std::vector<std::vector<PairSums>> pairs_;  ///< [larger number][smaller]
    std::vector<std::size_t> alive_;
    std::size_t members_ = 0;
};

}  // namespace

BeyondBound::BeyondBound(std::size_t which, std::size_t in_member, double found)
    : std::runtime_error("an outcome lies beyond the bound"),
      option(which),
      member(in_member),
      value(found) {}

std::size_t Selection::runs() const {
    return std::accumulate(members_used.begin(), members_used.end(), std::size_t{0});
}

Selection decide(const DecideWish& wish, std::size_t options, const MemberSource& source) {
    if (options < 2) throw std::invalid_argument("a decision needs at least two options");
    if (!(wish.indifference > 0))
        throw std::invalid_argument("the indifference zone must be larger than 0");
    if (!(wish.pcs > 1 / static_cast<double>(options) && wish.pcs < 1))
        throw std::invalid_argument(
            "the probability of correct selection must lie between 1 / options and 1");
    if (wish.first_stage < 2 || wish.batch == 0 || wish.max_members < 2)
        throw std::invalid_argument("a decision needs at least two members");
    if (wish.rule == DecideRule::bounded && !(wish.bound > 0))
        throw std::invalid_argument("the bounded rule needs a bound of the outcome");
    return Race(wish, options, source).run();
}

}  // namespace forestall::analysis
