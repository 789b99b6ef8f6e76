// SPDX-License-Identifier: Apache-2.0
// Between the network and the room: who asks what, whether it is answered from the board at once or
// done by the worker, and what is told to open pages.
// Thread safety: the network's thread, but `take` and `done`.
#pragma once
#include <memory>
#include <mutex>
#include <string>

#include "app/exercise/server/events.hpp"
#include "app/exercise/server/gate.hpp"
#include "app/exercise/server/limits.hpp"
#include "app/exercise/server/network.hpp"
#include "app/exercise/server/worker.hpp"

namespace forestall::app::exercise {

class Service {
public:
    Service(const ExercisePlan& plan, std::shared_ptr<const Board> first, std::string run);

    /// The names under which the server may be asked, once its port is known.
    void name(HostNames names) { names_ = std::move(names); }
    /// Tasks go there.
    void employ(Worker& worker) { worker_ = &worker; }
    /// The reply to a header, if it needs no more.
    std::optional<Reply> head(const Request& request) const;
    void answer(const Request& request, std::function<void(Reply)> reply);
    std::string opened(const std::string& player, const std::string& last_event);
    void closed(const std::string& player);
    /// A new board: what pages are told; on the network's thread.
    std::string told(const std::set<News>& changes);

    /// From the worker's thread.
    void take(std::shared_ptr<const Board> board);
    std::shared_ptr<const Board> board() const;

private:
    Reply snapshot(const Request& request, const Route& route, const Participant& player,
                   const std::string& seat) const;
    void join(const Request& request, Json body, std::function<void(Reply)> reply);
    void work(Call call, std::function<void(Reply)> reply);

    const ExercisePlan* plan_;
    HostNames names_;
    std::string run_;
    Events events_;
    Worker* worker_ = nullptr;
    limits::Tally joins_{limits::wrong_joins, std::chrono::minutes(1)};
    limits::Tally changes_{limits::changes, std::chrono::seconds(1)};
    mutable std::mutex mutex_;
    std::shared_ptr<const Board> board_;
};

}  // namespace forestall::app::exercise
