// SPDX-License-Identifier: Apache-2.0
// How likely so many false alarms are where nothing matters.
#pragma once
#include <boost/math/distributions/binomial.hpp>

namespace forestall::test {

/// P(X >= k) of k or more false alarms in n files at rate p.
inline double tail(int k, int n, double p) {
    return k == 0 ? 1
                  : boost::math::cdf(boost::math::complement(boost::math::binomial(n, p), k - 1));
}

}  // namespace forestall::test
