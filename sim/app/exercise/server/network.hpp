// SPDX-License-Identifier: Apache-2.0
// HTTP on sockets: reads requests, writes replies and streams of events, on the one thread that
// runs it. Whoever asks slowly, much or nonsense is answered or let go; nobody can keep others out.
// The library behind it is known to network.cpp and connection.cpp alone.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/exercise/server/request.hpp"

namespace forestall::app::exercise {

/// What a network asks of who stands behind it. Called on the network's thread.
struct Behind {
    /// The reply that a header alone deserves; nothing: read on.
    std::function<std::optional<Reply>(const Request&)> head;
    /// Answers a whole request; `reply` may be called later, from any thread, once.
    std::function<void(Request, std::function<void(Reply)> reply)> answer;
    /// A reply with `stream` went out, or its connection ended. `player`: as the reply named it.
    std::function<std::string(const std::string& player, const std::string& last_event)> opened;
    std::function<void(const std::string& player)> closed;
    /// One of the above failed; everybody else goes on being answered.
    std::function<void(const std::string& what)> failed;
};

/// Headers by which a reply says whose stream of events follows, and after which event; not sent.
inline constexpr const char* stream_player = "player";

class Network {
public:
    /// Listens on each address, on `port` (0: one that is free). IoError.
    Network(const std::vector<std::string>& addresses, unsigned short port, Behind behind);
    ~Network();
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    unsigned short port() const;
    /// Until SIGINT, SIGTERM, SIGHUP or `stop`.
    void run();
    /// From any thread.
    void stop();
    /// Calls it on the network's thread. From any thread.
    void post(std::function<void()> what);
    /// Calls it again and again, on the network's thread, with so many seconds between.
    void every(int seconds, std::function<void()> what);
    /// To every stream of a player; "": of all. On the network's thread.
    void send(const std::string& player, const std::string& text);
    /// Ends the streams of a player once what was sent is out. On the network's thread.
    void end(const std::string& player);

    struct Inside;  ///< of network.cpp

private:
    std::shared_ptr<Inside> inside_;
};

}  // namespace forestall::app::exercise
