// SPDX-License-Identifier: Apache-2.0
// Any text as the earlier table of a search is taken up or refused in one of the ways that there
// are; a table that was taken up is written again with every row of it, and its own table, cut
// anywhere, is never found to be damaged. An input cannot guess a digest: a line that ends in ",?"
// gets the right one.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "analysis/search/portfolio_log.hpp"
#include "core/hash.hpp"

namespace {

using namespace forestall::analysis;
using What = TakenUp::What;

constexpr std::string_view identity = "search of a fuzzer";

PortfolioLog fresh_log() {
    return {std::string(identity), {{"a@prevention", "a@response"}, {"b@prevention"}}};
}

std::string with_digests(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        out += line;
        if (line.ends_with(",?")) {
            forestall::StateHash hash;
            hash.add(identity);
            hash.add(line.substr(0, line.size() - 2));
            out.replace(out.size() - 1, 1, forestall::to_hex(hash.digest()));
        }
        if (end < text.size()) out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::ptrdiff_t lines_of(std::string_view text) {
    return std::count(text.begin(), text.end(), '\n');
}

/// What is said fits what happened.
void check_answer(const TakenUp& taken) {
    if ((taken.what == What::damaged) != (taken.line > 0) || (taken.line > 0) == taken.why.empty())
        std::abort();
    if (taken.cut_short && taken.what != What::taken) std::abort();
}

/// A table that `take_up` took is kept whole, and what is written of it is taken up to the same
/// bytes.
void check_taken(const PortfolioLog& log, const TakenUp& taken, std::string_view text) {
    const std::string again = log.csv();
    const std::ptrdiff_t own_end = text.empty() || text.back() == '\n' || taken.cut_short ? 0 : 1;
    if (lines_of(again) != lines_of(text) + own_end) std::abort();
    PortfolioLog second = fresh_log();
    const TakenUp retaken = second.take_up(again);
    if (retaken.what != What::taken || retaken.cut_short || second.csv() != again) std::abort();
}

/// Figures of any bits are written and read back to the same bytes, without being asked for again.
void check_written(const std::uint8_t* data, std::size_t size) {
    PortfolioLog log = fresh_log(), second = fresh_log();
    std::size_t at = 0;
    const PortfolioSource any = [&](SearchPhase, std::size_t,
                                    const std::vector<Portfolio>& portfolios) {
        std::vector<Judged> out(portfolios.size());
        for (Judged& judged : out)
            for (auto* part : {&judged.mean, &judged.error})
                for (double& v : *part) {
                    std::uint64_t bits = 0;
                    for (int i = 0; i < 8 && size > 0; ++i) bits = bits << 8 | data[at++ % size];
                    v = std::bit_cast<double>(bits);
                }
        return out;
    };
    const PortfolioSource none = [](SearchPhase, std::size_t,
                                    const std::vector<Portfolio>&) -> std::vector<Judged> {
        std::abort();
    };
    const auto run = [](PortfolioLog& of, const PortfolioSource& source) {
        const PortfolioSource logged = of.before(source, [](const std::string&) {});
        logged(SearchPhase::search, 0, {{0, 0}, {1, 1}, {2, 0}});
        logged(SearchPhase::sieve, 1, {{2, 0}, {0, 1}});
    };
    run(log, any);
    const std::string text = log.csv();
    if (second.take_up(text).what != What::taken || second.csv() != text) std::abort();
    run(second, none);
    if (second.csv() != text) std::abort();
    PortfolioLog third = fresh_log();
    if (third.take_up(std::string_view(text).substr(0, size % text.size())).what == What::damaged)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = with_digests({reinterpret_cast<const char*>(data), size});
    PortfolioLog log = fresh_log();
    const std::string before = log.csv();
    const TakenUp taken = log.take_up(text);
    check_answer(taken);
    if (taken.what == What::taken)
        check_taken(log, taken, text);
    else if (log.csv() != before)
        std::abort();  // all of it or none
    check_written(data, size);
    return 0;
}
