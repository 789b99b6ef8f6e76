// SPDX-License-Identifier: Apache-2.0
#include "app/describe/beginning_words.hpp"

#include <fmt/format.h>

#include "scenario/text.hpp"
#include "world/stage_start.hpp"

namespace forestall::app {
namespace {

/// "reported_deaths is at least 30", "… for 14 d".
std::string condition(const Beginning& b) {
    std::string out = fmt::format("{} is at least {:.4g}", b.indicator, b.at_least);
    if (b.for_days > 0) out += fmt::format(" for {} d", b.for_days);
    return out;
}

std::string after_text(const Option& option, const Beginning& b) {
    std::string out = b.delay > 0 ? fmt::format("{} d ", b.delay) : std::string();
    out += fmt::format("after “{}” was announced",
                       option.actions[static_cast<std::size_t>(b.after)].name);
    if (b.indicator.empty()) return out;
    out += fmt::format(", {} {}", b.unless ? "unless" : "if", condition(b));
    if (b.within > 0) out += fmt::format(" within {} d of that", b.within);
    return out;
}

}  // namespace

std::string day_text(Day day, const std::string& start_date) {
    if (day <= 0) return "from the start";
    if (const auto first = parse_date(start_date)) return "on " + date_text(*first + day);
    return fmt::format("on day {}", day);
}

std::string beginning_text(const Option& option, const Beginning& b,
                           const std::string& start_date) {
    switch (b.when) {
        case Beginning::When::day:
            return day_text(b.day, start_date);
        case Beginning::When::stage:
            return fmt::format("{} stage {} is observed",
                               b.delay > 0 ? fmt::format("{} d after", b.delay) : "once",
                               stage_words.text(b.stage));
        case Beginning::When::indicator:
            return "when " + condition(b);
        case Beginning::When::after:
            return after_text(option, b);
    }
    return "";
}

}  // namespace forestall::app
