// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"

int main(int argc, char** argv) { return forestall::app::run_program(std::vector<std::string>(argv, argv + argc)); }
