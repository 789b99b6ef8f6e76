// SPDX-License-Identifier: Apache-2.0
#include "core/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>

#include "core/random.hpp"

namespace forestall {
namespace {

/// Runs inner loops of a jthread worker serially: threads are made once per outer loop only.
thread_local bool inside_jthread_worker = false;

/// The order chunks are started in: as they are, or scrambled by a seed.
class ChunkOrder {
public:
    ChunkOrder(std::size_t chunks, std::uint64_t shuffle) {
        if (shuffle == 0) return;
        order_.resize(chunks);
        for (std::size_t i = 0; i < chunks; ++i) order_[i] = i;
        Stream stream(shuffle, chunks, 0);
        for (std::size_t i = chunks; i > 1; --i) std::swap(order_[i - 1], order_[stream.below(i)]);
    }
    std::size_t operator[](std::size_t i) const { return order_.empty() ? i : order_[i]; }

private:
    std::vector<std::size_t> order_;
};

/// Keeps the exception of the lowest chunk.
class FirstFailure {
public:
    template <class F>
    void guard(std::size_t chunk, const F& f) {
        try {
            f();
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (chunk >= chunk_) return;
            chunk_ = chunk;
            failure_ = std::current_exception();
        }
    }
    /// Once all chunks ended.
    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    std::mutex mutex_;
    std::size_t chunk_ = std::numeric_limits<std::size_t>::max();
    std::exception_ptr failure_;
};

/// Calls task(i) for all i < count on `threads` threads, of which the caller is one. `task` does
/// not throw.
template <class Task>
void run_on_jthreads(std::size_t count, std::size_t threads, const Task& task) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        inside_jthread_worker = true;
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) task(i);
        inside_jthread_worker = false;
    };
    std::vector<std::jthread> helpers;
    helpers.reserve(threads - 1);
    try {
        while (helpers.size() + 1 < threads) helpers.emplace_back(work);
    } catch (const std::system_error&) {
        // The system gives no more threads: those there are do the work, with the same result.
    }
    work();
}

/// Calls task(i) for all i < count in an arena. Isolated: a thread that waits for an inner loop
/// takes up no other chunk of the outer one. `task` does not throw.
template <class Task>
void run_in_arena(tbb::task_arena& arena, std::size_t count, const Task& task) {
    arena.execute([&] {
        tbb::this_task_arena::isolate(
            [&] { tbb::parallel_for(std::size_t{0}, count, task, tbb::simple_partitioner{}); });
    });
}

}  // namespace

struct Parallel::Impl {
    Backend backend = Backend::serial;
    int threads = 1;
    std::uint64_t shuffle = 0;
    /// oneTBB starts no more workers than the machine has cores unless told to.
    std::unique_ptr<tbb::global_control> more_than_cores;
    std::unique_ptr<tbb::task_arena> arena;
};

Parallel::Parallel(Backend backend, int threads, std::uint64_t shuffle)
    : impl_(std::make_unique<Impl>()) {
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    impl_->backend = backend;
    impl_->threads = threads <= 0 ? cores : threads;
    if (backend == Backend::serial) impl_->threads = 1;
    impl_->shuffle = shuffle;
    if (backend != Backend::tbb) return;
    if (impl_->threads > cores)
        impl_->more_than_cores = std::make_unique<tbb::global_control>(
            tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(impl_->threads));
    impl_->arena = std::make_unique<tbb::task_arena>(impl_->threads);
}
Parallel::~Parallel() = default;
Parallel::Parallel(Parallel&&) noexcept = default;
Parallel& Parallel::operator=(Parallel&&) noexcept = default;

int Parallel::threads() const { return impl_->threads; }
Backend Parallel::backend() const { return impl_->backend; }

std::size_t Parallel::chunk_count(std::size_t n, std::size_t grain) {
    if (grain == 0) throw std::invalid_argument("grain must be at least 1");
    return n == 0 ? 0 : (n - 1) / grain + 1;
}

void Parallel::for_chunks(std::size_t n, std::size_t grain,
                          const std::function<void(std::size_t, std::size_t)>& body) const {
    const std::size_t chunks = chunk_count(n, grain);
    if (chunks == 0) return;
    const ChunkOrder order(chunks, impl_->shuffle);
    FirstFailure failure;
    const auto task = [&](std::size_t i) {
        const std::size_t begin = order[i] * grain;
        const std::size_t end = n - begin > grain ? begin + grain : n;
        failure.guard(order[i], [&] { body(begin, end); });
    };
    const bool serial = impl_->backend == Backend::serial || impl_->threads == 1 || chunks == 1 ||
                        (impl_->backend == Backend::jthread && inside_jthread_worker);
    if (serial) {
        for (std::size_t i = 0; i < chunks; ++i) task(i);
    } else if (impl_->backend == Backend::tbb) {
        run_in_arena(*impl_->arena, chunks, task);
    } else {
        run_on_jthreads(chunks, std::min(static_cast<std::size_t>(impl_->threads), chunks), task);
    }
    failure.rethrow();
}

Backend backend_from_name(std::string_view name) {
    if (name == "serial") return Backend::serial;
    if (name == "jthread") return Backend::jthread;
    if (name == "tbb") return Backend::tbb;
    throw std::invalid_argument("unknown back-end '" + std::string(name) +
                                "': serial, jthread or tbb");
}

}  // namespace forestall
