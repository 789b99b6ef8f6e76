// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/held_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/frame/errors.hpp"
#include "app/job/held.hpp"

namespace forestall::app {
namespace {

/// Name and value of "NAME=VALUE".
std::pair<std::string, double> assumption_of(const std::string& word) {
    const std::size_t at = std::min(word.rfind('='), word.size());
    double value = 0;
    const char* const begin = word.data() + std::min(at + 1, word.size());
    const auto [end, error] = std::from_chars(begin, word.data() + word.size(), value);
    if (at == 0 || error != std::errc() || end != word.data() + word.size() ||
        !std::isfinite(value))
        throw UsageError(fmt::format("'{}' is not an assumption", word),
                         "for instance --assume population.kin_pull=5");
    return {word.substr(0, at), value};
}

}  // namespace

std::map<std::string, double> held_numbers(const std::vector<std::string>& words,
                                           const analysis::StoredCase& stored) {
    std::map<std::string, double> out;
    if (words.empty()) return out;
    const auto& known = stored.header().parameters;
    // A scenario that this program refuses has no bounds; running it is refused then.
    const std::vector<Holdable> all =
        stored.readable() ? holdables(*stored.world()) : std::vector<Holdable>();
    for (const std::string& word : words) {
        const auto [name, value] = assumption_of(word);
        const auto same_name = [&name = name](const auto& other) { return other.name == name; };
        if (std::none_of(known.begin(), known.end(), same_name))
            throw UsageError(fmt::format("the file has no assumption '{}'", name),
                             "`forestall flip FILE --json` lists those that vary");
        if (!out.emplace(name, value).second)
            throw UsageError(fmt::format("--assume gives '{}' twice", name), "leave one out");
        const auto held = std::find_if(all.begin(), all.end(), same_name);
        if (held != all.end() && (value < held->low || value > held->high))
            throw UsageError(fmt::format("'{}' is {}", name, value),
                             fmt::format("it must be from {} to {}{}", held->low, held->high,
                                         held->unit == "1" ? "" : " " + held->unit));
    }
    return out;
}

}  // namespace forestall::app
