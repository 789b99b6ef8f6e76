// SPDX-License-Identifier: Apache-2.0
// A store takes every byte whatever the disk does; its file is whole or not there.
#include "results/store.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

#include "results/assemble.hpp"
#include "results/digest_trailer.hpp"
#include "results/layout.hpp"
#include "results/parts.hpp"
#include "results/reader.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"

namespace forestall::testing {
namespace {

/// Files may not grow beyond this, as on a full disk.
class SizeLimit {
public:
    explicit SizeLimit(rlim_t most) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{most, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, handler_);
    }
    SizeLimit(const SizeLimit&) = delete;
    SizeLimit& operator=(const SizeLimit&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int);
};

std::size_t files_in(const std::string& directory) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(directory),
                                                  std::filesystem::directory_iterator()));
}

void write_sample(Store& store, const Header& header) {
    FileWriter writer(store, header, all_members(header.members), Content::whole);
    const auto rows = sample_rows(header, all_members(header.members));
    std::vector<double> parameters;
    std::vector<std::string> hashes(header.options.size() * rows.size(), "0123456789abcdef");
    for (const auto& row : rows)
        parameters.insert(parameters.end(), row.by_option[0].parameters.begin(),
                          row.by_option[0].parameters.end());
    for (const Variable& v : all_variables())
        writer.rows(v, 0, rows.size(),
                    block_of(v, rows, header.options.size(), length_of(header, v)));
    writer.parameters(0, rows.size(), parameters);
    writer.hashes(0, rows.size(), hashes);
    writer.finish();
}

TEST(FileStore, GivesTheSameBytesFromMemoryAndFromDisk) {
    const Header header = sample_header(30);
    const Scratch scratch;
    FileStore small(scratch / "small.h5"), large(scratch / "large.h5", 1000);
    write_sample(small, header);
    write_sample(large, header);
    EXPECT_EQ(files_in(scratch.path()), 1u);  // the temporary file of the large one
    small.commit();
    large.commit();
    const std::string bytes = files::read_file(scratch / "small.h5");
    EXPECT_EQ(bytes, files::read_file(scratch / "large.h5"));
    EXPECT_EQ(Results::from_bytes(bytes, "small").members(), all_members(30));
    EXPECT_EQ(files_in(scratch.path()), 2u);
}

TEST(FileStore, OnAFullDiskHdf5GoesOnAndTheOwnerIsTold) {
    const Header header = sample_header(30);
    for (const rlim_t most : {0, 500, 20000, 60000}) {
        SCOPED_TRACE(most);
        const Scratch scratch;
        files::write_atomically(scratch / "out.h5", "what was there");
        {
            const SizeLimit limit(most);
            FileStore store(scratch / "out.h5", 1000);
            write_sample(store, header);
            EXPECT_THROW(store.problem(), IoError);
            EXPECT_THROW(store.commit(), IoError);
            std::string head(8, ' ');
            store.read(0, head.data(), head.size());
            EXPECT_EQ(head.substr(1, 3), "HDF");
        }
        EXPECT_EQ(files::read_file(scratch / "out.h5"), "what was there");
        EXPECT_EQ(files_in(scratch.path()), 1u);
    }
}

TEST(FileStore, WhereNoFileCanBeMadeTheOwnerIsTold) {
    const Scratch scratch;
    FileStore store(scratch / "missing/all.h5", 10);
    write_sample(store, sample_header(3));
    EXPECT_THROW(store.commit(), IoError);
}

/// Largest memory of this process since the last call, in MB.
double peak_since(bool start) {
    if (start) std::ofstream("/proc/self/clear_refs") << 5;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

double megabytes_to_assemble(std::uint64_t members) {
    const Header header = sample_header(members, 1, 52, 4);
    const Scratch scratch;
    PartStore store(scratch / "o.h5", header, all_members(members), Start::fresh);
    for (std::uint64_t m = 0; m < members; m += 100) {
        std::vector<MemberRow> rows;
        for (std::uint64_t i = m; i < std::min(m + 100, members); ++i)
            rows.push_back(sample_row(header, i));
        store.append(std::move(rows));
    }
    const double before = peak_since(true);
    store.finish();
    return peak_since(false) - before;
}

TEST(Assembly, MemoryDoesNotGrowWithMembers) {
#ifdef FORESTALL_SANITIZED
    GTEST_SKIP() << "a sanitizer keeps what is freed";
#endif
    static_cast<void>(megabytes_to_assemble(1100));  // what the libraries keep
    EXPECT_LT(megabytes_to_assemble(8000), 40);      // the file has 15 MB, its rows 90 MB
}

}  // namespace
}  // namespace forestall::testing
