// SPDX-License-Identifier: Apache-2.0
// Coverage over many studies drawn from real members, and the band that chance allows.
#pragma once
#include <boost/math/distributions/normal.hpp>

#include "analysis/comparison/real_members.hpp"
#include "core/parallel.hpp"

namespace forestall::test {

/// Half width of what chance allows around a coverage of 95 %, wrong once in a million.
inline double coverage_band(std::size_t studies) {
    return quantile(complement(boost::math::normal(), 5e-7)) *
           std::sqrt(0.95 * 0.05 / static_cast<double>(studies));
}

/// Shares of studies; `clear` and the like are means over options, of three answers each.
inline Held real_coverage(const RealMembers& all, std::size_t members, std::size_t studies,
                          std::size_t replicates) {
    const auto truths = truths_of(all);
    const Parallel parallel(Backend::tbb, 0);
    const auto some = [&](std::size_t begin, std::size_t end) {
        Held sum;
        for (std::size_t s = begin; s < end; ++s) {
            const Held h = judged(study_of(all, members, s), truths,
                                  {.replicates = replicates, .seed = mix(7, s)});
            for (std::size_t e = 0; e < estimands; ++e) sum.together[e] += h.together[e];
            sum.clear += h.clear;
            sum.wrong_way += h.wrong_way;
            sum.outside += h.outside;
            sum.half_width += h.half_width;
        }
        return sum;
    };
    Held out;
    const auto n = static_cast<double>(studies);
    const double answers = n * static_cast<double>(truths.size() - 1);
    for (const Held& h : parallel.map_chunks<Held>(studies, 10, some)) {
        for (std::size_t e = 0; e < estimands; ++e) out.together[e] += h.together[e] / n;
        out.clear += h.clear / answers / 3;
        out.wrong_way += h.wrong_way / answers;
        out.outside += h.outside / answers;
        out.half_width += h.half_width / answers;
    }
    return out;
}

}  // namespace forestall::test
