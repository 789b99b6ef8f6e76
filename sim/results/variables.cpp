// SPDX-License-Identifier: Apache-2.0
#include "results/variables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace forestall {
namespace {

std::vector<Variable> make_list() {
    std::vector<Variable> list;
    const auto add = [&](std::span<const VariableSpec> table, Along along) {
        for (std::size_t i = 0; i < table.size(); ++i) list.push_back({&table[i], along, i});
    };
    add(series_variables(), Along::time);
    add(per_place_variables(), Along::location);
    add(per_group_variables(), Along::group);
    add(scalar_variables(), Along::nothing);
    for (std::size_t i = 0; i < continued_count; ++i)
        list.push_back(
            {&continued_variables()[i],
             by_continuation(static_cast<Continued>(i)) ? Along::continuation : Along::state, i});
    return list;
}

template <class T>
T load(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

}  // namespace

std::span<const char* const> dimensions_along(Along along) {
    static constexpr std::array<const char*, 5> names = {"time", "location", "group",
                                                         "continuation", "outcome"};
    const std::span<const char* const> all(names);
    switch (along) {
        case Along::time:
            return all.subspan(0, 1);
        case Along::location:
            return all.subspan(1, 1);
        case Along::group:
            return all.subspan(2, 1);
        case Along::continuation:
            return all.subspan(3, 2);
        case Along::nothing:
        case Along::state:
            break;
    }
    return {};
}

std::span<const double> values_of(const MemberOutcome& outcome, const Variable& variable) {
    switch (variable.along) {
        case Along::time:
            return outcome.series[variable.index];
        case Along::location:
            return outcome.per_place[variable.index];
        case Along::group:
            return outcome.per_group[variable.index];
        case Along::continuation:
        case Along::state:
            return outcome.continued[variable.index];
        case Along::nothing:
            break;
    }
    return {&outcome.scalars[variable.index], 1};
}

void put_values(MemberOutcome& outcome, const Variable& variable, std::vector<double> values) {
    switch (variable.along) {
        case Along::time:
            outcome.series[variable.index] = std::move(values);
            return;
        case Along::location:
            outcome.per_place[variable.index] = std::move(values);
            return;
        case Along::group:
            outcome.per_group[variable.index] = std::move(values);
            return;
        case Along::continuation:
        case Along::state:
            outcome.continued[variable.index] = std::move(values);
            return;
        case Along::nothing:
            outcome.scalars[variable.index] = values.front();
    }
}

std::span<const Variable> all_variables() {
    static const std::vector<Variable> list = make_list();
    return list;
}

const Variable* find_variable(std::string_view name) {
    for (const Variable& v : all_variables())
        if (v.spec->name == name) return &v;
    return nullptr;
}

h5::Element element_of(const Variable& variable) {
    switch (variable.spec->type) {
        case ValueType::count:
            return h5::Element::int64;
        case ValueType::real:
            return h5::Element::float64;
        case ValueType::flag:
            break;
    }
    return h5::Element::int8;
}

double RawBlock::value(std::size_t i) const {
    if (element_ == h5::Element::float64) return load<double>(at(i));
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    if (element_ == h5::Element::int8) {
        const auto flag = load<std::int8_t>(at(i));
        return flag == flag_fill ? missing : static_cast<double>(flag);
    }
    const auto count = load<std::int64_t>(at(i));
    return count == count_fill ? missing : static_cast<double>(count);
}

void RawBlock::set_not_computed(std::size_t i) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    if (element_ == h5::Element::float64) std::memcpy(at(i), &missing, sizeof missing);
    if (element_ == h5::Element::int8) std::memcpy(at(i), &flag_fill, sizeof flag_fill);
    if (element_ == h5::Element::int64) std::memcpy(at(i), &count_fill, sizeof count_fill);
}

void RawBlock::set(std::size_t i, double value) {
    if (element_ == h5::Element::float64) {
        std::memcpy(at(i), &value, sizeof value);
    } else if (element_ == h5::Element::int8) {
        if (!(value >= 0 && value <= 127) || value != std::floor(value))
            throw std::logic_error(fmt::format("a flag has the value {}", value));
        const auto flag = static_cast<std::int8_t>(value);
        std::memcpy(at(i), &flag, sizeof flag);
    } else {
        if (!(std::fabs(value) <= 0x1p53) || value != std::floor(value))
            throw std::logic_error(fmt::format("a count has the value {}", value));
        const auto count = static_cast<std::int64_t>(value);
        std::memcpy(at(i), &count, sizeof count);
    }
}

RawBlock block_of(const Variable& variable, std::span<const MemberRow> rows, std::size_t options,
                  std::size_t length) {
    RawBlock block(element_of(variable), options * rows.size() * length);
    std::size_t next = 0;
    for (std::size_t option = 0; option < options; ++option) {
        for (const MemberRow& row : rows) {
            if (row.by_option.size() != options)
                throw std::invalid_argument("a row does not have all options");
            if (!was_run(row.by_option[option])) {
                for (std::size_t i = 0; i < length; ++i) block.set_not_computed(next++);
                continue;
            }
            const auto values = values_of(row.by_option[option], variable);
            if (values.size() != length)
                throw std::invalid_argument(fmt::format("member {}: {} has {} values instead of {}",
                                                        row.member, variable.spec->name,
                                                        values.size(), length));
            for (double value : values) block.set(next++, value);
        }
    }
    return block;
}

std::vector<double> parameters_of(std::span<const MemberRow> rows, std::size_t points,
                                  std::size_t width) {
    std::vector<double> out;
    for (std::size_t p = 0; p < points; ++p)
        for (const MemberRow& row : rows) {
            if (row.by_option.empty()) throw std::invalid_argument("a row has no options");
            const auto options = static_cast<std::ptrdiff_t>(row.by_option.size() / points);
            const auto begin = row.by_option.begin() + static_cast<std::ptrdiff_t>(p) * options;
            const auto ran = std::find_if(begin, begin + options, was_run);
            if (ran == begin + options)
                throw std::invalid_argument("a row was run under no option");
            if (ran->parameters.size() != width)
                throw std::invalid_argument("a row does not have all parameters");
            out.insert(out.end(), ran->parameters.begin(), ran->parameters.end());
        }
    return out;
}

std::uint64_t member_chunk(std::uint64_t members, std::uint64_t length) {
    const std::uint64_t fit = std::uint64_t{65536} / std::max<std::uint64_t>(length, 1);
    return std::min(members, std::bit_floor(std::clamp<std::uint64_t>(fit, 1, 512)));
}

}  // namespace forestall
