// SPDX-License-Identifier: Apache-2.0
#include "app/commands/exercise_replay.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/exercise/replay.hpp"
#include "app/exercise/review.hpp"
#include "app/exercise/review_lessons.hpp"
#include "app/exercise/review_page.hpp"
#include "app/exercise/review_timeline.hpp"
#include "app/exercise/terminal.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "app/job/session.hpp"
#include "core/visible.hpp"
#include "results/files.hpp"
#include "scenario/csv.hpp"

namespace forestall::app {

using namespace exercise;

namespace {

std::string dir_of(const Record& first) {
    const Json* value = first.body.find("scenario");
    return value == nullptr ? "" : value->as_text().value_or("");
}

ReviewWish review_wish(const ExerciseWish& wish) {
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

ReviewOutputs outputs_of(const ExerciseWish& wish, const std::string& dir) {
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

std::string again_text(const ExerciseWish& wish) {
    std::string out = fmt::format("forestall exercise {}--replay {} --review {}",
                                  wish.dir.empty() ? "" : shell_quoted(wish.dir) + " ",
                                  shell_file(wish.replay), *wish.review);
    if (!wish.branch.empty()) out += " --branch " + shell_quoted(wish.branch);
    if (wish.outcome != "civilian_deaths") out += " --outcome " + shell_quoted(wish.outcome);
    if (!wish.options.empty()) out += " --options " + shell_quoted(wish.options);
    return out + " -o " + shell_file(wish.out.path);
}

/// Writes what was asked for.
void write_review(const ExerciseWish& wish, const ReviewOutputs& outputs, const Case& on,
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

/// As they are, of another file than they name.
Diagnostics renamed(const Diagnostics& diagnostics, const std::string& from,
                    const std::string& to) {
    Diagnostics out;
    for (const Diagnostic& d : diagnostics.all()) {
        SourcePosition at = d.at;
        if (at.file == from) at.file = to;
        if (d.severity == Severity::error)
            out.error(std::move(at), d.code, d.message, d.hint);
        else
            out.warning(std::move(at), d.code, d.message, d.hint);
    }
    return out;
}

}  // namespace

std::string program_text() {
    const ProgramBuild build = program_build();
    return fmt::format("forestall {} ({})", build.version, build.git_commit);
}

std::optional<Case> case_of(const std::string& dir, const std::string& seats,
                            const PlayedWorld& which, const Invocation& invocation) {
    Loaded loaded = load_directory(dir);
    if (!seats.empty()) loaded.files[exercise_file] = files::read_file(seats, 8 << 20);
    Diagnostics diagnostics = loaded.diagnostics;
    std::optional<ExerciseRead> read;
    if (loaded.tables) {
        read = read_exercise(loaded.files, *loaded.tables);
        diagnostics =
            seats.empty() ? read->diagnostics : renamed(read->diagnostics, exercise_file, seats);
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

PlayedWorld played_world(const Record& first) {
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

int replay_journal(const ExerciseWish& wish, const Invocation& invocation) {
    const JournalRead journal = read_journal(journal_text(wish.replay), wish.replay);
    if (journal.records.empty()) throw InputError(wish.replay + ": the journal is empty");
    if (journal.torn > 0)
        say(
            fmt::format("{}: warning W704: a last line was not finished and is left out "
                        "({} bytes); what was acknowledged stands before it",
                        one_line(wish.replay), journal.torn));
    const std::string dir = wish.dir.empty() ? dir_of(journal.records.front()) : wish.dir;
    const ReviewOutputs outputs = outputs_of(wish, dir);
    const auto on = case_of(dir, wish.seats, played_world(journal.records.front()), invocation);
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

}  // namespace forestall::app
