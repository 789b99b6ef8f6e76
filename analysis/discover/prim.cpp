// SPDX-License-Identifier: Apache-2.0
#include "analysis/discover/prim.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace forestall::discover {
namespace {

std::size_t slice_of(std::size_t inside, const Peeling& how) {
    return std::max<std::size_t>(
        1, static_cast<std::size_t>(std::floor(how.share * static_cast<double>(inside))));
}

std::vector<double> values_inside(const Box& box, const Sample& sample, std::size_t input) {
    std::vector<double> out;
    for (const auto& row : sample.rows)
        if (box.holds(row)) out.push_back(row[input]);
    std::sort(out.begin(), out.end());
    return out;
}

/// The box without a slice at one end of an input; equal values go together. None if nothing would
/// be left.
std::optional<Box> without_slice(const Box& box, std::size_t input,
                                 const std::vector<double>& sorted, bool low, const Peeling& how) {
    const std::size_t slice = slice_of(sorted.size(), how);
    if (slice >= sorted.size() || sorted.front() == sorted.back()) return std::nullopt;
    Box out = box;
    if (low) {
        auto first = sorted.begin() + static_cast<std::ptrdiff_t>(slice);
        if (*first == sorted.front()) first = std::upper_bound(first, sorted.end(), *first);
        out.ranges[input].low = *first;
    } else {
        auto end = sorted.end() - static_cast<std::ptrdiff_t>(slice);
        if (*(end - 1) == sorted.back()) end = std::lower_bound(sorted.begin(), end, *(end - 1));
        out.ranges[input].high = *(end - 1);
    }
    return out;
}

std::optional<Box> next_box(const Box& box, const Sample& sample, const Peeling& how) {
    const Held now = held(box, sample);
    const double least = how.least_mass * static_cast<double>(sample.rows.size());
    std::optional<Box> best;
    double best_gain = -boundless;  // a slice with hits may bar the way to the rest
    for (std::size_t i = 0; i < sample.inputs(); ++i) {
        const std::vector<double> sorted = values_inside(box, sample, i);
        for (const bool low : {true, false}) {
            auto smaller = without_slice(box, i, sorted, low, how);
            if (!smaller) continue;
            const Held then = held(*smaller, sample);
            if (then.inside == 0 || static_cast<double>(then.inside) < least) continue;
            const double more = then.density() - now.density();
            const auto fewer = static_cast<double>(now.inside - then.inside);
            const double gain = more > 0 ? more / fewer : more;  // a loss is no less for its size
            if (gain > best_gain) {
                best_gain = gain;
                best = std::move(smaller);
            }
        }
    }
    return best;
}

/// The box with a slice more at one end of an input, open there if nothing lies beyond; none if it
/// is open already.
std::optional<Box> with_slice(const Box& box, const Sample& sample, std::size_t input, bool low,
                              const Peeling& how) {
    Box open = box;
    (low ? open.ranges[input].low : open.ranges[input].high) = low ? -boundless : boundless;
    const std::vector<double> sorted = values_inside(open, sample, input);
    const auto here = low ? std::lower_bound(sorted.begin(), sorted.end(), box.ranges[input].low)
                          : std::upper_bound(sorted.begin(), sorted.end(), box.ranges[input].high);
    const auto beyond = static_cast<std::size_t>(low ? here - sorted.begin() : sorted.end() - here);
    const double end = low ? box.ranges[input].low : box.ranges[input].high;
    if (beyond == 0) return std::isfinite(end) ? std::optional(open) : std::nullopt;
    const std::size_t slice = slice_of(held(box, sample).inside, how);
    if (slice >= beyond) return open;
    const auto step = static_cast<std::ptrdiff_t>(slice);
    Box out = box;
    (low ? out.ranges[input].low : out.ranges[input].high) =
        low ? *(here - step) : *(here + step - 1);
    return out;
}

/// Without the bounds of inputs that make the box no denser, the dearest input last.
Box needed(Box box, const Sample& sample) {
    for (;;) {
        std::optional<Box> best;
        double density = held(box, sample).density();
        for (std::size_t i = 0; i < sample.inputs(); ++i) {
            if (!box.ranges[i].bound()) continue;
            Box open = box;
            open.ranges[i] = {};
            const double then = held(open, sample).density();
            if (then < density || (best && then == density)) continue;
            density = then;
            best = std::move(open);
        }
        if (!best) return box;
        box = std::move(*best);
    }
}

}  // namespace

std::vector<Box> peeled(const Sample& sample, const Peeling& how) {
    std::vector<Box> out{whole(sample.inputs())};
    while (auto smaller = next_box(out.back(), sample, how)) out.push_back(std::move(*smaller));
    return out;
}

Box pasted(Box box, const Sample& sample, const Peeling& how) {
    for (bool grew = true; grew;) {
        grew = false;
        std::optional<Box> best;
        double density = held(box, sample).density();
        for (std::size_t i = 0; i < sample.inputs(); ++i)
            for (const bool low : {true, false}) {
                auto larger = with_slice(box, sample, i, low, how);
                if (!larger) continue;
                const double then = held(*larger, sample).density();
                if (then > density || (then == density && !best)) {
                    density = then;
                    best = std::move(larger);
                }
            }
        if (best) {
            box = std::move(*best);
            grew = true;
        }
    }
    return box;
}

Box best_box(const Sample& sample, const Peeling& how) {
    Box best = whole(sample.inputs());
    double merit = held(best, sample).merit();
    for (const Box& box : peeled(sample, how)) {
        const double then = held(box, sample).merit();
        if (then <= merit) continue;
        merit = then;
        best = box;
    }
    return needed(pasted(std::move(best), sample, how), sample);
}

}  // namespace forestall::discover
