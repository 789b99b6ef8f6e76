// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/rank_check.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>
#include <cmath>

#include "core/random.hpp"

namespace forestall::calibration {
namespace {

/// A position by weight, from cumulated weights.
std::size_t drawn(const std::vector<double>& cumulated, double u) {
    const auto at = std::upper_bound(cumulated.begin(), cumulated.end(), u * cumulated.back());
    return std::min(static_cast<std::size_t>(at - cumulated.begin()), cumulated.size() - 1);
}

/// How many draws lie below the truth; those equal to it count by a coin.
std::size_t rank_of(double truth, const std::vector<double>& draws, Stream& stream) {
    std::size_t below = 0;
    for (const double x : draws)
        if (x < truth || (x == truth && stream.uniform() < 0.5)) ++below;
    return below;
}

}  // namespace

std::vector<std::size_t> truths_of(std::size_t rows, std::size_t wanted) {
    const std::size_t n = std::min(wanted, rows / 10);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(i * rows / n);
    return out;
}

RankCheck rank_check(std::span<const Row> rows, std::span<const Prior> priors,
                     std::span<const std::size_t> truths, std::uint64_t seed) {
    constexpr std::uint64_t drawing = process("rank check");
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!std::binary_search(truths.begin(), truths.end(), i)) others.push_back(i);
    const Surface surface = surface_of(rows, priors, others);
    RankCheck out;
    out.ranks.resize(priors.size());
    std::vector<double> effective;
    for (const std::size_t truth : truths) {
        const std::vector<double> all = log_likelihoods(surface, goals_of(rows[truth]));
        std::vector<double> own;
        for (const std::size_t i : others) own.push_back(all[i]);
        std::vector<double> weights = normalised(own);
        effective.push_back(effective_rows(weights));
        for (std::size_t i = 1; i < weights.size(); ++i) weights[i] += weights[i - 1];
        Stream stream = Luck(seed, truth).stream(drawing, 0, 0);
        std::vector<std::size_t> picked;
        for (std::size_t d = 0; d < rank_draws; ++d)
            picked.push_back(others[drawn(weights, stream.uniform())]);
        for (std::size_t w = 0; w < priors.size(); ++w) {
            std::vector<double> draws;
            for (const std::size_t i : picked) draws.push_back(rows[i].weights[w]);
            out.ranks[w].push_back(rank_of(rows[truth].weights[w], draws, stream));
        }
    }
    std::sort(effective.begin(), effective.end());
    if (!effective.empty()) out.effective = effective[effective.size() / 2];
    return out;
}

Uniformity uniformity(std::span<const std::size_t> ranks) {
    std::vector<double> bins(rank_bins, 0);
    for (const std::size_t r : ranks) bins[r * rank_bins / (rank_draws + 1)] += 1;
    const double wanted = static_cast<double>(ranks.size()) / static_cast<double>(rank_bins);
    if (!(wanted > 0)) return {};
    Uniformity out;
    for (const double n : bins) out.chi_squared += (n - wanted) * (n - wanted) / wanted;
    const boost::math::chi_squared law(static_cast<double>(rank_bins - 1));
    out.p = boost::math::cdf(boost::math::complement(law, out.chi_squared));
    return out;
}

std::size_t truths_needed(double shift, double alpha, double power) {
    const double bins = static_cast<double>(rank_bins);
    const boost::math::chi_squared law(bins - 1);
    const double limit = boost::math::quantile(boost::math::complement(law, alpha));
    // A posterior that lies aside by s of its standard deviations gives its truths the density
    // exp(s z - s²/2) over their ranks, z the normal score: mean square about 1, exp(s²) - 1.
    const double each = std::expm1(shift * shift);
    std::size_t n = rank_bins * 5;
    const auto rejects = [&](std::size_t truths) {
        const boost::math::non_central_chi_squared far(bins - 1,
                                                       static_cast<double>(truths) * each);
        return boost::math::cdf(boost::math::complement(far, limit)) >= power;
    };
    while (!rejects(n)) n += n / 10 + 1;
    return n;
}

}  // namespace forestall::calibration
