// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/portfolio_search.hpp"

#include <algorithm>
#include <map>
#include <pagmo/algorithms/nsga2.hpp>
#include <pagmo/bfe.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>
#include <pagmo/utils/multi_objective.hpp>
#include <set>
#include <stdexcept>

#include "core/random.hpp"

namespace forestall::analysis {
namespace {

using Point = std::vector<double>;

constexpr double crossover = 0.9;
constexpr std::size_t most_parts_at_first = 6;

Point point_of(const Judged& judged, const std::vector<Objective>& objectives) {
    Point out;
    for (const Objective o : objectives) out.push_back(judged.mean[static_cast<std::size_t>(o)]);
    return out;
}

/// Positions of the `most` best points, by rank and then by how empty their surroundings are;
/// ascending.
std::vector<std::size_t> best_spread(const std::vector<Point>& points, std::size_t most) {
    std::vector<std::size_t> out;
    if (points.size() <= most) {
        for (std::size_t i = 0; i < points.size(); ++i) out.push_back(i);
        return out;
    }
    for (const auto i : pagmo::select_best_N_mo(points, most)) out.push_back(i);
    std::sort(out.begin(), out.end());
    return out;
}

class Search {
public:
    Search(const PortfolioWish& wish, const std::vector<int>& starts, const PortfolioSource& source,
           const PartsPruned& pruned)
        : wish_(wish), starts_(starts), source_(source), pruned_(pruned) {}

    /// Genes lie in 0 … 2 · starts: with the upper half absent too, portfolios stay small.
    std::pair<Point, Point> bounds() const {
        Point high;
        for (const int k : starts_) high.push_back(2.0 * k);
        return {Point(starts_.size(), 0), high};
    }
    std::size_t candidates() const { return starts_.size(); }
    std::size_t objectives() const { return wish_.objectives.size(); }

    /// Objectives of a generation; only what is new is judged.
    Point fitness(const Point& genes) {
        std::vector<Portfolio> portfolios;
        for (auto at = genes.begin(); at != genes.end();
             at += static_cast<std::ptrdiff_t>(starts_.size()))
            portfolios.push_back(decoded({at, at + static_cast<std::ptrdiff_t>(starts_.size())}));
        ++generation_;
        judge(SearchPhase::search, portfolios);
        Point out;
        for (const Portfolio& p : portfolios) {
            const Point f = point_of(searched_.at(p), wish_.objectives);
            out.insert(out.end(), f.begin(), f.end());
        }
        return out;
    }

    FoundPortfolios run();

private:
    Portfolio nothing() const { return Portfolio(starts_.size(), 0); }
    Portfolio decoded(const Point& genes) const {
        Portfolio out;
        for (std::size_t i = 0; i < genes.size(); ++i)
            out.push_back(genes[i] <= starts_[i] ? static_cast<int>(genes[i]) : 0);
        return out;
    }
    void judge(SearchPhase phase, const std::vector<Portfolio>& portfolios) {
        auto& known = phase == SearchPhase::search ? searched_ : sieved_;
        std::set<Portfolio> unknown;
        for (const Portfolio& p : portfolios)
            if (!known.contains(p)) unknown.insert(p);
        if (unknown.empty()) return;
        const std::vector<Portfolio> asked(unknown.begin(), unknown.end());
        const std::vector<Judged> answers = source_(phase, generation_, asked);
        for (std::size_t i = 0; i < asked.size(); ++i) known.emplace(asked[i], answers.at(i));
    }
    std::vector<Portfolio> first_portfolios() const;
    void evolve();
    std::vector<Portfolio> worth_keeping(const std::map<Portfolio, Judged>& judged) const;

    const PortfolioWish& wish_;
    const std::vector<int>& starts_;
    const PortfolioSource& source_;
    const PartsPruned& pruned_;
    std::size_t generation_ = 0;
    std::map<Portfolio, Judged> searched_;
    std::map<Portfolio, Judged> sieved_;
};

/// What pagmo sees: it copies problems, so this one points to the search.
struct Problem {
    Search* search = nullptr;

    pagmo::vector_double fitness(const pagmo::vector_double& genes) const {
        return search->fitness(genes);
    }
    pagmo::vector_double batch_fitness(const pagmo::vector_double& genes) const {
        return search->fitness(genes);
    }
    pagmo::vector_double::size_type get_nobj() const { return search->objectives(); }
    pagmo::vector_double::size_type get_nix() const { return search->candidates(); }
    std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const {
        return search->bounds();
    }
    pagmo::thread_safety get_thread_safety() const { return pagmo::thread_safety::none; }
};

std::vector<Portfolio> Search::first_portfolios() const {
    std::vector<Portfolio> out{nothing()};
    for (std::size_t i = 0; i < starts_.size(); ++i) {
        out.push_back(nothing());
        out.back()[i] = 1;
    }
    Stream draws(mix(wish_.seed, process("portfolio.first")), 0, 0);
    const std::size_t most = std::min(most_parts_at_first, starts_.size());
    for (std::size_t n = 0; n < wish_.population; ++n) {
        Portfolio p = nothing();
        for (std::uint64_t left = 1 + draws.below(most); left > 0; --left) {
            const std::size_t i = draws.below(starts_.size());
            p[i] = static_cast<int>(1 + draws.below(static_cast<std::uint64_t>(starts_[i])));
        }
        out.push_back(p);
    }
    return out;
}

void Search::evolve() {
    const std::vector<Portfolio> first = first_portfolios();
    judge(SearchPhase::search, first);
    std::vector<Point> points;
    points.reserve(first.size());
    for (const Portfolio& p : first) points.push_back(point_of(searched_.at(p), wish_.objectives));
    const auto seed = static_cast<unsigned>(mix(wish_.seed, process("portfolio.search")));
    pagmo::population population{pagmo::problem{Problem{this}}, 0, seed};
    for (const std::size_t i : best_spread(points, wish_.population))
        population.push_back({first[i].begin(), first[i].end()}, points[i]);
    const double mutation = std::max(0.02, 1.0 / static_cast<double>(starts_.size()));
    pagmo::nsga2 algorithm(static_cast<unsigned>(wish_.generations), crossover, 10, mutation, 50,
                           seed);
    algorithm.set_bfe(pagmo::bfe{});
    algorithm.evolve(population);
}

/// The portfolios that do no harm by these figures; of those with equal figures the one with the
/// fewest parts; not doing nothing, nor what equals it.
std::vector<Portfolio> Search::worth_keeping(const std::map<Portfolio, Judged>& judged) const {
    const Judged& none = judged.at(nothing());
    std::map<std::array<double, objective_count>, Portfolio> fewest;
    for (const auto& [p, j] : judged) {
        const bool harms = j.mean[0] > none.mean[0] || j.mean[1] > none.mean[1];
        if (harms || j.mean == none.mean) continue;
        const auto [at, added] = fewest.emplace(j.mean, p);
        if (!added && parts_of(p) < parts_of(at->second)) at->second = p;
    }
    std::vector<Portfolio> out;
    out.reserve(fewest.size());
    for (const auto& [mean, p] : fewest) out.push_back(p);
    return out;
}

FoundPortfolios Search::run() {
    evolve();
    FoundPortfolios found;
    found.examined = searched_.size() - 1;
    const auto points = [&](const std::vector<Portfolio>& list,
                            const std::map<Portfolio, Judged>& judged) {
        std::vector<Point> out;
        out.reserve(list.size());
        for (const Portfolio& p : list) out.push_back(point_of(judged.at(p), wish_.objectives));
        return out;
    };
    const std::vector<Portfolio> good = worth_keeping(searched_);
    std::vector<Portfolio> entrants;
    for (const std::size_t i : best_spread(points(good, searched_), wish_.sieved))
        entrants.push_back(good[i]);
    std::vector<Portfolio> sieved = pruned_ ? pruned_(entrants) : entrants;
    for (std::size_t i = 0; i < sieved.size(); ++i)
        searched_.emplace(sieved[i], searched_.at(entrants[i]));
    sieved.push_back(nothing());
    judge(SearchPhase::sieve, sieved);
    found.nothing_searched = searched_.at(nothing());
    found.nothing_sieved = sieved_.at(nothing());

    std::vector<Portfolio> front{nothing()};
    for (const Portfolio& p : worth_keeping(sieved_)) front.push_back(p);
    const std::vector<bool> stays = not_dominated(points(front, sieved_));
    std::vector<Portfolio> left;
    for (std::size_t i = 1; i < front.size(); ++i)
        if (stays[i]) left.push_back(front[i]);
    for (const std::size_t i : best_spread(points(left, sieved_), wish_.finalists))
        found.finalists.push_back({left[i], searched_.at(left[i]), sieved_.at(left[i])});
    std::stable_sort(
        found.finalists.begin(), found.finalists.end(),
        [](const Finalist& a, const Finalist& b) { return a.sieved.mean[2] < b.sieved.mean[2]; });
    return found;
}

}  // namespace

std::vector<Objective> protective_objectives(const std::string& text) {
    std::vector<Objective> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string name = text.substr(at, end - at);
        const auto known = std::find(objective_names.begin(), objective_names.end(), name);
        if (known == objective_names.end())
            throw std::invalid_argument("no portfolio can be sought for '" + name + "'");
        const auto objective = static_cast<Objective>(known - objective_names.begin());
        if (std::find(out.begin(), out.end(), objective) != out.end())
            throw std::invalid_argument("'" + name + "' is named twice");
        out.push_back(objective);
        at = end + 1;
    }
    if (out.size() < 2) throw std::invalid_argument("a front needs at least two objectives");
    return out;
}

std::size_t parts_of(const Portfolio& portfolio) {
    return portfolio.size() -
           static_cast<std::size_t>(std::count(portfolio.begin(), portfolio.end(), 0));
}

std::vector<bool> not_dominated(const std::vector<std::vector<double>>& points) {
    std::vector<bool> out(points.size(), points.size() < 2);
    if (points.size() < 2) return out;
    const auto sorted = pagmo::fast_non_dominated_sorting(points);
    for (const auto i : std::get<0>(sorted).front()) out[i] = true;
    return out;
}

FoundPortfolios search_portfolios(const PortfolioWish& wish, const std::vector<int>& starts,
                                  const PortfolioSource& source, const PartsPruned& pruned) {
    if (starts.empty()) throw std::invalid_argument("a search for portfolios needs candidates");
    if (std::any_of(starts.begin(), starts.end(), [](int k) { return k < 1 || k > 100; }))
        throw std::invalid_argument("a candidate begins in 1 to 100 ways");
    if (wish.population < 8 || wish.population % 4 != 0)
        throw std::invalid_argument("the population must be a multiple of 4, at least 8");
    if (wish.finalists == 0 || wish.sieved < wish.finalists)
        throw std::invalid_argument("at least as many portfolios must be sieved as may be kept");
    if (wish.objectives.size() < 2)
        throw std::invalid_argument("a front needs at least two objectives");
    return Search(wish, starts, source, pruned).run();
}

}  // namespace forestall::analysis
