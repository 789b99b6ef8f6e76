// SPDX-License-Identifier: Apache-2.0
#include "app/job/until.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "analysis/comparison/settling.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/errors.hpp"
#include "results/header.hpp"

namespace forestall::app {
namespace {

struct Unit {
    std::string_view text;
    double seconds;
};
constexpr Unit units[] = {{"s", 1}, {"min", 60}, {"h", 3600}};

std::vector<std::uint64_t> first_members(std::uint64_t count) {
    std::vector<std::uint64_t> out(count);
    std::iota(out.begin(), out.end(), std::uint64_t{0});
    return out;
}

Job with_members(const Job& job, std::uint64_t members) {
    Job out = job;
    out.members = members;
    return out;
}

bool enough(const Until& until, Work& work, std::uint64_t members) {
    bool out = false;
    work.progress.phase(fmt::format("looking at {} members", members));
    work.store.look(header_of(with_members(work.job, members), program_build()),
                    first_members(members), [&](const Results& r) { out = until.enough(r); });
    return out;
}

/// The time is spent in shares, each of as many members as so far would take so long: the last one
/// ends near the time's end, without a gap among the members.
constexpr double shares = 8;

Enough compute_for(double seconds, Work& work) {
    const std::uint64_t all = work.job.members;
    const auto threads = static_cast<std::uint64_t>(std::max(1, work.parallel.threads()));
    const auto there = work.store.done_members();
    // What an interrupted run has left is kept; some more tell how long one takes.
    std::uint64_t below = std::min(all, (there.empty() ? 0 : there.back() + 1) + threads);
    for (;;) {
        if (const Ended e = compute_missing(work, below); e != Ended::complete) return {e, 0};
        const double left = seconds - work.progress.seconds();
        const double more = work.progress.rate() * std::min(left, seconds / shares);
        if (below == all || more < 1) return {Ended::complete, below};
        below = std::min(all, below + static_cast<std::uint64_t>(more));
    }
}

}  // namespace

UntilWords parse_until(const std::string& text, const std::string& like) {
    UntilWords out;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const auto unit = std::find_if(std::begin(units), std::end(units),
                                   [&](const Unit& u) { return u.text == rest; });
    if (unit != std::end(units)) out.seconds = value * unit->seconds;
    out.percent = rest == "%";
    if (out.percent || rest.empty()) out.share = out.percent ? value / 100 : value;
    const bool known = out.seconds > 0 || (out.share > 0 && out.share < 1);
    if (error != std::errc() || !known || !(out.seconds < 1e9))
        throw UsageError(fmt::format("--until {} says nothing that can be waited for", text), like);
    return out;
}

Enough compute_until(const Until& until, Work& work) {
    const std::uint64_t all = work.job.members;
    if (work.store.missing_members().empty()) return {Ended::complete, all};
    if (!until.enough) return compute_for(until.seconds, work);
    int found = 0;
    for (const std::uint64_t look : comparison::looks(all)) {
        const Ended ended = compute_missing(work, look);
        if (ended != Ended::complete) return {ended, 0};
        found = look < all && enough(until, work, look) ? found + 1 : 0;
        if (found == until.looks_in_a_row) return {Ended::complete, look};
    }
    return {Ended::complete, all};
}

void finish_with_first(Work& work, std::uint64_t members) {
    work.store.finish_with(header_of(with_members(work.job, members), program_build()),
                           first_members(members));
}

Job as_finished(Job job, const Until& until, const std::string& out) {
    if (!files::exists(out) || PartStore::may_replace(out)) return job;
    try {
        const Results there = Results::open(out);
        Job as_there = with_members(job, there.members().size());
        if (as_there.members >= job.members ||
            !job_difference(there.header(), header_of(as_there, program_build())).empty())
            return job;  // the store says what differs
        if (until.enough && !until.enough(there))
            throw StartRefused(
                fmt::format("{} is finished, with {} members, which are not enough", out,
                            as_there.members),
                "name another file with -o, or add --overwrite in place of --resume to begin anew");
        return as_there;
    } catch (const FormatError&) {
        return job;
    }
}

}  // namespace forestall::app
