// SPDX-License-Identifier: Apache-2.0
// `forestall exercise DIR`: an exercise served to browsers; `--solo`: played at a terminal;
// `--replay JOURNAL`: a session made again, with its hashes, and reviewed.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "app/exercise/replay.hpp"
#include "app/exercise/review.hpp"
#include "app/exercise/review_lessons.hpp"
#include "app/exercise/review_page.hpp"
#include "app/exercise/review_timeline.hpp"
#include "app/exercise/server/routes.hpp"
#include "app/exercise/server/serve.hpp"
#include "app/exercise/terminal.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/command.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output_file.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "app/job/session.hpp"
#include "core/visible.hpp"
#include "results/files.hpp"
#include "scenario/csv.hpp"

namespace forestall::app {
namespace {

using namespace exercise;

struct Wish {
    std::string dir;
    bool solo = false;
    bool hot_seat = false;
    bool plan = false;
    bool routes = false;
    std::optional<std::uint64_t> port;
    std::string lan;
    std::string layout;
    std::string journal;
    std::string replay;
    std::string seats;
    std::string branch;
    std::string save;
    std::string outcome = "civilian_deaths";
    std::string options;
    std::optional<std::uint64_t> member;
    std::optional<std::uint64_t> review;
    bool skill_only = false;
    std::string lessons;
    OutputWish out;
    Argument out_given;
};

/// The world that is played: seed and member.
struct Which {
    std::optional<std::uint64_t> seed, member;
    bool planner = false;  ///< one seat has everything
};

std::string now() {
    const std::time_t t = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&t, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

std::string program_text() {
    const ProgramBuild build = program_build();
    return fmt::format("forestall {} ({})", build.version, build.git_commit);
}

/// Tells what is wrong and gives nothing if there is an error.
std::optional<Case> case_of(const std::string& dir, const std::string& seats, const Which& which,
                            const Invocation& invocation) {
    Loaded loaded = load_directory(dir);
    if (!seats.empty()) loaded.files[exercise_file] = files::read_file(seats, 8 << 20);
    Diagnostics diagnostics = loaded.diagnostics;
    std::optional<ExerciseRead> read;
    if (loaded.tables) {
        read = read_exercise(loaded.files, *loaded.tables);
        diagnostics = read->diagnostics;
        say_warnings(loaded.diagnostics, invocation.common, "forestall check " + shell_quoted(dir));
    }
    if (!read || diagnostics.has_errors()) {
        say_diagnostics(diagnostics);
        if (invocation.common.json) print_json({{"diagnostics", diagnostics_json(diagnostics)}});
        return std::nullopt;
    }
    say_warnings(diagnostics, invocation.common, "forestall check " + shell_quoted(dir));
    const std::uint64_t seed = which.seed.value_or(read->plan.seed);
    const std::uint64_t member = which.member.value_or(read->plan.member);
    if (member >= most_members) throw UsageError(fmt::format("there is no member {}", member));
    if (which.planner) read->plan = planner_plan(std::move(read->plan));
    return Case(std::move(loaded), std::move(*read), seed, member);
}

/// How a journal says that it is a planner's.
constexpr const char* planner_layout = "plan";

Which which_of(const Record& first) {
    const auto whole = [&](const char* key) -> std::optional<std::uint64_t> {
        const Json* value = first.body.find(key);
        const auto number = value == nullptr ? std::nullopt : value->as_whole();
        if (!number || *number < 0) return std::nullopt;
        return static_cast<std::uint64_t>(*number);
    };
    const Json* layout = first.body.find("layout");
    return {whole("seed"), whole("member"),
            layout != nullptr && layout->as_text() == planner_layout};
}

std::string dir_of(const Record& first) {
    const Json* value = first.body.find("scenario");
    return value == nullptr ? "" : value->as_text().value_or("");
}

ReviewWish review_wish(const Wish& wish) {
    ReviewWish out;
    out.members = *wish.review;
    out.outcome = wish.outcome;
    out.orders = !wish.skill_only;
    for (std::size_t from = 0; from < wish.options.size();) {
        const std::size_t end = std::min(wish.options.find(',', from), wish.options.size());
        if (end > from) out.options.push_back(wish.options.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

/// Files that a review writes, and how: looked at before anything is run.
struct ReviewOutputs {
    std::optional<files::Existing> page, lessons;
};

ReviewOutputs outputs_of(const Wish& wish, const std::string& dir) {
    const output::Rule rule = wish.out.rule({wish.replay, dir});
    ReviewOutputs out;
    if (wish.out_given.given()) out.page = output::check_file(wish.out.path, rule);
    if (!wish.lessons.empty()) {
        if (!wish.lessons.ends_with(".csv") && !wish.lessons.ends_with(".md"))
            throw UsageError(fmt::format("{} is no form of a list of lessons", shown(wish.lessons)),
                             "a name that ends with .csv or .md");
        out.lessons = output::check_file(wish.lessons, rule);
    }
    if (!wish.review && (out.page || out.lessons || wish.skill_only))
        throw UsageError("there is no review to write", "add --review N");
    return out;
}

std::string again_text(const Wish& wish) {
    std::string out = fmt::format("forestall exercise {}--replay {} --review {}",
                                  wish.dir.empty() ? "" : shell_quoted(wish.dir) + " ",
                                  shell_file(wish.replay), *wish.review);
    if (!wish.branch.empty()) out += " --branch " + shell_quoted(wish.branch);
    if (wish.outcome != "civilian_deaths") out += " --outcome " + shell_quoted(wish.outcome);
    if (!wish.options.empty()) out += " --options " + shell_quoted(wish.options);
    return out + " -o " + shell_file(wish.out.path);
}

/// Writes what was asked for.
void write_review(const Wish& wish, const ReviewOutputs& outputs, const Case& on,
                  const Branch& branch, const Review& found, const Timeline& timeline) {
    const std::vector<Lesson> lessons = lessons_of(branch, found, timeline);
    if (outputs.lessons)
        files::write_atomically(wish.lessons,
                                wish.lessons.ends_with(".csv")
                                    ? lessons_csv(lessons)
                                    : lessons_markdown(lessons, on.plan().title),
                                {}, *outputs.lessons);
    if (outputs.page)
        files::write_atomically(
            wish.out.path,
            review_page({on.plan().title, branch.name, on.plan().turn_days, on.plan().tail_days, on,
                         found, timeline, lessons, program_text(), again_text(wish)}),
            {}, *outputs.page);
}

int replay_journal(const Wish& wish, const Invocation& invocation) {
    const JournalRead journal = read_journal(journal_text(wish.replay), wish.replay);
    if (journal.records.empty()) throw InputError(wish.replay + ": the journal is empty");
    if (journal.torn > 0)
        say(
            fmt::format("{}: warning W704: a last line was not finished and is left out "
                        "({} bytes); what was acknowledged stands before it",
                        one_line(wish.replay), journal.torn));
    const std::string dir = wish.dir.empty() ? dir_of(journal.records.front()) : wish.dir;
    const ReviewOutputs outputs = outputs_of(wish, dir);
    const auto on = case_of(dir, wish.seats, which_of(journal.records.front()), invocation);
    if (!on) return exit_code::bad_input;
    Replayed replayed = replay(*on, journal.records);
    exercise::Session session(*on);
    session.apply(journal.records);
    const Branch& branch = wish.branch.empty() ? session.branch() : session.branch(wish.branch);
    if (!wish.save.empty()) save_scenario(*on, branch, wish.save);
    std::string text = replay_text(*on, replayed);
    if (wish.review) {
        const Interrupt interrupt;
        Progress progress("futures", *wish.review, 0, invocation.common.quiet);
        const Parallel parallel = invocation.common.parallel();
        const ReviewRun run{parallel,
                            interrupt.stop(),
                            {},
                            [&](std::uint64_t done) { progress.advance(done - progress.done()); },
                            invocation.common.seed};
        const Review found = review(*on, branch, review_wish(wish), run);
        progress.clear();
        const Timeline timeline =
            timeline_of(*on, branch, *Courses(*on).at(branch, branch.turn - 1));
        Json& document = replayed.document["review"] = to_json(found);
        document["timeline"] = to_json(timeline, *on);
        write_review(wish, outputs, *on, branch, found, timeline);
        text += "\n" + review_text(found);
        if (outputs.page) text += fmt::format("\nReview: {}\n", one_line(wish.out.path));
        if (outputs.lessons) text += fmt::format("Lessons: {}\n", one_line(wish.lessons));
    }
    if (invocation.common.json)
        print_json(replayed.document);
    else
        print(text);
    return replayed.differences.empty() ? exit_code::done : exit_code::finding;
}

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
std::optional<Journal> journal_before(const std::string& path, const Wish& wish, Which& which) {
    if (!files::exists(path)) return std::nullopt;
    Journal journal = Journal::open(path);
    if (journal.torn() > 0)
        say(
            fmt::format("{}: warning W704: a last line was not finished and was taken away "
                        "({} bytes); what was acknowledged stands before it",
                        one_line(path), journal.torn()));
    if (!journal.records().empty()) which = which_of(journal.records().front());
    if (which.planner != wish.plan)
        throw UsageError(
            wish.plan ? "the journal is of an exercise with seats" : "the journal is a planner's",
            wish.plan ? "leave --plan out" : "go on with --plan");
    return journal;
}

std::string layout_of(const Wish& wish) {
    if (wish.plan) return planner_layout;
    if (wish.hot_seat) return "hot-seat " + wish.layout;
    return wish.solo ? "solo" : "server";
}

int at_terminal(Play play, const Wish& wish, bool fresh, const Invocation& invocation) {
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

int at_browsers(Play play, const Wish& wish, bool fresh, const Invocation& invocation) {
    const std::string outline = (std::filesystem::path(wish.dir) / "outline.geojson").string();
    ServeWish out;
    out.port = static_cast<unsigned short>(wish.port.value_or(out.port));
    out.lan = wish.lan;
    out.planning = wish.plan;
    out.fresh = fresh;
    out.program = program_text();
    if (files::exists(outline)) out.outline = files::read_file(outline, 8 << 20);
    return serve(std::move(play), out, invocation);
}

int play(const Wish& wish, const Invocation& invocation) {
    const std::string path = wish.journal.empty() ? standard_journal(wish.dir) : wish.journal;
    Which which{seed_given(invocation) ? std::optional(invocation.common.seed) : std::nullopt,
                wish.member, wish.plan};
    std::optional<Journal> journal = journal_before(path, wish, which);
    auto on = case_of(wish.dir, wish.seats, which, invocation);
    if (!on) return exit_code::bad_input;
    if (wish.hot_seat) hot_seat_players(on->plan(), wish.layout);  // refused before there is a file
    if (!journal) journal.emplace(Journal::create(path));
    const bool fresh = journal->records().empty();
    Play play(std::move(*on), std::move(*journal));
    if (fresh)
        play.begin({readable_utf8(wish.dir), layout_of(wish), program_text(), now()});
    else
        play.go_on(now());
    return wish.solo || wish.hot_seat ? at_terminal(std::move(play), wish, fresh, invocation)
                                      : at_browsers(std::move(play), wish, fresh, invocation);
}

/// Words that do not go together.
void check_words(const Wish& wish) {
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

int exercise_command(const Wish& wish, const Invocation& invocation) {
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
    const auto wish = std::make_shared<Wish>();
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
