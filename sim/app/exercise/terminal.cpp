// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "analysis/input_error.hpp"
#include "app/exercise/review.hpp"
#include "app/exercise/review_lessons.hpp"
#include "app/exercise/said.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/progress.hpp"
#include "core/visible.hpp"
#include "results/files.hpp"
#include "scenario/csv.hpp"
#include "scenario/report.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {

namespace {

/// What stands before and behind the first semicolon.
std::pair<std::string, std::string> two_parts(const std::string& text, const std::string& form) {
    const std::size_t at = text.find(';');
    const std::string first(trimmed(std::string_view(text).substr(0, std::min(at, text.size()))));
    const std::string second(
        at == std::string::npos ? "" : trimmed(std::string_view(text).substr(at + 1)));
    if (first.empty() || second.empty()) throw UsageError("both parts are needed", form);
    return {first, second};
}

}  // namespace

std::vector<Player> solo_players(const ExercisePlan& plan) {
    Player all{"you", {}, true};
    for (const SeatPlan& seat : plan.seats)
        if (seat.role != SeatRole::white_cell) all.seats.push_back(seat.name);
    return {all};
}

std::vector<Player> hot_seat_players(const ExercisePlan& plan, const std::string& layout) {
    const LayoutPlan* chosen = plan.layout(layout.empty() ? "pairs" : layout);
    if (chosen == nullptr && layout.empty())
        for (const LayoutPlan& l : plan.layouts)
            if (l.seats.size() > 1 && chosen == nullptr) chosen = &l;
    if (chosen == nullptr) {
        std::vector<std::string> names;
        for (const LayoutPlan& l : plan.layouts) names.push_back(l.name);
        throw UsageError(layout.empty() ? "the exercise has no layout for several"
                                        : fmt::format("there is no layout {}", shown(layout)),
                         names.empty() ? "" : "there is: " + joined(names));
    }
    std::vector<Player> out;
    Player white{"White cell", {}, true};
    std::vector<std::string> taken;
    for (const auto& group : chosen->seats) {
        out.push_back({fmt::format("{}", fmt::join(group, " and ")), group, false});
        taken.insert(taken.end(), group.begin(), group.end());
    }
    for (const SeatPlan& seat : plan.seats)
        if (std::find(taken.begin(), taken.end(), seat.name) == taken.end())
            white.seats.push_back(seat.name);
    out.push_back(white);
    return out;
}

Terminal::Terminal(Play& play, std::vector<Player> players, Surroundings around,
                   const Invocation& invocation)
    : play_(play),
      players_(std::move(players)),
      around_(std::move(around)),
      invocation_(invocation) {}

std::vector<Terminal::Command> Terminal::commands() {
    return {
        {"help", "", "this list", false, &Terminal::help},
        {"brief", "", "who you are, what you have, the turn", false, &Terminal::brief},
        {"indicators", "", "what your observers make of the country", false, &Terminal::indicators},
        {"inbox", "[all]", "messages and reports of the last turn, or all", false,
         &Terminal::inbox},
        {"cards", "", "what can be ordered, with cost, lead time and consent", false,
         &Terminal::cards},
        {"order", "WHAT; by PARTNER; on TARGET, …; start N; stop N; size X",
         "orders an intervention; all but WHAT may be left out where there is no choice", false,
         &Terminal::order},
        {"orders", "", "your orders and how far they are, and your means", false,
         &Terminal::orders},
        {"cancel", "ORDER", "withdraws or stops an order", false, &Terminal::cancel},
        {"note", "TEXT", "keeps a note: an estimate, a reason", false, &Terminal::note},
        {"lesson", "OBSERVATION; EVIDENCE; OBJECTIVE; RECOMMENDATION",
         "keeps a lesson for the review; the first part alone will do", false, &Terminal::lesson},
        {"tell", "SEAT, SEAT; TEXT", "writes to other seats; to `all`", false, &Terminal::tell},
        {"ready", "", "passes the device on", false, &Terminal::ready},
        {"injects", "", "injects that are due", true, &Terminal::injects},
        {"fire", "NUMBER", "lets an inject happen", true, &Terminal::fire},
        {"skip", "NUMBER", "leaves an inject out", true, &Terminal::skip},
        {"overrule", "ORDER; NOTE", "takes an order away, with a note to its seat", true,
         &Terminal::overrule},
        {"end", "", "closes the turn", true, &Terminal::end},
        {"rewind", "TURN", "goes back to the opening of a turn, on a new branch", true,
         &Terminal::rewind},
        {"branch", "[NAME]", "lists branches, or goes over to one", true, &Terminal::branch},
        {"bookmark", "NAME", "marks the turn", true, &Terminal::bookmark},
        {"truth", "", "what happened; alone, only when the last turn is over", true,
         &Terminal::truth},
        {"msel", "FILE", "writes the list of injects with what became of them", true,
         &Terminal::msel},
        {"review", "[MEMBERS]", "luck and skill, and what each order did", true, &Terminal::review},
        {"save", "DIR", "writes what was played as a scenario with its options", true,
         &Terminal::save},
    };
}

std::vector<const SeatView*> Terminal::views() {
    held_.clear();
    std::vector<const SeatView*> out;
    for (const std::string& seat : player().seats) held_.push_back(play_.view(seat));
    for (const auto& view : held_) out.push_back(view.get());
    return out;
}

std::vector<std::string> Terminal::commanded() const {
    std::vector<std::string> out = player().seats;
    if (player().white_cell)
        for (const SeatPlan& seat : play_.plan().seats)
            if (seat.role == SeatRole::white_cell &&
                std::find(out.begin(), out.end(), seat.name) == out.end())
                out.push_back(seat.name);
    return out;
}

void Terminal::greet() {
    const Branch& b = play_.session().branch();
    around_.out(
        play_.session().over()
            ? fmt::format("The last turn is over. `review` says what was luck.\n")
            : fmt::format("Turn {} of {}, from {} (branch {}). `help` lists what to type.\n",
                          b.turn, play_.plan().turns, play_.on().date(play_.on().first_day(b.turn)),
                          b.name));
    if (player().white_cell)
        if (const auto due = play_.proposals(); !due.empty())
            around_.out("Injects that are due:\n" + proposals_text(play_.on(), due));
}

void Terminal::run() {
    greet();
    for (;;) {
        const Branch& b = play_.session().branch();
        around_.prompt(fmt::format("{} turn {}, {}> ", b.name, b.turn, one_line(player().name)));
        const auto line = around_.line();
        if (!line || !answer(readable_utf8(*line))) return;
    }
}

bool Terminal::answer(const std::string& line) {
    const std::string_view whole = trimmed(line);
    if (whole.empty() || whole.starts_with('#')) return true;
    const std::size_t blank = std::min(whole.find(' '), whole.size());
    const std::string word(whole.substr(0, blank));
    if (word == "quit") return false;
    const auto all = commands();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == word; });
    try {
        if (found == all.end())
            around_.out(fmt::format("{} is no command; `help` lists them\n", shown(word)));
        else if (found->white_cell && !player().white_cell)
            around_.out(fmt::format("{} is for the white cell\n", word));
        else
            (this->*found->act)(std::string(trimmed(whole.substr(blank))));
    } catch (const UsageError& e) {
        around_.out(fmt::format("{}{}{}\n", e.what(), e.hint().empty() ? "" : "; ", e.hint()));
    } catch (const InputError& e) {
        around_.out(fmt::format("{}{}{}\n", e.what(), e.hint().empty() ? "" : "; ", e.hint()));
    } catch (const TextRefused& e) {
        around_.out(fmt::format("the scenario does not take it: {}\n", e.what()));
    } catch (const StartRefused& e) {
        around_.out(fmt::format("{}; {}\n", e.what(), e.hint()));
    } catch (const IoError& e) {
        around_.out(fmt::format("{}; {}\n", e.what(), e.hint()));
    }
    return true;
}

void Terminal::help(const std::string&) {
    Table table({Table::Align::left, Table::Align::left}, "  ");
    for (const Command& c : commands())
        if (!c.white_cell || player().white_cell)
            table.row({fmt::format("{} {}", c.name, c.arguments), std::string(c.help)});
    table.row({"quit", "ends; started again with the same journal, it goes on from there"});
    around_.out(table.text());
}

void Terminal::brief(const std::string&) { around_.out(briefing_text(play_.on(), views())); }

void Terminal::indicators(const std::string&) { around_.out(indicators_text(play_.on(), views())); }

void Terminal::inbox(const std::string& rest) {
    for (const SeatView* view : views()) around_.out(inbox_text(play_.on(), *view, rest == "all"));
}

void Terminal::cards(const std::string&) {
    std::vector<const SeatPlan*> seats;
    for (const std::string& seat : player().seats) seats.push_back(play_.plan().seat(seat));
    const auto seen = views();
    around_.out(cards_text(play_.on(), seats, seen.empty() ? std::nullopt : seen.front()->stage()));
}

void Terminal::order(const std::string& rest) {
    const Order asked = order_of_line(rest, play_, commanded());
    around_.out(answer_text(play_.order(asked, commanded(), around_.now())));
}

void Terminal::orders(const std::string&) {
    for (const SeatView* view : views()) around_.out(orders_text(*view));
}

void Terminal::cancel(const std::string& rest) {
    around_.out(play_.cancel(rest, commanded(), around_.now()).text + "\n");
}

void Terminal::remark(RecordKind kind, const std::string& rest) {
    if (rest.empty()) throw UsageError("there is nothing to send");
    const Json body = kind == RecordKind::lesson ? lesson_body(rest) : Json{{"text", rest}};
    play_.remark(kind, player().seats.empty() ? "" : player().seats.front(), body, around_.now());
    around_.out("kept\n");
}

void Terminal::tell(const std::string& rest) {
    const auto [names, text] = two_parts(rest, "tell SEAT, SEAT; TEXT");
    Json to = Json::array();
    for (std::string_view left = names; !left.empty();) {
        const std::size_t end = std::min(left.find(','), left.size());
        const std::string name(trimmed(left.substr(0, end)));
        if (name != "all" && play_.plan().seat(name) == nullptr)
            throw UsageError(fmt::format("there is no seat {}", shown(name)));
        to.push_back(name);
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    play_.remark(RecordKind::note, player().seats.empty() ? "" : player().seats.front(),
                 {{"text", text}, {"to", to}}, around_.now());
    around_.out("told\n");
}

void Terminal::overrule(const std::string& rest) {
    const auto [action, note] = two_parts(rest, "overrule ORDER; NOTE");
    around_.out(
        play_.overrule({Overruling::What::refuse, action, "", {}, note}, around_.now()).text +
        "\n");
}

void Terminal::note(const std::string& rest) { remark(RecordKind::note, rest); }
void Terminal::lesson(const std::string& rest) { remark(RecordKind::lesson, rest); }
void Terminal::bookmark(const std::string& rest) { remark(RecordKind::bookmark, rest); }

void Terminal::ready(const std::string&) {
    if (players_.size() < 2)
        throw UsageError("there is nobody to pass the device to", "`end` closes the turn");
    at_ = (at_ + 1) % players_.size();
    around_.clear();
    around_.out(
        fmt::format("Pass the device to {}, who presses Enter.\n", one_line(player().name)));
    static_cast<void>(around_.line());
    greet();
}

void Terminal::injects(const std::string&) {
    const auto due = play_.proposals();
    around_.out(due.empty() ? "none is due\n" : proposals_text(play_.on(), due));
}

void Terminal::decide(const std::string& rest, bool fire) {
    play_.inject(rest, fire, around_.now());
    around_.out(fmt::format("inject {} is {}\n", one_line(rest), fire ? "fired" : "skipped"));
}

void Terminal::fire(const std::string& rest) { decide(rest, true); }
void Terminal::skip(const std::string& rest) { decide(rest, false); }

void Terminal::end(const std::string&) {
    const int turn = play_.session().branch().turn;
    play_.close_turn(around_.now());
    around_.out(fmt::format("turn {} is closed\n", turn));
    at_ = 0;
    if (players_.size() > 1) {
        around_.clear();
        around_.out(
            fmt::format("Pass the device to {}, who presses Enter.\n", one_line(player().name)));
        static_cast<void>(around_.line());
    }
    greet();
}

void Terminal::rewind(const std::string& rest) {
    const Branch& now = play_.session().branch();
    auto to = parse_integer(rest);
    for (const Remark& r : now.remarks)
        if (const Json* text = r.body.find("text");
            r.kind == RecordKind::bookmark && text != nullptr && text->as_text() == rest)
            to = r.turn;
    if (!to || *to < 1 || *to > now.turn)
        throw UsageError(fmt::format("{} is no turn that was played, nor a bookmark", shown(rest)));
    play_.rewind(static_cast<int>(*to), around_.now());
    greet();
}

void Terminal::branch(const std::string& rest) {
    if (!rest.empty()) {
        play_.switch_to(rest, around_.now());
        return greet();
    }
    for (const auto& [name, b] : play_.session().branches())
        around_.out(fmt::format(
            "  {}{}: turn {}, {} orders{}\n", name,
            name == play_.session().branch().name ? " (played)" : "", b.turn, b.orders.size(),
            b.parent.empty() ? "" : fmt::format(", from turn {} of {}", b.from, b.parent)));
}

void Terminal::truth(const std::string&) {
    if (players_.size() < 2 && !play_.session().over())
        throw UsageError("no seat sees what is true", "it is told when the last turn is over");
    const auto course = play_.course();
    for (int turn = 1; turn <= course->turn; ++turn)
        around_.out(truth_text(play_.on(), *course, turn));
    for (const SeatPlan& seat : play_.plan().seats)
        if (seat.role != SeatRole::white_cell)
            around_.out(
                hearing_text(hearing_of(play_.on(), play_.session().branch(), *course, seat)));
}

void Terminal::msel(const std::string& rest) {
    if (rest.empty()) throw UsageError("name a file");
    files::write_atomically(rest, msel_of(play_.on(), play_.session().branch()).text(), {},
                            files::Existing::keep);
    around_.out(fmt::format("written: {}\n", one_line(rest)));
}

void Terminal::review(const std::string& rest) {
    ReviewWish wish;
    wish.members = play_.plan().review_members;
    if (!rest.empty()) {
        const auto members = parse_integer(rest);
        if (!members || *members < 2 || *members > 1'000'000)
            throw UsageError(fmt::format("{} is not a number of members", shown(rest)),
                             "2 or more");
        wish.members = static_cast<std::uint64_t>(*members);
    }
    const Interrupt interrupt;
    Progress progress("futures", wish.members, 0, invocation_.common.quiet);
    const Parallel parallel = invocation_.common.parallel();
    const ReviewRun run{parallel,
                        interrupt.stop(),
                        {},
                        [&](std::uint64_t done) { progress.advance(done - progress.done()); },
                        invocation_.common.seed};
    const auto result = exercise::review(play_.on(), play_.session().branch(), wish, run);
    progress.clear();
    around_.out(review_text(result));
}

void Terminal::save(const std::string& rest) {
    if (rest.empty()) throw UsageError("name a directory");
    save_scenario(play_.on(), play_.session().branch(), rest);
    around_.out(fmt::format("written: {}; its option is played\n", one_line(rest)));
}

}  // namespace forestall::app::exercise
