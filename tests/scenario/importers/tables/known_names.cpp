// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/known_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "checkout.hpp"

namespace forestall::testing {
namespace {

std::string found(Field field, std::vector<std::string> names, std::string_view level = {}) {
    return find_known(field, names, level);
}

TEST(KnownNames, AreThoseOfTheFinestLevel) {
    EXPECT_EQ(found(Field::area_code, {"ADM1_PCODE", "ADM2_PCODE", "ADM0_PCODE"}), "ADM2_PCODE");
    EXPECT_EQ(found(Field::area_name, {"admin1Name", "admin2Name"}), "admin2Name");
    EXPECT_EQ(found(Field::parent_name, {"admin1Name", "admin2Name"}, "admin2Name"), "admin1Name");
    EXPECT_EQ(found(Field::area_code, {"GID_1", "NAME_1"}), "GID_1");
}

TEST(KnownNames, AreFoundWithoutALevel) {
    EXPECT_EQ(found(Field::area_name, {"name", "country"}), "name");
    EXPECT_EQ(found(Field::parent_name, {"name", "country"}, "name"), "");
    EXPECT_EQ(found(Field::persons, {"Date", "Individuals"}), "Individuals");
    EXPECT_EQ(found(Field::date, {"Date", "Individuals"}), "Date");
}

TEST(KnownNames, OfDisplacedPeopleAreNotThoseOfEverybody) {
    EXPECT_EQ(found(Field::displaced, {"Population", "T_TL", "Total", "IDPs"}), "IDPs");
    EXPECT_EQ(found(Field::displaced, {"Population", "T_TL", "Total"}), "");
}

TEST(KnownNames, AreNotGuessed) {
    EXPECT_EQ(found(Field::area_code, {"ADM9_PCODE", "myname", "adm_pcode"}), "");
    EXPECT_EQ(found(Field::persons, {}), "");
}

TEST(KnownNames, EachFieldHasARow) {
    for (const Field field : {Field::area_code, Field::area_name, Field::parent_name,
                              Field::persons, Field::displaced, Field::date, Field::origin}) {
        std::size_t rows = 0;
        for (const KnownNames& k : known_names()) rows += k.field == field ? 1 : 0;
        EXPECT_EQ(rows, 1U);
    }
}

/// The table of docs/methods/observations.md.
std::string known_names_table() {
    std::string out = "| what | names |\n|---|---|\n";
    for (const KnownNames& k : known_names())
        out += fmt::format("| {} | {} |\n", k.what, fmt::join(k.patterns, ", "));
    return out;
}

TEST(KnownNames, AreThoseOfThePage) {
    std::ostringstream page;
    page << std::ifstream(in_checkout("docs/methods/observations.md"), std::ios::binary).rdbuf();
    EXPECT_NE(page.str().find(known_names_table() + "<!-- /known names -->"), std::string::npos)
        << known_names_table();
}

}  // namespace
}  // namespace forestall::testing
