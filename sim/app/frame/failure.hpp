// SPDX-License-Identifier: Apache-2.0
// An error as the user meets it: an exit code, a sentence and what to do.
#pragma once
#include <string>

#include "app/frame/output.hpp"

namespace forestall::app {

struct Failure {
    int code = 0;
    std::string message;
    std::string hint;
};

/// The failure for the exception being handled; call inside a catch block.
Failure failure_now();
/// For std::set_terminate. Where nothing can be thrown any more memory may be refused: to a library
/// in a thread of its own, or to us while we say so. Then ends with 74 at once: parts and results
/// are whole or not there at any moment, so that nothing is lost. Else aborts.
[[noreturn]] void last_resort();

/// On standard error; with `json` also as a document, if none was printed yet, next to the keys of
/// `more`.
void tell(const Failure& failure, bool json, Json more = Json::object());

}  // namespace forestall::app
