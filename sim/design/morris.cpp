// SPDX-License-Identifier: Apache-2.0
#include "design/morris.hpp"

#include <algorithm>
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
        out = Move{.input = i, .up = to[i] > from[i]};
    }
    return out;
}

void add_trajectory(Rows& out, std::size_t inputs, std::size_t levels, Stream stream) {
    const auto middle = [&](std::size_t level) {  // the same bits however it was come to
        return (static_cast<double>(level) + 0.5) / static_cast<double>(levels);
    };
    std::vector<std::size_t> level(inputs);
    std::vector<double> at(inputs);
    std::vector<std::size_t> order(inputs);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < inputs; ++i) {
        level[i] = static_cast<std::size_t>(stream.below(levels));
        at[i] = middle(level[i]);
    }
    for (std::size_t left = inputs; left > 1; --left)
        std::swap(order[left - 1], order[static_cast<std::size_t>(stream.below(left))]);
    out.push_back(at);
    for (const std::size_t i : order) {
        level[i] = (level[i] + levels / 2) % levels;
        at[i] = middle(level[i]);
        out.push_back(at);
    }
}

/// Trajectories whose moves are of one input each; none if the table has others.
std::vector<Move> single_moves(const Rows& values, std::size_t inputs) {
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

std::vector<double> distinct(const Rows& values, std::size_t input) {
    std::vector<double> out;
    for (const auto& row : values) out.push_back(row[input]);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// How many values of a sorted list lie between two of them, the second counted.
std::size_t apart(const std::vector<double>& list, double a, double b) {
    const auto low = std::lower_bound(list.begin(), list.end(), std::min(a, b));
    return static_cast<std::size_t>(std::lower_bound(low, list.end(), std::max(a, b)) - low);
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
    const std::size_t inputs = values.empty() ? 0 : values.front().size();
    if (inputs < 2 || values.size() % (inputs + 1) != 0) return {};
    std::vector<Move> out = single_moves(values, inputs);
    std::vector<std::vector<double>> lists;
    for (std::size_t i = 0; i < inputs; ++i) lists.push_back(distinct(values, i));
    for (std::size_t n = 0; n < out.size(); ++n) {
        Move& move = out[n];
        const std::size_t row = n / inputs * (inputs + 1) + n % inputs;
        const std::vector<double>& list = lists[move.input];
        const std::size_t by = apart(list, values[row][move.input], values[row + 1][move.input]);
        if (by != list.size() / 2 && by != (list.size() + 1) / 2) return {};
        move.share = static_cast<double>(by) / static_cast<double>(list.size() - 1);
    }
    return out;
}

}  // namespace forestall::design
