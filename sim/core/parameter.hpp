// SPDX-License-Identifier: Apache-2.0
// Parameter tables: the single source for validation, the JSON Schema, `describe`, the docs,
// sensitivity bounds and the results file. A room declares each of its parameters once, here with
// everything a reader may ask.
#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace forestall {

/// Grade of the evidence: A measured for this very quantity · B literature, near · C own
/// calibration · D judgement.
struct ParameterSpec {
    std::string_view name;  ///< dotted, room first: "population.distance_exponent"
    std::string_view unit;  ///< "1" for pure numbers; UDUNITS else
    double low;
    double high;
    double standard;  ///< default
    std::string_view help;
    std::string_view source;
    char grade;
};

using ParameterTable = std::span<const ParameterSpec>;

/// One row of Parameters: the member of a struct that holds the value, and what it is.
template <class Values>
struct ParameterRow {
    double Values::*at = nullptr;
    ParameterSpec spec;
};

/// A table whose values are read by name: a row for each member of `Values`, a plain struct of
/// doubles. The order of the rows is that of the table, whatever the order in the struct. A table
/// that leaves a member out, or names one twice, does not compile:
///     struct Own { double pace, felt; };
///     constexpr Parameters<Own> parameters{{{&Own::pace, ParameterSpec{"control.pace", …}}, …}};
template <class Values>
class Parameters {
    static_assert(std::is_aggregate_v<Values> && sizeof(Values) % sizeof(double) == 0,
                  "the values of a table are a plain struct of doubles");

public:
    static constexpr std::size_t count = sizeof(Values) / sizeof(double);
    using Rows = ParameterRow<Values>[count];

    constexpr Parameters(const Rows& rows) {  // NOLINT: a table is written as its rows
        if (!complete(rows)) throw std::logic_error("a member has no row, or more than one");
        for (std::size_t i = 0; i < count; ++i) {
            at_[i] = rows[i].at;
            specs_[i] = rows[i].spec;
        }
    }
    /// Whether each member has its row: as many rows as members, none left empty, none twice.
    static constexpr bool complete(const Rows& rows) {
        for (std::size_t i = 0; i < count; ++i) {
            if (rows[i].at == nullptr) return false;
            for (std::size_t j = 0; j < i; ++j)
                if (rows[i].at == rows[j].at) return false;
        }
        return true;
    }

    constexpr operator ParameterTable() const { return specs_; }  // NOLINT: it is a table
    /// The struct with values given in the table's order; throws std::invalid_argument unless there
    /// is one for each row.
    constexpr Values from(std::span<const double> values) const {
        if (values.size() != count) throw std::invalid_argument("a value for each parameter");
        Values out{};
        for (std::size_t i = 0; i < count; ++i) out.*at_[i] = values[i];
        return out;
    }

private:
    std::array<double Values::*, count> at_{};
    std::array<ParameterSpec, count> specs_{};
};

/// What a rule keeps of a member's parameters: made once for the member, of a type that only the
/// rule knows, never changed; copies of a state share it.
using Kept = std::shared_ptr<const void>;

}  // namespace forestall
