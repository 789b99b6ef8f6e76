// SPDX-License-Identifier: Apache-2.0
// A request as far as the server looks at it, and a reply, without the library that carries them.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/frame/json.hpp"

namespace forestall::app::exercise {

struct Request {
    std::string method;
    std::string path;                                       ///< as it was sent, without the query
    std::map<std::string, std::string, std::less<>> query;  ///< decoded
    std::vector<std::string> hosts;                         ///< every Host field
    std::string origin;
    std::string content_type;
    std::string cookie;
    std::string if_none_match;
    std::string last_event;
    bool has_length = false;
    std::string body;
    std::string address;  ///< of who asks
};

struct Reply {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
    bool stream = false;  ///< events follow
};

Reply json_reply(const Json& document, int status = 200);
/// {code, text, hint, field}, and what else is known.
Reply error_reply(int status, std::string_view code, std::string_view text,
                  std::string_view hint = "", std::string_view field = "", const Json& more = {});

/// Path and query of "/api/view?as=white"; false for what is no such target.
bool split_target(std::string_view target, Request& into);
/// Value of a cookie; "" if there is none.
std::string cookie_in(std::string_view cookies, std::string_view name);
/// Names of cookies that begin with `start`.
std::vector<std::string> cookies_from(std::string_view cookies, std::string_view start);

}  // namespace forestall::app::exercise
