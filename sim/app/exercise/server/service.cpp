// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/service.hpp"

#include <fmt/format.h>

#include "app/exercise/server/page_files.hpp"

namespace forestall::app::exercise {
namespace {

std::string named_seat(const Request& request, const Route& route, const Json& body) {
    if (route.method == Method::get) {
        const auto seat = request.query.find("seat");
        return seat == request.query.end() ? "" : seat->second;
    }
    const Json* seat = body.find("seat");
    return seat == nullptr ? "" : seat->as_text().value_or("");
}

Reply file_of(const std::string& path) {
    const PageFile* file = page_file(path);
    return {200, std::string(file->type), std::string(file->bytes)};
}

}  // namespace

Service::Service(const ExercisePlan& plan, std::shared_ptr<const Board> first, std::string run)
    : plan_(&plan), run_(run), events_(std::move(run)), board_(std::move(first)) {}

std::optional<Reply> Service::head(const Request& request) const {
    auto route = route_of(request, names_);
    if (auto* refused = std::get_if<Reply>(&route)) return std::move(*refused);
    return std::nullopt;
}

std::shared_ptr<const Board> Service::board() const {
    const std::lock_guard lock(mutex_);
    return board_;
}

void Service::take(std::shared_ptr<const Board> board) {
    const std::lock_guard lock(mutex_);
    board_ = std::move(board);
}

void Service::answer(const Request& request, std::function<void(Reply)> reply) {
    const auto routed = route_of(request, names_);
    if (const auto* refused = std::get_if<Reply>(&routed)) return reply(*refused);
    const Route& route = *std::get<const Route*>(routed);
    if (route.deed == Deed::file) return reply(file_of(request.path));
    const auto now = board();
    const auto asked = player_of(request, route, now->keys, now->released);
    if (const auto* refused = std::get_if<Reply>(&asked)) return reply(*refused);
    const Participant* player = std::get<const Participant*>(asked);
    Json body;
    if (route.method == Method::post) {
        const Moment moment = moment_now();
        if (player != nullptr && !changes_.take(player->as, moment.ms))
            return reply(error_reply(429, "too_many", "too much at once", "wait a second"));
        body = Json::parsed(request.body);
        if (!body.is_object())
            return reply(error_reply(400, "bad_request", "the body is no JSON object"));
    }
    if (route.deed == Deed::join) return join(request, std::move(body), std::move(reply));
    const auto seat = seat_meant(*player, named_seat(request, route, body), *plan_);
    if (const auto* refused = std::get_if<Reply>(&seat)) return reply(*refused);
    Call call{route.deed, *player, std::get<std::string>(seat), std::move(body), {}};
    switch (route.deed) {
        case Deed::view:
        case Deed::brief:
        case Deed::map:
        case Deed::cards:
        case Deed::events:
            return reply(snapshot(request, route, *player, call.seat));
        default:
            return work(std::move(call), std::move(reply));
    }
}

void Service::join(const Request& request, Json body, std::function<void(Reply)> reply) {
    const Json* token = body.find("token");
    const bool known =
        token != nullptr && token->as_text() && board()->keys.whose(*token->as_text()) != nullptr;
    if (!known && !joins_.take(request.address, moment_now().ms))
        return reply(error_reply(429, "too_many", "too many wrong links", "wait a minute"));
    work({Deed::join, {}, "", std::move(body), {}}, std::move(reply));
}

void Service::work(Call call, std::function<void(Reply)> reply) {
    worker_->post([this, call = std::move(call), reply = std::move(reply)](Room& room) mutable {
        call.now = moment_now();
        Reply out = room.act(call);
        take(room.board());  // who is answered finds what was done
        reply(std::move(out));
    });
}

Reply Service::snapshot(const Request& request, const Route& route, const Participant& player,
                        const std::string& seat) const {
    const auto now = board();
    Reply out;
    switch (route.deed) {
        case Deed::events:
            out.type = "text/event-stream";
            out.stream = true;
            out.headers.emplace_back(stream_player, player.as);
            return out;
        case Deed::map:
            out.body = now->folder->map;
            return out;
        case Deed::cards:
            out.body = now->folder->cards.find(seat)->second;
            return out;
        case Deed::brief:
            out.body = now->folder->briefs.find(seat)->second;
            return out;
        default:
            break;
    }
    const std::string tag = fmt::format("\"{}-{}\"", run_, now->version);
    out.headers.emplace_back("ETag", tag);
    if (request.if_none_match == tag)
        out.status = 304;
    else
        out.body = now->view(player, seat);
    return out;
}

std::string Service::opened(const std::string& player, const std::string& last_event) {
    worker_->post([player](Room& room) { room.here(player, 1); });
    return events_.greeting(last_event, *board());
}

void Service::closed(const std::string& player) {
    worker_->post([player](Room& room) { room.here(player, -1); });
}

std::string Service::told(const std::set<News>& changes) {
    return events_.publish(changes, *board());
}

}  // namespace forestall::app::exercise
