// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/case.hpp"

#include <algorithm>
#include <variant>

#include "analysis/input_error.hpp"
#include "results/header.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/text.hpp"
#include "world/parameters.hpp"

namespace forestall::app::exercise {
namespace {

/// Costs are numbers of the world: drawn in the member that is played like all others.
std::map<std::string, Cost, std::less<>> costs_of(WorldTables tables, const Catalogue& catalogue,
                                                  const std::vector<Intervention>& interventions,
                                                  const Luck& luck) {
    for (const auto& [name, value] : catalogue.numbers)
        if (name.starts_with("cost.")) tables.parameters.try_emplace(name, value);
    const World world = World::build(std::move(tables));
    const ParameterValues values(world, luck, {});
    std::map<std::string, Cost, std::less<>> out;
    for (const Intervention& i : interventions) {
        const auto part = [&](const char* which) {
            const std::string name = "cost." + i.name + "." + which;
            return world.parameters().contains(name) ? std::max(0.0, values[name]) : 0.0;
        };
        out[i.name] = {part("setup"), part("weekly")};
    }
    return out;
}

bool decides(std::string_view file) {
    return !file.ends_with(".md") && file != "lessons.csv" && !file.ends_with(".geojson");
}

template <class Items>
bool has_name(const Items& items, std::string_view name) {
    return std::any_of(items.begin(), items.end(), [&](const auto& i) { return i.name == name; });
}

}  // namespace

Case::Case(Loaded loaded, ExerciseRead read, std::uint64_t seed, std::uint64_t member)
    : files_(std::move(loaded.files)),
      tables_(std::move(*loaded.tables)),
      plan_(std::move(read.plan)),
      msel_(std::move(read.msel)),
      seed_(seed),
      member_(member) {
    if (!std::holds_alternative<std::monostate>(tables_.settings.reference))
        throw InputError("a reference model cannot be played", "play a scenario of a country");
    start_ = parse_date(tables_.settings.start_date).value_or(0);
    const Catalogue catalogue = read_catalogue();
    interventions_ = catalogue.interventions;
    for (const Intervention& own : tables_.interventions) {
        std::erase_if(interventions_, [&](const Intervention& i) { return i.name == own.name; });
        interventions_.push_back(own);
    }
    std::sort(interventions_.begin(), interventions_.end(),
              [](const Intervention& a, const Intervention& b) { return a.name < b.name; });
    costs_ = costs_of(tables_, catalogue, interventions_, Luck(seed, member));
    for (const Option& option : tables_.options)
        for (const PlannedAction& action : option.actions)
            for (const std::size_t other : action.excludes)
                apart_.emplace_back(tables_.interventions[action.intervention].name,
                                    tables_.interventions[option.actions[other].intervention].name);
}

const Intervention* Case::intervention(std::string_view name) const {
    for (const Intervention& i : interventions_)
        if (i.name == name) return &i;
    return nullptr;
}

const Partner* Case::partner(std::string_view name) const {
    for (const Partner& p : tables_.partners)
        if (p.name == name) return &p;
    return nullptr;
}

Cost Case::cost(std::string_view intervention) const {
    const auto found = costs_.find(intervention);
    return found == costs_.end() ? Cost{} : found->second;
}

bool Case::apart(std::string_view one, std::string_view other) const {
    return std::any_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
        return (pair.first == one && pair.second == other) ||
               (pair.first == other && pair.second == one);
    });
}

std::optional<TargetKind> Case::target(std::string_view name) const {
    if (has_name(tables_.actors, name)) return TargetKind::actor;
    if (has_name(tables_.groups, name)) return TargetKind::group;
    if (has_name(tables_.places, name)) return TargetKind::place;
    return std::nullopt;
}

std::vector<std::string> Case::target_names() const {
    std::vector<std::string> out;
    for (const Actor& a : tables_.actors) out.push_back(a.name);
    for (const Group& g : tables_.groups) out.push_back(g.name);
    for (const Place& p : tables_.places) out.push_back(p.name);
    return out;
}

std::string Case::date(Day day) const { return date_text(start_ + day); }

std::map<std::string, std::string> Case::digests() const {
    std::map<std::string, std::string> out;
    for (const auto& [name, text] : files_)
        if (decides(name)) out[name] = text_digest(text);
    return out;
}

}  // namespace forestall::app::exercise
