// SPDX-License-Identifier: Apache-2.0
// How a history names people, places and days: names as the scenario spells them, with an article
// where English wants one, and pronouns in reasons. Everything said is one line, whatever a name
// has in it.
#pragma once
#include <span>
#include <string>

#include "analysis/explain/history.hpp"
#include "analysis/explain/words.hpp"

namespace forestall::history {

/// "Ridge Front" -> "the Ridge Front"; "Seleka" and "Seleka factions" stay.
std::string with_article(const std::string& name);
/// "Seleka factions": more than one.
bool is_plural(const std::string& name);
/// "Muslim" -> "Muslim civilians"; "Hill people" stay.
std::string as_people(const std::string& group);

class Voice {
public:
    explicit Voice(const Record& record);
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    std::string actor(ActorId id) const;
    std::string it(ActorId id) const;
    std::string its(ActorId id) const;
    std::string was(ActorId id) const;
    std::string place(PlaceId id) const;
    std::string people(GroupId id) const;
    /// "about 1,200 Muslim civilians", "one of the Hill people".
    std::string people(Persons n, GroupId id) const;
    /// The same without "about".
    std::string plain_people(Persons n, GroupId id) const;
    /// "three civilians and 40 fighters", "nobody"; without "about" where `plainly`.
    std::string dead(const Toll& toll, bool plainly = false) const;

    /// What happened, as Words say it, with these names.
    std::string what(const Event& event) const;
    /// A reason for an event with pronouns for who did it: "it felt outgunned by its enemies".
    std::string reason(const Event& event, const Cause& cause) const;

    /// "3 May 2013", "3 May".
    std::string day(Day day, bool with_year = true) const;
    /// "May 2013".
    std::string month(Day day, bool with_year = true) const;
    /// "May 2013", "May to August 2013", "December 2012 to May 2013"; `to` is the day after.
    std::string months(Day from, Day to) const;
    int year(Day day) const;

private:
    Header spoken_;
    analysis::Words words_;
    std::vector<char> plural_;  ///< by actor
};

}  // namespace forestall::history
