// SPDX-License-Identifier: Apache-2.0
#include <exception>

#include "app/frame/command.hpp"
#include "app/frame/failure.hpp"

namespace {

/// Runs before a sanitizer is set up.
[[gnu::no_sanitize_address, gnu::no_sanitize_thread]] void end_with_a_sentence(int, char**,
                                                                               char**) {
    std::set_terminate(forestall::app::last_resort);
}

/// Before the libraries set themselves up, which asks for memory too: a limit below what they need
/// is told like any other.
[[gnu::section(".preinit_array"),
  gnu::used]] void (*const first_of_all)(int, char**, char**) = end_with_a_sentence;

}  // namespace

int main(int argc, char** argv) {
    return forestall::app::run_program(std::vector<std::string>(argv, argv + argc));
}
