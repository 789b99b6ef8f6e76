// SPDX-License-Identifier: Apache-2.0
// From the log of a run to a chain of causes: an event, what spoke for and against it, and the
// earlier events on which that rests, each told once, where it is nearest to the event asked about.
// Pure functions on events.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "results/header.hpp"

namespace forestall::analysis {

/// Below this a cause is not followed and not told: it changes the odds by less than a twentieth.
inline constexpr double least_weight = 0.05;

/// A cause of an event, as told.
struct Told {
    Cause cause;
    double part = 0;  ///< of all that spoke for the event; 0 for what spoke against it
    std::optional<std::size_t> from{};  ///< position of the earlier event that it rests on
};

struct Chain {
    std::size_t event = 0;     ///< position in the log
    std::vector<Told> causes;  ///< all of them, by size of weight
    std::vector<Chain>
        earlier;  ///< events that causes rest on, in order of the causes; empty at full depth
};

/// The chain that ends in the event at position `k`, going back over at most `depth` earlier events
/// in a row. Throws std::out_of_range if there is no such event.
Chain chain_of(const std::vector<Event>& events, std::size_t k, std::size_t depth);

/// Why an event is worth a look.
enum class Worth { largest, onset, stage };
struct Notable {
    std::size_t event = 0;
    Worth worth = Worth::largest;
};
/// The `most` events with most deaths, then the one that took most lives in the step of a mass
/// killing's onset (-1: none), then all changes of the true stage; no event twice.
std::vector<Notable> worth_explaining(const std::vector<Event>& events, std::int64_t onset_step,
                                      std::size_t most);

/// Which causes had the largest part, over what spoke for the event: at most `most`, largest first,
/// none below a twentieth.
std::vector<Told> largest_parts(const Chain& chain, std::size_t most);
/// Events at the start of the chain, followed through what spoke for each: they rest on no earlier
/// one in it. In order of date.
std::vector<std::size_t> where_it_began(const Chain& chain);

/// What was counted in the `days` before an event, for events that nobody chose (a stage).
struct Before {
    Persons civilian_deaths = 0;
    Persons deaths = 0;
    std::optional<std::size_t> worst;  ///< the event with most deaths
};
Before counted_before(const std::vector<Event>& events, std::size_t k, std::int32_t days,
                      std::int64_t step_days);

}  // namespace forestall::analysis
