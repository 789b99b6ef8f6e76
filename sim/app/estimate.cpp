// SPDX-License-Identifier: Apache-2.0
#include "app/estimate.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/errors.hpp"
#include "app/numbers.hpp"
#include "engine/engine.hpp"
#include "results/variables.hpp"

namespace forestall::app {
namespace {

constexpr double usual_compression = 0.3;  ///< file over raw, bundled scenarios
constexpr double hash_bytes = 48;
constexpr double fixed_bytes = 3e5;  ///< labels, texts, HDF5's own

double machine_memory() {
    const auto pages = static_cast<double>(::sysconf(_SC_PHYS_PAGES));
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

JobSize job_size(const World& world, std::uint64_t members, std::uint64_t options) {
    JobSize size;
    for (const Variable& variable : all_variables()) {
        const auto element = static_cast<double>(h5::element_size(element_of(variable)));
        switch (variable.along) {
            case Along::time:
                size.raw_bytes_per_member += element * static_cast<double>(step_count(world));
                break;
            case Along::location:
                size.raw_bytes_per_member += element * static_cast<double>(world.places().size());
                break;
            case Along::group:
                size.raw_bytes_per_member += element * static_cast<double>(world.groups().size());
                break;
            case Along::nothing:
                size.raw_bytes_per_member += element;
                break;
        }
    }
    size.raw_bytes_per_member += hash_bytes;
    size.raw_bytes_per_member *= static_cast<double>(options);
    size.raw_bytes_per_member += 8 * static_cast<double>(parameter_names(world).size());
    const double raw = size.raw_bytes_per_member * static_cast<double>(members);
    size.file_bytes = fixed_bytes + usual_compression * raw;
    // The image twice while it is made, and one block of rows.
    size.memory_bytes = 2 * size.file_bytes + std::min(raw, 512 * size.raw_bytes_per_member);
    return size;
}

void refuse_hopeless(const JobSize& size, std::uint64_t members, std::uint64_t job_members) {
    if (job_members > most_members)
        throw UsageError(
            fmt::format("{} members are more than this program takes",
                        thousands(static_cast<std::int64_t>(std::min<std::uint64_t>(job_members, 1ULL << 62)))),
            fmt::format("at most {}", thousands(static_cast<std::int64_t>(most_members))));
    const double memory = machine_memory();
    if (size.memory_bytes <= memory) return;
    const auto parts = static_cast<std::uint64_t>(std::ceil(2 * size.memory_bytes / memory));
    throw UsageError(
        fmt::format("the results of {} members would need about {} of memory to assemble; this machine has {}",
                    thousands(static_cast<std::int64_t>(members)), size_text(size.memory_bytes), size_text(memory)),
        fmt::format("split the job: --shard 1/{} and so on, each into a file of its own", parts));
}

std::string disk_warning(const JobSize& size, const std::string& out_path) {
    std::error_code failure;
    const auto parent = std::filesystem::path(out_path).parent_path();
    const auto space = std::filesystem::space(parent.empty() ? "." : parent, failure);
    const double needed = 2 * size.file_bytes;  // parts and file lie there together for a moment
    if (failure || needed <= static_cast<double>(space.available)) return "";
    return fmt::format("the disk may be too small: about {} needed, {} free", size_text(needed),
                       size_text(static_cast<double>(space.available)));
}

}  // namespace forestall::app
