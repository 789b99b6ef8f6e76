// SPDX-License-Identifier: Apache-2.0
// 64-bit digest of a state: the golden value that tests, resume and `verify` compare. XXH3; values
// are fed as little-endian bytes, doubles by their bits (so -0.0 and 0.0 differ: a difference is a
// difference).
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

struct XXH3_state_s;

namespace forestall {

static_assert(std::endian::native == std::endian::little, "digests are of little-endian bytes");

/// Values whose every byte has meaning (long double has padding).
template <class T>
concept HashableValue =
    (std::is_arithmetic_v<T> && !std::is_same_v<T, long double>) || std::is_enum_v<T>;

class StateHash {
public:
    StateHash();
    ~StateHash();
    StateHash(const StateHash&) = delete;
    StateHash& operator=(const StateHash&) = delete;

    void bytes(const void* data, std::size_t size);
    /// Any arithmetic or enum value.
    template <HashableValue T>
    void add(T value) {
        bytes(&value, sizeof value);
    }
    void add(std::string_view text) {
        add(static_cast<std::uint64_t>(text.size()));
        bytes(text.data(), text.size());
    }
    /// A contiguous range of arithmetic values, with its length.
    template <class Range>
    requires requires(const Range& r) { std::span(r).data(); }
    void add_range(const Range& range) {
        const std::span view(range);
        using T = typename decltype(view)::value_type;
        static_assert(HashableValue<T>, "feed structs field by field: padding has no value");
        add(static_cast<std::uint64_t>(view.size()));
        bytes(view.data(), view.size_bytes());
    }
    std::uint64_t digest() const;

private:
    XXH3_state_s* state_;
};

/// Digest of a contiguous range at once, for feeding many ranges as one word each.
std::uint64_t digest_of(std::span<const std::uint32_t> range);

/// 16 hex digits, as `member_hash` in the results file shows it.
std::string to_hex(std::uint64_t digest);

}  // namespace forestall
