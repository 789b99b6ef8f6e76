// SPDX-License-Identifier: Apache-2.0
// One client of a network: reads a request, has it answered, and so on; or becomes a stream of
// events. On the network's thread alone. For network.cpp and connection.cpp.
#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <string>

#include "app/exercise/server/network.hpp"

namespace forestall::app::exercise {

class Connection;

/// What a client needs of its network, which outlives it.
struct Home {
    Behind& behind;
    const bool& ending;  ///< the network goes: no client is kept
    std::function<void(const std::shared_ptr<Connection>&)> leave;
};

class Connection {
public:
    enum class State { reading, answering, streaming, leaving };

    virtual ~Connection() = default;
    State state() const { return state_; }
    /// Of a stream: whose it is.
    const std::string& player() const { return player_; }
    const std::string& address() const { return address_; }
    /// It is one of those that its address may have.
    bool counted() const { return counted_; }

    virtual void read() = 0;
    /// Adds to what goes out of a stream; who does not take it is let go.
    virtual void send(const std::string& text) = 0;
    /// Ends a stream once everything is out.
    virtual void end() = 0;
    virtual void close() = 0;

protected:
    Connection(std::string address, bool counted)
        : address_(std::move(address)), counted_(counted) {}

    State state_ = State::reading;
    std::string player_;

private:
    std::string address_;
    bool counted_;
};

std::shared_ptr<Connection> connection_of(const Home& home, boost::asio::ip::tcp::socket socket,
                                          std::string address, bool counted);

}  // namespace forestall::app::exercise
