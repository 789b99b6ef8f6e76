// SPDX-License-Identifier: Apache-2.0
// A JSON document as commands build it, with the notation of the JSON library: braces of pairs are
// an object, other braces an array. Keys stay in the order in which they are first set. The library
// itself, which is slow to compile, is known to json.cpp alone.
#pragma once
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace forestall::app {

class Json {
public:
    Json() = default;
    Json(std::nullptr_t) {}
    Json(const char* text) : Json(std::string_view(text)) {}
    Json(std::string_view text);
    Json(const std::string& text) : Json(std::string_view(text)) {}
    Json(bool value);
    template <std::signed_integral T>
    Json(T value) : Json(Whole{}, static_cast<std::int64_t>(value)) {}
    template <std::unsigned_integral T>
    requires(!std::same_as<T, bool>) Json(T value)
        : Json(Count{}, static_cast<std::uint64_t>(value)) {}
    Json(double value);
    /// A list of anything that a Json can be.
    template <class List>
    requires requires(const List& list) {
        list.begin();
        list.end();
    } &&(!std::convertible_to<List, std::string_view>)Json(const List& list) : kind_(Kind::array) {
        for (const auto& item : list) push_back(Json(item));
    }
    Json(std::initializer_list<Json> items);

    static Json array();
    static Json object();
    /// Null for what is no JSON, or nested deeper than any description of ours.
    static Json parsed(const std::string& text);

    /// The value of a key, null at first. Null becomes an object.
    Json& operator[](std::string_view key);
    /// Null becomes an array.
    void push_back(Json item);
    /// The item or the value that was added last; there is one.
    Json& back() { return items_.back(); }
    /// Sets the keys of another object.
    void update(const Json& other);

    bool is_object() const { return kind_ == Kind::object; }
    /// The value of a key; nullptr if there is none.
    const Json* find(std::string_view key) const;
    /// Items of an array; none of anything else.
    std::span<const Json> items() const;
    /// The value, if it is of that kind. Every number is real.
    std::optional<std::string> as_text() const;
    std::optional<std::int64_t> as_whole() const;
    std::optional<double> as_real() const;
    std::optional<bool> as_boolean() const;

    /// Indented. Numbers are not rounded; those that are not finite are null; text that is no UTF-8
    /// is mended.
    std::string text() const;
    /// In one line. Throws for text that is no UTF-8.
    std::string line() const;

private:
    enum class Kind : std::uint8_t { null, boolean, whole, count, real, text, array, object };
    struct Whole {};
    struct Count {};
    Json(Whole, std::int64_t value);
    Json(Count, std::uint64_t value);
    friend struct JsonLibrary;

    Kind kind_ = Kind::null;
    union {
        bool boolean_;
        std::int64_t whole_;
        std::uint64_t count_ = 0;
        double real_;
    };
    std::string text_;
    std::vector<Json> items_;        ///< of an array or an object
    std::vector<std::string> keys_;  ///< of an object, one per item
};

/// An array of what `make` makes of each.
template <class Items, class Make>
Json list_of(const Items& items, const Make& make) {
    Json out = Json::array();
    for (const auto& item : items) out.push_back(make(item));
    return out;
}

}  // namespace forestall::app
