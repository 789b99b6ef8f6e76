// SPDX-License-Identifier: Apache-2.0
#include "app/job/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app {
namespace {

constexpr std::uint64_t most_shards = 1'000'000;

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

bool parse_number(std::string_view text, std::uint64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::vector<std::string> known_options(const World& world) {
    std::vector<std::string> out{baseline_option};
    for (const Option& option : world.options()) out.push_back(option.name);
    return out;
}

std::vector<std::string> parse_options(const std::string& text, const World& world) {
    std::vector<std::string> known = known_options(world);
    if (text == "all") return known;
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string name = text.substr(at, end - at);
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw UsageError(
                fmt::format("this scenario has no option '{}'", name),
                "there is: " + joined(known) + (known.size() == 1 ? " (do nothing)" : ""));
        if (std::find(out.begin(), out.end(), name) != out.end())
            throw UsageError(fmt::format("the option '{}' is named twice", name));
        out.push_back(name);
        at = end + 1;
    }
    return out;
}

std::vector<std::string> with_baseline(std::vector<std::string> options) {
    if (std::find(options.begin(), options.end(), baseline_option) == options.end())
        options.insert(options.begin(), baseline_option);
    return options;
}

std::vector<std::string> without_baseline(const std::string& text, const World& world) {
    std::vector<std::string> out = parse_options(text, world);
    const auto none = std::find(out.begin(), out.end(), baseline_option);
    if (none != out.end() && text != "all" && out.size() > 1)
        throw UsageError("--options names 'none', which --no-baseline leaves out",
                         "leave out one of the two");
    if (none != out.end()) out.erase(none);
    if (out.empty())
        throw UsageError("--no-baseline leaves nothing to run",
                         "name other options with --options, or say all");
    return out;
}

std::vector<std::string> parse_interventions(const std::string& text, const Catalogue& catalogue) {
    std::vector<std::string> names;
    for (std::size_t at = 0; !text.empty() && at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        names.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    for (const std::string& name : names) {
        if (std::count(names.begin(), names.end(), name) > 1)
            throw UsageError(fmt::format("intervention '{}' is named twice", name),
                             "name each once");
        if (std::none_of(catalogue.interventions.begin(), catalogue.interventions.end(),
                         [&](const Intervention& i) { return i.name == name; }))
            throw UsageError(fmt::format("the catalogue has no intervention '{}'", name),
                             "`forestall describe interventions` lists them");
    }
    return names;
}

Shard parse_shard(const std::string& text) {
    Shard shard;
    const std::size_t slash = text.find('/');
    const bool good = slash != std::string::npos &&
                      parse_number(std::string_view(text).substr(0, slash), shard.index) &&
                      parse_number(std::string_view(text).substr(slash + 1), shard.count) &&
                      shard.count >= 1 && shard.count <= most_shards && shard.index <= shard.count;
    if (!good)
        throw UsageError(fmt::format("--shard {} makes no sense", text),
                         fmt::format("write i/n with n from 1 to {} and i up to n, for instance "
                                     "1/4, 2/4, 3/4 and 4/4 for a job in "
                                     "four parts",
                                     thousands(static_cast<std::int64_t>(most_shards))));
    shard.index %= shard.count;
    return shard;
}

}  // namespace forestall::app
