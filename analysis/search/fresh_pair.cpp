// SPDX-License-Identifier: Apache-2.0
#include "analysis/search/fresh_pair.hpp"

#include "analysis/search/fresh_members.hpp"

namespace forestall::analysis {
namespace {

comparison::Columns harm_of(const FreshMembers& fresh, const assumptions::Study& study) {
    comparison::Columns turned = fresh.outcome;
    if (!fresh.less_is_better)
        for (auto& column : turned)
            for (double& v : column) v = -v;
    return assumptions::net_harm(turned, fresh.cost, study.worth);
}

}  // namespace

FreshPair run_twice(const StoredCase& stored, const assumptions::Study& study,
                    const FreshPairWish& wish, const std::map<std::string, double>& held,
                    const RowSource& rows) {
    Job job = stored.job();
    const FreshWish fresh{stored.header().members, wish.members, wish.outcome,
                          comparison::spending_weights(stored.header().time, wish.prices)};
    const Header header = header_of(job, stored.header().program);
    FreshPair out{
        fresh.first, fresh.count, harm_of(fresh_members(job, header, fresh, rows), study), {}};
    job.world = held_at(stored.tables(), held);
    out.changed = harm_of(fresh_members(job, header, fresh, rows), study);
    return out;
}

}  // namespace forestall::analysis
