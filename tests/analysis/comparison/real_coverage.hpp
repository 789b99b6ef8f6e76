// SPDX-License-Identifier: Apache-2.0
// Coverage over many studies drawn from real members, and the band that chance allows.
#pragma once
#include <boost/math/distributions/normal.hpp>

#include "analysis/comparison/real_members.hpp"
#include "analysis/comparison/settling.hpp"
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

/// What comes of `--until`: studies that end as soon as a look finds the widest interval narrow
/// enough, or with the last of `most` members.
struct Stopped {
    double together = 0;  ///< share of studies whose three answers hold at once
    double twin = 0;      ///< the same of normal intervals, one by one
    double members = 0, fewest = 1e9, largest = 0;
    double reached = 0;  ///< share of studies that came so far
};

inline Stopped stopped_at(const RealMembers& all, const std::vector<Truth>& truths, double width,
                          std::uint64_t most, std::uint64_t number, std::size_t replicates) {
    for (const std::uint64_t look : comparison::looks(most)) {
        const RealMembers study = study_of(all, look, number);
        const comparison::Plan plan{.replicates = replicates, .seed = mix(11, number)};
        const auto answers =
            comparison::answers_of(study.deaths, study.killing, study.displaced, 0, plan);
        const bool enough = comparison::widest(answers, 0) <= width;
        if (!enough && look < most) continue;
        const Held held = judged(study, truths, plan);
        const auto n = static_cast<double>(look);
        return {held.together[leading], held.together[twin], n, n, n, enough ? 1.0 : 0.0};
    }
    return {};
}

inline Stopped stopped_coverage(const RealMembers& all, double width, std::uint64_t most,
                                std::size_t studies, std::size_t replicates) {
    const auto truths = truths_of(all);
    const Parallel parallel(Backend::tbb, 0);
    const auto n = static_cast<double>(studies);
    const auto some = [&](std::size_t begin, std::size_t end) {
        Stopped sum;
        for (std::size_t s = begin; s < end; ++s) {
            const Stopped one = stopped_at(all, truths, width, most, s, replicates);
            sum.together += one.together / n;
            sum.twin += one.twin / n;
            sum.members += one.members / n;
            sum.reached += one.reached / n;
            sum.fewest = std::min(sum.fewest, one.fewest);
            sum.largest = std::max(sum.largest, one.largest);
        }
        return sum;
    };
    Stopped out;
    for (const Stopped& s : parallel.map_chunks<Stopped>(studies, 10, some)) {
        out.together += s.together;
        out.twin += s.twin;
        out.members += s.members;
        out.reached += s.reached;
        out.fewest = std::min(out.fewest, s.fewest);
        out.largest = std::max(out.largest, s.largest);
    }
    return out;
}

}  // namespace forestall::test
