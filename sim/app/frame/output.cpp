// SPDX-License-Identifier: Apache-2.0
#include "app/frame/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "results/files.hpp"

namespace forestall::app {
namespace {

bool reader_is_gone = false;
bool document_printed = false;

/// 0 or errno.
int write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const auto n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

}  // namespace

namespace {

void print_bytes(std::string_view text) {
    if (reader_is_gone) return;
    const int error = write_all(STDOUT_FILENO, text);
    if (error == EPIPE) reader_is_gone = true;
    if (error != 0 && error != EPIPE)
        throw IoError("standard output", "cannot write: " + std::generic_category().message(error));
}

}  // namespace

void print(std::string_view text) { print_bytes(visible(text)); }

void print_data(std::string_view text) {
    if (::isatty(STDOUT_FILENO) == 1) return print(text);
    print_bytes(text);
}

void print_json(const Json& document) {
    document_printed = true;
    print_bytes(visible_json(document.text()) + "\n");
}

bool json_printed() { return document_printed; }

void say(std::string_view line) { say_raw(one_line(line) + "\n"); }

void say_raw(std::string_view text) { write_all(STDERR_FILENO, text); }

bool error_output_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace forestall::app
