// SPDX-License-Identifier: Apache-2.0
// Where a command speaks: answers on standard output, everything else on standard error.
// A reader that went away (`| head`) is no error: the rest is dropped and the command goes on.
#pragma once
#include <string_view>

#include "app/frame/json.hpp"
#include "core/visible.hpp"

namespace forestall::app {

/// Text on standard output; IoError if the system refuses it for another reason than a closed pipe.
/// What could act on a terminal is shown as an escape (core/visible.hpp), apart from line ends:
/// names go through `one_line` before.
void print(std::string_view text);
/// The content of a file on standard output: byte for byte, but as `print` where a terminal shows
/// it.
void print_data(std::string_view text);
/// One JSON document and a line end on standard output. Numbers are not rounded; text that is no
/// UTF-8 is mended.
void print_json(const Json& document);
/// True once `print_json` was called.
bool json_printed();

/// One line on standard error, whatever is in it; whether anybody reads it does not matter.
void say(std::string_view line);
/// Bytes as they are, for progress and its control codes.
void say_raw(std::string_view text);
bool error_output_is_terminal();

}  // namespace forestall::app
