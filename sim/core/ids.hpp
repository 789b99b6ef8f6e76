// SPDX-License-Identifier: Apache-2.0
// Strong ids: an index into one of the World's tables. Tables are sorted by name when a World is
// built, so ids do not depend on the order of declaration. Thread-safe: values.
#pragma once
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace forestall {

enum class PlaceId : std::uint32_t {};
enum class RouteId : std::uint32_t {};
enum class GroupId : std::uint32_t {};
enum class ActorId : std::uint32_t {};
/// A cell is a place × identity group; `CellId = place * groups + group`.
enum class CellId : std::uint32_t {};

/// An index that is good for one table only: no id converts to another, nor to a number.
template <class T>
concept StrongId = std::is_enum_v<T> && std::is_same_v<std::underlying_type_t<T>, std::uint32_t>;

/// Position of an id in its table.
template <StrongId Id>
constexpr std::size_t index(Id id) {
    return static_cast<std::size_t>(id);
}

/// The id at a position of its table; the inverse of `index`.
template <StrongId Id>
constexpr Id id_at(std::size_t position) {
    return static_cast<Id>(position);
}

/// "No such thing": the largest value of the id's representation.
template <StrongId Id>
constexpr Id none() {
    return static_cast<Id>(~std::uint32_t{0});
}

/// Ids in a row, for loops.
template <StrongId Id>
class IdRange {
public:
    constexpr IdRange(std::size_t first, std::size_t end) : first_(first), end_(end) {}

    class Iterator {
    public:
        constexpr explicit Iterator(std::size_t at) : at_(at) {}
        constexpr Id operator*() const { return id_at<Id>(at_); }
        constexpr Iterator& operator++() {
            ++at_;
            return *this;
        }
        constexpr bool operator==(const Iterator&) const = default;

    private:
        std::size_t at_;
    };
    constexpr Iterator begin() const { return Iterator(first_); }
    constexpr Iterator end() const { return Iterator(end_); }

private:
    std::size_t first_;
    std::size_t end_;
};

/// All ids of a table of `n`: `for (const PlaceId p : ids<PlaceId>(n))`.
template <StrongId Id>
constexpr IdRange<Id> ids(std::size_t n) {
    return {0, n};
}
/// Those after one, for pairs: `for (const ActorId b : ids_after(a, n))`.
template <StrongId Id>
constexpr IdRange<Id> ids_after(Id id, std::size_t n) {
    return {index(id) + 1, n};
}

}  // namespace forestall
