// SPDX-License-Identifier: Apache-2.0
// What `forestall explain --history` prints and writes: a run told in chapters, as text, as a page
// and as JSON.
#pragma once
#include "app/frame/invocation.hpp"
#include "app/frame/output_file.hpp"
#include "results/reader.hpp"

namespace forestall::app {

/// Tells the run of an open file of one run. Where `wish` names a page it is written, how
/// `existing` says, else the text is printed. Returns the exit code.
int tell_history(const Results& results, const OutputWish& wish, files::Existing existing,
                 const Invocation& invocation);

}  // namespace forestall::app
