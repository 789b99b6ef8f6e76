// SPDX-License-Identifier: Apache-2.0
#include "world/reference.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "world/builders.hpp"

namespace forestall::test {
namespace {

World with(ReferenceModel model, Day step_days = 1) {
    WorldTables t = empty_country();
    t.settings.step_days = step_days;
    t.settings.reference = model;
    t.places = {place("Lattice")};
    return World::build(t);
}

TEST(Reference, EveryFieldIsInTheDigest) {
    std::set<std::uint64_t> digests = {with(std::monostate{}, 1).digest(),
                                       with(LatticeSettings{}).digest(),
                                       with(CascadeSettings{}).digest()};
    std::size_t count = 3;
    const auto differs = [&](ReferenceModel model) {
        digests.insert(with(model).digest());
        EXPECT_EQ(digests.size(), ++count);
    };
    for (const auto& f : lattice_reals) {
        LatticeSettings s;
        s.*f.field += s.*f.field + 0.01 <= f.high ? 0.01 : -0.01;
        differs(s);
    }
    for (const auto& f : lattice_counts) {
        LatticeSettings s;
        s.*f.field += 1;
        differs(s);
    }
    differs(LatticeSettings{.neighbourhood = Neighbourhood::cross});
    differs(LatticeSettings{.ratio = RatioRule::raw});
    differs(LatticeSettings{.movement = false});
    differs(LatticeSettings{.quiet_without_victim = true});
    differs(CascadeSettings{.persons = 101});
    differs(CascadeSettings{.threshold_mean = 26});
    differs(CascadeSettings{.threshold_sd = 11});
    differs(CascadeSettings{.drawn = true});
}

TEST(Reference, BoundsAreHeldTo) {
    for (const auto& f : lattice_reals) {
        LatticeSettings s;
        s.*f.field = f.low - 1;
        EXPECT_THROW(with(s), std::invalid_argument) << f.name;
        s.*f.field = std::numeric_limits<double>::quiet_NaN();
        EXPECT_THROW(with(s), std::invalid_argument) << f.name;
    }
    for (const auto& f : lattice_counts) {
        LatticeSettings s;
        s.*f.field = f.low - 1;
        EXPECT_THROW(with(s), std::invalid_argument) << f.name;
    }
    EXPECT_THROW(with(CascadeSettings{.threshold_sd = 0}), std::invalid_argument);
    EXPECT_THROW(with(CascadeSettings{.persons = 0}), std::invalid_argument);
}

TEST(Reference, RefusesWhatALatticeCannotHold) {
    EXPECT_THROW(with(LatticeSettings{.width = 14}), std::invalid_argument)
        << "vision 7 would see a site twice";
    EXPECT_NO_THROW(with(LatticeSettings{.width = 15}));
    EXPECT_THROW(with(LatticeSettings{.population_density = 0.97}), std::invalid_argument);
    EXPECT_THROW(with(LatticeSettings{}, 7), std::invalid_argument) << "a cycle is a day";
}

}  // namespace
}  // namespace forestall::test
