// SPDX-License-Identifier: Apache-2.0
#include "app/frame/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace forestall::app {

using Library = nlohmann::ordered_json;

/// From and to the library's own documents.
struct JsonLibrary {
    static Library to(const Json& json);
    static Json from(const Library& json);
};

Library JsonLibrary::to(const Json& json) {
    using Kind = Json::Kind;
    switch (json.kind_) {
        case Kind::null:
            return nullptr;
        case Kind::boolean:
            return json.boolean_;
        case Kind::whole:
            return json.whole_;
        case Kind::count:
            return json.count_;
        case Kind::real:
            return json.real_;
        case Kind::text:
            return json.text_;
        case Kind::array: {
            Library out = Library::array();
            for (const Json& item : json.items_) out.push_back(to(item));
            return out;
        }
        case Kind::object: {
            Library out = Library::object();
            for (std::size_t i = 0; i < json.items_.size(); ++i)
                out[json.keys_[i]] = to(json.items_[i]);
            return out;
        }
    }
    throw std::logic_error("an unknown kind of JSON value");
}

Json JsonLibrary::from(const Library& json) {
    switch (json.type()) {
        case Library::value_t::boolean:
            return json.get<bool>();
        case Library::value_t::number_integer:
            return json.get<std::int64_t>();
        case Library::value_t::number_unsigned:
            return json.get<std::uint64_t>();
        case Library::value_t::number_float:
            return json.get<double>();
        case Library::value_t::string:
            return json.get<std::string>();
        case Library::value_t::array: {
            Json out = Json::array();
            for (const Library& item : json) out.push_back(from(item));
            return out;
        }
        case Library::value_t::object: {
            Json out = Json::object();
            for (const auto& [key, value] : json.items()) out[key] = from(value);
            return out;
        }
        default:
            return nullptr;
    }
}

Json::Json(std::string_view text) : kind_(Kind::text), text_(text) {}
Json::Json(bool value) : kind_(Kind::boolean) { boolean_ = value; }
Json::Json(double value) : kind_(Kind::real) { real_ = value; }
Json::Json(Whole, std::int64_t value) : kind_(Kind::whole) { whole_ = value; }
Json::Json(Count, std::uint64_t value) : kind_(Kind::count) { count_ = value; }

Json::Json(std::initializer_list<Json> items) {
    const bool pairs = std::all_of(items.begin(), items.end(), [](const Json& item) {
        return item.kind_ == Kind::array && item.items_.size() == 2 &&
               item.items_[0].kind_ == Kind::text;
    });
    kind_ = pairs ? Kind::object : Kind::array;
    if (!pairs) {
        items_ = items;
        return;
    }
    for (const Json& pair : items) {
        const std::string& key = pair.items_[0].text_;
        if (std::find(keys_.begin(), keys_.end(), key) == keys_.end())
            (*this)[key] = pair.items_[1];
    }
}

Json Json::array() {
    Json out;
    out.kind_ = Kind::array;
    return out;
}

Json Json::object() {
    Json out;
    out.kind_ = Kind::object;
    return out;
}

Json Json::parsed(const std::string& text) {
    constexpr int deepest = 64;
    bool deep = false;
    const auto watch = [&](int depth, Library::parse_event_t, Library&) {
        deep = deep || depth > deepest;
        return !deep;
    };
    const Library out = Library::parse(text, watch, false);
    return deep ? Json() : JsonLibrary::from(out);
}

Json& Json::operator[](std::string_view key) {
    if (kind_ == Kind::null) kind_ = Kind::object;
    if (kind_ != Kind::object) throw std::logic_error("a key of a value that is not a JSON object");
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    if (found != keys_.end()) return items_[static_cast<std::size_t>(found - keys_.begin())];
    keys_.emplace_back(key);
    return items_.emplace_back();
}

void Json::push_back(Json item) {
    if (kind_ == Kind::null) kind_ = Kind::array;
    if (kind_ != Kind::array) throw std::logic_error("an item of a value that is not a JSON array");
    items_.push_back(std::move(item));
}

void Json::update(const Json& other) {
    if (other.kind_ != Kind::object)
        throw std::logic_error("keys of a value that is not a JSON object");
    for (std::size_t i = 0; i < other.items_.size(); ++i) (*this)[other.keys_[i]] = other.items_[i];
}

const Json* Json::find(std::string_view key) const {
    if (kind_ != Kind::object) return nullptr;
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    return found == keys_.end() ? nullptr
                                : &items_[static_cast<std::size_t>(found - keys_.begin())];
}

std::span<const Json> Json::items() const {
    if (kind_ != Kind::array) return {};
    return items_;
}

std::optional<std::string> Json::as_text() const {
    return kind_ == Kind::text ? std::optional(text_) : std::nullopt;
}

std::optional<std::int64_t> Json::as_whole() const {
    if (kind_ == Kind::whole) return whole_;
    if (kind_ == Kind::count && count_ <= std::uint64_t{INT64_MAX})
        return static_cast<std::int64_t>(count_);
    return std::nullopt;
}

std::optional<double> Json::as_real() const {
    if (kind_ == Kind::real) return real_;
    if (kind_ == Kind::count) return static_cast<double>(count_);
    if (kind_ == Kind::whole) return static_cast<double>(whole_);
    return std::nullopt;
}

std::optional<bool> Json::as_boolean() const {
    return kind_ == Kind::boolean ? std::optional(boolean_) : std::nullopt;
}

std::string Json::text() const {
    return JsonLibrary::to(*this).dump(2, ' ', false, Library::error_handler_t::replace);
}

std::string Json::line() const { return JsonLibrary::to(*this).dump(); }

}  // namespace forestall::app
