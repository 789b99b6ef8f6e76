// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/rows_bootstrap.hpp"

#include <numeric>
#include <utility>

#include "core/random.hpp"

namespace forestall::sensitivity {

std::vector<std::vector<double>> resampled_figures(std::size_t blocks, const Resampling& how,
                                                   const Figures& figures) {
    constexpr auto drawn = process("sensitivity.rows");
    std::vector<std::vector<double>> out;
    std::vector<std::size_t> chosen(blocks);
    for (int r = 0; blocks > 0 && r < how.resamples; ++r) {
        Stream stream(how.seed, drawn, static_cast<std::uint32_t>(r));
        for (auto& block : chosen) block = static_cast<std::size_t>(stream.below(blocks));
        out.push_back(figures(chosen));
    }
    return out;
}

std::vector<Estimate> bootstrap_rows(std::size_t blocks, const Resampling& how,
                                     const Figures& figures) {
    std::vector<std::size_t> all(blocks);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const std::vector<double> value = figures(all);
    const auto resampled = resampled_figures(blocks, how, figures);
    std::vector<Estimate> out;
    for (std::size_t f = 0; f < value.size(); ++f) {
        std::vector<double> of_one;
        for (const auto& figure : resampled) of_one.push_back(figure[f]);
        const Estimate spread = analysis::estimate(std::move(of_one));
        out.push_back({value[f], spread.lo, spread.hi});
    }
    return out;
}

}  // namespace forestall::sensitivity
