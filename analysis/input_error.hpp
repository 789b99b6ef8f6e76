// SPDX-License-Identifier: Apache-2.0
// A file or a scenario that is whole, but not what was asked of it needs.
#pragma once
#include <stdexcept>
#include <string>
#include <utility>

namespace forestall {

/// Exit code 65. `hint`: what to do, or "".
class InputError : public std::runtime_error {
public:
    explicit InputError(const std::string& what, std::string hint = "")
        : std::runtime_error(what), hint_(std::move(hint)) {}
    const std::string& hint() const { return hint_; }

private:
    std::string hint_;
};

}  // namespace forestall
