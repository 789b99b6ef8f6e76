// SPDX-License-Identifier: Apache-2.0
// `make posterior`: runs rows of the prior, weighs them by the patterns, prints the log, and with
// --write puts the drawn rows into sim/world/weights.csv and the log into
// docs/methods/posterior.md. Rows are added to the table as they are done: stopped, it goes on.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>

#include "core/parallel.hpp"
#include "patterns/posterior_log.hpp"
#include "patterns/posterior_rows.hpp"
#include "patterns/posterior_table.hpp"

namespace forestall::patterns {
namespace {

struct Wish {
    std::uint64_t rows = 10000;
    std::uint64_t draws = 500;
    std::uint64_t truths = 1000;
    std::uint64_t seed = 1;
    int threads = 2;
    std::filesystem::path table = "out/posterior-prior.csv";
    std::filesystem::path write;  ///< the checkout to write into; empty: nowhere
};

template <class Number>
bool read_number(std::string_view text, Number& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size();
}

std::optional<Wish> read_wish(int count, char** words) {
    Wish out;
    bool good = true;
    for (int i = 1; good && i < count; i += 2) {
        const std::string_view name = words[i], value = i + 1 < count ? words[i + 1] : "";
        if (name == "--rows")
            good = read_number(value, out.rows) && out.rows > 0;
        else if (name == "--draws")
            good = read_number(value, out.draws) && out.draws > 0;
        else if (name == "--truths")
            good = read_number(value, out.truths);
        else if (name == "--seed")
            good = read_number(value, out.seed);
        else if (name == "--threads")
            good = read_number(value, out.threads) && out.threads > 0;
        else if (name == "--table")
            out.table = value;
        else if (name == "--write")
            out.write = value;
        else
            good = false;
    }
    if (good) return out;
    std::fprintf(stderr,
                 "posterior [--rows N] [--draws N] [--truths N] [--seed N] [--threads N] "
                 "[--table FILE] [--write CHECKOUT]\n");
    return std::nullopt;
}

std::string text_of(const std::filesystem::path& path) {
    std::stringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out(path);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// The first row that is there is run again: rows of two versions of the model must not mix.
void refuse_other_model(const PriorRuns& runs, const std::vector<std::string>& lines,
                        const std::filesystem::path& path) {
    if (!lines.empty() && table_line(runs.row(0)) != lines.front())
        throw std::runtime_error(path.string() +
                                 " was made by another version of the model or "
                                 "another seed: move it away to begin anew");
}

std::vector<std::string> lines_of(const PriorRuns& runs, const Wish& wish) {
    const std::string header = table_header(runs.priors(), runs.goals());
    std::vector<std::string> lines = kept_lines(wish.table, header);
    refuse_other_model(runs, lines, wish.table);
    if (wish.table.has_parent_path()) std::filesystem::create_directories(wish.table.parent_path());
    if (lines.empty()) write(wish.table, header);
    std::ofstream out(wish.table, std::ios::app);
    const Parallel parallel(Backend::tbb, wish.threads);
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t before = lines.size();
    constexpr std::size_t batch = 50;
    while (lines.size() < wish.rows) {
        const std::size_t from = lines.size(), n = std::min(batch, wish.rows - from);
        lines.resize(from + n);
        parallel.for_chunks(n, 1, [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i)
                lines[from + i] = table_line(runs.row(from + i));
        });
        for (std::size_t i = from; i < lines.size(); ++i) out << lines[i];
        if (!out.flush()) throw std::runtime_error("cannot write " + wish.table.string());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        if (lines.size() % 1000 == 0 || lines.size() == wish.rows)
            std::fprintf(stderr, "%zu of %zu rows, %.0f s for %zu\n", lines.size(),
                         static_cast<std::size_t>(wish.rows), took.count(), lines.size() - before);
    }
    lines.resize(wish.rows);
    return lines;
}

int run(const Wish& wish) {
    const PriorRuns runs(wish.seed);
    std::vector<calibration::Row> rows;
    for (const std::string& line : lines_of(runs, wish))
        rows.push_back(row_of(line, runs.priors().size(), runs.goals().shares.size(),
                              runs.goals().values.size()));
    const Posterior posterior =
        posterior_of(rows, runs.priors(), runs.goals(), wish.draws, wish.truths, wish.seed);
    const std::string log = log_of(rows, runs.priors(), runs.goals(), posterior);
    std::printf("%s", log.c_str());
    if (wish.write.empty()) return 0;
    const auto page = wish.write / "docs" / "methods" / "posterior.md";
    write(page, page_with_log(text_of(page), log));
    write(wish.write / "sim" / "world" / "weights.csv",
          weights_csv(rows, runs.priors(), posterior));
    return 0;
}

}  // namespace
}  // namespace forestall::patterns

int main(int count, char** words) {
    const auto wish = forestall::patterns::read_wish(count, words);
    if (!wish) return 2;
    try {
        return forestall::patterns::run(*wish);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "posterior: %s\n", e.what());
        return 1;
    }
}
