// SPDX-License-Identifier: Apache-2.0
#include "world/weights.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string>
#include <variant>

namespace forestall {
namespace {

constexpr std::array own = {
    ParameterSpec{"weights.drawn", "1", 0, 1, 1,
                  "1: a member draws weights that the scenario does not give from the posterior's "
                  "rows; 0: they are at their defaults",
                  "a switch (docs/methods/posterior.md)", 'D'},
};

/// Takes a line off the front, without its end.
std::string_view next_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return line;
}

/// Calls each(cell) for what stands between commas.
template <class Each>
void each_cell(std::string_view line, Each&& each) {
    while (true) {
        const std::size_t end = std::min(line.find(','), line.size());
        each(line.substr(0, end));
        if (end == line.size()) return;
        line.remove_prefix(end + 1);
    }
}

double number_in(std::string_view cell) {
    double out = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), out);
    if (error != std::errc() || end != cell.data() + cell.size())
        throw std::invalid_argument("weights: '" + std::string(cell) + "' is no number");
    return out;
}

}  // namespace

std::optional<std::size_t> WeightRows::find(std::string_view name) const {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<std::size_t>(at - names.begin());
}

WeightRows read_weights(std::string_view csv) {
    WeightRows out;
    const std::string_view header = next_line(csv);
    if (header.empty()) {
        if (!csv.empty()) throw std::invalid_argument("weights: the header is empty");
        return out;
    }
    each_cell(header, [&](std::string_view name) {
        if (name.empty() || out.find(name))
            throw std::invalid_argument("weights: a name is empty or stands twice");
        out.names.push_back(name);
    });
    while (!csv.empty()) {
        each_cell(next_line(csv),
                  [&](std::string_view cell) { out.values.push_back(number_in(cell)); });
        if (out.values.size() % out.names.size() != 0)
            throw std::invalid_argument("weights: a row is not as long as the header");
    }
    return out;
}

const WeightRows& weight_rows() {
    static const WeightRows rows = read_weights(weights_text());
    return rows;
}

ParameterTable weights_parameters() { return own; }

bool weights_decide(const World& world) {
    return world.settings().violence_mode == ViolenceMode::endogenous &&
           std::holds_alternative<std::monostate>(world.settings().reference);
}

std::span<const double> drawn_row(const WeightRows& weights, const Luck& luck) {
    constexpr std::uint64_t drawing = process("weights");
    if (weights.rows() == 0) return {};
    Stream stream = luck.stream(drawing, 0, 0);
    return weights.row(stream.below(weights.rows()));
}

}  // namespace forestall
