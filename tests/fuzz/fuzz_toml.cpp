// SPDX-License-Identifier: Apache-2.0
// Long and deep TOML out of short inputs: `500`[` stands for five hundred brackets. However deep
// its brackets, however long its keys, lines and lists, a scenario's text is read or refused; what
// lies beyond the limits is refused.
#include <algorithm>
#include <cstdlib>

#include "scenario/toml_limits.hpp"
#include "split_files.hpp"

namespace {

using namespace forestall;

constexpr std::size_t most_bytes = 512 << 10;  // twice what one line may have

/// `NUMBER`PIECE` as so many pieces; anything else as it is. Ends where the text gets too long.
std::string expanded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('`'), text.size());
        out += text.substr(0, open);
        const std::size_t middle = text.find('`', open + 1);
        const std::size_t close =
            middle == std::string_view::npos ? middle : text.find('`', middle + 1);
        if (close == std::string_view::npos) {
            out += text.substr(open);
            break;
        }
        std::size_t times = 0;
        for (const char c : text.substr(open + 1, middle - open - 1))
            if (c >= '0' && c <= '9')
                times = std::min(times * 10 + static_cast<std::size_t>(c - '0'), most_bytes);
        const std::string_view piece = text.substr(middle + 1, close - middle - 1);
        for (; times > 0 && !piece.empty() && out.size() < most_bytes; --times) out += piece;
        text.remove_prefix(close + 1);
    }
    return out.substr(0, most_bytes);
}

/// Whether a file that is read as TOML goes beyond the limits, at a position that it has.
bool beyond(const ScenarioFiles& files) {
    bool out = false;
    for (const auto& [name, text] : files) {
        const auto excess = beyond_limits(text);
        if (!excess) continue;
        if (excess->offset > text.size() || excess->line < 1 || excess->column < 1 ||
            excess->what.empty())
            std::abort();
        if (beyond_limits(std::string_view(text).substr(0, excess->offset))) std::abort();
        out = out || name == "scenario.toml";
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = expanded({reinterpret_cast<const char*>(data), size});
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    ScenarioFiles files = fuzz::split_files(bytes, text.size());
    const bool must_fail = beyond(files);
    const Loaded loaded = load_scenario_text(std::move(files), {}, fuzz::small_limits());
    if (loaded.tables.has_value() == loaded.diagnostics.has_errors()) std::abort();
    if (must_fail && loaded.tables) std::abort();
    for (const auto& diagnostic : loaded.diagnostics.all())
        if (to_string(diagnostic).empty() || diagnostic.code.empty()) std::abort();
    return 0;
}
