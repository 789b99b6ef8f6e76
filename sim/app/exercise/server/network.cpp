// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/network.hpp"

#include <fmt/format.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <list>
#include <map>

#include "app/exercise/server/connection.hpp"
#include "app/exercise/server/limits.hpp"
#include "results/files.hpp"

namespace forestall::app::exercise {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

}  // namespace

struct Network::Inside {
    net::io_context context{1};
    Behind behind;
    std::vector<tcp::acceptor> acceptors;
    net::signal_set signals{context};
    std::list<net::steady_timer> timers;
    std::list<std::shared_ptr<Connection>> connections;
    std::map<std::string, std::size_t> peers;  ///< connections of each, beyond loopback
    bool ending = false;
    Home home{behind, ending, [this](const std::shared_ptr<Connection>& who) { leave(who); }};

    void listen(const std::string& address, unsigned short port);
    void accept(tcp::acceptor& acceptor);
    void admit(tcp::socket socket);
    bool make_room();
    void leave(const std::shared_ptr<Connection>& who);
    void again(net::steady_timer& timer, int seconds, std::function<void()> what);
    void finish();
};

void Network::Inside::listen(const std::string& address, unsigned short port) {
    const tcp::endpoint at(net::ip::make_address(address), port);
    tcp::acceptor& acceptor = acceptors.emplace_back(context);
    acceptor.open(at.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    if (at.address().is_v6()) acceptor.set_option(net::ip::v6_only(true));
    acceptor.bind(at);
    acceptor.listen();
}

void Network::Inside::accept(tcp::acceptor& acceptor) {
    acceptor.async_accept([this, &acceptor](error_code failure, tcp::socket socket) {
        if (ending || failure == net::error::operation_aborted) return;
        if (!failure) admit(std::move(socket));
        if (!failure) return accept(acceptor);
        auto pause = std::make_shared<net::steady_timer>(context, std::chrono::milliseconds(100));
        pause->async_wait([this, &acceptor, pause](error_code) {
            if (!ending) accept(acceptor);
        });
    });
}

void Network::Inside::admit(tcp::socket socket) {
    error_code failure;
    const auto peer = socket.remote_endpoint(failure);
    if (failure) return;
    socket.set_option(tcp::no_delay(true), failure);
    const std::string address = peer.address().to_string();
    const bool counted = !peer.address().is_loopback();
    if (counted && peers[address] >= limits::connections_a_peer) return;
    if (connections.size() >= limits::connections && !make_room()) return;
    if (counted) ++peers[address];
    connections.push_back(connection_of(home, std::move(socket), address, counted));
    connections.back()->read();
}

/// Lets go who has been waited for the longest.
bool Network::Inside::make_room() {
    for (const auto& c : connections)
        if (c->state() == Connection::State::reading || c->state() == Connection::State::leaving) {
            const auto held = c;
            held->close();
            return true;
        }
    return false;
}

void Network::Inside::leave(const std::shared_ptr<Connection>& who) {
    connections.remove(who);
    if (!who->counted()) return;
    const auto peer = peers.find(who->address());
    if (peer != peers.end() && --peer->second == 0) peers.erase(peer);
}

void Network::Inside::again(net::steady_timer& timer, int seconds, std::function<void()> what) {
    timer.expires_after(std::chrono::seconds(seconds));
    timer.async_wait([this, &timer, seconds, what = std::move(what)](error_code failure) {
        if (failure || ending) return;
        what();
        again(timer, seconds, what);
    });
}

void Network::Inside::finish() {
    if (ending) return;
    ending = true;
    error_code ignored;
    signals.cancel(ignored);
    for (net::steady_timer& timer : timers) timer.cancel();
    for (tcp::acceptor& acceptor : acceptors) acceptor.close(ignored);
    const auto all = connections;
    for (const auto& c : all) c->close();
    context.stop();
}

Network::Network(const std::vector<std::string>& addresses, unsigned short port, Behind behind)
    : inside_(std::make_shared<Inside>()) {
    inside_->behind = std::move(behind);
    inside_->acceptors.reserve(addresses.size());
    for (const std::string& address : addresses) {
        const bool second = !inside_->acceptors.empty();
        try {
            inside_->listen(address, port);
            port = inside_->acceptors.front().local_endpoint().port();
        } catch (const boost::system::system_error& e) {
            inside_->acceptors.pop_back();
            if (second && address == "::1") continue;  // a machine without that family
            throw IoError(fmt::format("{} port {}", address, port), e.code().message(),
                          "name another with --port");
        }
    }
    for (const int signal : {SIGINT, SIGTERM}) inside_->signals.add(signal);
    if (std::signal(SIGHUP, SIG_DFL) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN);  // under nohup
    else
        inside_->signals.add(SIGHUP);
    inside_->signals.async_wait([inside = inside_.get()](error_code failure, int) {
        if (!failure) inside->finish();
    });
    for (tcp::acceptor& acceptor : inside_->acceptors) inside_->accept(acceptor);
}

Network::~Network() = default;

unsigned short Network::port() const { return inside_->acceptors.front().local_endpoint().port(); }

void Network::run() {
    while (!inside_->context.stopped()) {
        try {
            inside_->context.run();
        } catch (const std::exception& e) {
            inside_->behind.failed(e.what());
        }
    }
}

void Network::stop() {
    net::post(inside_->context, [inside = inside_] { inside->finish(); });
}

void Network::post(std::function<void()> what) { net::post(inside_->context, std::move(what)); }

void Network::every(int seconds, std::function<void()> what) {
    inside_->again(inside_->timers.emplace_back(inside_->context), seconds, std::move(what));
}

void Network::send(const std::string& player, const std::string& text) {
    const auto all = inside_->connections;
    for (const auto& c : all)
        if (c->state() == Connection::State::streaming && (player.empty() || c->player() == player))
            c->send(text);
}

void Network::end(const std::string& player) {
    const auto all = inside_->connections;
    for (const auto& c : all)
        if (c->state() == Connection::State::streaming && c->player() == player) c->end();
}

}  // namespace forestall::app::exercise
