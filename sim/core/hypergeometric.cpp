// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/inversion.hpp"
#include "core/laws.hpp"
#include "core/samplers.hpp"

namespace forestall::sample {
namespace {

Persons hypergeometric_half(const detail::Target& t, Persons marked, Persons drawn, Persons all) {
    if (marked == 0 || drawn == 0) return 0;
    const detail::HypergeometricLaw law(marked, drawn, all);
    const double mean = law.mean();
    if (t.lower <= 1 - mean) return 0;  // P(X = 0) >= 1 - mean
    if (mean < detail::kChopBelow) return detail::chop_down(law, law.pmf0(), t);
    const double w = t.lower < 0.5 ? normal(t.lower) : -normal(t.upper);
    return std::clamp<Persons>(detail::invert(law, law.cumulants(), w, t), 0, law.high());
}

}  // namespace

Persons hypergeometric(double u, Persons marked, Persons unmarked, Persons drawn) {
    if (marked <= 0 || drawn <= 0) return 0;
    if (unmarked <= 0) return std::min(marked, drawn);
    const Persons all = marked + unmarked;
    if (drawn >= all) return marked;
    const bool many_marked = marked > unmarked;
    const bool many_drawn = drawn > all - drawn;
    const Persons m = many_marked ? unmarked : marked;
    const Persons d = many_drawn ? all - drawn : drawn;
    // With the unmarked counted, X = d - Y; with the ones left counted, X = marked - Y. One swap
    // turns the law round.
    const detail::Target t = many_marked != many_drawn ? detail::mirrored(u) : detail::target(u);
    const Persons y = hypergeometric_half(t, m, d, all);
    if (many_marked && many_drawn) return marked - (all - drawn) + y;
    if (many_marked) return drawn - y;
    return many_drawn ? marked - y : y;
}

}  // namespace forestall::sample
