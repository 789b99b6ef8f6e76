// SPDX-License-Identifier: Apache-2.0
// `forestall exercise DIR`: an exercise served to browsers; `--solo`: played at a terminal;
// `--replay JOURNAL`: exercise_replay.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/commands/exercise_replay.hpp"
#include "app/exercise/replay.hpp"
#include "app/exercise/server/routes.hpp"
#include "app/exercise/server/serve.hpp"
#include "app/exercise/server/worker.hpp"
#include "app/exercise/terminal.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/job/estimate.hpp"
#include "core/visible.hpp"
#include "results/files.hpp"

namespace forestall::app {
namespace {

using namespace exercise;

std::string now() { return moment_now().t; }

Surroundings surroundings(const Invocation& invocation) {
    const bool json = invocation.common.json;
    const bool terminal = error_output_is_terminal();
    return {[]() -> std::optional<std::string> {
                std::string line;
                if (!std::getline(std::cin, line)) return std::nullopt;
                return line;
            },
            [json](const std::string& text) { json ? say_raw(visible(text)) : print(text); },
            [terminal](const std::string& text) {
                if (terminal) say_raw(text);
            },
            [terminal] {
                if (terminal) say_raw("\x1b[2J\x1b[3J\x1b[H");
            },
            now};
}

std::string standard_journal(const std::string& dir) {
    std::filesystem::path path(dir);
    if (!path.has_filename()) path = path.parent_path();
    const std::string name = path.filename().string();
    return fmt::format("exercise-{}.jsonl",
                       name.empty() || name.starts_with('.') ? "session" : name);
}

bool seed_given(const Invocation& invocation) {
    return std::any_of(invocation.words.begin(), invocation.words.end(),
                       [](const std::string& w) { return w.starts_with("--seed"); });
}

/// The journal that is gone on with, or nothing; which world it is of.
std::optional<Journal> journal_before(const std::string& path, const ExerciseWish& wish,
                                      PlayedWorld& which) {
    if (!files::exists(path)) return std::nullopt;
    Journal journal = Journal::open(path);
    if (journal.torn() > 0)
        say(
            fmt::format("{}: warning W704: a last line was not finished and was taken away "
                        "({} bytes); what was acknowledged stands before it",
                        one_line(path), journal.torn()));
    const PlayedWorld asked = which;
    if (!journal.records().empty()) which = played_world(journal.records().front());
    if ((asked.member && asked.member != which.member) || (asked.seed && asked.seed != which.seed))
        throw UsageError(fmt::format("the journal {} is of member {}, seed {}", one_line(path),
                                     which.member.value_or(0), which.seed.value_or(0)),
                         "leave --member and --seed out, or name another file with --journal");
    if (which.planner != wish.plan)
        throw UsageError(
            wish.plan ? "the journal is of an exercise with seats" : "the journal is a planner's",
            wish.plan ? "leave --plan out" : "go on with --plan");
    return journal;
}

std::string layout_of(const ExerciseWish& wish) {
    if (wish.plan) return planner_layout;
    if (wish.hot_seat) return "hot-seat " + wish.layout;
    return wish.solo ? "solo" : "server";
}

int at_terminal(Play play, const ExerciseWish& wish, bool fresh, const Invocation& invocation) {
    std::vector<Player> players =
        wish.hot_seat ? hot_seat_players(play.plan(), wish.layout) : solo_players(play.plan());
    Surroundings around = surroundings(invocation);
    around.out(fmt::format("{}\n{}: {}\n", one_line(std::string(play.plan().title)),
                           fresh ? "a new journal" : "goes on with the journal",
                           one_line(play.journal().path())));
    Terminal(play, std::move(players), std::move(around), invocation).run();
    if (invocation.common.json) print_json(replay(play.on(), play.journal().records()).document);
    return exit_code::done;
}

ServeWish serve_wish(const ExerciseWish& wish, bool fresh) {
    const std::string outline = (std::filesystem::path(wish.dir) / "outline.geojson").string();
    ServeWish out;
    out.port = static_cast<unsigned short>(wish.port.value_or(out.port));
    out.lan = wish.lan;
    out.planning = wish.plan;
    out.fresh = fresh;
    out.program = program_text();
    if (files::exists(outline)) out.outline = files::read_file(outline, 8 << 20);
    return out;
}

int play(const ExerciseWish& wish, const Invocation& invocation) {
    const std::string path = wish.journal.empty() ? standard_journal(wish.dir) : wish.journal;
    PlayedWorld which{seed_given(invocation) ? std::optional(invocation.common.seed) : std::nullopt,
                      wish.member, wish.plan};
    std::optional<Journal> journal = journal_before(path, wish, which);
    auto on = case_of(wish.dir, wish.seats, which, invocation);
    if (!on) return exit_code::bad_input;
    if (wish.hot_seat) hot_seat_players(on->plan(), wish.layout);  // refused before there is a file
    const bool terminal = wish.solo || wish.hot_seat;
    if (!terminal) check_serving(serve_wish(wish, true));
    if (!journal) journal.emplace(Journal::create(path));
    const bool fresh = journal->records().empty();
    Play play(std::move(*on), std::move(*journal));
    if (fresh)
        play.begin({readable_utf8(wish.dir), layout_of(wish), program_text(), now()});
    else
        play.go_on(now());
    return terminal ? at_terminal(std::move(play), wish, fresh, invocation)
                    : serve(std::move(play), serve_wish(wish, fresh), invocation);
}

/// Words that do not go together.
void check_words(const ExerciseWish& wish) {
    const bool replays = !wish.replay.empty();
    const bool terminal = wish.solo || wish.hot_seat;
    if (replays && (terminal || wish.plan || !wish.journal.empty()))
        throw UsageError("a replay is not played",
                         "leave --solo, --hot-seat, --plan and --journal out");
    if (!replays && wish.dir.empty())
        throw UsageError("no scenario is named", "forestall exercise DIR");
    if (!replays &&
        (wish.review || !wish.save.empty() || !wish.lessons.empty() || wish.out_given.given()))
        throw UsageError("--review, --save, --lessons and -o go with --replay",
                         "while you play, the white cell asks for them");
    if (wish.solo && wish.hot_seat)
        throw UsageError("--solo and --hot-seat exclude each other",
                         "--solo: alone at this terminal; --hot-seat: several who pass the device");
    if ((terminal || replays) && (wish.port || !wish.lan.empty()))
        throw UsageError("--port and --lan are for a server",
                         "leave --solo, --hot-seat and --replay out");
    if (!wish.lan.empty()) lan_address(wish.lan);
    if (wish.plan && terminal)
        throw UsageError("--plan is for a browser", "leave --solo and --hot-seat out");
}

int exercise_command(const ExerciseWish& wish, const Invocation& invocation) {
    if (wish.routes) {
        if (invocation.common.json)
            print_json(routes_json());
        else
            print(routes_text());
        return exit_code::done;
    }
    check_words(wish);
    return wish.replay.empty() ? play(wish, invocation) : replay_journal(wish, invocation);
}

}  // namespace

void add_exercise(Program& program) {
    const auto wish = std::make_shared<ExerciseWish>();
    const Command command = program.add(
        {"exercise",
         "Plays a scenario as a training exercise, in browsers or at the terminal; replays a "
         "session",
         "forestall exercise scenarios/orimand --port 8765 --journal friday.jsonl\n"
         "forestall exercise scenarios/orimand --solo\n"
         "forestall exercise scenarios/orimand --hot-seat --layout pairs --journal friday.jsonl\n"
         "forestall exercise --replay friday.jsonl --review 200 -o friday.html"},
        [wish](const Invocation& invocation) { return exercise_command(*wish, invocation); });
    command.add_option("DIR", wish->dir,
                       "the scenario's directory; of a replay, where it lies now");
    command
        .add_option("--port", wish->port,
                    "of the server (default 8765; 0: one that is free); without --solo and "
                    "--hot-seat it serves browsers")
        .check(whole_number(0, 65535))
        .type_name("P");
    command
        .add_option("--lan", wish->lan,
                    "an address of this machine at which others in its network can play, too")
        .type_name("ADDRESS");
    command.add_flag("--plan", wish->plan,
                     "one planner has every seat and no clock: what-if orders, saved as an option");
    command.add_flag("--routes", wish->routes, "lists what the server answers");
    command.add_flag("--solo", wish->solo, "one person has all seats and runs the exercise");
    command.add_flag("--hot-seat", wish->hot_seat, "several pass the device");
    command.add_option("--layout", wish->layout, "who plays what (default pairs)")
        .type_name("NAME");
    command
        .add_option("--journal", wish->journal,
                    "what is done is kept here; one that is there is gone on with (default "
                    "exercise-NAME.jsonl)")
        .type_name("FILE");
    command.add_option("--seats", wish->seats, "an exercise.toml in place of the scenario's")
        .type_name("FILE");
    command.add_option("--member", wish->member, "world that is played (default: the exercise's)")
        .check(whole_number(0, most_members - 1))
        .type_name("K");
    command.add_option("--replay", wish->replay, "a journal: makes the session again, with hashes")
        .type_name("JOURNAL");
    command.add_option("--branch", wish->branch, "of a replay: what is reviewed or saved")
        .type_name("NAME");
    command
        .add_option("--review", wish->review,
                    "of a replay: so many futures for luck, skill and what each order did")
        .check(whole_number(2, 1'000'000))
        .type_name("N");
    command.add_option("--outcome", wish->outcome, "of the review (default civilian_deaths)")
        .type_name("NAME");
    command.add_option("--options", wish->options, "of the scenario, to review against")
        .type_name("a,b");
    command.add_flag("--skill-only", wish->skill_only,
                     "of the review: not what each order did, which is most of the work");
    command
        .add_option("--lessons", wish->lessons,
                    "of the review: what was learnt, with evidence, as .csv or .md")
        .type_name("FILE");
    wish->out_given = add_output(command, wish->out, "the review as a page, with --review");
    command
        .add_option("--save", wish->save,
                    "of a replay: writes what was played as a scenario with its options")
        .type_name("DIR");
}

}  // namespace forestall::app
