// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/serve.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <mutex>

#include "app/exercise/server/service.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "core/hash.hpp"
#include "results/files.hpp"
#include "scenario/report.hpp"

namespace forestall::app::exercise {
namespace {

constexpr std::uint64_t most_key_bytes = 1 << 20;

Keys keys_of(const Play& play, const ServeWish& wish, const std::string& file) {
    Keys out(wish.planning ? planner() : players_of(play.plan()));
    if (!wish.fresh && files::exists(file)) out.take(files::read_file(file, most_key_bytes), file);
    return out;
}

std::string link_start(const std::string& address, unsigned port) {
    const bool six = address.find(':') != std::string::npos;
    return fmt::format("http://{}{}{}:{}/#join=", six ? "[" : "", address, six ? "]" : "", port);
}

/// "http://127.0.0.1:8765" of a link's start.
std::string site_of(const std::string& start) { return start.substr(0, start.rfind('/')); }

/// The links that were made now; those of before are not known any more.
std::string links_text(const Keys& keys, const std::vector<FreshKey>& fresh,
                       const std::string& start, const std::string& own) {
    Table table({Table::Align::left, Table::Align::left}, "  ");
    for (const FreshKey& key : fresh) {
        const Participant* player = keys.player(key.as);
        table.row({one_line(player->name), (player->white ? own : start) + key.token});
    }
    return table.text();
}

Json links_json(const Keys& keys, const std::vector<FreshKey>& fresh, const std::string& start,
                const std::string& own) {
    Json out = Json::array();
    for (const FreshKey& key : fresh) {
        const Participant* player = keys.player(key.as);
        out.push_back({{"as", key.as},
                       {"name", player->name},
                       {"link", (player->white ? own : start) + key.token}});
    }
    return out;
}

/// What is said when it is ready.
void announce(const Play& play, const ServeWish& wish, const Keys& keys,
              const std::vector<FreshKey>& fresh, unsigned port, const Invocation& invocation) {
    const std::string own = link_start("127.0.0.1", port);
    const std::string start = wish.lan.empty() ? own : link_start(wish.lan, port);
    const std::string& journal = play.journal().path();
    if (!wish.lan.empty())
        say(fmt::format(
            "warning: everybody in the network of {} can reach this server, and what is "
            "sent is not encrypted: use it in a room that you trust",
            wish.lan));
    if (invocation.common.json)
        return print_json({{"title", play.plan().title},
                           {"journal", journal},
                           {"port", port},
                           {"links", links_json(keys, fresh, start, own)}});
    std::string out =
        fmt::format("{}\n{}: {}\n", one_line(std::string(play.plan().title)),
                    wish.fresh ? "a new journal" : "goes on with the journal", one_line(journal));
    out += links_text(keys, fresh, start, own);
    if (fresh.empty())
        out += fmt::format(
            "The links given out before are good: {} for the white cell, {} for the seats. For new "
            "ones, end this, remove {} and start again.\n",
            site_of(own), site_of(start), one_line(keys_path(journal)));
    print(out +
          "A link is a key: whoever has it plays that seat. Ctrl-C ends the server; started again "
          "with the same journal, it goes on from there.\n");
}

std::vector<std::string> addresses_of(const ServeWish& wish) {
    std::vector<std::string> out{"127.0.0.1", "::1"};
    if (!wish.lan.empty()) out.insert(out.begin() + 1, lan_address(wish.lan));
    return out;
}

HostNames names_of(const ServeWish& wish, unsigned port) {
    std::vector<std::string> addresses = addresses_of(wish);
    addresses.emplace_back("localhost");
    return host_names(addresses, port);
}

/// Everything that serves one session. Parts that others call outlive them: the network last.
class Server {
public:
    Server(Play play, const ServeWish& wish, const Invocation& invocation)
        : wish_(wish),
          invocation_(invocation),
          keys_file_(keys_path(play.journal().path())),
          keys_(keys_of(play, wish, keys_file_)),
          fresh_(keys_.complete()),
          network_(addresses_of(wish), wish.port, behind()),
          room_(std::move(play), keys_, room_plan()),
          service_(room_.play().plan(), room_.board(),
                   to_hex(static_cast<std::uint64_t>(moment_now().ms)).substr(6)),
          worker_(room_, [this] { after_task(); }) {
        save_keys(keys_, keys_file_);
        service_.name(names_of(wish, network_.port()));
        service_.employ(worker_);
        const std::lock_guard lock(gate_);
        told_by_reviews_ = &worker_;
    }

    int run() {
        announce(room_.play(), wish_, keys_, fresh_, network_.port(), invocation_);
        network_.every(static_cast<int>(std::chrono::seconds(limits::breath).count()),
                       [this] { network_.send("", Events::breath()); });
        network_.run();
        {
            const std::lock_guard lock(gate_);
            told_by_reviews_ = nullptr;
        }
        say("the server has ended; started again with the same journal, it goes on from there");
        return exit_code::done;
    }

private:
    Behind behind() {
        return {[this](const Request& request) { return service_.head(request); },
                [this](const Request& request, std::function<void(Reply)> reply) {
                    service_.answer(request, std::move(reply));
                },
                [this](const std::string& player, const std::string& last) {
                    return service_.opened(player, last);
                },
                [this](const std::string& player) { service_.closed(player); },
                [](const std::string& what) {
                    say("error: a request could not be answered: " + one_line(what));
                }};
    }

    RoomPlan room_plan() {
        RoomPlan out;
        out.planning = wish_.planning;
        out.keys_file = keys_file_;
        out.link = link_start(wish_.lan.empty() ? "127.0.0.1" : wish_.lan, network_.port());
        out.outline = wish_.outline;
        out.program = wish_.program;
        out.common = invocation_.common;
        out.review_changed = [this] {
            const std::lock_guard lock(gate_);
            if (told_by_reviews_ != nullptr)
                told_by_reviews_->post([](Room& room) { room.review_told(); });
        };
        return out;
    }

    /// On the worker's thread: what was done is shown, and told to open pages.
    void after_task() {
        service_.take(room_.board());
        auto changes = room_.take_changes();
        auto out = room_.take_out();
        if (changes.empty() && out.empty()) return;
        network_.post([this, changes = std::move(changes), out = std::move(out)] {
            if (!out.empty()) {
                network_.send(out, Events::farewell());
                network_.end(out);
            }
            network_.send("", service_.told(changes));
        });
    }

    const ServeWish& wish_;
    const Invocation& invocation_;
    std::string keys_file_;
    Keys keys_;
    std::vector<FreshKey> fresh_;
    Network network_;
    std::mutex gate_;
    Worker* told_by_reviews_ = nullptr;  ///< behind the gate: a review may outlive the worker
    Room room_;
    Service service_;
    Worker worker_;
};

}  // namespace

std::string lan_address(const std::string& text) {
    in_addr four{};
    in6_addr six{};
    const bool is_four = ::inet_pton(AF_INET, text.c_str(), &four) == 1;
    const bool is_six = !is_four && ::inet_pton(AF_INET6, text.c_str(), &six) == 1;
    if (!is_four && !is_six)
        throw UsageError(fmt::format("{} is no address of a network", shown(text)),
                         "write this machine's, such as 192.168.1.20");
    if (text == "0.0.0.0" || text == "::")
        throw UsageError("--lan names one address, so that requests for others are refused",
                         "write this machine's, such as 192.168.1.20");
    return text;
}

void check_serving(const ServeWish& wish) { Network(addresses_of(wish), wish.port, {}); }

int serve(Play play, const ServeWish& wish, const Invocation& invocation) {
    return Server(std::move(play), wish, invocation).run();
}

}  // namespace forestall::app::exercise
