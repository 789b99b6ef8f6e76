// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/morris_effects.hpp"

#include <cmath>
#include <stdexcept>

namespace forestall::sensitivity {
namespace {

/// [trajectory][input].
design::Rows effects_of(std::span<const design::Move> moves, std::size_t inputs,
                        std::span<const double> outcome) {
    design::Rows out(moves.size() / inputs, std::vector<double>(inputs));
    for (std::size_t t = 0; t < out.size(); ++t)
        for (std::size_t k = 0; k < inputs; ++k) {
            const design::Move& move = moves[t * inputs + k];
            const std::size_t row = t * (inputs + 1) + k;
            const double by = move.up ? move.share : -move.share;
            out[t][move.input] = (outcome[row + 1] - outcome[row]) / by;
        }
    return out;
}

/// Size, mean and spread of each input in turn.
std::vector<double> figures(const design::Rows& effects, std::size_t inputs,
                            std::span<const std::size_t> chosen) {
    const auto n = static_cast<double>(chosen.size());
    std::vector<double> out;
    for (std::size_t i = 0; i < inputs; ++i) {
        double size = 0;
        double mean = 0;
        double squares = 0;
        for (const std::size_t t : chosen) {
            size += std::fabs(effects[t][i]) / n;
            mean += effects[t][i] / n;
        }
        for (const std::size_t t : chosen)
            squares += (effects[t][i] - mean) * (effects[t][i] - mean);
        out.insert(out.end(),
                   {size, mean, n > 1 ? std::sqrt(squares / (n - 1)) : analysis::unknown});
    }
    return out;
}

}  // namespace

std::vector<MorrisEffect> morris_effects(std::span<const design::Move> moves, std::size_t inputs,
                                         std::span<const double> outcome, const Resampling& how) {
    if (inputs == 0 || moves.empty() || moves.size() % inputs != 0 ||
        outcome.size() != moves.size() / inputs * (inputs + 1))
        throw std::invalid_argument("a Morris design needs an outcome of each of its points");
    const design::Rows effects = effects_of(moves, inputs, outcome);
    const auto all = bootstrap_rows(effects.size(), how, [&](std::span<const std::size_t> chosen) {
        return figures(effects, inputs, chosen);
    });
    std::vector<MorrisEffect> out;
    for (std::size_t i = 0; i < inputs; ++i)
        out.push_back({all[3 * i], all[3 * i + 1], all[3 * i + 2]});
    return out;
}

}  // namespace forestall::sensitivity
