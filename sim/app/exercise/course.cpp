// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/course.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/exercise/text.hpp"
#include "core/hash.hpp"
#include "engine/engine.hpp"
#include "engine/member_run.hpp"
#include "results/header.hpp"

namespace forestall::app::exercise {
namespace {

/// Sessions are short; what is dropped can be computed again.
constexpr std::size_t most_kept = 256;

std::string option_of(const World& world) {
    for (const Option& option : world.options())
        if (option.name == played_option) return option.name;
    return "none";
}

std::uint64_t ledger_digest(const Course& course) {
    StateHash h;
    h.add_range(course.outcome[Series::spend]);
    for (const CourseAction& a : course.actions) {
        h.add(a.name);
        h.add(a.record.state);
        h.add(a.record.decided);
        h.add(a.record.on);
        h.add(a.record.off);
    }
    return h.digest();
}

std::vector<PlaceState> places_of(const RunDetail& d) {
    std::vector<PlaceState> out(d.steps * d.places);
    for (std::size_t at = 0; at < out.size(); ++at) {
        PlaceState& place = out[at];
        for (std::size_t g = 0; g < d.groups; ++g)
            place.sheltered += d.sheltered[at * d.groups + g];
        for (std::size_t a = 0; a < d.actors && !d.control.empty(); ++a)
            if (const double share = d.control[at * d.actors + a]; share > place.share) {
                place.share = share;
                place.holder = ActorId(static_cast<std::uint32_t>(a));
            }
    }
    return out;
}

}  // namespace

TextRefused::TextRefused(Diagnostic diagnostic)
    : std::runtime_error(to_string(diagnostic)), diagnostic_(std::move(diagnostic)) {}

const ActionRecord* Course::action(std::string_view name) const {
    for (const CourseAction& a : actions)
        if (a.name == name) return &a.record;
    return nullptr;
}

std::shared_ptr<const World> world_of(ScenarioFiles files) {
    Loaded loaded = load_scenario_text(std::move(files), parameter_tables());
    if (!loaded.tables)
        for (const Diagnostic& d : loaded.diagnostics.all())
            if (d.severity == Severity::error) throw TextRefused(d);
    return std::make_shared<const World>(World::build(std::move(*loaded.tables)));
}

Course course_of(const Case& on, const ScenarioFiles& files, int turn) {
    Course out;
    out.turn = turn;
    out.world = world_of(files);
    RunDetail detail;
    RunRequest request;
    request.seed = on.seed();
    request.member = on.member();
    request.option = option_of(*out.world);
    request.detail = &detail;
    static const Parallel serial;
    MemberRun run(*out.world, request);
    const auto end = std::min<Day>(on.first_day(turn + 1), out.world->settings().days);
    const std::size_t lag = longest_lag(on.plan(), out.world->settings().step_days);
    while (run.state().day() < end) {
        run.step(request, serial);
        out.flows.push_back(flows_of(run.state().population(), *out.world));
        if (out.flows.size() > lag + 1) out.flows[out.flows.size() - lag - 2] = {};
    }
    out.days = run.state().day();
    if (const Programme* programme = run.state().desk().programme())
        for (std::size_t i = 0; i < programme->actions().size(); ++i)
            out.actions.push_back({programme->option().actions[i].name, programme->actions()[i]});
    out.outcome = run.finish();
    out.places = places_of(detail);
    out.events = std::move(detail.events);
    out.world_hash = out.outcome.hash;
    out.hash = mix(out.world_hash, ledger_digest(out));
    return out;
}

std::shared_ptr<const Course> Courses::at(const Branch& branch, int turn) {
    const ScenarioFiles files = text_of(*case_, branch, turn);
    const std::string key =
        fmt::format("{} {}", scenario_digest({files.begin(), files.end()}), turn);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    }
    auto made = std::make_shared<const Course>(course_of(*case_, files, turn));
    const std::lock_guard lock(mutex_);
    if (kept_.size() >= most_kept) kept_.clear();
    return kept_.emplace(key, std::move(made)).first->second;
}

std::size_t Courses::kept() const {
    const std::lock_guard lock(mutex_);
    return kept_.size();
}

}  // namespace forestall::app::exercise
