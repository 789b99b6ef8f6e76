// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/settling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/comparison/family.hpp"
#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/phrases.hpp"
#include "analysis/digits.hpp"

namespace forestall::comparison {
namespace {

/// More than this many are not worth naming.
constexpr double practical = 100'000;

constexpr std::uint64_t first_look = 60;
constexpr double growth = 1.4;

/// `value`, `lo`, `hi`: on a scale where 0 is "no difference".
double members_for(double value, double lo, double hi, std::size_t members) {
    const double half = value > 0 ? value - lo : hi - value;
    return static_cast<double>(members) * std::pow(half / value, 2);
}

double members_until_enough_differ(std::size_t differ, std::size_t members) {
    return static_cast<double>(few_members) / static_cast<double>(differ) *
           static_cast<double>(members);
}

}  // namespace

double members_to_settle(const Typical& answer, std::size_t members) {
    if (answer.clear == Clear::few)
        return members_until_enough_differ(answer.less + answer.more, members);
    if (answer.clear != Clear::open) return not_defined;
    return members_for(std::log(answer.ratio.value), std::log(answer.ratio.lo),
                       std::log(answer.ratio.hi), members);
}

double members_to_settle(const Catastrophe& answer, std::size_t members) {
    if (answer.clear != Clear::open) return not_defined;
    const Figure& d = answer.difference;
    return members_for(d.value, d.lo, d.hi, members);
}

std::string settle_text(double members, const char* unit) {
    if (std::isnan(members)) return "";
    if (members > practical) return fmt::format("more {} than are practical", unit);
    const double digit = std::pow(10, std::floor(std::log10(members)) - 1);
    const auto rounded = static_cast<std::int64_t>(digit * std::ceil(members / digit));
    return fmt::format("about {} {}", analysis::thousands(rounded), unit);
}

std::string settle_sentence(const Typical& answer, std::size_t members, const char* unit) {
    const std::string text = settle_text(members_to_settle(answer, members), unit);
    if (text.empty()) return "";
    if (answer.clear == Clear::few)
        return fmt::format("{} would make enough differ to say more", text);
    return fmt::format("{} would settle it if the difference stays as it is", text);
}

std::vector<std::uint64_t> looks(std::uint64_t members) {
    std::vector<std::uint64_t> out;
    for (auto at = static_cast<double>(first_look); at < static_cast<double>(members); at *= growth)
        out.push_back(static_cast<std::uint64_t>(std::ceil(at)));
    out.push_back(members);
    return out;
}

double widest(const std::vector<Answers>& answers, std::size_t baseline) {
    double out = not_defined;
    for (std::size_t o = 0; o < answers.size(); ++o) {
        const Typical& t = answers[o].deaths;
        if (o == baseline || t.clear == Clear::few || t.clear == Clear::none) continue;
        // Symmetric in the logarithm.
        const double half = t.ratio.hi / t.ratio.value - 1;
        out = std::isnan(out) ? half : std::max(out, half);
    }
    return out;
}

std::vector<Answers> answers_in(const Results& results, std::size_t baseline, const Plan& plan) {
    const std::vector<std::size_t> members = members_of_all(results);
    const auto values = [&](const char* name) { return outcome_of(results, name, members).values; };
    return answers_of(values("civilian_deaths"), values("mass_killing"), values("displaced:peak"),
                      baseline, plan);
}

}  // namespace forestall::comparison
