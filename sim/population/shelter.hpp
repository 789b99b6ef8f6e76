// SPDX-License-Identifier: Apache-2.0
// Everyone who is away from home and not on the road, by place and home cell. Entries are kept
// sorted by home cell.
#pragma once
#include <algorithm>
#include <vector>

#include "core/ids.hpp"
#include "core/random.hpp"
#include "core/units.hpp"

namespace forestall {

template <class Bundle>
class Shelter {
public:
    struct Entry {
        CellId home{};
        Bundle people;
    };

    Shelter() = default;
    Shelter(std::size_t places, std::size_t groups)
        : groups_(groups), at_(places), persons_(places), of_group_(places * groups) {}

    void admit(std::size_t place, CellId home, Bundle&& people) {
        if (people.empty()) return;
        count(place, home, people.persons());
        auto& entries = at_[place];
        const auto it = std::lower_bound(entries.begin(), entries.end(), home,
                                         [](const Entry& e, CellId h) { return e.home < h; });
        if (it != entries.end() && it->home == home)
            it->people.join(std::move(people));
        else
            entries.insert(it, {home, std::move(people)});
    }
    /// Takes `units` out of entry number `i` at a place; the entry stays (perhaps empty) until
    /// `sweep`.
    Bundle release(std::size_t place, std::size_t i, Persons units, Stream& s) {
        Bundle out = at_[place][i].people.take(units, s);
        count(place, at_[place][i].home, -out.persons());
        return out;
    }
    void sweep(std::size_t place) {
        std::erase_if(at_[place], [](const Entry& e) { return e.people.empty(); });
    }
    const std::vector<Entry>& at(std::size_t place) const { return at_[place]; }
    Persons persons(std::size_t place) const { return persons_[place]; }
    Persons persons(std::size_t place, std::size_t group) const {
        return of_group_[place * groups_ + group];
    }
    std::size_t places() const { return at_.size(); }

private:
    /// Cells of a place are numbered by group.
    void count(std::size_t place, CellId home, Persons n) {
        persons_[place] += n;
        of_group_[place * groups_ + static_cast<std::size_t>(home) % groups_] += n;
    }

    std::size_t groups_ = 1;
    std::vector<std::vector<Entry>> at_;
    std::vector<Persons> persons_;   ///< [place]
    std::vector<Persons> of_group_;  ///< [place][group]
};

}  // namespace forestall
