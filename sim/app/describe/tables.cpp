// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/describe/description.hpp"
#include "app/frame/numbers.hpp"
#include "engine/engine.hpp"
#include "results/variables.hpp"

namespace forestall::app {
namespace {

std::string dimensions_of(Along along) {
    std::string out = "option, member";
    for (const char* const name : dimensions_along(along)) out += fmt::format(", {}", name);
    return out;
}

const char* type_name(ValueType type) {
    switch (type) {
        case ValueType::count:
            return "count";
        case ValueType::real:
            return "real";
        case ValueType::flag:
            break;
    }
    return "flag";
}

}  // namespace

std::string outcomes_text() {
    Table table({Table::Align::left, Table::Align::left, Table::Align::left, Table::Align::left},
                "");
    table.row({"variable", "unit", "dimensions", "meaning"});
    for (const Variable& v : all_variables()) {
        std::string meaning(v.spec->long_name);
        if (!v.spec->flags.empty()) meaning += fmt::format(" (0, 1, …: {})", v.spec->flags);
        table.row({std::string(v.spec->name), std::string(v.spec->unit), dimensions_of(v.along),
                   std::move(meaning)});
    }
    table.row({"member_hash", "", "option, member", "digest of the world's states, 16 hex digits"});
    return "Variables of a results file. Unit 1: people, places or shares.\n\n" + table.text();
}

Json outcomes_json() {
    Json list = Json::array();
    for (const Variable& v : all_variables())
        list.push_back({{"name", v.spec->name},
                        {"unit", v.spec->unit},
                        {"type", type_name(v.spec->type)},
                        {"dimensions", dimensions_of(v.along)},
                        {"long_name", v.spec->long_name},
                        {"flag_meanings", v.spec->flags}});
    list.push_back({{"name", "member_hash"},
                    {"unit", ""},
                    {"type", "text"},
                    {"dimensions", dimensions_of(Along::nothing)},
                    {"long_name", "digest of the world's states, 16 hex digits"},
                    {"flag_meanings", ""}});
    return list;
}

}  // namespace forestall::app
