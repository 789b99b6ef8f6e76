// SPDX-License-Identifier: Apache-2.0
// Documents as the JSON library itself would write them.
#include "app/frame/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace forestall::app {
namespace {

/// The same document twice, by our notation and by the library's.
template <class Document>
Document document() {
    const std::vector<std::string> names{"a", "b"};
    Document out = {{"text", "ä \"quoted\""},
                    {"whole", -3},
                    {"count", std::uint64_t{18446744073709551615U}},
                    {"real", 0.1},
                    {"round", 5.0},
                    {"yes", true},
                    {"nothing", nullptr},
                    {"names", names},
                    {"lists", std::vector<std::vector<std::string>>{{"x"}, {}}},
                    {"range", {1, 2}},
                    {"one", {{"key", "value"}}},
                    {"words", {"not", "a", "pair"}}};
    out["later"] = Document::array();
    out["later"].push_back({{"n", 1.5}, {"m", names.size()}});
    out["later"].push_back(std::nan(""));
    out["keys"]["z"] = 1;
    out["keys"]["a"] = 2;
    out["real"] = 1e-7;
    Document more = {{"whole", 4}, {"last", Document::object()}};
    out.update(more);
    return out;
}

TEST(Json, IsWrittenAsTheLibraryWritesIt) {
    using Library = nlohmann::ordered_json;
    EXPECT_EQ(document<Json>().text(),
              document<Library>().dump(2, ' ', false, Library::error_handler_t::replace));
    EXPECT_EQ(document<Json>().line(), document<Library>().dump());
    EXPECT_EQ(Json().line(), "null");
    EXPECT_EQ(Json::parsed(document<Json>().line()).line(), document<Library>().dump());
}

TEST(Json, MendsTextForPeopleAndRefusesItInALine) {
    const Json broken = {{"name", "\xff"}};
    EXPECT_EQ(broken.text(), "{\n  \"name\": \"\xEF\xBF\xBD\"\n}");
    EXPECT_ANY_THROW(broken.line());
}

TEST(Json, TakesNothingFromWhatIsNoJsonOrNestsWithoutEnd) {
    EXPECT_EQ(Json::parsed("{\"a\": ").line(), "null");
    EXPECT_EQ(Json::parsed("").line(), "null");
    EXPECT_EQ(Json::parsed(std::string(100'000, '[')).line(), "null");
    EXPECT_EQ(Json::parsed(std::string(1000, '[') + std::string(1000, ']')).line(), "null");
    EXPECT_EQ(Json::parsed("[[1, [2]]]").line(), "[[1,[2]]]");
}

TEST(Json, IsNotAKeyedThingAndAListAtOnce) {
    Json list = Json::array();
    EXPECT_THROW(list["key"], std::logic_error);
    Json keyed = Json::object();
    EXPECT_THROW(keyed.push_back(1), std::logic_error);
    EXPECT_THROW(keyed.update(list), std::logic_error);
}

TEST(Json, GivesBackWhatWasReadByItsKindOnly) {
    const Json json = Json::parsed(R"({"a": "x", "b": -3, "c": 2.5, "d": true, "e": [1, "y"]})");
    EXPECT_TRUE(json.is_object());
    EXPECT_EQ(json.find("a")->as_text(), "x");
    EXPECT_EQ(json.find("b")->as_whole(), -3);
    EXPECT_EQ(json.find("b")->as_real(), -3.0);
    EXPECT_EQ(json.find("c")->as_real(), 2.5);
    EXPECT_EQ(json.find("d")->as_boolean(), true);
    ASSERT_EQ(json.find("e")->items().size(), 2U);
    EXPECT_EQ(json.find("e")->items()[0].as_whole(), 1);
    EXPECT_EQ(json.find("nothing"), nullptr);
    EXPECT_EQ(json.find("a")->find("a"), nullptr);
    EXPECT_FALSE(json.find("a")->as_whole() || json.find("c")->as_whole() ||
                 json.find("b")->as_text() || json.find("a")->as_real() ||
                 json.find("b")->as_boolean());
    EXPECT_TRUE(json.find("a")->items().empty());
    EXPECT_FALSE(Json::parsed("18446744073709551615").as_whole()) << "more than it can hold";
}

}  // namespace
}  // namespace forestall::app
