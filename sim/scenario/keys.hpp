// SPDX-License-Identifier: Apache-2.0
// Every key of scenario.toml and every column of the CSV files, once: validation, the JSON Schema
// and the tests of the docs read these tables.
#pragma once
#include <span>
#include <string_view>

namespace forestall {

enum class KeyType {
    text,   ///< non-empty string
    texts,  ///< array of strings, or one string
    pair,   ///< array of two strings
    boolean,
    list,        ///< array of strings, which may be empty
    lists,       ///< array of arrays of strings
    count,       ///< whole number >= 1
    whole,       ///< whole number >= 0
    counts,      ///< array of whole numbers >= 1
    real,        ///< plain number; its reader knows the bounds
    reals,       ///< array of plain numbers
    date,        ///< TOML date
    duration,    ///< "7 d"
    money,       ///< "40 M USD"
    number,      ///< constant or distribution, checked against the parameter `parameter`
    numbers,     ///< table: name of a group or actor -> number, checked against the parameter
                 ///< `parameter`
    choices,     ///< list of texts, each one of `choices`
    choice,      ///< one of `choices`
    section,     ///< table with keys of its own
    sections,    ///< array of tables
    parameters,  ///< table: parameter name -> number
    reserved     ///< known, but no mechanism of this version reads it
};

struct KeySpec {
    std::string_view section;  ///< "" for the top level
    std::string_view name;
    KeyType type = KeyType::text;
    bool required = false;
    std::string_view help;
    std::string_view choices = {};    ///< "a|b|c"
    std::string_view parameter = {};  ///< for `number`: the parameter it sets
};

std::span<const KeySpec> scenario_keys();

struct ColumnSpec {
    std::string_view file;
    std::string_view name;
    bool required = false;
    std::string_view help;
    std::string_view choices = {};
};

std::span<const ColumnSpec> scenario_columns();

/// Files a scenario directory may hold. `read`: by this version.
struct FileSpec {
    std::string_view name;
    bool required = false;
    bool read = true;
};

std::span<const FileSpec> scenario_files();

/// Position of `word` in "a|b|c", or -1.
int choice_index(std::string_view choices, std::string_view word);

}  // namespace forestall
