// SPDX-License-Identifier: Apache-2.0
// What can go wrong, and how the program says so and ends.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "analysis/search/stored_case.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/command.hpp"
#include "app/frame/commands.hpp"
#include "app/frame/errors.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/failure.hpp"
#include "app/frame/output.hpp"
#include "app/job/estimate.hpp"
#include "core/memory.hpp"
#include "results/files.hpp"
#include "results/parts.hpp"
#include "results/reader.hpp"

namespace forestall::app {
namespace {

Failure out_of_memory() {
    return {exit_code::io, "there is not enough memory",
            "ask for fewer members, split them with --shard, or use fewer --threads"};
}

}  // namespace

void last_resort() {
    bool no_memory = memory_is_short();
    try {
        if (const std::exception_ptr now = std::current_exception()) std::rethrow_exception(now);
    } catch (const std::bad_alloc&) {
        no_memory = true;
    } catch (...) {  // NOLINT(bugprone-empty-catch): it is told below
    }
    if (!no_memory) std::abort();
    constexpr std::string_view text = "forestall: error: there is not enough memory\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    ::_exit(exit_code::io);
}

Failure failure_now() {
    try {
        throw;
    } catch (const UsageError& e) {
        return {exit_code::usage, e.what(), e.hint()};
    } catch (const MemoryRefused& e) {
        return {exit_code::io, e.what(), e.hint()};
    } catch (const StartRefused& e) {
        return {exit_code::usage, e.what(), e.hint()};
    } catch (const analysis::ScenarioRefused& e) {
        for (const Diagnostic& d : e.diagnostics().all()) say(to_string(d));
        return {exit_code::bad_input, e.what(), e.hint()};
    } catch (const InputError& e) {
        return {exit_code::bad_input, e.what(), e.hint()};
    } catch (const FormatError& e) {
        return {exit_code::bad_input, e.what(), ""};
    } catch (const IoError& e) {
        return {exit_code::io, e.what(), e.hint()};
    } catch (const std::bad_alloc&) {
        return out_of_memory();
    } catch (const std::system_error& e) {
        return {exit_code::io, e.what(), ""};
    } catch (const std::exception& e) {
        if (memory_is_short()) return out_of_memory();  // a library may call it by any name
        return {exit_code::bug, std::string("this should not have happened: ") + e.what(),
                "please report it with the command line, the scenario and the version: forestall " +
                    program_build().version + " (" + program_build().git_commit + ")"};
    }
}

void tell(const Failure& failure, bool json, Json more) {
    say("forestall: error: " + failure.message + (failure.hint.empty() ? "" : "; " + failure.hint));
    if (!json || json_printed()) return;
    more["error"] = {{"message", failure.message}, {"hint", failure.hint}};
    more["exit_code"] = failure.code;
    print_json(more);
}

/// A descriptor that is closed at the start would be given to the next file that is opened, and
/// messages would go into it: such are opened on the null device.
static void open_standard_streams() {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd)
        if (::fcntl(fd, F_GETFD) < 0 && ::open("/dev/null", O_RDWR) != fd)
            std::_Exit(exit_code::io);
}

int run_program(const std::vector<std::string>& words) {
    open_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is met where we write
    std::signal(SIGXFSZ, SIG_IGN);  // so is a limit on file sizes
    bool json = false;
    try {
        Program program;
        add_commands(program);
        try {
            return program.run(words);
        } catch (...) {
            json = program.wants_json();
            throw;
        }
    } catch (...) {
        const Failure failure = failure_now();
        try {
            tell(failure, json);
        } catch (const std::exception& e) {
            say(e.what());
        }
        return failure.code;
    }
}

}  // namespace forestall::app
