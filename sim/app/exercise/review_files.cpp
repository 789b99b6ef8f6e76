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

/// The text up to the end of the tail, if the reader takes it: an order of the last turn may arrive
/// later than that.
bool cut_period(const Case& on, ScenarioFiles& files) {
    const Day end = on.first_day(on.plan().turns + 1) + on.plan().tail_days;
    if (end >= on.tables().settings.days) return false;
    const auto start = parse_date(on.tables().settings.start_date);
    const auto text =
        start ? with_last_day(files["scenario.toml"], *start + end - 1) : std::nullopt;
    if (!text) return false;
    ScenarioFiles shorter = files;
    shorter["scenario.toml"] = *text;
    if (!taken(shorter)) return false;
    files = std::move(shorter);
    return true;
}

}  // namespace

ReviewFiles review_files(const Case& on, const Branch& branch) {
    const int turn = branch.turn - 1;
    ReviewFiles out{text_of(on, branch, turn), {}, false, false};
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
    out.cut = cut_period(on, out.files);
    return out;
}

}  // namespace forestall::app::exercise
