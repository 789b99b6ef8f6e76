// SPDX-License-Identifier: Apache-2.0
// Kalyvas's M on the ordinary engine: selective violence by control zone has its minima where
// somebody rules alone (1, 5) and at parity (3).
#include <gtest/gtest.h>

#include <array>

#include "validation/reference_worlds.hpp"

namespace forestall::test {
namespace {

constexpr int runs_each = 200;

/// Selective events per place and year, by zone 1 to 5.
std::array<double, 5> by_zone(const std::vector<std::string>& off) {
    WorldTables tables = reference_tables("control-zones");
    for (const auto& name : off) tables.settings.switched_off.push_back(name);
    const World world = World::build(std::move(tables));
    std::array<double, 5> n{};
    for (int m = 0; m < runs_each; ++m) {
        RunDetail detail;
        RunRequest request;
        request.member = static_cast<std::uint64_t>(m);
        request.detail = &detail;
        run_member(world, request);
        for (const Event& e : detail.events)
            if (e.kind == EventKind::one_sided && e.manner == "selective" && e.zone > 0)
                n[static_cast<std::size_t>(e.zone - 1)] += 1.0 / runs_each;
    }
    return n;
}

// Counts are nearly Poisson: the difference of two zones over 200 runs has standard error sqrt((x +
// y) / 200).
// 4.9 of it is alpha 1e-6 one-sided; with rates near 3 and 0.2 the difference is some 20 of it.
double z(double larger, double smaller) {
    return (larger - smaller) / std::sqrt((larger + smaller + 1e-9) / runs_each);
}

TEST(ControlZones, SelectiveViolencePeaksInZonesTwoAndFour) {
    const auto n = by_zone({});
    for (const std::size_t peak : {1U, 3U})
        for (const std::size_t low : {0U, 2U, 4U})
            EXPECT_GT(z(n[peak], n[low]), 4.9) << peak + 1 << " and " << low + 1;
    RecordProperty("zone1", std::to_string(n[0]));
    for (std::size_t i = 0; i < 5; ++i)
        std::printf("zone %zu: %.2f selective events a year\n", i + 1, n[i]);
}

TEST(ControlZones, WithoutInformationTheMIsGone) {
    const auto n = by_zone({"information"});
    const double least = std::min(z(n[1], n[2]), z(n[3], n[2]));
    EXPECT_LT(least, 4.9);
}

}  // namespace
}  // namespace forestall::test
