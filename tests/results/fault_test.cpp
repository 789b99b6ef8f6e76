// SPDX-License-Identifier: Apache-2.0
// Promise R6: whatever call on a file goes wrong, and wherever the process is killed, no
// acknowledged member is lost, no wrong row appears, and a resume ends in the bytes of an unbroken
// run. Each trial runs this very program as a child (the test FaultWorker.Computes) under
// fault_shim.cpp.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <random>
#include <set>

#include "results/files.hpp"
#include "results/parts.hpp"
#include "results/reader.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall {
namespace {

using namespace testing;

constexpr std::uint64_t members = 5;
Header job() { return sample_header(members, 1, 2, 2); }

/// Batches of two; writes each member to `acks` once its batch is acknowledged.
void compute(const std::string& out, const std::string& acks) {
    PartStore store(out, job(), all_members(members), Start::resume);
    std::ofstream acknowledged(acks, std::ios::app);
    std::vector<MemberRow> rows;
    const auto missing = store.missing_members();
    for (std::uint64_t m : missing) {
        rows.push_back(sample_row(job(), m));
        if (rows.size() < 2 && m != missing.back()) continue;
        std::vector<std::uint64_t> taken;
        for (const auto& row : rows) taken.push_back(row.member);
        store.append(std::exchange(rows, {}));
        for (std::uint64_t t : taken) acknowledged << t << std::endl;
    }
    store.finish();
}

TEST(FaultWorker, Computes) {
    const char* out = std::getenv("FAULT_WORKER_OUT");
    if (out == nullptr) GTEST_SKIP() << "runs as a child of the fault tests";
    if (const char* limit = std::getenv("FAULT_WORKER_LIMIT")) {
        const rlimit size{std::stoul(limit), std::stoul(limit)};
        setrlimit(RLIMIT_FSIZE, &size);
        signal(SIGXFSZ, SIG_IGN);
    }
    int status = 0;
    try {
        compute(out, std::getenv("FAULT_WORKER_ACKS"));
    } catch (const IoError& error) {
        status = error.path().empty() ? 70 : 74;
    } catch (const std::exception&) {
        status = 70;
    }
    std::_Exit(status);
}

using Environment = std::vector<std::pair<std::string, std::string>>;

/// Exit status of a child, or 1000 + the signal that ended it.
int run_child(const Environment& environment) {
    const pid_t child = fork();
    if (child == 0) {
        for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
        static_cast<void>(!freopen("/dev/null", "w", stdout));
        execl("/proc/self/exe", "test_results", "--gtest_filter=FaultWorker.Computes", nullptr);
        _exit(99);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::set<std::uint64_t> acknowledged(const std::string& acks) {
    std::set<std::uint64_t> out;
    std::ifstream file(acks);
    for (std::uint64_t m; file >> m;) out.insert(m);
    return out;
}

std::string unbroken_bytes() {
    static const std::string bytes = [] {
        const Scratch scratch;
        compute(scratch / "o.h5", scratch / "acks");
        return files::read_file(scratch / "o.h5");
    }();
    return bytes;
}

/// What must hold after any mishap: what was acknowledged is there, and a resume gives the right
/// bytes.
void expect_sound(const std::string& out, const std::string& acks) {
    {
        const PartStore store(out, job(), all_members(members), Start::resume);
        const auto done = store.done_members();
        const std::set<std::uint64_t> kept(done.begin(), done.end());
        for (std::uint64_t m : acknowledged(acks))
            EXPECT_TRUE(kept.contains(m)) << "lost member " << m;
        EXPECT_TRUE(store.warnings().all().empty()) << to_string(store.warnings().all().front());
    }
    compute(out, acks);
    EXPECT_EQ(files::read_file(out), unbroken_bytes());
    EXPECT_FALSE(files::exists(out + ".parts"));
}

class Faults : public ::testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
#ifndef FORESTALL_FAULT_SHIM_PATH
        GTEST_SKIP() << "built without the fault shim (sanitizers bring their own calls)";
#else
        shim_ = FORESTALL_FAULT_SHIM_PATH;
#endif
    }
    /// Runs a child whose k-th call goes wrong; false if it ended before that call.
    bool trial(const Scratch& scratch, const std::string& kind, int k, int& status) const {
        const std::string mark = scratch.path() + ".mark";
        ::unlink(mark.c_str());
        status = run_child({{"LD_PRELOAD", shim_},
                            {"FAULT_PATH", scratch.path() + "/"},
                            {"FAULT_AT", std::to_string(k)},
                            {"FAULT_KIND", kind},
                            {"FAULT_MARK", mark},
                            {"FAULT_WORKER_OUT", scratch / "o.h5"},
                            {"FAULT_WORKER_ACKS", acks(scratch)}});
        return ::unlink(mark.c_str()) == 0;
    }
    static std::string acks(const Scratch& scratch) { return scratch.path() + ".acks"; }
    std::string shim_;
};

TEST_P(Faults, AtEveryCallLoseNothingAndResumeToTheSameBytes) {
    int k = 1;
    for (;; ++k) {
        SCOPED_TRACE(std::string(GetParam()) + " at call " + std::to_string(k));
        const Scratch scratch;
        int status = 0;
        const bool happened = trial(scratch, GetParam(), k, status);
        EXPECT_TRUE(status == 0 || status == 74 || status == 1000 + SIGKILL)
            << "ended with " << status;
        expect_sound(scratch / "o.h5", acks(scratch));
        ::unlink(acks(scratch).c_str());
        if (!happened) break;
        if (HasFailure()) break;
    }
    EXPECT_GT(k, 30) << "the shim saw too few calls to mean anything";
}
INSTANTIATE_TEST_SUITE_P(Kinds, Faults,
                         ::testing::Values("eio", "enospc", "full", "short", "eintr", "kill",
                                           "kill_after"),
                         [](const auto& kind) { return std::string(kind.param); });

using FaultChains = Faults;
TEST_P(FaultChains, KilledAgainAndAgainEndsInTheSameBytes) {
    std::mt19937 random(20300101);
    for (int chain = 0; chain < 12 && !HasFailure(); ++chain) {
        const Scratch scratch;
        int status = 1;
        for (int attempt = 0; attempt < 40 && status != 0; ++attempt)
            trial(scratch, GetParam(), std::uniform_int_distribution(1, 60)(random), status);
        expect_sound(scratch / "o.h5", acks(scratch));
        ::unlink(acks(scratch).c_str());
    }
}
INSTANTIATE_TEST_SUITE_P(Kinds, FaultChains, ::testing::Values("kill", "kill_after"),
                         [](const auto& kind) { return std::string(kind.param); });

TEST(DiskFull, FileSizeLimitIsAnInputOutputErrorAndLosesNothing) {
    for (std::size_t limit = 0; limit < 2 * unbroken_bytes().size(); limit += 17000) {
        SCOPED_TRACE(limit);
        const Scratch scratch;
        const int status = run_child({{"FAULT_WORKER_LIMIT", std::to_string(limit)},
                                      {"FAULT_WORKER_OUT", scratch / "o.h5"},
                                      {"FAULT_WORKER_ACKS", scratch / "acks"}});
        EXPECT_EQ(status, limit < unbroken_bytes().size() ? 74 : 0);
        expect_sound(scratch / "o.h5", scratch / "acks");
    }
}

TEST(DiskFull, RealFullDiskIsAnInputOutputErrorAndLosesNothing) {
    const Scratch scratch, elsewhere;
    const std::size_t whole = unbroken_bytes().size() / 1024;  // the parts need 12 kB more
    for (const std::size_t kilobytes : {std::size_t{8}, std::size_t{16}, whole / 2, whole}) {
        const std::string size = "size=" + std::to_string(kilobytes) + "k";
        SCOPED_TRACE(size);
        if (::mount("tmpfs", scratch.path().c_str(), "tmpfs", 0, size.c_str()) != 0)
            GTEST_SKIP() << "may not mount a small disk";
        const int status = run_child(
            {{"FAULT_WORKER_OUT", scratch / "o.h5"}, {"FAULT_WORKER_ACKS", elsewhere / size}});
        EXPECT_EQ(status, 74);
        ::mount("tmpfs", scratch.path().c_str(), "tmpfs", MS_REMOUNT, "size=10m");
        expect_sound(scratch / "o.h5", elsewhere / size);
        ::umount(scratch.path().c_str());
    }
}

}  // namespace
}  // namespace forestall
