// SPDX-License-Identifier: Apache-2.0
// How many fields a struct has, and whether a list of them has each once: for the lists of
// fields.hpp, at compile time.
#pragma once
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace forestall {

template <class Owner, class T>
struct Field {
    std::string_view name;
    T Owner::*at;
};
template <class Owner, class T>
Field(std::string_view, T Owner::*) -> Field<Owner, T>;

namespace field_count {

/// Stands for a value of any type; never made.
struct Anything {
    template <class T>
    operator T() const;  // NOLINT: it must convert unasked
};

template <class T, std::size_t... I>
constexpr bool can_take(std::index_sequence<I...>) {
    return requires { T{(static_cast<void>(I), Anything{})...}; };
}

/// How many fields an aggregate has: the most values that it can be made of.
template <class T, std::size_t most = 40>
constexpr std::size_t of() {
    if constexpr (most == 0 || can_take<T>(std::make_index_sequence<most>()))
        return most;
    else
        return of<T, most - 1>();
}

template <class Owner, class T, class U>
constexpr bool same(const Field<Owner, T>& x, const Field<Owner, U>& y) {
    if constexpr (std::is_same_v<T, U>)
        return x.at == y.at;
    else
        return false;
}

/// Whether no field is in a list twice.
template <class List>
constexpr bool distinct(const List& list) {
    return std::apply(
        [](const auto&... x) {
            const auto times = [&](const auto& one) {
                return (std::size_t{0} + ... + std::size_t{same(one, x)});
            };
            return ((times(x) == 1) && ...);
        },
        list);
}

}  // namespace field_count

}  // namespace forestall
