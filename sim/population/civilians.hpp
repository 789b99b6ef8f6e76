// SPDX-License-Identifier: Apache-2.0
// The day of the civilians, written once for both representations (Body = CohortBody or AgentBody).
// A day is: people on the road walk on; those in shelter move on, go home or die; those at home
// leave; everyone who set out chooses a place. Proposals are made per place, in parallel, touching
// only what belongs to the place; then applied in order of place.
#pragma once
#include <optional>
#include <vector>

#include "population/bodies.hpp"
#include "population/destinations.hpp"
#include "population/impl.hpp"
#include "population/shelter.hpp"
#include "population/travel.hpp"

namespace forestall {

/// People in shelter decide every four weeks, each place on its own day (every week where
/// departures are prescribed); those at home every day, or where little is left of an alarm every
/// week or every four.
inline constexpr std::uint64_t week = 7;
inline constexpr std::uint64_t four_weeks = 28;

template <class Body>
class Civilians final : public Population::Impl {
public:
    using Bundle = typename Body::Bundle;

    Civilians(const World& world, const PopulationParameters& parameters,
              std::span<const Persons> initial, const Luck& luck);
    std::unique_ptr<Population::Impl> clone() const override {
        return std::make_unique<Civilians>(*this);
    }
    void day(const Surroundings& seen, const Luck& luck, const Parallel& parallel,
             std::optional<Persons> prescribed) override;
    void kill(PlaceId place, GroupId group, Persons deaths, Stream& s,
              std::span<Persons> by_group) override;
    Persons change(CellId cell, Posture from, Posture to, const BinChances& chance,
                   const DrawAddress& address) override {
        return body_.change(index(cell), from, to, chance, address);
    }
    Persons change(CellId cell, Posture from, Posture to, Persons persons, Stream& s) override {
        return body_.change(index(cell), from, to, units_for(persons, s), s);
    }
    Persons enlist(CellId cell, Persons persons, Stream& s) override;
    Persons with(Posture posture, CellId cell) const override {
        return body_.persons(posture, index(cell));
    }
    Persons present(PlaceId place, GroupId group) const override;
    Persons departed(PlaceId place) const override { return departed_[index(place)]; }
    Persons present(PlaceId place) const override;
    Persons at_home(CellId cell) const override {
        const std::size_t c = index(cell);
        return body_.persons_home(c) + body_.persons(Posture::mobilised, c) +
               body_.persons(Posture::held, c);
    }
    BinCounts traits_at_home(CellId cell, Stream& s) const override {
        return body_.traits_at_home(index(cell), s);
    }
    Persons sheltered(PlaceId place) const override { return shelter_.persons(index(place)); }
    Persons sheltered(PlaceId place, GroupId group) const override;
    std::vector<Persons> sheltered_by_home(PlaceId place) const override;
    Persons displaced(GroupId group) const override;
    PopulationTotals totals() const override;
    void check_conservation() const override;
    void hash(StateHash& h) const override;

private:
    /// People of one home cell who leave a place for another, or go home, or die there.
    struct Mover {
        CellId home{};
        std::uint32_t destination = 0;
        Bundle people;
    };
    struct Proposals {
        std::vector<Mover> setting_out;
        std::vector<Mover> going_home;
        std::vector<Mover> dying;
    };
    /// What one worker reuses from choice to choice. As long as there are destinations: not one for
    /// each place.
    struct Workings {
        std::vector<Part<Bundle>> parts;
        std::vector<double> weights;
        Scratch scratch;
    };

    /// Whole agents for a number of persons, rounded at random without bias.
    Persons units_for(Persons persons, Stream& s) const;
    /// Units that move as one: a household, or a person where departures are prescribed as counts.
    Persons together() const;
    /// Whether the day is the place's own of so many.
    bool own_day(Day day, std::size_t place, std::uint64_t days) const;
    std::uint64_t shelter_days() const { return prescribed_mode() ? week : four_weeks; }
    /// People of an entry in shelter who do what households do with a chance.
    Persons households_moved(Persons units, double chance, Stream& s) const;
    std::size_t place_of(CellId home) const { return index(world_->place_of(home)); }
    bool prescribed_mode() const {
        return world_->settings().displacement == DisplacementMode::prescribed;
    }
    std::vector<std::uint32_t> ways_wanted() const;
    void walk(const Surroundings& seen, const Luck& luck, const Parallel& parallel);
    void set_out(Mover& mover, std::size_t from, std::size_t to, Day day);
    void receive(std::vector<Party<Bundle>>& arrived, const Luck& luck, Day day);
    bool choose_again(Party<Bundle>& party, const Surroundings& seen, const Luck& luck,
                      std::vector<Party<Bundle>>& extra);
    void weigh_shelter(const Surroundings& seen);
    void propose(const Surroundings& seen, const Luck& luck, std::size_t place, Workings& work,
                 Proposals& out);
    void leave_shelter(const Surroundings& seen, const Luck& luck, std::size_t place,
                       Workings& work, Proposals& out);
    void leave_home(const Surroundings& seen, const Luck& luck, std::size_t place, Workings& work,
                    Proposals& out);
    void apply(const Surroundings& seen, const Luck& luck, std::size_t place, Proposals& in);
    bool find_ways(const Surroundings& seen, std::size_t from, std::size_t home, Workings& work,
                   bool may_stay = false);
    void send_off(CellId home, Bundle&& people, Stream& s, Workings& work, Proposals& out);
    void prescribe(const Surroundings& seen, const Luck& luck, Persons total);
    void allot_departures(const Surroundings& seen, const Luck& luck, Persons persons,
                          std::uint32_t draw);
    Persons allot_cells(std::size_t place, Persons units, Stream& s);
    Persons units_at_home(std::size_t place) const;
    void found_initial(const Surroundings& seen, const Luck& luck, Persons total);
    void send_home(const Luck& luck, Day day, Persons persons);
    Persons group_total(std::size_t group) const;

    const World* world_;
    PopulationParameters parameters_;
    Body body_;
    Shelter<Bundle> shelter_;
    std::vector<Party<Bundle>> road_;
    KinStock kin_;
    Destinations destinations_;
    std::vector<std::uint32_t> forward_;
    std::vector<Persons> residents_;  ///< of each place at the start
    std::vector<Persons> initial_;    ///< of each group
    std::vector<Persons> killed_;     ///< of each group
    std::vector<Persons> indirect_;   ///< of each group
    std::vector<Persons> enlisted_;   ///< of each group
    std::vector<Persons> departed_;   ///< from home at each place, on the last day
    Persons returned_ = 0;
    Persons in_transit_ = 0;
    bool founded_ = false;               ///< prescribed mode: the initial stock is placed
    std::vector<BinCounts> ordered_;     ///< prescribed departures of today, units by cell and bin
    std::vector<Persons> ordered_here_;  ///< the same, by place
    std::vector<Proposals> proposals_;   ///< by place, reused from day to day
    /// Today's fate of people in shelter depends only on how things are at home: by home place.
    struct ShelterChances {
        double homeward = 0;
        double onward = 0;
    };
    std::vector<ShelterChances> chances_;
    double shelter_death_ = 0;         ///< chance of each in shelter
    std::vector<Bundle> coming_home_;  ///< scratch: by cell, empty between days
};

}  // namespace forestall
