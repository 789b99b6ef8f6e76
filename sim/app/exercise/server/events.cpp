// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/events.hpp"

#include <fmt/format.h>

#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::size_t most_kept = 256;

}  // namespace

std::string Events::text_of(std::string_view name, std::uint64_t id, const Board& board) const {
    const Json data{{"version", board.version}, {"branch", board.branch}, {"turn", board.turn}};
    return fmt::format("id: {}-{}\nevent: {}\ndata: {}\n\n", run_, id, name, data.line());
}

std::string Events::publish(const std::set<News>& changes, const Board& board) {
    std::string out;
    for (const News change : changes) {
        if (change == News::out) continue;
        told_.push_back({++last_, text_of(news_words.text(change), last_, board)});
        out += told_.back().text;
        if (told_.size() > most_kept) told_.pop_front();
    }
    return out;
}

std::string Events::greeting(std::string_view last, const Board& board) const {
    std::string out = text_of("hello", last_, board);
    const std::string start = run_ + "-";
    if (!last.starts_with(start)) return out;
    const auto heard = parse_integer(last.substr(start.size()));
    const auto first = told_.empty() ? last_ + 1 : told_.front().id;
    if (!heard || *heard < 0 || static_cast<std::uint64_t>(*heard) + 1 < first) return out;
    for (const Told& told : told_)
        if (told.id > static_cast<std::uint64_t>(*heard)) out += told.text;
    return out;
}

std::string Events::farewell() { return "event: out\ndata: {}\n\n"; }

}  // namespace forestall::app::exercise
