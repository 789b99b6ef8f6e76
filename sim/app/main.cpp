// SPDX-License-Identifier: Apache-2.0
#include <exception>

#include "app/frame/command.hpp"
#include "app/frame/failure.hpp"

int main(int argc, char** argv) {
    std::set_terminate(forestall::app::last_resort);
    return forestall::app::run_program(std::vector<std::string>(argv, argv + argc));
}
