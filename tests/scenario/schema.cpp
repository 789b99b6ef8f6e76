// SPDX-License-Identifier: Apache-2.0
#include "scenario/schema.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "checkout.hpp"
#include "escalation/monitoring.hpp"
#include "population/parameters.hpp"
#include "scenario/bless.hpp"
#include "scenario/keys.hpp"
#include "scenario/two_rivers.hpp"

namespace forestall::testing {
namespace {

TEST(Schema, HasEveryKeyAndParameterAndNoReservedOne) {
    const auto schema = nlohmann::json::parse(json_schema(test_tables));
    for (const auto& key : scenario_keys()) {
        if (!key.section.empty()) continue;
        EXPECT_EQ(schema["properties"].contains(key.name), key.type != KeyType::reserved)
            << key.name;
    }
    const auto& parameters = schema["properties"]["parameters"]["properties"];
    for (const auto& spec : test_specs) EXPECT_TRUE(parameters.contains(spec.name)) << spec.name;
    EXPECT_EQ(parameters["population.distance_exponent"]["anyOf"][2]["maximum"], 10);
    EXPECT_FALSE(schema["additionalProperties"].get<bool>());
}

TEST(Schema, IsTheCommittedFile) {
    const std::array<ParameterTable, 2> tables{population_parameters(), monitoring_parameters()};
    expect_file_is(in_checkout("scenarios/schema/scenario.schema.json"), json_schema(tables));
}

}  // namespace
}  // namespace forestall::testing
