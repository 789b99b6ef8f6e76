// SPDX-License-Identifier: Apache-2.0
#include "results/export/graphml.hpp"

#include <gmock/gmock.h>

#include "results/export/sample_file.hpp"

namespace forestall {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;

/// A world with the places of the made-up file, and a road from each to the next.
World world_of(const Header& header) {
    WorldTables tables;
    tables.groups.push_back({"Highlanders"});
    for (const LocationLabel& l : header.locations)
        tables.places.push_back({.name = l.name, .region = l.region, .country = l.country});
    for (std::uint32_t p = 0; p + 1 < tables.places.size(); ++p)
        tables.routes.push_back({PlaceId{p}, PlaceId{p + 1}, 10.5 + p});
    return World::build(std::move(tables));
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

TEST(ExportGraphml, HasANodeForEachPlaceAndAnEdgeForEachRoute) {
    const Header header = sample_header(3);
    const std::string text = graphml_of_network(sample_file(header), world_of(header), 0);
    EXPECT_EQ(count(text, "<node "), 4u);
    EXPECT_EQ(count(text, "<edge "), 3u);
    EXPECT_THAT(text, HasSubstr("<edge source=\"n1\" target=\"n2\">\n"
                                "      <data key=\"km\">11.5</data>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"kind\">settlement</data>"));
}

TEST(ExportGraphml, GivesMeansOverTheMembersThatWereRun) {
    const Header header = sample_header(3, 3, 14, 2);
    const double deaths = sample_row(header, 0).by_option[1][PerPlace::deaths_by_location][1];
    EXPECT_THAT(graphml_of_network(sample_with_gaps(), world_of(header), 1),
                HasSubstr("<data key=\"deaths_by_location\">" +
                          std::to_string(static_cast<int>(deaths)) + "</data>"));
    EXPECT_THAT(graphml_of_network(sample_with_gaps(), world_of(header), 2),
                Not(HasSubstr("<data key=\"deaths_by_location\">")));
}

TEST(ExportGraphml, NamesCannotBreakTheFile) {
    Header header = sample_header(1, 1, 5, 1);
    header.locations[0].name = "<a & \"b\">\x01";
    const std::string text = graphml_of_network(sample_file(header), world_of(header), 0);
    EXPECT_THAT(text, HasSubstr("&lt;a &amp; \"b\"&gt;\\x01<"));
}

TEST(ExportGraphml, RefusesAWorldWithOtherPlaces) {
    const Header header = sample_header(1);
    EXPECT_THROW(graphml_of_network(sample_file(header), world_of(sample_header(1, 1, 5, 3)), 0),
                 FormatError);
}

}  // namespace
}  // namespace forestall
