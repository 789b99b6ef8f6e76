// SPDX-License-Identifier: Apache-2.0
// Every route of the table against everybody who does not belong.
#include "app/exercise/server/gate.hpp"

#include <gmock/gmock.h>

#include "app/exercise/server/page_files.hpp"
#include "app/exercise/small_case.hpp"

namespace forestall::app::exercise {
namespace {

using ::testing::HasSubstr;

const HostNames names = host_names({"127.0.0.1", "::1", "localhost"}, 8765);

Request good(const Route& route) {
    Request out;
    out.method = method_words.string(route.method);
    out.path = route.path;
    out.hosts = {"127.0.0.1:8765"};
    out.origin = "http://127.0.0.1:8765";
    out.content_type = "application/json";
    out.has_length = true;
    return out;
}

int status_of(const Request& request) {
    const auto answer = route_of(request, names);
    const Reply* reply = std::get_if<Reply>(&answer);
    return reply == nullptr ? 0 : reply->status;
}

TEST(Gate, NamesThePortAndSixthVersionInBrackets) {
    EXPECT_TRUE(names.contains("[::1]:8765"));
    EXPECT_FALSE(names.contains("127.0.0.1"));
    EXPECT_TRUE(host_names({"127.0.0.1"}, 80).contains("127.0.0.1"));
}

TEST(Gate, LetsEveryRouteThroughAsItShouldBeAsked) {
    for (const Route& route : routes()) EXPECT_EQ(status_of(good(route)), 0) << route.path;
}

TEST(Gate, RefusesForeignHosts) {
    for (const Route& route : routes())
        for (const auto& hosts :
             std::vector<std::vector<std::string>>{{},
                                                   {"evil.example"},
                                                   {"127.0.0.1"},
                                                   {"127.0.0.1:8765", "evil.example"},
                                                   {"127.0.0.1:8765.evil.example"},
                                                   {""}}) {
            Request request = good(route);
            request.hosts = hosts;
            EXPECT_EQ(status_of(request), 421) << route.path;
        }
}

TEST(Gate, SaysWhichMethodsThereAre) {
    for (const Route& route : routes())
        for (const char* method : {"DELETE", "PUT", "HEAD", "OPTIONS", "TRACE", "get"}) {
            Request request = good(route);
            request.method = method;
            const auto answer = route_of(request, names);
            const Reply& reply = std::get<Reply>(answer);
            EXPECT_EQ(reply.status, 405) << route.path;
            ASSERT_EQ(reply.headers.size(), 1U);
            EXPECT_THAT(reply.headers.front().second, HasSubstr(method_words.string(route.method)));
        }
}

TEST(Gate, TakesChangesFromItsOwnPageOnly) {
    for (const Route& route : routes()) {
        const int wanted = route.method == Method::post ? 1 : 0;
        for (const char* origin : {"", "null", "http://evil.example", "https://127.0.0.1:8765",
                                   "http://127.0.0.1:8766", "http://localhost:8765"}) {
            Request request = good(route);
            request.origin = origin;
            EXPECT_EQ(status_of(request), wanted * 403) << route.path << origin;
        }
        Request request = good(route);
        request.content_type = "text/plain";
        EXPECT_EQ(status_of(request), wanted * 415) << route.path;
        request = good(route);
        request.has_length = false;
        EXPECT_EQ(status_of(request), wanted * 411) << route.path;
    }
}

TEST(Gate, KnowsNoOtherPath) {
    for (const char* path :
         {"", "/api", "/api/", "/api/views", "/api/view/", "/../etc/passwd",
          "/..%2f..%2fetc/passwd", "/lib", "/lib/", "//", "/index.html/", "/API/VIEW"}) {
        Request request = good(routes().front());
        request.path = path;
        EXPECT_EQ(status_of(request), 404) << path;
    }
}

class Players : public ::testing::Test {
protected:
    Case on = small_case();
    Keys keys{players_of(on.plan())};
    std::vector<FreshKey> fresh = keys.complete();

    int asked_by(const Route& route, const std::string& as, const std::string& token,
                 bool released = false) {
        Request request = good(route);
        request.cookie = "theme=dark; fs-" + as + "=" + token;
        request.query["as"] = as;
        const auto answer = player_of(request, route, keys, released);
        const Reply* reply = std::get_if<Reply>(&answer);
        return reply == nullptr ? 0 : reply->status;
    }
};

TEST_F(Players, AreWhoeverHasTheTokenAndNobodyElse) {
    for (const Route& route : routes()) {
        if (route.access == Access::all) continue;
        EXPECT_EQ(asked_by(route, "white", fresh[0].token), 0) << route.path;
        EXPECT_EQ(asked_by(route, "white", ""), 401) << route.path;
        EXPECT_EQ(asked_by(route, "white", std::string(32, '0')), 401) << route.path;
        EXPECT_EQ(asked_by(route, "white", fresh[1].token), 401) << "a seat's is no white cell's";
        EXPECT_EQ(asked_by(route, "seat-2", fresh[1].token), 401) << "nor another seat's";
        EXPECT_EQ(asked_by(route, "nobody", fresh[1].token), 401);
        const bool white_only = route.access == Access::white;
        const bool once_released = route.access == Access::released;
        EXPECT_EQ(asked_by(route, "seat-1", fresh[1].token), white_only || once_released ? 403 : 0)
            << route.path;
        EXPECT_EQ(asked_by(route, "seat-1", fresh[1].token, true), white_only ? 403 : 0);
    }
}

TEST_F(Players, AreTheOnlyCookieWhereNobodyIsNamed) {
    const Route& view = routes()[1];
    Request request = good(view);
    request.cookie = "fs-seat-1=" + fresh[1].token;
    EXPECT_NE(std::get_if<const Participant*>(
                  &static_cast<const std::variant<const Participant*, Reply>&>(
                      player_of(request, view, keys, false))),
              nullptr);
    request.cookie += "; fs-white=" + fresh[0].token;
    EXPECT_TRUE(std::holds_alternative<Reply>(player_of(request, view, keys, false)));
}

TEST_F(Players, NameAnotherSeatOnlyAsTheWhiteCell) {
    const Participant& white = *keys.player("white");
    const Participant& desk = *keys.player("seat-1");
    EXPECT_EQ(std::get<std::string>(seat_meant(desk, "", on.plan())), "Desk");
    EXPECT_EQ(std::get<std::string>(seat_meant(desk, "Desk", on.plan())), "Desk");
    EXPECT_EQ(std::get<Reply>(seat_meant(desk, "Envoy", on.plan())).status, 403);
    EXPECT_EQ(std::get<Reply>(seat_meant(desk, "Nobody", on.plan())).status, 403)
        << "who may not ask is not told what there is";
    EXPECT_EQ(std::get<std::string>(seat_meant(white, "Envoy", on.plan())), "Envoy");
    EXPECT_EQ(std::get<std::string>(seat_meant(white, "", on.plan())), "");
    EXPECT_EQ(std::get<Reply>(seat_meant(white, "Nobody", on.plan())).status, 422);
}

TEST(Requests, AreSplitAndDecoded) {
    Request request;
    EXPECT_TRUE(split_target("/api/view?as=seat-1&seat=Relief+and%20rights&=x&y", request));
    EXPECT_EQ(request.path, "/api/view");
    EXPECT_EQ(request.query["seat"], "Relief and rights");
    EXPECT_EQ(request.query["y"], "");
    for (const char* target : {"", "api", "http://127.0.0.1/", "*", "/?a=%0", "/?a=%zz", "/?a=%00"})
        EXPECT_FALSE(split_target(target, request)) << target;
}

TEST(Requests, OfAnyBytesAreReadWithoutHarm) {
    const Luck luck(1, 0);
    const Case on = small_case();
    Keys keys(players_of(on.plan()));
    keys.complete();
    const std::string_view letters("/?&=%+;fsapi0123\0\xff\r\n \"<", 23);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        Stream draw = luck.stream(process("gate test"), i, 0);
        std::string text;
        for (auto n = draw.below(40); n > 0; --n) text += letters[draw.below(letters.size())];
        Request request = good(routes()[1]);
        const bool target = split_target(text, request);
        EXPECT_TRUE(!target || text.starts_with('/'));
        for (const auto& [name, value] : target ? request.query : decltype(request.query){})
            EXPECT_EQ((name + value).find('\0'), std::string::npos);
        request.cookie = text;
        EXPECT_TRUE(std::holds_alternative<Reply>(player_of(request, routes()[1], keys, true)));
    }
}

TEST(PageFiles, AreInTheProgramWithTheirTypes) {
    ASSERT_NE(page_file("/"), nullptr);
    EXPECT_THAT(std::string(page_file("/")->type), HasSubstr("text/html"));
    ASSERT_NE(page_file("/lib/echarts.min.js"), nullptr);
    EXPECT_GT(page_file("/lib/echarts.min.js")->bytes.size(), 500'000U);
    for (const PageFile& file : page_files()) {
        EXPECT_FALSE(file.type.empty()) << file.path;
        EXPECT_TRUE(file.path.starts_with('/')) << file.path;
        EXPECT_EQ(find_route("POST", file.path).allow, "GET");
    }
}

}  // namespace
}  // namespace forestall::app::exercise
