// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/known_names.hpp"

#include <algorithm>
#include <array>

namespace forestall {
namespace {

using Patterns = std::string_view;

namespace patterns {

constexpr Patterns codes[] = {"adm#_pcode", "admin#pcode", "admin#pcod", "adm#pcode", "gid_#",
                              "ts_pcode",   "shapeid",     "shapeiso",   "pcode",     "iso_3166_2"};
constexpr Patterns area_names[] = {"adm#_en",       "adm#_name", "adm#_fr", "admin#name",
                                   "admin#name_en", "name_#",    "ts",      "shapename",
                                   "name",          "area"};
constexpr Patterns people[] = {"persons",     "numpresentidpind", "idp individuals",
                               "individuals", "idp_total",        "idps",
                               "idp",         "population",       "t_tl",
                               "total",       "refugees"};
constexpr Patterns displaced[] = {
    "numpresentidpind", "idp individuals", "individuals", "idp_total", "idps", "idp",
    "persons",          "refugees"};
constexpr Patterns dates[] = {"date", "reportingdate", "data_date", "survey date", "year"};
constexpr Patterns origins[] = {"idporiginadmin#pcode", "idporiginadmin#name", "origin",
                                "country of origin"};

}  // namespace patterns

constexpr KnownNames fields[] = {
    {Field::area_code, "p-code of an area", patterns::codes},
    {Field::area_name, "name of an area", patterns::area_names},
    {Field::parent_name, "name of the area that it is part of", patterns::area_names},
    {Field::persons, "people", patterns::people},
    {Field::displaced, "displaced people", patterns::displaced},
    {Field::date, "date", patterns::dates},
    {Field::origin, "where people come from", patterns::origins},
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool is_level(char c) { return c >= '0' && c <= '9'; }

/// Whether the name is the pattern with this level in the place of '#'.
bool fits(std::string_view pattern, std::string_view name, int level) {
    const auto at = pattern.find('#');
    if (at == std::string_view::npos) return pattern == name;
    if (name.size() != pattern.size()) return false;
    return name.substr(0, at) == pattern.substr(0, at) && name[at] == '0' + level &&
           name.substr(at + 1) == pattern.substr(at + 1);
}

/// The first digit of a name, or -1: its level.
int level_in(std::string_view name) {
    const auto digit = std::find_if(name.begin(), name.end(), is_level);
    return digit == name.end() ? -1 : *digit - '0';
}

}  // namespace

std::span<const KnownNames> known_names() { return fields; }

std::string find_known(Field field, std::span<const std::string> names, std::string_view level_of) {
    const auto row = std::find_if(std::begin(fields), std::end(fields),
                                  [&](const KnownNames& k) { return k.field == field; });
    const bool parent = field == Field::parent_name;
    const int top = parent ? level_in(level_of) - 1 : 4;
    const int bottom = parent ? std::max(top, 0) : 0;
    for (int level = top; level >= bottom; --level)
        for (const std::string_view pattern : row->patterns)
            for (const std::string& name : names)
                if (pattern.find('#') != std::string_view::npos &&
                    fits(pattern, lower(name), level))
                    return name;
    if (parent) return "";
    for (const std::string_view pattern : row->patterns)
        for (const std::string& name : names)
            if (pattern == lower(name)) return name;
    return "";
}

}  // namespace forestall
