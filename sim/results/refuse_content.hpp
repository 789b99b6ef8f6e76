// SPDX-License-Identifier: Apache-2.0
// How the readers turn what HDF5 disliked into an error of theirs.
#pragma once
#include <string>

#include "results/h5.hpp"

namespace forestall {

/// Throws what HDF5 disliked as the fault of the file; where memory is short std::bad_alloc, for
/// then nothing is known of the file.
[[noreturn]] void refuse_content(const std::string& path, const h5::Error& error);

}  // namespace forestall
