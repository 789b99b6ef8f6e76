// SPDX-License-Identifier: Apache-2.0
// Any texts are a Flee instance or a list of faults; what converts without an error loads without
// one.
#include <cstdlib>

#include "scenario/importers/flee.hpp"
#include "split_files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    forestall::FleeOptions options;
    options.limits = forestall::fuzz::small_limits();
    const auto report = forestall::convert_flee(forestall::fuzz::split_files(data, size), options);
    if (report.diagnostics.has_errors()) {
        if (!report.files.empty()) std::abort();  // made, and then found faulty
        return 0;
    }
    if (!forestall::load_scenario_text(report.files, {}, options.limits).tables) std::abort();
    return 0;
}
