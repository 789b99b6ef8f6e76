// SPDX-License-Identifier: Apache-2.0
// Splits of a number of people over categories, by conditionals in index order. Category i is
// decided by the i-th uniform of the stream whatever the others' weights are, so that paired worlds
// stay paired category by category.
#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "core/samplers.hpp"

namespace forestall::sample {
namespace {

/// rest[i] = sum of values from i on, summed from the small end: no cancellation in w[i] / rest[i].
template <class T>
void suffix_sums(std::span<const T> values, std::span<T> rest) {
    T sum = 0;
    for (std::size_t i = values.size(); i-- > 0;) {
        if (values[i] > 0) sum += values[i];
        rest[i] = sum;
    }
}

/// Calls f with scratch for `size` values, on the stack if they are few.
template <class T, class F>
void with_scratch(std::size_t size, const F& f) {
    std::array<T, 64> few;
    if (size <= few.size()) return f(std::span<T>(few.data(), size));
    std::vector<T> many(size);
    f(std::span<T>(many));
}

}  // namespace

void multinomial(Stream& s, Persons n, std::span<const double> weights, std::span<Persons> out) {
    assert(out.size() == weights.size());
    std::fill(out.begin(), out.end(), Persons{0});
    with_scratch<double>(weights.size(), [&](std::span<double> rest) {
        suffix_sums(weights, rest);
        for (std::size_t i = 0; i < weights.size() && n > 0; ++i) {
            const bool last = i + 1 == weights.size() || !(rest[i + 1] > 0);
            const double u = s.uniform();
            if (weights[i] > 0) out[i] = last ? n : binomial(u, n, weights[i] / rest[i]);
            n -= out[i];
        }
    });
}

void multivariate_hypergeometric(Stream& s, Persons drawn, std::span<const Persons> counts,
                                 std::span<Persons> out) {
    assert(out.size() == counts.size());
    std::fill(out.begin(), out.end(), Persons{0});
    with_scratch<Persons>(counts.size(), [&](std::span<Persons> rest) {
        suffix_sums(counts, rest);
        for (std::size_t i = 0; i < counts.size() && drawn > 0; ++i) {
            const Persons others = i + 1 < counts.size() ? rest[i + 1] : 0;
            const double u = s.uniform();
            if (counts[i] > 0) out[i] = hypergeometric(u, counts[i], others, drawn);
            drawn -= out[i];
        }
    });
}

}  // namespace forestall::sample
