// SPDX-License-Identifier: Apache-2.0
// The one parallel seam. Work is cut into chunks whose bounds depend only on (n, grain), never on
// the number of threads; a chunk writes only what belongs to its indices, or returns a value that
// the caller joins in chunk order. So every back-end, thread count and chunk order gives the same
// bits.
// Thread safety: `Parallel` is const after construction; nested use is allowed (TBB nests; jthread
// runs inner loops serially).
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace forestall {

enum class Backend { serial, jthread, tbb };

class Parallel {
public:
    /// `threads` 0 means all cores; more threads than cores are really started. `shuffle` != 0 runs
    /// chunks in an order scrambled by it (for tests).
    explicit Parallel(Backend backend = Backend::serial, int threads = 1,
                      std::uint64_t shuffle = 0);
    ~Parallel();
    Parallel(Parallel&&) noexcept;
    Parallel& operator=(Parallel&&) noexcept;

    int threads() const;
    Backend backend() const;

    /// body(begin, end) over [0, n) in chunks of `grain` >= 1 (the last may be shorter). All chunks
    /// are run, also when a body throws; then the exception of the lowest chunk that threw reaches
    /// the caller, whatever the back-end.
    void for_chunks(std::size_t n, std::size_t grain,
                    const std::function<void(std::size_t, std::size_t)>& body) const;

    /// One value per chunk, in chunk order: join them from left to right for a sum with fixed bits.
    template <class T, class Body>
    std::vector<T> map_chunks(std::size_t n, std::size_t grain, const Body& body) const {
        static_assert(!std::is_same_v<T, bool>,
                      "neighbours of a vector<bool> share a byte: a race");
        std::vector<T> out(chunk_count(n, grain));
        for_chunks(n, grain, [&](std::size_t b, std::size_t e) { out[b / grain] = body(b, e); });
        return out;
    }

    /// How many chunks [0, n) is cut into. Throws std::invalid_argument for a grain of 0.
    static std::size_t chunk_count(std::size_t n, std::size_t grain);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// "serial", "jthread" or "tbb"; throws std::invalid_argument otherwise.
Backend backend_from_name(std::string_view name);

}  // namespace forestall
