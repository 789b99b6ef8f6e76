// SPDX-License-Identifier: Apache-2.0
// Results files that mean harm: bytes are changed and the digest is made right again, so that only
// the reader stands in between. The same seed gives the same file.
#pragma once
#include <cstdint>
#include <string>

namespace forestall::testing {

/// `file` (a sound results file, with its digest) with 1 to 8 changes, chosen by the seed: bytes
/// set to chance, to 0 or 255, numbers to extreme ones or near to what they were, stretches copied
/// elsewhere; half of them within the structures at the begin.
std::string resealed_mutation(std::string file, std::uint64_t seed);

/// Opens it and reads everything that it holds. Empty, or the sentence that refuses it; whatever
/// else happens is a bug.
std::string read_everything(std::string file);

}  // namespace forestall::testing
