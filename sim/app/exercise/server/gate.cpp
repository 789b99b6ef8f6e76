// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/gate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/report.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::string_view cookie_start = "fs-";

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool is_json(const std::string& content_type) {
    const std::string type = lowered(content_type);
    return type == "application/json" || type.starts_with("application/json;");
}

Reply wrong_host() {
    return error_reply(421, "wrong_host", "this server is not asked under that name",
                       "use a link that it printed", "Host");
}

/// What a change needs beside a path; nothing if it has it.
std::optional<Reply> change_refused(const Request& request) {
    if (request.origin != "http://" + lowered(request.hosts.front()))
        return error_reply(403, "foreign_origin", "changes are taken from the server's page only",
                           "", "Origin");
    if (!request.has_length)
        return error_reply(411, "no_length", "it does not say how long it is", "",
                           "Content-Length");
    if (!is_json(request.content_type))
        return error_reply(415, "not_json", "it is not sent as JSON",
                           "Content-Type: application/json", "Content-Type");
    return std::nullopt;
}

/// The player that a request names, or whose only cookie it sends.
std::string named_player(const Request& request) {
    if (const auto as = request.query.find("as"); as != request.query.end()) return as->second;
    const auto cookies = cookies_from(request.cookie, cookie_start);
    return cookies.size() == 1 ? cookies.front().substr(cookie_start.size()) : "";
}

}  // namespace

HostNames host_names(const std::vector<std::string>& addresses, unsigned port) {
    HostNames out;
    for (const std::string& address : addresses) {
        const bool six = address.find(':') != std::string::npos;
        const std::string name = six ? fmt::format("[{}]", address) : address;
        out.insert(fmt::format("{}:{}", name, port));
        if (port == 80) out.insert(name);
    }
    return out;
}

std::variant<const Route*, Reply> route_of(const Request& request, const HostNames& names) {
    if (request.hosts.size() != 1 || !names.contains(lowered(request.hosts.front())))
        return wrong_host();
    const Found found = find_route(request.method, request.path);
    if (found.allow.empty())
        return error_reply(404, "no_such_page", "there is no such page", "", "");
    if (found.route == nullptr) {
        Reply out =
            error_reply(405, "no_such_method", fmt::format("it can be asked with {}", found.allow));
        out.headers.emplace_back("Allow", found.allow);
        return out;
    }
    if (found.route->method == Method::post)
        if (auto refused = change_refused(request)) return *refused;
    return found.route;
}

std::variant<const Participant*, Reply> player_of(const Request& request, const Route& route,
                                                  const Keys& keys, bool released) {
    if (route.access == Access::all) return nullptr;
    const std::string as = named_player(request);
    const std::string token = cookie_in(request.cookie, std::string(cookie_start) + as);
    const Participant* player = as.empty() || token.empty() ? nullptr : keys.whose(token);
    if (player == nullptr || player->as != as)
        return error_reply(401, "no_token", "you have not joined this exercise",
                           "open the link that you were given");
    if (route.access == Access::white && !player->white)
        return error_reply(403, "white_cell_only", "that is for the white cell");
    if (route.access == Access::released && !player->white && !released)
        return error_reply(403, "not_released", "the white cell has not shown the review yet");
    return player;
}

std::variant<std::string, Reply> seat_meant(const Participant& player, const std::string& named,
                                            const ExercisePlan& plan) {
    if (named.empty() || named == player.seat) return player.seat;
    const SeatPlan* seat = plan.seat(named);
    if (!player.white || player.plan)
        return error_reply(403, "not_yours", "that is another seat", "", "seat");
    if (seat == nullptr)
        return error_reply(422, "bad_input", fmt::format("there is no seat {}", shown(named)), "",
                           "seat");
    return named;
}

const std::vector<std::pair<std::string, std::string>>& standing_headers() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
         "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"X-Frame-Options", "DENY"},
    };
    return all;
}

}  // namespace forestall::app::exercise
