// SPDX-License-Identifier: Apache-2.0
#include "scenario/toml_access.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/keys.hpp"
#include "scenario/text.hpp"
#include "scenario/toml_limits.hpp"

namespace forestall {

std::optional<toml::table> parse_toml(const std::string& file, std::string_view text,
                                      Report& report) {
    const auto excess = beyond_limits(text);
    try {
        // What lies before an excess may be parsed: a fault there, a bracket left open, may be its
        // cause.
        auto table =
            toml::parse(excess ? text.substr(0, excess->offset) : text, std::string_view(file));
        if (!excess) return table;
    } catch (const toml::parse_error& error) {
        const auto at = error.source().begin;
        if (!excess || static_cast<int>(at.line) < excess->line) {
            report.add("E004", {file, static_cast<int>(at.line), static_cast<int>(at.column)},
                       std::string(error.description()), "-");
            return std::nullopt;
        }
    }
    report.add("E064", {file, excess->line, excess->column}, excess->what, excess->hint);
    return std::nullopt;
}

namespace {

/// Nodes know the file they were read from.
SourcePosition position_of(const std::string& file, const toml::source_region& source) {
    return {source.path ? *source.path : file, static_cast<int>(source.begin.line),
            static_cast<int>(source.begin.column)};
}

const KeySpec* find_key(std::string_view section, std::string_view name) {
    for (const auto& spec : scenario_keys()) {
        if (spec.section == section && spec.name == name) return &spec;
    }
    return nullptr;
}

std::vector<std::string> key_names(std::string_view section) {
    std::vector<std::string> names;
    for (const auto& spec : scenario_keys()) {
        if (spec.section == section) names.emplace_back(spec.name);
    }
    return names;
}

bool is_text(const toml::node* node) {
    const auto* value = node == nullptr ? nullptr : node->as_string();
    return value != nullptr && !value->get().empty();
}

bool is_texts(const toml::node& node, std::size_t least, std::size_t most) {
    const toml::array* array = node.as_array();
    if (array == nullptr || array->size() < least || array->size() > most) return false;
    for (const auto& element : *array) {
        if (!is_text(&element)) return false;
    }
    return true;
}

bool is_whole(const toml::node& node, std::int64_t least) {
    return node.is_integer() && node.as_integer()->get() >= least;
}

bool is_lists(const toml::node& node, std::size_t most) {
    const toml::array* array = node.as_array();
    return array != nullptr && array->size() <= most &&
           std::all_of(array->begin(), array->end(),
                       [&](const toml::node& item) { return is_texts(item, 1, most); });
}

bool is_reals(const toml::node& node, std::size_t most) {
    const toml::array* array = node.as_array();
    return array != nullptr && !array->empty() && array->size() <= most &&
           std::all_of(array->begin(), array->end(),
                       [](const toml::node& item) { return item.is_number(); });
}

bool is_counts(const toml::node& node, std::size_t most) {
    const toml::array* array = node.as_array();
    return array != nullptr && array->size() <= most &&
           std::all_of(array->begin(), array->end(),
                       [](const toml::node& item) { return is_whole(item, 1); });
}

/// One text, or the texts of a list.
std::vector<std::string> texts_in(const toml::node& node) {
    std::vector<std::string> out;
    if (is_text(&node)) out.push_back(node.as_string()->get());
    if (const toml::array* array = node.as_array())
        for (const auto& element : *array) out.push_back(element.as_string()->get());
    return out;
}

bool is_date(const toml::node& node) {
    const auto* date = node.as_date();
    return date != nullptr &&
           civil_day(date->get().year, date->get().month, date->get().day).has_value();
}

/// What is wrong with a value of another type than the key's.
std::string type_fault(const KeySpec& spec, const toml::node& node) {
    const toml::array* list = node.as_array();
    const bool wants_list = spec.type == KeyType::texts || spec.type == KeyType::choices;
    if (wants_list && list != nullptr && list->empty())
        return fmt::format("'{}' has the wrong type: the list is empty", spec.name);
    return fmt::format("'{}' has the wrong type", spec.name);
}

/// What the type wants if the node is not of it, else "".
std::string_view type_problem(const KeySpec& spec, const toml::node& node) {
    constexpr std::size_t many = 1000;
    switch (spec.type) {
        case KeyType::text:
        case KeyType::duration:
        case KeyType::choice:
            return is_text(&node) ? "" : "text in quotes";
        case KeyType::money:
            return is_text(&node) ? "" : "an amount in quotes: \"40 M USD\"";
        case KeyType::texts:
        case KeyType::choices:
            return is_text(&node) || is_texts(node, 1, many) ? "" : "a list of names in quotes";
        case KeyType::list:
            return is_texts(node, 0, many) ? "" : "a list of names in quotes";
        case KeyType::lists:
            return is_lists(node, many) ? "" : "a list of lists of names in quotes";
        case KeyType::whole:
            return is_whole(node, 0) ? "" : "a whole number of at least 0";
        case KeyType::counts:
            return is_counts(node, many) ? "" : "a list of whole numbers of at least 1";
        case KeyType::pair:
            return is_texts(node, 2, 2) ? "" : "a list of two names in quotes";
        case KeyType::boolean:
            return node.is_boolean() ? "" : "true or false";
        case KeyType::count:
            return is_whole(node, 1) ? "" : "a whole number of at least 1";
        case KeyType::real:
            return node.is_number() ? "" : "a number";
        case KeyType::reals:
            return is_reals(node, many) ? "" : "a list of numbers";
        case KeyType::date:
            return is_date(node) ? "" : "a date without quotes: 2030-01-31";
        case KeyType::number:
            return node.is_number() || node.is_string() || node.is_table()
                       ? ""
                       : "a number or a distribution";
        case KeyType::numbers:
        case KeyType::section:
        case KeyType::parameters:
            return node.is_table() ? "" : "a table";
        case KeyType::sections:
            return node.is_array_of_tables() ? "" : "one or more [[sections]]";
        case KeyType::reserved:
            return "";
    }
    return "";
}

/// The words that are allowed, the one first that a wrong word is a part of.
std::string choice_hint(std::string_view choices, const std::string& word) {
    std::string out = fmt::format("one of {}", listed(choices));
    for (std::size_t at = 0; word.size() > 2 && at <= choices.size();) {
        const std::size_t end = std::min(choices.find('|', at), choices.size());
        const std::string_view choice = choices.substr(at, end - at);
        if (choice.find(word) != std::string_view::npos)
            return fmt::format("{} {}", did_you_mean(choice), out);
        at = end + 1;
    }
    return out;
}

/// E020 for a text that a list has twice.
void refuse_twins(const KeySpec& spec, const SourcePosition& at, const toml::node& node,
                  Report& report) {
    std::vector<std::string> words = texts_in(node);
    std::sort(words.begin(), words.end());
    const auto twin = std::adjacent_find(words.begin(), words.end());
    if (twin != words.end())
        report.add("E020", at, fmt::format("'{}' lists {} twice", spec.name, shown(*twin)),
                   "remove one of them");
}

void check_key(const KeySpec& spec, const SourcePosition& at, const toml::node& node,
               const std::string& file, Report& report) {
    if (spec.type == KeyType::reserved) {
        report.add("E013", at, fmt::format("'{}' is not supported by this version", spec.name));
        return;
    }
    const SourcePosition value_at = position_of(file, node.source());
    if (const auto wanted = type_problem(spec, node); !wanted.empty()) {
        report.add("E008", value_at, type_fault(spec, node), fmt::format("write {}", wanted));
        return;
    }
    if (spec.type == KeyType::choice && choice_index(spec.choices, node.as_string()->get()) < 0) {
        report.add("E009", value_at,
                   fmt::format("'{}' is {}", spec.name, shown(node.as_string()->get())),
                   choice_hint(spec.choices, node.as_string()->get()));
    } else if (spec.type == KeyType::choices) {
        for (const std::string& word : texts_in(node))
            if (choice_index(spec.choices, word) < 0)
                report.add("E009", value_at, fmt::format("'{}' has {}", spec.name, shown(word)),
                           choice_hint(spec.choices, word));
        refuse_twins(spec, value_at, node, report);
    } else if (spec.type == KeyType::texts || spec.type == KeyType::list) {
        refuse_twins(spec, value_at, node, report);
    } else if (spec.type == KeyType::section) {
        check_keys(*node.as_table(), spec.name, file, report);
    } else if (spec.type == KeyType::sections) {
        for (const auto& element : *node.as_array())
            check_keys(*element.as_table(), spec.name, file, report);
    }
}

}  // namespace

SourcePosition toml_position(const std::string& file, const toml::node& node) {
    return position_of(file, node.source());
}

SourcePosition toml_position(const std::string& file, const toml::table& table,
                             std::string_view key, std::string_view text) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return position_of(file, table.source());
    if (const toml::array* list = node->as_array())
        for (const auto& element : *list)
            if (element.is_string() && element.as_string()->get() == text)
                return position_of(file, element.source());
    return position_of(file, node->source());
}

void check_keys(const toml::table& table, std::string_view section, const std::string& file,
                Report& report) {
    for (const auto& [key, node] : table) {
        const SourcePosition at = position_of(file, key.source());
        if (const KeySpec* spec = find_key(section, key.str())) {
            check_key(*spec, at, node, file, report);
        } else {
            const auto names = key_names(section);
            std::string hint =
                report.wants("E012", at.file) ? did_you_mean(nearest(key.str(), names)) : "-";
            if (hint.empty()) hint = fmt::format("the keys here are {}", joined(names));
            report.add("E012", at, fmt::format("unknown key {}", shown(key.str())), hint);
        }
    }
    for (const auto& spec : scenario_keys()) {
        if (spec.section != section || !spec.required || table.contains(spec.name)) continue;
        const SourcePosition at =
            section.empty() ? SourcePosition{file, 1, 1} : position_of(file, table.source());
        report.add("E007", at, fmt::format("'{}' is missing", spec.name),
                   fmt::format("add it: {}", spec.help));
    }
}

std::optional<std::string> toml_text(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (!is_text(node)) return std::nullopt;
    return node->as_string()->get();
}

std::vector<std::string> toml_texts(const toml::table& table, std::string_view key) {
    std::vector<std::string> out;
    if (const auto text = toml_text(table, key)) out.push_back(*text);
    const toml::node* node = table.get(key);
    if (node != nullptr && is_texts(*node, 1, 1000)) {
        for (const auto& element : *node->as_array()) out.push_back(element.as_string()->get());
    }
    return out;
}

std::optional<std::pair<std::string, std::string>> toml_pair(const toml::table& table,
                                                             std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr || !is_texts(*node, 2, 2)) return std::nullopt;
    const toml::array& array = *node->as_array();
    return std::pair(array[0].as_string()->get(), array[1].as_string()->get());
}

std::optional<bool> toml_boolean(const toml::table& table, std::string_view key) {
    return table[key].value_exact<bool>();
}

std::optional<std::int64_t> toml_count(const toml::table& table, std::string_view key) {
    const auto value = table[key].value_exact<std::int64_t>();
    return value && *value >= 1 ? value : std::nullopt;
}

std::optional<std::int64_t> toml_whole(const toml::table& table, std::string_view key) {
    const auto value = table[key].value_exact<std::int64_t>();
    return value && *value >= 0 ? value : std::nullopt;
}

std::vector<std::int64_t> toml_counts(const toml::table& table, std::string_view key) {
    std::vector<std::int64_t> out;
    const toml::node* node = table.get(key);
    if (node != nullptr && is_counts(*node, 1000))
        for (const auto& element : *node->as_array()) out.push_back(element.as_integer()->get());
    return out;
}

std::vector<std::vector<std::string>> toml_lists(const toml::table& table, std::string_view key) {
    std::vector<std::vector<std::string>> out;
    const toml::node* node = table.get(key);
    if (node != nullptr && is_lists(*node, 1000))
        for (const auto& element : *node->as_array()) out.push_back(texts_in(element));
    return out;
}

std::optional<double> toml_real(const toml::table& table, std::string_view key) {
    return table[key].value<double>();
}

std::vector<double> toml_reals(const toml::table& table, std::string_view key) {
    std::vector<double> out;
    const toml::node* node = table.get(key);
    if (node != nullptr && is_reals(*node, 1000))
        for (const auto& element : *node->as_array())
            out.push_back(element.value<double>().value_or(0));
    return out;
}

std::optional<std::int32_t> toml_date(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr || !node->is_date()) return std::nullopt;
    const toml::date date = node->as_date()->get();
    return civil_day(date.year, date.month, date.day);
}

std::optional<int> toml_choice(const toml::table& table, std::string_view section,
                               std::string_view key) {
    const auto text = toml_text(table, key);
    const KeySpec* spec = find_key(section, key);
    if (!text || spec == nullptr) return std::nullopt;
    const int at = choice_index(spec->choices, *text);
    return at < 0 ? std::nullopt : std::optional<int>(at);
}

std::vector<const toml::table*> toml_sections(const toml::table& table, std::string_view key) {
    std::vector<const toml::table*> out;
    const toml::node* node = table.get(key);
    if (node == nullptr || !node->is_array_of_tables()) return out;
    for (const auto& element : *node->as_array()) out.push_back(element.as_table());
    return out;
}

}  // namespace forestall
