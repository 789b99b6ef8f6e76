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
            "The links of before are good at http://127.0.0.1:{}. For new ones, end this, remove "
            "{} "
            "and start again.\n",
            port, one_line(keys_path(journal)));
    print(out +
          "A link is for one seat; who has it plays. Ctrl-C ends the server; the journal "
          "goes on where it was.\n");
}

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

int serve(Play play, const ServeWish& wish, const Invocation& invocation) {
    const std::string file = keys_path(play.journal().path());
    Keys keys = keys_of(play, wish, file);
    const std::vector<FreshKey> fresh = keys.complete();
    std::vector<std::string> addresses{"127.0.0.1", "::1"};
    if (!wish.lan.empty()) addresses.insert(addresses.begin() + 1, lan_address(wish.lan));

    Service* service = nullptr;  // made once the room is, which needs the port
    Behind behind{[&](const Request& request) { return service->head(request); },
                  [&](Request request, std::function<void(Reply)> reply) {
                      service->answer(std::move(request), std::move(reply));
                  },
                  [&](const std::string& player, const std::string& last) {
                      return service->opened(player, last);
                  },
                  [&](const std::string& player) { service->closed(player); },
                  [](const std::string& what) {
                      say("error: a request could not be answered: " + one_line(what));
                  }};
    Network network(addresses, wish.port, behind);
    save_keys(keys, file);

    std::mutex gate;
    Worker* worker = nullptr;  // behind the gate: a review may outlive it
    RoomPlan plan;
    plan.planning = wish.planning;
    plan.keys_file = file;
    plan.link = link_start(wish.lan.empty() ? "127.0.0.1" : wish.lan, network.port());
    plan.outline = wish.outline;
    plan.program = wish.program;
    plan.common = invocation.common;
    plan.review_changed = [&] {
        const std::lock_guard lock(gate);
        if (worker != nullptr) worker->post([](Room& room) { room.review_told(); });
    };
    announce(play, wish, keys, fresh, network.port(), invocation);
    const std::string run = to_hex(static_cast<std::uint64_t>(moment_now().ms)).substr(6);
    Room room(std::move(play), std::move(keys), std::move(plan));
    Service inside(room.play().plan(), room.board(), run);
    addresses.push_back("localhost");
    inside.name(host_names(addresses, network.port()));
    service = &inside;
    Worker works(room, [&] {
        inside.take(room.board());
        auto changes = room.take_changes();
        auto out = room.take_out();
        if (changes.empty() && out.empty()) return;
        network.post([&, changes = std::move(changes), out = std::move(out)] {
            if (!out.empty()) {
                network.send(out, Events::farewell());
                network.end(out);
            }
            network.send("", inside.told(changes));
        });
    });
    worker = &works;
    inside.employ(works);
    network.every(static_cast<int>(std::chrono::seconds(limits::breath).count()),
                  [&] { network.send("", Events::breath()); });
    network.run();
    {
        const std::lock_guard lock(gate);
        worker = nullptr;
    }
    say("the server has ended; the journal goes on where it was");
    return exit_code::done;
}

}  // namespace forestall::app::exercise
