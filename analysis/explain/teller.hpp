// SPDX-License-Identifier: Apache-2.0
// What the sentences of a history share: its names, and what has been said, so that nothing is said
// twice.
#pragma once
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/explain/history_prose.hpp"
#include "analysis/explain/voice.hpp"

namespace forestall::history {

struct Teller {
    const History& history;
    const Record& record;
    Voice voice;
    std::size_t chapter = 0;  ///< the one being told

    std::set<std::string> titles = {};   ///< of earlier chapters
    std::set<std::string> clauses = {};  ///< what happened, as it was said
    /// Reasons given for what an actor did, by kind of act, and those given in this chapter.
    std::set<std::tuple<ActorId, EventKind, std::string>> reasons = {};
    std::set<std::string> chapter_reasons = {};
    /// Motives named for a killing, by who and whom.
    std::map<std::pair<ActorId, GroupId>, std::vector<std::string>> drivers = {};
    /// How things stood when that was last said.
    std::vector<Holding> held = {};
    std::vector<Persons> men = {};
    ActorId ruler = none<ActorId>();
    Flight flight = {};
    Outlook outlook = {};
    bool desk_named = false;
    Stage highest_seen = Stage::none;  ///< by the desk, as told

    const Event& event(std::size_t k) const { return record.detail.events[k]; }
    /// One of several ways to say a thing, another in each chapter.
    const std::string& one_of(const std::vector<std::string>& ways) const {
        return ways[chapter % ways.size()];
    }
};

/// Why, as the end of a sentence: " out of hatred", " because …"; empty: no motive stands out that
/// is not `known` and has not been given.
std::string new_reason(Teller& t, const Event& event, const std::vector<std::string>& known = {});

/// The turning points of a chapter, in order.
Paragraph turn_sentences(Teller& t, const Chapter& chapter);
/// What happened in a turn, as a clause within a sentence; `why`: its reason, if one is to be
/// given.
std::string turn_clause(const Teller& t, const Turn& turn, const std::string& why = "");
/// The title of an action of the desk, or its name.
std::string action_of(const Teller& t, const Event& event);
/// "on 10 December 2012", "in mid-December 2012".
std::string turn_when(const Teller& t, const Turn& turn, bool with_year = true);
/// Whether a turn is told by its event. Stages are told with what the desk saw, and what ends talks
/// with their beginning.
bool is_told(const Teller& t, const Turn& turn);
/// Earlier event of a turn's two actors that decides what they have with each other; null: none.
const Event* had_before(const Teller& t, const Event& event);
/// Who did it, as the start of a clause: "neighbours", "unknown attackers".
std::string killer(const Teller& t, const Killing& killing);
/// Whether who takes power in an event had it before.
bool ruled_before(const Teller& t, const Event& takeover);
/// Whether new leaders took over an actor within the half year before a day.
bool newly_led(const Teller& t, ActorId actor, Day day);
/// Whether some actor that it fights had more men then. True where it is not known.
bool outnumbered(const Teller& t, ActorId actor, std::size_t step);

/// A title that no chapter had.
std::string title_of(Teller& t, const Chapter& chapter);

/// Who fought and killed whom, and what came under whom.
Paragraph violence_sentences(Teller& t, const Chapter& chapter);
/// The toll and what was reported, who fled, who governed and held what, what the desk saw.
Paragraph state_sentences(Teller& t, const Chapter& chapter);
/// ", and none of the civilian deaths was reported"; empty: nobody had to report anything.
std::string reported_clause(const Teller& t, const Toll& toll);
/// The stage that the desk sees, if it is another than was told; for a quiet chapter.
void tell_stage(Teller& t, const Chapter& chapter, Paragraph& out);
/// Deaths below which nothing is made of how many they are.
inline constexpr Persons worth_a_verdict = 10;
/// Men below whom no army is counted, and armies told of at once.
inline constexpr Persons worth_counting = 100;
inline constexpr std::size_t most_armies = 3;
/// "Seleka held 41% of the country, Anti-balaka 22%"; empty: nobody held anything.
std::string holdings_clause(const Voice& voice, const std::vector<Holding>& held,
                            ActorId first = none<ActorId>());

}  // namespace forestall::history
