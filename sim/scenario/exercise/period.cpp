// SPDX-License-Identifier: Apache-2.0
#include "scenario/exercise/period.hpp"

#include "scenario/text.hpp"
#include "scenario/toml_access.hpp"

namespace forestall {
namespace {

/// Byte offset of a line and column, both from 1; columns are characters.
std::size_t offset_of(std::string_view text, int line, int column) {
    std::size_t at = 0;
    for (int l = 1; l < line && at < text.size(); ++l) at = text.find('\n', at) + 1;
    for (int c = 1; c < column && at < text.size(); ++c) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
}

}  // namespace

std::optional<std::string> with_last_day(std::string_view toml, std::int32_t last) {
    constexpr std::size_t letters = 10;
    Diagnostics unheard;
    Report report(unheard, 1);
    const auto root = parse_toml("scenario.toml", toml, report);
    const toml::table* period = root ? (*root)["period"].as_table() : nullptr;
    if (period == nullptr || !toml_date(*period, "end")) return std::nullopt;
    const SourcePosition at = toml_position("scenario.toml", *period->get("end"));
    std::size_t from = offset_of(toml, at.line, at.column);
    std::string out(toml);
    if (from + letters > out.size() || !parse_date(toml.substr(from, letters))) return std::nullopt;
    return out.replace(from, letters, date_text(last));
}

}  // namespace forestall
