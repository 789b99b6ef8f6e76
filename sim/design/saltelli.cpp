// SPDX-License-Identifier: Apache-2.0
#include "design/saltelli.hpp"

#include <algorithm>

#include "design/sobol.hpp"

namespace forestall::design {
namespace {

bool fits(const Rows& values, const SaltelliShape& shape) {
    for (std::size_t b = 0; b < shape.base; ++b) {
        const std::size_t begin = b * shape.each();
        const auto& a = values[begin];
        const auto& other = values[begin + 1];
        for (std::size_t k = 2; k < shape.each(); ++k) {
            const bool from_a = k < 2 + shape.inputs;
            const std::size_t input = (k - 2) % shape.inputs;
            auto expected = from_a ? a : other;
            expected[input] = (from_a ? other : a)[input];
            if (values[begin + k] != expected) return false;
        }
    }
    return true;
}

/// At least one input of one base row differs: else any table of equal rows would be one.
bool varies(const Rows& values, const SaltelliShape& shape) {
    for (std::size_t b = 0; b < shape.base; ++b)
        if (values[b * shape.each()] != values[b * shape.each() + 1]) return true;
    return false;
}

}  // namespace

Rows saltelli(const SaltelliShape& shape, std::uint64_t seed) {
    const std::size_t k = shape.inputs;
    const Rows pairs = sobol(shape.base, 2 * k, seed);
    Rows out;
    out.reserve(shape.points());
    for (const auto& pair : pairs) {
        const auto middle = pair.begin() + static_cast<std::ptrdiff_t>(k);
        const std::vector<double> a(pair.begin(), middle);
        const std::vector<double> b(middle, pair.end());
        out.push_back(a);
        out.push_back(b);
        for (std::size_t i = 0; i < k; ++i) {
            out.push_back(a);
            out.back()[i] = b[i];
        }
        for (std::size_t i = 0; shape.second && i < k; ++i) {
            out.push_back(b);
            out.back()[i] = a[i];
        }
    }
    return out;
}

std::optional<SaltelliShape> saltelli_shape(const Rows& values) {
    if (values.empty() || values.front().empty()) return std::nullopt;
    for (const bool second : {false, true}) {
        SaltelliShape shape{0, values.front().size(), second};
        if (values.size() % shape.each() != 0) continue;
        shape.base = values.size() / shape.each();
        if (fits(values, shape) && varies(values, shape)) return shape;
    }
    return std::nullopt;
}

}  // namespace forestall::design
