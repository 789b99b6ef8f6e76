// SPDX-License-Identifier: Apache-2.0
// Events and causes in sentences for a country desk: no names of variables, odds in words. Names of
// actors, groups and places stand as the scenario spells them.
#pragma once
#include <string>
#include <string_view>

#include "analysis/explain/chain.hpp"

namespace forestall::analysis {

/// What sentences need besides the events: names by id and dates.
class Words {
public:
    explicit Words(const Header& header) : header_(header) {}

    /// "3 September 2030", or "the week from 3 September 2030" for an event without a finer date.
    std::string date(const Event& event) const;
    /// "Ridge Front attacked Army of Veldrana in Ford": what happened, without a full stop.
    std::string what(const Event& event) const;
    /// "42 people were killed, 6 of them civilians; observers reported 2 of these."; empty: nobody
    /// died.
    std::string toll(const Event& event) const;
    /// "On 3 September 2030, …" with toll and who held the place. Whole sentences.
    std::string event(const Event& event) const;
    /// "The chance of just this choice in that week was 0.4 % (1 in 250)."; empty: nobody chose.
    std::string chance(const Event& event) const;
    /// Why a cause speaks for or against an event, without a full stop: "Ridge Front felt outgunned
    /// by its enemies".
    std::string reason(const Event& event, const Cause& cause) const;
    /// How much: "raised the odds 4.2-fold", "62 % of the attackers' anger".
    std::string weight(const Event& event, const Cause& cause) const;

    /// The factor by which a cause multiplies the odds against holding still; 0: its weight is no
    /// log-odds.
    double odds(const Event& event, const Cause& cause) const;

private:
    std::string fill(std::string_view pattern, const Event& event, const Cause* cause) const;

    const Header& header_;
};

/// "calendar day" of a run as people write it. Throws std::invalid_argument if the start is no ISO
/// date.
std::string long_date(const std::string& start_date, std::int64_t day);

/// A few words for a motive or other cause: "feeling outgunned". Its name if it has no phrase.
std::string noun_of(std::string_view what);
/// Whether there is a phrase for it, for either sign.
bool has_phrase(std::string_view what);

}  // namespace forestall::analysis
