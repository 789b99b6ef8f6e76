// SPDX-License-Identifier: Apache-2.0
// The one parallel seam. Work is cut into chunks whose bounds depend only on (n, grain), never on the number of
// threads; a chunk writes only what belongs to its indices, or returns a value that the caller joins in chunk order.
// So every back-end, thread count and chunk order gives the same bits.
// Thread safety: `Parallel` is const after construction; nested use is allowed (TBB nests; jthread runs inner loops
// serially).
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace forestall {

enum class Backend { serial, jthread, tbb };

class Parallel {
public:
    /// `threads` 0 means all cores. `shuffle` != 0 runs chunks in an order scrambled by it (for tests).
    explicit Parallel(Backend backend = Backend::serial, int threads = 1, std::uint64_t shuffle = 0);
    ~Parallel();
    Parallel(Parallel&&) noexcept;
    Parallel& operator=(Parallel&&) noexcept;

    int threads() const;
    Backend backend() const;

    /// body(begin, end) over [0, n) in chunks of `grain` (the last may be shorter). An exception thrown by a body
    /// reaches the caller after the running chunks ended; which one, if several throw, is the lowest chunk's.
    void for_chunks(std::size_t n, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body) const;

    /// One value per chunk, in chunk order: join them from left to right for a sum with fixed bits.
    template <class T, class Body>
    std::vector<T> map_chunks(std::size_t n, std::size_t grain, const Body& body) const {
        std::vector<T> out((n + grain - 1) / grain);
        for_chunks(n, grain, [&](std::size_t b, std::size_t e) { out[b / grain] = body(b, e); });
        return out;
    }

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// "serial", "jthread" or "tbb"; throws std::invalid_argument otherwise.
Backend backend_from_name(std::string_view name);

}  // namespace forestall
