// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/routes.hpp"

#include <array>

#include "app/exercise/server/page_files.hpp"
#include "app/frame/numbers.hpp"

namespace forestall::app::exercise {
namespace {

using enum Method;

constexpr std::array table{
    Route{post, "/api/join", Access::all, Deed::join, "token"},
    Route{get, "/api/view", Access::player, Deed::view, "seat"},
    Route{get, "/api/events", Access::player, Deed::events, ""},
    Route{get, "/api/brief", Access::player, Deed::brief, "seat"},
    Route{get, "/api/map", Access::player, Deed::map, ""},
    Route{get, "/api/cards", Access::player, Deed::cards, "seat"},
    Route{post, "/api/orders", Access::seat, Deed::order,
          "id expects intervention partner targets start stop scale seat"},
    Route{post, "/api/cancel", Access::seat, Deed::cancel, "action seat"},
    Route{post, "/api/ready", Access::seat, Deed::ready, "ready expects seat"},
    Route{post, "/api/note", Access::seat, Deed::note, "text to report seat"},
    Route{post, "/api/lesson", Access::player, Deed::lesson,
          "observation evidence objective recommendation"},
    Route{post, "/api/turn", Access::white, Deed::turn, "expects"},
    Route{post, "/api/clock", Access::white, Deed::clock, "do minutes"},
    Route{post, "/api/inject", Access::white, Deed::inject, "number do"},
    Route{post, "/api/override", Access::white, Deed::overrule, "do action id order note"},
    Route{post, "/api/rewind", Access::white, Deed::rewind, "to bookmark"},
    Route{post, "/api/branch", Access::white, Deed::branch, "to"},
    Route{post, "/api/bookmark", Access::white, Deed::bookmark, "text"},
    Route{post, "/api/handover", Access::white, Deed::hand_over, "player"},
    Route{post, "/api/release", Access::white, Deed::release, "released"},
    Route{get, "/api/truth", Access::white, Deed::truth, ""},
    Route{get, "/api/aar", Access::released, Deed::review, ""},
    Route{post, "/api/aar", Access::white, Deed::review_start, "members outcome options"},
    Route{post, "/api/aar/stop", Access::white, Deed::review_stop, ""},
    Route{get, "/api/export/report", Access::released, Deed::export_report, ""},
    Route{get, "/api/export/option", Access::released, Deed::export_option, ""},
    Route{get, "/api/export/journal", Access::white, Deed::export_journal, ""},
    Route{get, "/api/export/msel", Access::white, Deed::export_msel, ""},
    Route{get, "/api/export/lessons", Access::released, Deed::export_lessons, ""},
};

}  // namespace

std::span<const Route> routes() { return table; }

Found find_route(std::string_view method, std::string_view path) {
    static constexpr Route file{get, "", Access::all, Deed::file, ""};
    Found out;
    if (page_file(path) != nullptr) {
        out.allow = "GET";
        if (method == "GET") out.route = &file;
        return out;
    }
    for (const Route& route : table) {
        if (route.path != path) continue;
        out.allow += (out.allow.empty() ? "" : ", ") + method_words.string(route.method);
        if (method_words.text(route.method) == method) out.route = &route;
    }
    return out;
}

Json routes_json() {
    Json out = Json::array();
    for (const PageFile& file : page_files())
        out.push_back({{"method", "GET"}, {"path", file.path}, {"who", "all"}, {"fields", ""}});
    for (const Route& r : table)
        out.push_back({{"method", method_words.text(r.method)},
                       {"path", r.path},
                       {"who", access_words.text(r.access)},
                       {"fields", r.fields}});
    return {{"routes", out}};
}

std::string routes_text() {
    using enum Table::Align;
    Table out({left, left, left, left}, "  ");
    for (const PageFile& file : page_files()) out.row({"GET", std::string(file.path), "all", ""});
    for (const Route& r : table)
        out.row({method_words.string(r.method), std::string(r.path), access_words.string(r.access),
                 std::string(r.fields)});
    return out.text();
}

}  // namespace forestall::app::exercise
