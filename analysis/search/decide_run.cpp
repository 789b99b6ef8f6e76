// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/decide_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <numeric>

#include "analysis/comparison/outcomes.hpp"

namespace forestall::analysis {
namespace {

/// Members that are made durable together: what a kill can cost.
constexpr std::size_t kept_together = 20;

std::vector<std::uint64_t> numbers(std::uint64_t first, std::uint64_t count) {
    std::vector<std::uint64_t> out(count);
    std::iota(out.begin(), out.end(), first);
    return out;
}

}  // namespace

RowSource ensemble_rows_so_far(const Parallel& parallel, const std::atomic<bool>& stop) {
    return [&parallel, &stop](const Job& job, std::span<const std::uint64_t> members) {
        std::vector<MemberRow> rows;
        run_ensemble(job, members, 1, parallel, stop, [&](std::vector<MemberRow>&& some) {
            for (MemberRow& row : some) rows.push_back(std::move(row));
        });
        std::sort(rows.begin(), rows.end(),
                  [](const auto& a, const auto& b) { return a.member < b.member; });
        return rows;
    };
}

RowSource ensemble_rows(const Parallel& parallel, const std::atomic<bool>& stop) {
    return [run = ensemble_rows_so_far(parallel, stop)](const Job& job,
                                                        std::span<const std::uint64_t> members) {
        std::vector<MemberRow> rows = run(job, members);
        if (rows.size() != members.size()) throw Stopped();
        return rows;
    };
}

std::string decision_description(const std::string& job, const DecideWish& wish,
                                 const std::string& outcome) {
    nlohmann::json out = nlohmann::json::parse(job);
    out["outcome"] = outcome;
    out["indifference"] = wish.indifference;
    out["pcs"] = wish.pcs;
    out["guarantee"] = wish.rule == DecideRule::bounded ? "bounded" : "kn";
    out["bound"] = wish.bound;
    return out.dump();
}

DecideRun::DecideRun(Job job, Header header, std::string outcome, std::string out, Start start,
                     RowSource rows)
    : job_(std::move(job)),
      header_(std::move(header)),
      outcome_(std::move(outcome)),
      out_(std::move(out)),
      rows_(std::move(rows)) {
    header_.gaps = true;
    if (open_finished(start)) return;
    store_ = std::make_unique<PartStore>(out_, header_, numbers(0, job_.members), start);
    warnings_ = store_->warnings();
}

/// A finished file of the same scenario, seed, options and program; whether it is of this decision
/// shows as it is read.
bool DecideRun::open_finished(Start start) {
    if (start != Start::resume || !std::filesystem::is_regular_file(out_) ||
        PartStore::may_replace(out_))
        return false;
    try {
        Results there = Results::open(out_);
        Job same = job_;
        same.members = there.header().members;
        Header here = header_;
        here.members = same.members;
        here.description = job_description(same);
        const std::string difference = job_difference(there.header(), here);
        if (!difference.empty() || !there.complete())
            throw StartRefused(
                fmt::format("{} belongs to another job and cannot be continued: {}", out_,
                            difference.empty() ? "it does not have all its members" : difference),
                "name another file with -o, or add --overwrite in place of --resume to replace it");
        finished_ = std::move(there);
        return true;
    } catch (const FormatError& error) {
        throw StartRefused(
            fmt::format("{} exists and cannot be read as results; it is left as it is ({})", out_,
                        error.what()),
            "name another file with -o, or add --overwrite in place of --resume to replace it");
    }
}

comparison::Columns DecideRun::operator()(std::size_t first, std::size_t count,
                                          const std::vector<std::size_t>& options) {
    comparison::Columns out(options.size(), std::vector<double>(count));
    if (finished_) {
        collect(*finished_, first, count, options, out);
    } else {
        Job job = job_;
        job.options.clear();
        for (const std::size_t o : options) job.options.push_back(job_.options.at(o));
        std::vector<std::uint64_t> missing;
        for (const std::uint64_t member : store_->missing_members(first, count))
            missing.push_back(member);
        for (std::size_t at = 0; at < missing.size(); at += kept_together)
            compute(job, options,
                    std::span(missing).subspan(at, std::min(kept_together, missing.size() - at)));
        for (const RowFile& part : store_->parts())
            if (part.members.front() < first + count && part.members.back() >= first)
                collect(results_of_part(part.path, header_), first, count, options, out);
    }
    members_ = first + count;
    return out;
}

void DecideRun::compute(const Job& job, const std::vector<std::size_t>& options,
                        std::span<const std::uint64_t> members) {
    std::vector<MemberRow> rows = rows_(job, members);
    const bool all = rows.size() == members.size();
    for (MemberRow& row : rows) {  // every option has its place; those dropped stay empty
        std::vector<MemberOutcome> each(job_.options.size());
        for (std::size_t i = 0; i < options.size(); ++i)
            each[options[i]] = std::move(row.by_option.at(i));
        row.by_option = std::move(each);
    }
    store_->append(std::move(rows));
    if (!all) throw Stopped();
}

void DecideRun::collect(const Results& from, std::size_t first, std::size_t count,
                        const std::vector<std::size_t>& options, comparison::Columns& to) const {
    std::vector<std::size_t> positions;
    const auto& members = from.members();
    for (std::size_t p = 0; p < members.size(); ++p)
        if (members[p] >= first && members[p] < first + count) positions.push_back(p);
    const bool enough = !finished_ || positions.size() == count;
    const bool same_options = std::all_of(positions.begin(), positions.end(), [&](std::size_t p) {
        for (std::size_t o = 0; o < job_.options.size(); ++o)
            if (from.ran(o, p) != (std::find(options.begin(), options.end(), o) != options.end()))
                return false;
        return true;
    });
    if (!enough || !same_options)
        throw StartRefused(fmt::format("{} belongs to another decision: it ran {}", from.name(),
                                       enough ? "other options on these members" : "fewer members"),
                           "give the options of that decision, or name another file with -o");
    const auto outcome = comparison::outcome_of(from, outcome_, positions);
    for (std::size_t i = 0; i < options.size(); ++i)
        for (std::size_t p = 0; p < positions.size(); ++p)
            to[i][members[positions[p]] - first] = outcome.values.at(options[i]).at(p);
}

void DecideRun::finish() {
    if (finished_) {
        if (finished_->members().size() == members_) return;
        throw StartRefused(
            fmt::format("{} belongs to another decision: it ran {} members, this one {}", out_,
                        finished_->members().size(), members_),
            "give the options of that decision, or name another file with -o");
    }
    job_.members = header_.members = members_;
    header_.description = job_description(job_);
    store_->finish_with(header_, numbers(0, members_));
}

}  // namespace forestall::analysis
