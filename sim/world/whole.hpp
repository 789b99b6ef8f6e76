// SPDX-License-Identifier: Apache-2.0
// What is done with a World's tables as wholes, field by field (fields.hpp): order, equality and
// digest. Numbers are told apart by their bits, so that what is equal has one digest and what is
// not has another.
#pragma once
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/hash.hpp"
#include "world/fields.hpp"

namespace forestall::whole {

template <class T>
concept Range = requires(const T& x) {
    x.begin();
    x.size();
}
&&!std::is_same_v<T, std::string>;

/// A total order of everything that a World is made of.
template <class T>
std::strong_ordering order(const T& x, const T& y) {
    if constexpr (std::is_floating_point_v<T>) {
        return std::strong_order(x, y);
    } else if constexpr (Listed<T>) {
        std::strong_ordering out = std::strong_ordering::equal;
        for_each_field<T>([&](const auto& field) {
            if (std::is_eq(out)) out = order(x.*field.at, y.*field.at);
        });
        return out;
    } else if constexpr (Range<T>) {
        auto at = x.begin();
        auto other = y.begin();
        for (; at != x.end() && other != y.end(); ++at, ++other)
            if (const auto out = order(*at, *other); std::is_neq(out)) return out;
        return x.size() <=> y.size();
    } else if constexpr (requires { x.has_value(); }) {
        return x && y ? order(*x, *y) : x.has_value() <=> y.has_value();
    } else if constexpr (requires { x.first; }) {
        const auto out = order(x.first, y.first);
        return std::is_neq(out) ? out : order(x.second, y.second);
    } else if constexpr (requires { x.valueless_by_exception(); }) {
        if (x.index() != y.index()) return x.index() <=> y.index();
        return std::visit(
            [&](const auto& one) { return order(one, std::get<std::decay_t<decltype(one)>>(y)); },
            x);
    } else {
        return x <=> y;
    }
}

template <class T>
bool same(const T& x, const T& y) {
    return std::is_eq(order(x, y));
}

template <class T>
void add(StateHash& hash, const T& x) {
    if constexpr (HashableValue<T>) {
        hash.add(x);
    } else if constexpr (std::is_same_v<T, std::string>) {
        hash.add(std::string_view(x));
    } else if constexpr (Listed<T>) {
        for_each_field<T>([&](const auto& field) { add(hash, x.*field.at); });
    } else if constexpr (Range<T>) {
        hash.add(static_cast<std::uint64_t>(x.size()));
        for (const auto& one : x) add(hash, one);
    } else if constexpr (requires { x.has_value(); }) {
        hash.add(x.has_value());
        if (x) add(hash, *x);
    } else if constexpr (requires { x.first; }) {
        add(hash, x.first);
        add(hash, x.second);
    } else if constexpr (requires { x.valueless_by_exception(); }) {
        hash.add(static_cast<std::uint64_t>(x.index()));
        std::visit([&](const auto& one) { add(hash, one); }, x);
    } else {
        static_assert(std::is_same_v<T, std::monostate>,
                      "how is this told from another of its type?");
    }
}

template <class T>
std::uint64_t digest(const T& x) {
    StateHash hash;
    add(hash, x);
    return hash.digest();
}

}  // namespace forestall::whole
