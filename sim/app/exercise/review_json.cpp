// SPDX-License-Identifier: Apache-2.0
// A review as programs read it. docs/exercise.md has the keys.
#include "app/comparison/report.hpp"
#include "app/exercise/review.hpp"

namespace forestall::app::exercise {
namespace {

Json json_of_change(const Change& c) {
    return {{"option", c.option},
            {"difference", json_of(c.difference)},
            {"members_changed", c.changed},
            {"told", c.told},
            {"typical", json_of(c.answers.deaths)},
            {"mass_killing", json_of(c.answers.killing)},
            {"displacement", json_of(c.answers.displaced)},
            {"any_told", c.any()}};
}

Json json_of_part(const OrderPart& part) {
    return {{"action", part.action},
            {"title", part.title},
            {"seat", part.seat},
            {"partner", part.partner},
            {"turn", part.start},
            {"added", json_of_change(part.added)},
            {"earlier", part.earlier.option.empty() ? Json() : json_of_change(part.earlier)}};
}

Json json_of_fan(const Fan& fan) {
    Json out{{"option", fan.option}, {"same_assumptions", fan.same_assumptions}};
    Json& levels = out["levels"] = Json::array();
    for (const double level : Fan::levels) levels.push_back(level);
    Json& quantiles = out["quantiles"] = Json::array();
    for (const std::vector<double>& values : fan.quantiles) quantiles.push_back(values);
    return out;
}

}  // namespace

Json to_json(const Review& r) {
    Json out{{"outcome", r.outcome},
             {"text", r.text},
             {"less_is_better", r.less_is_better},
             {"members", r.members},
             {"wanted", r.wanted},
             {"whole", r.whole()},
             {"luck", Json()},
             {"skill", list_of(r.skill, json_of_change)},
             {"orders", list_of(r.orders, json_of_part)},
             {"course",
              {{"text", r.course_text},
               {"dates", r.dates},
               {"own", r.course},
               {"fans", list_of(r.fans, json_of_fan)}}},
             {"sentences", sentences_of(r)}};
    if (r.futures > 0)
        out["luck"] = {{"own", r.own},
                       {"futures", r.futures},
                       {"mean", r.mean},
                       {"better", r.better},
                       {"same", r.same}};
    if (r.futures > 0)
        out["mass_killing"] = {{"until", r.odds.until},        {"own", r.odds.own},
                               {"in_futures", r.odds.futures}, {"played", json_of(r.odds.played)},
                               {"none", json_of(r.odds.none)}, {"sentence", odds_sentence(r)}};
    return out;
}

}  // namespace forestall::app::exercise
