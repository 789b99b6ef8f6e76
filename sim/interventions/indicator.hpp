// SPDX-License-Identifier: Apache-2.0
// What the desk sees, and the indicators that may start an action: a row each, with its name in
// scenarios and how it is read.
#pragma once
#include "core/vocabulary.hpp"
#include "world/intervention.hpp"

namespace forestall {

/// What the desk sees at the start of a step.
struct DeskView {
    Stage stage = Stage::none;  ///< observed
    double risk = 0;
    double attention = 0;
    double reported_deaths = 0;  ///< civilians, 13 weeks, as seen
    double displaced = 0;        ///< share of the population
};

enum class Indicator : std::uint8_t { risk, attention, reported_deaths, displaced, stage };

struct IndicatorRow {
    Indicator value;
    std::string_view text;  ///< as `start = { indicator = … }` names it
    double (*read)(const DeskView& view);
};

inline constexpr auto indicators = vocabulary<Indicator, IndicatorRow>({
    {Indicator::risk, "risk", [](const DeskView& v) { return v.risk; }},
    {Indicator::attention, "attention", [](const DeskView& v) { return v.attention; }},
    {Indicator::reported_deaths, "reported_deaths",
     [](const DeskView& v) { return v.reported_deaths; }},
    {Indicator::displaced, "displaced", [](const DeskView& v) { return v.displaced; }},
    {Indicator::stage, "stage", [](const DeskView& v) { return number_of(v.stage); }},
});

inline double read(Indicator indicator, const DeskView& view) {
    return indicators.row(indicator).read(view);
}

}  // namespace forestall
