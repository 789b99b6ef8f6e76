// SPDX-License-Identifier: Apache-2.0
// Strong ids: an index into one of the World's tables. Tables are sorted by name when a World is
// built, so ids do not depend on the order of declaration. Thread-safe: values.
#pragma once
#include <cstddef>
#include <cstdint>

namespace forestall {

enum class PlaceId : std::uint32_t {};
enum class RouteId : std::uint32_t {};
enum class GroupId : std::uint32_t {};
enum class ActorId : std::uint32_t {};
/// A cell is a place × identity group; `CellId = place * groups + group`.
enum class CellId : std::uint32_t {};

/// Position of an id in its table.
template <class Id>
constexpr std::size_t index(Id id) {
    return static_cast<std::size_t>(id);
}

/// "No such thing": the largest value of the id's representation.
template <class Id>
constexpr Id none() {
    return static_cast<Id>(~std::uint32_t{0});
}

}  // namespace forestall
