// SPDX-License-Identifier: Apache-2.0
// Takes a cause away under the same luck and runs the member again: what a named cause changed. A
// motive is taken from the one choice that it is a motive of; an event is taken with everything it
// leaves behind. Sound because every draw is addressed: until the cut both runs are the same bit
// for bit, which is checked each time.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/engine.hpp"
#include "world/world.hpp"

namespace forestall::analysis {

/// What taking a cause away changed.
struct Effect {
    double before = -1;  ///< probability of the event's choice, or of the clash; -1: nobody chose,
                         ///< no chance known
    double after = -1;   ///< the same without the cause; 0: it cannot be chosen
    bool happens = false;  ///< an event of its kind, by the same at the same place, in the same
                           ///< step, without the cause
    Persons deaths_before = 0;  ///< in the event
    Persons deaths_after = 0;   ///< in that of the other run; 0 if there is none
    double run_before = 0;      ///< civilians killed in the whole run
    double run_after = -1;      ///< -1: not run to the end
    bool on_another = false;  ///< it happens, or can be chosen, but rests on another event in place
                              ///< of the one taken
    bool past_equal = false;  ///< everything before the cut was the same
    bool changed() const {
        return before != after || !happens || deaths_before != deaths_after || on_another;
    }
};

/// One member and its other runs. The world must outlive it. Members of reference models have no
/// causes.
class Counterfactual {
public:
    /// Runs the member as it was under an option, with its log.
    Counterfactual(const World& world, std::uint64_t seed, std::uint64_t member,
                   const std::string& option = "none");

    const std::vector<Event>& events() const { return base_.events; }
    /// As of run_member: tells whether this program gives the run that a file holds.
    std::uint64_t hash() const { return base_.hash; }

    /// Without one motive (or what moved a crowd) in the choice behind the event at position `k`.
    /// Nothing if the cause is neither. `to_the_end`: for run_after, else it stops at the event.
    std::optional<Effect> without_motive(std::size_t k, const std::string& motive,
                                         bool to_the_end = false) const;
    /// Without the earlier event at position `earlier`.
    Effect without_event(std::size_t k, std::size_t earlier, bool to_the_end = false) const;

private:
    struct Run {
        std::vector<Event> events;
        std::vector<std::uint64_t> digests;  ///< after each step
        std::uint64_t hash = 0;
        double civilian_deaths = 0;
    };
    Run run(const RunRequest& request, std::size_t steps) const;
    Effect effect(std::size_t k, RunRequest request, std::size_t cut_step, bool to_the_end,
                  std::int32_t removed = -1) const;
    std::optional<Choice> choice_of(const Event& event) const;

    const World* world_;
    std::uint64_t seed_;
    std::uint64_t member_;
    std::string option_;
    Run base_;
};

}  // namespace forestall::analysis
