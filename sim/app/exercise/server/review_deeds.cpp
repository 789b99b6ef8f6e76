// SPDX-License-Identifier: Apache-2.0
// The review, and what is taken home.
#include <fmt/format.h>

#include <filesystem>

#include "app/exercise/injects.hpp"
#include "app/exercise/review_lessons.hpp"
#include "app/exercise/review_page.hpp"
#include "app/exercise/review_timeline.hpp"
#include "app/exercise/server/fields.hpp"
#include "app/exercise/server/room.hpp"
#include "app/exercise/text.hpp"
#include "app/frame/errors.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::int64_t most_members = 100'000;

/// A file to keep, under a name.
Reply file_reply(std::string type, std::string name, std::string body) {
    Reply out{200, std::move(type), std::move(body)};
    out.headers.emplace_back("Content-Disposition",
                             fmt::format("attachment; filename=\"{}\"", name));
    return out;
}

}  // namespace

const Json& Room::timeline() {
    const std::size_t records = play_.journal().records().size();
    if (timeline_records_ == records) return timeline_;
    timeline_records_ = records;
    timeline_ = {};
    const auto course = play_.course();
    if (course->turn > 0)
        timeline_ = to_json(timeline_of(play_.on(), play_.session().branch(), *course), play_.on());
    return timeline_;
}

Json Room::review_document() {
    Json out = reviewer_->document();
    out["hearing"] = hearings_json(play_);
    out["timeline"] = timeline();
    return out;
}

Reply Room::review(const Call&) { return json_reply(review_document()); }

Reply Room::review_start(const Call& call) {
    ReviewWish wish;
    wish.members = play_.plan().review_members;
    if (call.body.find("members") != nullptr) {
        const std::int64_t members = whole_field(call.body, "members");
        if (members < 2 || members > most_members)
            throw BadField("members", fmt::format("2 to {} members", most_members));
        wish.members = static_cast<std::uint64_t>(members);
    }
    if (call.body.find("outcome") != nullptr) wish.outcome = text_field(call.body, "outcome");
    wish.options = texts_field(call.body, "options");
    const Branch& branch = play_.session().branch();
    if (branch.turn == 1)
        throw Conflict("nothing_played", "no turn was closed yet", "close one first");
    reviewer_->start(branch, wish);
    changed(News::aar);
    return json_reply(reviewer_->document());
}

Reply Room::review_stop(const Call&) {
    reviewer_->stop();
    return json_reply(reviewer_->document());
}

Reply Room::export_report(const Call&) {
    const auto found = reviewer_->result();
    if (!found) throw Conflict("no_review", "no review was made yet", "begin one");
    const Case& on = play_.on();
    const Branch& branch = play_.session().branch();
    const Timeline timeline = timeline_of(on, branch, *play_.course());
    const std::string again = fmt::format(
        "forestall exercise --replay {} --review {}",
        std::filesystem::path(play_.journal().path()).filename().string(), found->members);
    return file_reply("text/html; charset=utf-8", "review.html",
                      review_page({on.plan().title, branch.name, on.plan().turn_days,
                                   on.plan().tail_days, on, *found, timeline,
                                   lessons_of(branch, *found, timeline), plan_.program, again}));
}

Reply Room::export_option(const Call&) {
    const Branch& branch = play_.session().branch();
    const std::string text = option_text(play_.on(), branch, branch.turn, "As it was played");
    if (text.empty()) throw Conflict("nothing_played", "nothing was ordered");
    return file_reply("application/toml", "played.toml", text);
}

Reply Room::export_journal(const Call&) {
    return file_reply("application/jsonl", "journal.jsonl", journal_text(play_.journal().path()));
}

Reply Room::export_msel(const Call&) {
    return file_reply("text/csv; charset=utf-8", "msel.csv",
                      msel_of(play_.on(), play_.session().branch()).text());
}

Reply Room::export_lessons(const Call&) {
    const auto found = reviewer_->result();
    const Branch& branch = play_.session().branch();
    const Timeline timeline = timeline_of(play_.on(), branch, *play_.course());
    return file_reply("text/csv; charset=utf-8", "lessons.csv",
                      lessons_csv(lessons_of(branch, found ? *found : Review{}, timeline)));
}

}  // namespace forestall::app::exercise
