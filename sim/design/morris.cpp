// SPDX-License-Identifier: Apache-2.0
#include "design/morris.hpp"

#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>

#include "core/random.hpp"

namespace forestall::design {
namespace {

/// The one input in which two rows differ.
std::optional<Move> move_between(const std::vector<double>& from, const std::vector<double>& to) {
    std::optional<Move> out;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (from[i] == to[i]) continue;
        if (out) return std::nullopt;
        out = Move{i, to[i] > from[i]};
    }
    return out;
}

void add_trajectory(Rows& out, std::size_t inputs, std::size_t levels, Stream stream) {
    std::vector<double> at(inputs);
    std::vector<std::size_t> order(inputs);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (double& x : at)
        x = (static_cast<double>(stream.below(levels)) + 0.5) / static_cast<double>(levels);
    for (std::size_t left = inputs; left > 1; --left)
        std::swap(order[left - 1], order[static_cast<std::size_t>(stream.below(left))]);
    out.push_back(at);
    for (const std::size_t i : order) {
        at[i] += at[i] < 0.5 ? morris_step : -morris_step;
        out.push_back(at);
    }
}

}  // namespace

Rows morris(std::size_t trajectories, std::size_t inputs, std::size_t levels, std::uint64_t seed) {
    if (levels < 2 || levels % 2 != 0)
        throw std::invalid_argument("levels of a Morris design must be even");
    constexpr auto drawn = process("design.morris");
    Rows out;
    for (std::size_t t = 0; t < trajectories; ++t)
        add_trajectory(out, inputs, levels, Stream(seed, drawn, static_cast<std::uint32_t>(t)));
    return out;
}

std::vector<Move> morris_moves(const Rows& values) {
    if (values.empty() || values.front().empty()) return {};
    const std::size_t inputs = values.front().size();
    if (values.size() % (inputs + 1) != 0) return {};
    std::vector<Move> out;
    for (std::size_t begin = 0; begin < values.size(); begin += inputs + 1) {
        std::vector<bool> moved(inputs, false);
        for (std::size_t k = 0; k < inputs; ++k) {
            const auto move = move_between(values[begin + k], values[begin + k + 1]);
            if (!move || moved[move->input]) return {};
            moved[move->input] = true;
            out.push_back(*move);
        }
    }
    return out;
}

}  // namespace forestall::design
