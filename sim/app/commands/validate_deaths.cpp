// SPDX-License-Identifier: Apache-2.0
#include "app/commands/validate_deaths.hpp"

#include "analysis/search/observed/observed_members.hpp"
#include "scenario/observed/read_observations.hpp"

namespace forestall::app {
namespace {

using namespace analysis;

/// Faults of other tables are not for this command to tell.
Diagnostics of_deaths(const Diagnostics& all) {
    Diagnostics out;
    for (const Diagnostic& d : all.all())
        if (d.severity == Severity::error && d.at.file == deaths_file)
            out.error(d.at, d.code, d.message, d.hint);
    return out;
}

bool any_watched(const DeathLayout& layout, const std::vector<DeathsRow>& rows) {
    const DeathFigures seen = observed_deaths(layout, rows);
    for (const bool watched : seen.watched)
        if (watched) return true;
    return false;
}

}  // namespace

std::optional<DeathsCase> deaths_case(const Loaded& loaded) {
    if (!loaded.files.contains(deaths_file) ||
        loaded.tables->settings.violence_mode == ViolenceMode::scheduled)
        return std::nullopt;
    DeathsCase out;
    out.seen = read_observations(loaded.files, *loaded.tables);
    out.seen.diagnostics = of_deaths(out.seen.diagnostics);
    out.world = std::make_shared<const World>(World::build(*loaded.tables));
    const DeathLayout layout(*out.world, Grain::region);
    if (!out.seen.diagnostics.has_errors() && !any_watched(layout, out.seen.deaths))
        return std::nullopt;
    return out;
}

std::optional<DeathsFound> score_deaths(const DeathsCase& c, std::uint64_t members,
                                        const Common& common, const std::atomic<bool>* stop) {
    const DeathLayout layout(*c.world, Grain::region);
    std::vector<DeathFigures> deaths;
    for (auto& member : run_observed(layout, {}, {}, common.seed, members, common.parallel(), stop))
        deaths.push_back(std::move(member.deaths));
    if (deaths.empty()) return std::nullopt;
    return DeathsFound{c.world, deaths.size(),
                       death_scores(death_record(layout, c.seen.deaths, deaths))};
}

}  // namespace forestall::app
