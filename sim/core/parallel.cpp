// SPDX-License-Identifier: Apache-2.0
#include "core/parallel.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

#include "core/random.hpp"

namespace forestall {
namespace {

/// Runs inner loops of a jthread worker serially: threads are made once per outer loop only.
thread_local bool inside_jthread_worker = false;

std::vector<std::size_t> chunk_order(std::size_t chunks, std::uint64_t shuffle) {
    std::vector<std::size_t> order(chunks);
    for (std::size_t i = 0; i < chunks; ++i) order[i] = i;
    if (shuffle == 0) return order;
    Stream stream(shuffle, chunks, 0);
    for (std::size_t i = chunks; i > 1; --i) std::swap(order[i - 1], order[stream.below(i)]);
    return order;
}

/// Keeps the exception of the lowest chunk.
class FirstFailure {
public:
    explicit FirstFailure(std::size_t chunks) : failures_(chunks) {}
    template <class F>
    void guard(std::size_t chunk, const F& f) {
        try {
            f();
        } catch (...) {
            failures_[chunk] = std::current_exception();
            failed_.store(true, std::memory_order_relaxed);
        }
    }
    bool failed() const { return failed_.load(std::memory_order_relaxed); }
    void rethrow() const {
        if (!failed()) return;
        for (const auto& f : failures_)
            if (f) std::rethrow_exception(f);
    }

private:
    std::vector<std::exception_ptr> failures_;
    std::atomic<bool> failed_{false};
};

}  // namespace

struct Parallel::Impl {
    Backend backend;
    int threads;
    std::uint64_t shuffle;
    std::unique_ptr<tbb::task_arena> arena;
};

Parallel::Parallel(Backend backend, int threads, std::uint64_t shuffle) : impl_(std::make_unique<Impl>()) {
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    impl_->backend = backend;
    impl_->threads = backend == Backend::serial ? 1 : (threads <= 0 ? cores : threads);
    impl_->shuffle = shuffle;
    if (backend == Backend::tbb) impl_->arena = std::make_unique<tbb::task_arena>(impl_->threads);
}
Parallel::~Parallel() = default;
Parallel::Parallel(Parallel&&) noexcept = default;
Parallel& Parallel::operator=(Parallel&&) noexcept = default;

int Parallel::threads() const { return impl_->threads; }
Backend Parallel::backend() const { return impl_->backend; }

void Parallel::for_chunks(std::size_t n, std::size_t grain,
                          const std::function<void(std::size_t, std::size_t)>& body) const {
    if (n == 0) return;
    if (grain == 0) throw std::invalid_argument("grain must be at least 1");
    const std::size_t chunks = (n + grain - 1) / grain;
    const bool serial = impl_->backend == Backend::serial || impl_->threads == 1 || chunks == 1 ||
                        (impl_->backend == Backend::jthread && inside_jthread_worker);
    const auto order = chunk_order(chunks, impl_->shuffle);
    const auto run = [&](std::size_t chunk) { body(chunk * grain, std::min(n, (chunk + 1) * grain)); };
    if (serial) {
        for (const std::size_t chunk : order) run(chunk);
        return;
    }
    FirstFailure failure(chunks);
    if (impl_->backend == Backend::tbb) {
        impl_->arena->execute([&] {
            tbb::parallel_for(
                std::size_t{0}, chunks, [&](std::size_t i) { failure.guard(order[i], [&] { run(order[i]); }); },
                tbb::simple_partitioner{});
        });
    } else {
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            inside_jthread_worker = true;
            for (std::size_t i = next.fetch_add(1); i < chunks; i = next.fetch_add(1))
                failure.guard(order[i], [&] { run(order[i]); });
            inside_jthread_worker = false;
        };
        std::vector<std::jthread> workers;
        const auto count = std::min<std::size_t>(static_cast<std::size_t>(impl_->threads), chunks);
        for (std::size_t i = 0; i < count; ++i) workers.emplace_back(work);
    }
    failure.rethrow();
}

Backend backend_from_name(std::string_view name) {
    if (name == "serial") return Backend::serial;
    if (name == "jthread") return Backend::jthread;
    if (name == "tbb") return Backend::tbb;
    throw std::invalid_argument("unknown back-end '" + std::string(name) + "': serial, jthread or tbb");
}

}  // namespace forestall
