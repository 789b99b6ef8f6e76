// SPDX-License-Identifier: Apache-2.0
// What the program itself refuses. Rooms below have errors of their own, as InputError; program.cpp
// maps all of them to exit codes.
#pragma once
#include <stdexcept>
#include <string>
#include <utility>

#include "analysis/input_error.hpp"

namespace forestall::app {

/// The command line asks for what cannot be done. Exit code 2.
class UsageError : public std::runtime_error {
public:
    explicit UsageError(const std::string& what, std::string hint = "")
        : std::runtime_error(what), hint_(std::move(hint)) {}
    const std::string& hint() const { return hint_; }

private:
    std::string hint_;
};

}  // namespace forestall::app
