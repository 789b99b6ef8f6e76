// SPDX-License-Identifier: Apache-2.0
// Any bytes as a results file: refused with a FormatError, or read. The digest stands before HDF5,
// whose own parser is no defence against damaged files.
#include <cstdint>

#include "results/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace forestall;
    try {
        const Results results =
            Results::from_bytes(std::string(reinterpret_cast<const char*>(data), size), "fuzzed");
        static_cast<void>(results.row(0));
    } catch (const FormatError&) {
    }
    return 0;
}
