// SPDX-License-Identifier: Apache-2.0
// A lever is one thing that diplomacy, programmes or protection can move. All there is to say of it
// is one row of the table below: name, sentence, what it belongs to, how an effect's value is read,
// bounds, and how changes add up. At rest it changes no bit. Rules read a lever by its name, which
// the compiler looks up: `s.levers[lever<"arms">][a]`, `s.levers[lever<"relapse">]`. An
// intervention is data that names levers. docs/levers.md
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/ids.hpp"
#include "core/parameter.hpp"
#include "world/intervention.hpp"

namespace forestall {

/// How an effect's value is read: added in proportion to its strength, or a factor whose log is.
enum class LeverScale : std::uint8_t { shift, factor };

/// What a lever holds, and so what it is at rest.
enum class LeverHolds : std::uint8_t {
    sum,      ///< of shifts, or of logs of factors; 0
    share,    ///< a sum of shifts, at most 1; 0
    product,  ///< of factors; 1
    heads     ///< of people, who add up and are shared out over the places that an action names; 0
};

struct Lever {
    std::string_view name;
    std::string_view summary;
    TargetKind target;  ///< what it belongs to; `country`: there is one
    LeverScale scale;
    double low;
    double high;  ///< of an effect's value
    LeverHolds holds = LeverHolds::sum;
};

namespace lever_rows {

using enum TargetKind;
using enum LeverScale;
using enum LeverHolds;

/// In order of name.
inline constexpr auto table = std::to_array<Lever>({
    {"arms", "what an actor's fighters can do in battle and to civilians", actor, factor, 0.1, 5,
     product},
    {"attention", "share of the gap to full attention closed per week", country, shift, 0, 1,
     share},
    {"battle_rate", "rate ratio of an actor's attacks and offensives", actor, factor, 0.05, 10},
    {"communal_rate", "rate of clashes between neighbours", country, factor, 0.05, 10, product},
    {"desertion", "share of an actor's fighters who leave per week", actor, shift, 0, 0.2},
    {"guarantee", "share of the commitment problem that a guarantor takes away", country, shift, 0,
     1, share},
    {"hardship", "hardship of a place", place, shift, -1, 1},
    {"incitement", "how fast an actor's incitement grows when provoked", actor, factor, 0.01, 5,
     product},
    {"income", "an actor's income from outside and from what it holds", actor, factor, 0.01, 5,
     product},
    {"legitimacy", "the government's right to rule in a group's eyes", group, shift, -1, 1},
    {"lure", "rate ratio of attacks on civilians at a place, for what there is to be had there",
     place, factor, 0.05, 10},
    {"mass_rate", "rate ratio of an actor's mass violence and campaigns", actor, factor, 0.05, 10},
    {"media_reach", "reach of incitement at a place", place, factor, 0.01, 5, product},
    {"mediation", "rate at which talks lead to a ceasefire", country, factor, 0.1, 10, product},
    {"monitoring_delay", "time from a report's being made to its being seen", country, factor, 0.01,
     5, product},
    {"observers", "chance that a death at a place is reported that else would not be", place, shift,
     0, 1},
    {"open_borders", "closed borders that let people through: all from one half on", country, shift,
     0, 1},
    {"participation",
     "how much company people wait for before they take part, in standard deviations", country,
     shift, -3, 3},
    {"police", "police sent to protect who patrol at a place", place, shift, 0, 10000, heads},
    {"policing", "order between neighbours at a place", place, shift, -1, 1},
    {"pressure", "outside pressure on an actor, in units of the motive of that name", actor, shift,
     -2, 3},
    {"protection", "protection of civilians at a place by those who guard it", place, shift, 0, 1},
    {"relapse", "rate at which ceasefires and agreements break", country, factor, 0.1, 10, product},
    {"resolve", "an actor's will to go on fighting", actor, shift, -1, 1},
    {"restraint", "norms, discipline and elites that hold an actor back from civilians", actor,
     shift, -1, 1},
    {"selective_rate", "rate ratio of an actor's selective violence and arrests", actor, factor,
     0.05, 10},
    {"shelter_deaths", "deaths of displaced people by other than violence", country, factor, 0.01,
     5, product},
    {"talk", "log-odds that an actor's leaders offer or accept talks", actor, shift, -10, 10},
    {"troops", "troops sent to protect who stand at a place", place, shift, 0, 100000, heads},
});

static_assert(std::is_sorted(table.begin(), table.end(),
                             [](const Lever& a, const Lever& b) { return a.name < b.name; }),
              "levers stand in order of name");

/// Size of the table if there is none.
constexpr std::size_t row_of(std::string_view name) {
    std::size_t row = 0;
    while (row < table.size() && table[row].name != name) ++row;
    return row;
}

}  // namespace lever_rows

/// All levers, in order of name.
constexpr std::span<const Lever> levers() { return lever_rows::table; }
/// nullptr if there is none.
const Lever* find_lever(std::string_view name);
/// The value of an effect at which it changes no bit.
constexpr double neutral(const Lever& lever) { return lever.scale == LeverScale::factor ? 1 : 0; }
/// Unit, bounds and help of an effect's value on a lever.
ParameterSpec effect_spec(const Lever& lever, std::string_view name);

/// A lever found by the compiler; what it belongs to is part of its type.
template <TargetKind Target>
struct LeverId {
    std::size_t row;
};

/// The text of a template argument.
template <std::size_t Size>
struct LeverName {
    consteval LeverName(const char (&name)[Size]) { std::copy_n(name, Size, text); }
    char text[Size]{};
};

/// `lever<"arms">`; a name that no row has does not compile.
template <LeverName Name>
inline constexpr auto lever = [] {
    constexpr std::size_t row = lever_rows::row_of(Name.text);
    static_assert(row < lever_rows::table.size(), "no lever has this name");
    return LeverId<lever_rows::table[row].target>{row};
}();

/// What levers stand at. Shapes by target: country [1], actor [a], group [g], place [p].
class Levers {
public:
    Levers() = default;
    /// No lever moved.
    Levers(std::size_t actors, std::size_t groups, std::size_t places);
    /// Takes every change back.
    void rest();
    /// Adds the joint change (a shift, or the log of a factor) to the lever of one target, 0 for
    /// the country.
    void move(const Lever& lever, std::size_t target, double change);

    /// One number for the country, else a row of numbers by target.
    template <TargetKind Target>
    decltype(auto) operator[](LeverId<Target> id) const {
        return read<Target>(values_[id.row]);
    }
    template <TargetKind Target>
    decltype(auto) operator[](LeverId<Target> id) {
        return read<Target>(values_[id.row]);
    }
    std::span<const double> of(const Lever& lever) const;
    bool operator==(const Levers&) const = default;

private:
    template <TargetKind Target>
    using IdOf =
        std::conditional_t<Target == TargetKind::actor, ActorId,
                           std::conditional_t<Target == TargetKind::group, GroupId, PlaceId>>;

    /// A row, read by the id of what the lever belongs to.
    template <class Id, class Values>
    struct Row {
        Values& values;
        auto& operator[](Id id) const { return values[index(id)]; }
        auto begin() const { return values.begin(); }
        auto end() const { return values.end(); }
    };

    template <TargetKind Target, class Values>
    static decltype(auto) read(Values& values) {
        if constexpr (Target == TargetKind::country)
            return (values.front());
        else
            return Row<IdOf<Target>, Values>{values};
    }

    std::array<std::vector<double>, lever_rows::table.size()> values_;
};

}  // namespace forestall
