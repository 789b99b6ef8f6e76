// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "app/exercise/course.hpp"
#include "app/exercise/review.hpp"
#include "app/exercise/text.hpp"
#include "scenario/exercise/period.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

std::string file_of(const std::string& option) { return fmt::format("options/{}.toml", option); }

bool taken(const ScenarioFiles& files) {
    try {
        world_of(files);
        return true;
    } catch (const TextRefused&) {
        return false;
    }
}

std::optional<ScenarioFiles> ending(const ScenarioFiles& files, std::int32_t last) {
    const auto text = with_last_day(files.at("scenario.toml"), last);
    if (!text) return std::nullopt;
    ScenarioFiles out = files;
    out["scenario.toml"] = *text;
    if (!taken(out)) return std::nullopt;
    return out;
}

/// The text up to the end of the tail, or to the first end of a step after it that the reader
/// takes: an order of the last turn may arrive later, or a stored option.
void cut_period(const Case& on, ScenarioFiles& files) {
    const Settings& settings = on.tables().settings;
    const auto start = parse_date(settings.start_date);
    const Day wanted = on.first_day(on.plan().turns + 1) + on.plan().tail_days;
    if (!start) return;
    // What is taken with one end is taken with every later one.
    Day steps = 0, most = (settings.days - wanted) / settings.step_days;
    std::optional<ScenarioFiles> best;
    while (steps <= most) {
        const Day middle = (steps + most) / 2;
        const Day end = wanted + middle * settings.step_days;
        auto cut = end < settings.days ? ending(files, *start + end - 1) : std::nullopt;
        if (cut) {
            best = std::move(cut);
            most = middle - 1;
        } else {
            steps = middle + 1;
        }
    }
    if (best) files = std::move(*best);
}

}  // namespace

ReviewFiles review_files(const Case& on, const Branch& branch) {
    const int turn = branch.turn - 1;
    ReviewFiles out{text_of(on, branch, turn), {}, false};
    out.played = out.files.contains(file_of(played_option));
    for (const PlayedOrder& order : branch.orders) {
        if (!order.stands(turn)) continue;
        const Intervention* what = on.intervention(order.order.intervention);
        Variant v{order.action,
                  what == nullptr ? order.order.intervention : what->title,
                  order.seat,
                  order.order.partner,
                  order.start,
                  "without-" + order.action,
                  ""};
        const std::string without = option_text(on, branch, turn, "Without " + order.action,
                                                Otherwise{order.action, true, 0});
        // The only order left out is doing nothing.
        if (without.empty())
            v.without = "none";
        else
            out.files[file_of(v.without)] = without;
        if (on.first_day(order.start) > 0) {
            v.earlier = "earlier-" + order.action;
            out.files[file_of(v.earlier)] =
                option_text(on, branch, turn, "Earlier " + order.action,
                            Otherwise{order.action, false, review_earlier_days});
        }
        out.variants.push_back(std::move(v));
    }
    cut_period(on, out.files);
    return out;
}

}  // namespace forestall::app::exercise
