// SPDX-License-Identifier: Apache-2.0
// What the exercise server answers: one table, read by the server, by its tests and by
// `forestall exercise --routes`. docs/exercise-server.md says what goes in and comes out.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "app/frame/json.hpp"
#include "core/vocabulary.hpp"

namespace forestall::app::exercise {

enum class Method : std::uint8_t { get, post };

inline constexpr auto method_words =
    vocabulary<Method>({{Method::get, "GET"}, {Method::post, "POST"}});

/// Who may ask: anybody; who has joined; who plays a seat, and the white cell; the white cell; the
/// white cell, and seats once the review is released.
enum class Access : std::uint8_t { all, player, seat, white, released };

inline constexpr auto access_words = vocabulary<Access>({
    {Access::all, "all"},
    {Access::player, "player"},
    {Access::seat, "seat"},
    {Access::white, "white"},
    {Access::released, "released"},
});

enum class Deed : std::uint8_t {
    file,
    join,
    view,
    events,
    brief,
    map,
    cards,
    order,
    cancel,
    ready,
    note,
    lesson,
    turn,
    clock,
    inject,
    overrule,
    rewind,
    branch,
    bookmark,
    hand_over,
    release,
    truth,
    review,
    review_start,
    review_stop,
    export_report,
    export_option,
    export_journal,
    export_msel,
    export_lessons
};

struct Route {
    Method method = Method::get;
    std::string_view path;
    Access access = Access::white;
    Deed deed = Deed::file;
    std::string_view fields;  ///< of the body or the query, blank-separated
};

/// The routes under /api; files of the page are beside them (page_files).
std::span<const Route> routes();

/// The route of a path and method; else nullptr and the methods that the path has ("": it is none).
struct Found {
    const Route* route = nullptr;
    std::string allow;
};
Found find_route(std::string_view method, std::string_view path);

/// The table with the files of the page.
Json routes_json();
std::string routes_text();

}  // namespace forestall::app::exercise
