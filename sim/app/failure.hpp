// SPDX-License-Identifier: Apache-2.0
// An error as the user meets it: an exit code, a sentence and what to do.
#pragma once
#include <string>

#include "app/output.hpp"

namespace forestall::app {

struct Failure {
    int code = 0;
    std::string message;
    std::string hint;
};

/// The failure for the exception being handled; call inside a catch block.
Failure failure_now();
/// On standard error; with `json` also as a document, if none was printed yet, next to the keys of `more`.
void tell(const Failure& failure, bool json, Json more = Json::object());

}  // namespace forestall::app
