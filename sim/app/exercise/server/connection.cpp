// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/connection.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <deque>
#include <optional>

#include "app/exercise/server/gate.hpp"
#include "app/exercise/server/limits.hpp"

namespace forestall::app::exercise {
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using net::ip::tcp;

/// How long what a client still sends is read and dropped, so that it can read why.
constexpr auto linger_time = std::chrono::seconds(1);

std::string text_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

Request request_of(const http::request<http::string_body>& from, bool has_length,
                   std::string address) {
    Request out;
    out.method = text_of(from.method_string());
    const std::string target = text_of(from.target());
    if (!split_target(target, out)) out.path.clear();
    const auto [first, last] = from.equal_range(http::field::host);
    for (auto it = first; it != last; ++it) out.hosts.push_back(text_of(it->value()));
    out.origin = text_of(from[http::field::origin]);
    out.content_type = text_of(from[http::field::content_type]);
    out.cookie = text_of(from[http::field::cookie]);
    out.if_none_match = text_of(from[http::field::if_none_match]);
    out.last_event = text_of(from["Last-Event-ID"]);
    out.has_length = has_length;
    out.address = std::move(address);
    return out;
}

Reply unreadable(const error_code& failure) {
    if (failure == http::error::header_limit || failure == http::error::buffer_overflow)
        return error_reply(431, "too_large", "the header is too large");
    if (failure == http::error::body_limit)
        return error_reply(413, "too_large",
                           fmt::format("the body is larger than {} bytes", limits::body_bytes));
    return error_reply(400, "bad_request", "this is no HTTP as it should be");
}

std::string now_ms() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return fmt::format("{}", std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

class Client final : public Connection, public std::enable_shared_from_this<Client> {
public:
    Client(const Home& home, tcp::socket socket, std::string address, bool counted)
        : Connection(std::move(address), counted),
          home_(home),
          socket_(std::move(socket)),
          deadline_(socket_.get_executor()) {}

    void read() override {
        state_ = State::reading;
        parser_.emplace();
        parser_->header_limit(limits::header_bytes);
        parser_->body_limit(limits::body_bytes);
        wait(limits::request_time, [](Client& c) { c.too_slow(); });
        http::async_read_header(socket_, buffer_, *parser_,
                                [self = shared_from_this()](error_code failure, std::size_t) {
                                    self->on_header(failure);
                                });
    }

    void send(const std::string& text) override {
        if (state_ != State::streaming || text.empty()) return;
        if (outbox_bytes_ + text.size() > limits::outbox_bytes) return close();
        outbox_bytes_ += text.size();
        outbox_.push_back(text);
        if (outbox_.size() == 1) write_next();
    }

    void end() override {
        ending_ = true;
        if (outbox_.empty()) close();
    }

    void close() override {
        if (closed_) return;
        closed_ = true;
        error_code ignored;
        deadline_.cancel();
        socket_.shutdown(tcp::socket::shutdown_both, ignored);
        socket_.close(ignored);
        if (opened_) home_.behind.closed(player_);
        home_.leave(shared_from_this());
    }

private:
    using Late = void (*)(Client&);

    void wait(std::chrono::steady_clock::duration time, Late late) {
        deadline_.expires_after(time);
        deadline_.async_wait([self = shared_from_this(), late](error_code failure) {
            if (!failure && !self->closed_) late(*self);
        });
    }

    void too_slow() {
        if (state_ != State::reading) return;
        if (!parser_->got_some()) return close();
        reply_and_leave(error_reply(408, "too_slow", "the request took too long"));
    }

    void on_header(error_code failure) {
        if (closed_ || state_ != State::reading) return;
        if (failure) return on_failure(failure);
        request_ = request_of(parser_->get(), parser_->content_length().has_value(), address());
        if (auto refused = home_.behind.head(request_)) return reply_and_leave(*refused);
        http::async_read(socket_, buffer_, *parser_,
                         [self = shared_from_this()](error_code wrong, std::size_t) {
                             self->on_request(wrong);
                         });
    }

    void on_failure(error_code failure) {
        const bool gone = failure == http::error::end_of_stream ||
                          failure == net::error::connection_reset ||
                          failure == net::error::operation_aborted;
        if (gone) return close();
        reply_and_leave(unreadable(failure));
    }

    void on_request(error_code failure) {
        if (closed_ || state_ != State::reading) return;
        if (failure) return on_failure(failure);
        state_ = State::answering;
        deadline_.cancel();
        request_.body = std::move(parser_->get().body());
        keep_ = parser_->get().keep_alive() && request_.method != "HEAD";
        last_event_ = request_.last_event;
        home_.behind.answer(std::move(request_), [self = shared_from_this()](Reply reply) {
            net::post(self->socket_.get_executor(), [self, reply = std::move(reply)]() mutable {
                if (!self->closed_) self->write(std::move(reply));
            });
        });
    }

    /// What is refused by its header alone: the rest of it is read and dropped.
    void reply_and_leave(Reply reply) {
        state_ = State::leaving;
        keep_ = false;
        write(std::move(reply));
    }

    void write(Reply reply) {
        if (reply.stream) return open_stream(reply);
        response_ = {};
        response_.version(11);
        response_.result(static_cast<unsigned>(reply.status));
        head(reply);
        response_.keep_alive(keep_ && !home_.ending);
        if (request_.method != "HEAD") response_.body() = std::move(reply.body);
        response_.prepare_payload();
        wait(limits::answer_time, [](Client& c) { c.close(); });
        http::async_write(socket_, response_,
                          [self = shared_from_this()](error_code failure, std::size_t) {
                              self->on_written(failure);
                          });
    }

    void head(const Reply& reply) {
        response_.set(http::field::content_type, reply.type);
        for (const auto& [name, value] : standing_headers()) response_.set(name, value);
        response_.set(http::field::cache_control, "no-store");
        response_.set("X-Now", now_ms());
        for (const auto& [name, value] : reply.headers)
            if (name != stream_player) response_.set(name, value);
    }

    void on_written(error_code failure) {
        if (closed_) return;
        if (failure) return close();
        if (response_.keep_alive() && state_ == State::answering) return read();
        state_ = State::leaving;
        error_code ignored;
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
        wait(linger_time, [](Client& c) { c.close(); });
        drop();
    }

    /// Reads what still comes and drops it.
    void drop() {
        socket_.async_read_some(net::buffer(dropped_),
                                [self = shared_from_this()](error_code failure, std::size_t) {
                                    if (self->closed_) return;
                                    if (failure) return self->close();
                                    self->drop();
                                });
    }

    void open_stream(const Reply& reply) {
        for (const auto& [name, value] : reply.headers)
            if (name == stream_player) player_ = value;
        deadline_.cancel();
        state_ = State::streaming;
        response_ = {};
        response_.version(11);
        response_.result(http::status::ok);
        head(reply);
        response_.keep_alive(false);
        std::string text = fmt::format("HTTP/1.1 200 OK\r\n");
        for (const auto& field : response_)
            text += fmt::format("{}: {}\r\n", text_of(field.name_string()), text_of(field.value()));
        send(text + "\r\n");
        if (closed_) return;
        opened_ = true;
        send(home_.behind.opened(player_, last_event_));
        if (!closed_) watch();
    }

    /// A stream's client says nothing more; that its connection ends is noticed so.
    void watch() {
        socket_.async_read_some(
            net::buffer(dropped_),
            [self = shared_from_this()](error_code, std::size_t) { self->close(); });
    }

    void write_next() {
        wait(limits::answer_time, [](Client& c) { c.close(); });
        net::async_write(socket_, net::buffer(outbox_.front()),
                         [self = shared_from_this()](error_code failure, std::size_t) {
                             self->on_sent(failure);
                         });
    }

    void on_sent(error_code failure) {
        if (closed_) return;
        if (failure) return close();
        deadline_.cancel();
        outbox_bytes_ -= outbox_.front().size();
        outbox_.pop_front();
        if (!outbox_.empty()) return write_next();
        if (ending_) close();
    }

    Home home_;
    tcp::socket socket_;
    net::steady_timer deadline_;
    bool closed_ = false, keep_ = false, ending_ = false, opened_ = false;
    boost::beast::flat_buffer buffer_{limits::header_bytes + limits::body_bytes};
    std::optional<http::request_parser<http::string_body>> parser_;
    Request request_;
    http::response<http::string_body> response_;
    std::string last_event_;
    std::deque<std::string> outbox_;
    std::size_t outbox_bytes_ = 0;
    std::array<char, 1024> dropped_{};
};

}  // namespace

std::shared_ptr<Connection> connection_of(const Home& home, tcp::socket socket, std::string address,
                                          bool counted) {
    return std::make_shared<Client>(home, std::move(socket), std::move(address), counted);
}

}  // namespace forestall::app::exercise
