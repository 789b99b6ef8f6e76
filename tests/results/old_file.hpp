// SPDX-License-Identifier: Apache-2.0
// Files that the version of the program before this format wrote, from tests/results/data (gzip):
// rows and detail are those of sample_job.hpp.
#pragma once
#include <zlib.h>

#include <stdexcept>
#include <string>

#include "checkout.hpp"

namespace forestall::testing {

/// Bytes of `ensemble-1` (sample_header(3, 2, 3, 2)), `run-1` (member 17 of sample_header(20, 1, 5,
/// 3)) or `gaps-1` (sample_header(3, 2, 2, 2), where member 2 was not run under the first option).
inline std::string old_file(const std::string& name) {
    const std::string path = in_checkout("tests/results/data/" + name + ".h5.gz").string();
    const gzFile file = ::gzopen(path.c_str(), "rb");
    if (file == nullptr) throw std::runtime_error("cannot open " + path);
    std::string bytes, buffer(1 << 16, '\0');
    for (int n; (n = ::gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;)
        bytes.append(buffer, 0, static_cast<std::size_t>(n));
    ::gzclose(file);
    return bytes;
}

}  // namespace forestall::testing
