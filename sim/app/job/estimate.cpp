// SPDX-License-Identifier: Apache-2.0
#include "app/job/estimate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <thread>

#include "app/frame/errors.hpp"
#include "app/frame/numbers.hpp"
#include "app/job/memory_limit.hpp"
#include "engine/engine.hpp"
#include "engine/member_size.hpp"
#include "results/variables.hpp"

namespace forestall::app {
namespace {

constexpr double usual_compression = 0.3;  ///< file over raw, bundled scenarios
constexpr double hash_bytes = 48;
constexpr double fixed_bytes = 3e5;  ///< labels, texts, HDF5's own
/// The program itself with its libraries, before it has read anything.
constexpr double program_bytes = 32e6;
/// Rows that wait to be written: no more than a batch a thread (app/batches.cpp).
constexpr double most_waiting_bytes = 64e6;

/// A world that options share, and what branches off it and off that again.
constexpr double most_branches = 3;
/// The states kept of a stage and of the next, and one that futures begin with.
constexpr double kept_states = 3;

double world_bytes(const World& world) {
    return 700 * static_cast<double>(world.places().size()) +
           400 * static_cast<double>(world.routes().size()) +
           200 * static_cast<double>(world.cells()) +
           300 * static_cast<double>(world.violence().size());
}

std::uint64_t at_work(std::uint64_t members, int threads) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return std::min<std::uint64_t>(members,
                                   threads > 0 ? static_cast<std::uint64_t>(threads) : cores);
}

std::string needs(double bytes, const MemoryLimit& limit) {
    return fmt::format("would need about {} of memory; {} {}", size_text(bytes), limit.whose,
                       size_text(static_cast<double>(limit.bytes)));
}

/// `fixed`: what is taken whatever the number of threads.
void refuse_members(double fixed, double each, std::uint64_t working) {
    const MemoryLimit limit = memory_limit();
    const auto there = static_cast<double>(limit.bytes);
    const double needed = fixed + each * static_cast<double>(working);
    if (needed <= there) return;
    const double fit = std::floor((there - fixed) / each);
    throw MemoryRefused(
        fmt::format("{} of this world at once {}",
                    working == 1 ? "one member" : fmt::format("{} members", working),
                    needs(needed, limit)),
        fit >= 1 ? fmt::format("--threads {} fits", static_cast<int>(fit))
                 : "memory grows with the square of places up to 3,000 and with places and groups "
                   "beyond: leave out "
                   "places where nobody lives or passes, or take a machine with more memory");
}

/// Of one member, while options branch off it.
double worlds_at_once(std::uint64_t options, const Continuations& continuations) {
    const double branching = options > 1 ? most_branches : 1;
    return branching + (continuations.each > 0 ? kept_states : 0);
}

}  // namespace

JobSize job_size(const World& world, std::uint64_t members, std::uint64_t options, int threads,
                 const Continuations& continuations) {
    JobSize size;
    double waiting = 0;  // of a member: all values as doubles
    for (const Variable& variable : all_variables()) {
        const auto element = static_cast<double>(h5::element_size(element_of(variable)));
        double values = 1;
        switch (variable.along) {
            case Along::time:
                values = static_cast<double>(step_count(world));
                break;
            case Along::location:
                values = static_cast<double>(world.places().size());
                break;
            case Along::group:
                values = static_cast<double>(world.groups().size());
                break;
            case Along::continuation:
            case Along::state:
                values = static_cast<double>(
                    length_of(static_cast<Continued>(variable.index), continuations));
                break;
            case Along::nothing:
                break;
        }
        size.raw_bytes_per_member += element * values;
        waiting += 8 * values;
    }
    size.raw_bytes_per_member += hash_bytes;
    size.raw_bytes_per_member *= static_cast<double>(options);
    size.raw_bytes_per_member += 8 * static_cast<double>(parameter_names(world).size());
    const double raw = size.raw_bytes_per_member * static_cast<double>(members);
    size.file_bytes = fixed_bytes + usual_compression * raw;
    // The image twice while it is made, and one block of rows.
    size.assembly_bytes = 2 * size.file_bytes + std::min(raw, 512 * size.raw_bytes_per_member);
    size.member_bytes = member_bytes(world) * worlds_at_once(options, continuations);
    const auto working = static_cast<double>(at_work(members, threads));
    waiting *= static_cast<double>(options) * static_cast<double>(members);
    const double computing =
        working * size.member_bytes + std::min(waiting, working * most_waiting_bytes);
    size.memory_bytes =
        program_bytes + world_bytes(world) + std::max(computing, size.assembly_bytes);
    return size;
}

void refuse_hopeless(const JobSize& size, std::uint64_t members, std::uint64_t job_members) {
    if (job_members > most_members)
        throw UsageError(
            fmt::format("{} members are more than this program can run",
                        thousands(static_cast<std::int64_t>(
                            std::min<std::uint64_t>(job_members, 1ULL << 62)))),
            fmt::format("at most {}", thousands(static_cast<std::int64_t>(most_members))));
    const MemoryLimit limit = memory_limit();
    const auto memory = static_cast<double>(limit.bytes);
    if (size.assembly_bytes <= memory) return;
    const auto parts = static_cast<std::uint64_t>(std::ceil(2 * size.assembly_bytes / memory));
    throw MemoryRefused(
        fmt::format("to put together the results of {} members {}",
                    thousands(static_cast<std::int64_t>(members)),
                    needs(size.assembly_bytes, limit)),
        fmt::format("split the job: --shard 1/{} and so on, each into a file of its own", parts));
}

void refuse_large_world(const World& world, std::uint64_t options, int threads,
                        std::uint64_t members, const Continuations& continuations) {
    refuse_members(program_bytes + world_bytes(world),
                   member_bytes(world) * worlds_at_once(options, continuations),
                   at_work(members, threads));
}

std::string memory_warning(const World& world) {
    const MemoryLimit limit = memory_limit();
    const double needed = program_bytes + world_bytes(world) + member_bytes(world);
    if (needed <= static_cast<double>(limit.bytes)) return "";
    return fmt::format("to run one member of this world {}", needs(needed, limit));
}

std::string disk_warning(const JobSize& size, const std::string& out_path) {
    std::error_code failure;
    const auto parent = std::filesystem::path(out_path).parent_path();
    const auto space = std::filesystem::space(parent.empty() ? "." : parent, failure);
    const double needed = 2 * size.file_bytes;  // parts and file lie there together for a moment
    if (failure || needed <= static_cast<double>(space.available)) return "";
    return fmt::format("the disk may be too full: about {} needed, {} free", size_text(needed),
                       size_text(static_cast<double>(space.available)));
}

}  // namespace forestall::app
