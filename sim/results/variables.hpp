// SPDX-License-Identifier: Apache-2.0
// One list of all variables with rows, in the order of the file, made from the engine's outcome
// tables; and rows as blocks of raw elements, the form in which they enter and leave the file.
// Options of a row run point by point where the file has a design: (point, option) is one index
// here.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/outcome.hpp"
#include "ensemble/job.hpp"
#include "results/h5.hpp"

namespace forestall {

/// What a variable lies along, after option and member. `continuation`: continuation and outcome;
/// `state`: nothing more, of a state that was kept.
enum class Along : std::uint8_t { time, location, group, nothing, continuation, state };
/// Names of the dimensions after option and member.
std::span<const char* const> dimensions_along(Along along);

struct Variable {
    const VariableSpec* spec = nullptr;
    Along along = Along::nothing;
    std::size_t index = 0;  ///< in its own table
};

/// Series, per place, per group, scalars, what continuations leave; `find_variable` gives nullptr
/// for an unknown name.
std::span<const Variable> all_variables();
const Variable* find_variable(std::string_view name);

/// The values of a variable in an outcome, and the way back.
std::span<const double> values_of(const MemberOutcome& outcome, const Variable& variable);
void put_values(MemberOutcome& outcome, const Variable& variable, std::vector<double> values);

/// count -> int64, real -> float64, flag -> int8.
h5::Element element_of(const Variable& variable);

/// What stands where nothing was computed (netCDF's own fill values; NaN for reals): no count and
/// no flag can be it.
inline constexpr std::int64_t count_fill = -9223372036854775806LL;
inline constexpr std::int8_t flag_fill = -127;

/// Numbers as the file holds them, dims option, member, along (or fewer), raw.
class RawBlock {
public:
    RawBlock(h5::Element element, std::size_t size)
        : element_(element), size_(size), bytes_(size * h5::element_size(element)) {}
    h5::Element element() const { return element_; }
    std::size_t size() const { return size_; }
    char* at(std::size_t i) { return bytes_.data() + i * h5::element_size(element_); }
    const char* at(std::size_t i) const { return bytes_.data() + i * h5::element_size(element_); }
    /// NaN for what was not computed.
    double value(std::size_t i) const;
    void set_not_computed(std::size_t i);
    /// Throws std::logic_error for a count that is no integer or a flag outside [0, 127]: the
    /// engine's fault.
    void set(std::size_t i, double value);

private:
    h5::Element element_;
    std::size_t size_;
    std::vector<char> bytes_;
};

/// One variable of consecutive rows; options that a row was not run under are filled. Throws
/// std::invalid_argument if a row's vector has not `length` values.
RawBlock block_of(const Variable& variable, std::span<const MemberRow> rows, std::size_t options,
                  std::size_t length);

/// What the rows drew, dims point, member, parameter (`width` of them): at each point that of the
/// first option a member was run under, since all options share it. Throws std::invalid_argument
/// for a row that was run under no option of a point, or that has not all parameters.
std::vector<double> parameters_of(std::span<const MemberRow> rows, std::size_t points,
                                  std::size_t width);

/// Chunk of the member dimension: a power of two so that a chunk has about 64 Ki values, at most
/// 512 members.
std::uint64_t member_chunk(std::uint64_t members, std::uint64_t length);

}  // namespace forestall
