// SPDX-License-Identifier: Apache-2.0
#include "app/fresh_pair.hpp"

#include "analysis/search/confirm.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/interrupt.hpp"
#include "app/frame/progress.hpp"
#include "app/job/estimate.hpp"
#include "app/job/stored_job.hpp"
#include "engine/engine.hpp"
#include "scenario/loader.hpp"

namespace forestall::app {
namespace {

comparison::Columns harm_of(const analysis::FreshMembers& fresh, const assumptions::Study& study) {
    comparison::Columns turned = fresh.outcome;
    if (!fresh.less_is_better)
        for (auto& column : turned)
            for (double& v : column) v = -v;
    return assumptions::net_harm(turned, fresh.cost, study.worth);
}

}  // namespace

FreshPair run_twice(const Results& results, const Question& q, const AssumptionsRequest& request,
                    std::uint64_t members, const std::map<std::string, double>& held,
                    const Invocation& invocation) {
    Job job = stored_job(results);
    const auto& files = results.header().scenario_files;
    Loaded loaded = load_scenario_text({files.begin(), files.end()}, parameter_tables());
    refuse_large_world(*job.world, job.options.size(), invocation.common.threads, members);
    const Parallel parallel = invocation.common.parallel();
    const Interrupt interrupt;
    Progress progress("members", 2 * members, 0, invocation.common.quiet);
    const analysis::RowSource run = analysis::ensemble_rows(parallel, interrupt.stop());
    const analysis::RowSource rows = [&](const Job& some, std::span<const std::uint64_t> numbers) {
        auto out = run(some, numbers);
        progress.advance(numbers.size());
        return out;
    };
    const analysis::FreshWish fresh{
        results.header().members, members, request.comparison.outcome,
        comparison::spending_weights(results.header().time,
                                     prices_of(request.comparison, results.header()))};
    const Header header = header_of(job, program_build());
    FreshPair out{fresh.first,
                  fresh.count,
                  harm_of(analysis::fresh_members(job, header, fresh, rows), q.study),
                  {}};
    job.world = analysis::held_at(std::move(*loaded.tables), held);
    out.changed = harm_of(analysis::fresh_members(job, header, fresh, rows), q.study);
    progress.clear();
    return out;
}

}  // namespace forestall::app
