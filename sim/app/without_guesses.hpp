// SPDX-License-Identifier: Apache-2.0
// Rule: what the advice rests on when all guesses are left out at once. Fresh members are run as
// drawn and with every effect of grade D at the value that changes nothing, under the same luck;
// costs stay. The advice stands if it is told apart from every other option without them, and falls
// if another is told to be better or nothing of it is left.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/comparison/pairs.hpp"
#include "app/assumptions/request.hpp"
#include "app/fresh_pair.hpp"

namespace forestall::app {

/// What an option averts against the baseline, in net harm; intervals of one kind hold together
/// over all options.
struct OptionWithout {
    comparison::Figure as_drawn;
    comparison::Figure without;
    comparison::Figure owed;  ///< the first less the second: what it owes to guesses
};

enum class Standing : std::uint8_t { stands, falls, not_told, no_guesses };

struct WithoutGuesses {
    std::uint64_t first = 0;  ///< fresh members, by number
    std::uint64_t members = 0;
    std::map<std::string, double> held;
    assumptions::EffectCount effects;  ///< of all options of the file
    std::vector<assumptions::EffectCount> by_option;
    std::vector<OptionWithout> options;
    comparison::AllPairs as_drawn;
    comparison::AllPairs without;
    Standing standing = Standing::no_guesses;
    /// An option that has effects, all of them guesses.
    bool nothing_left(std::size_t option) const {
        return by_option[option].all > 0 && by_option[option].guessed == by_option[option].all;
    }
};

/// Without a guess in the file nothing is run. Throws what run_twice does.
WithoutGuesses without_guesses(const Results& results, const Question& question,
                               const AssumptionsRequest& request, std::uint64_t members,
                               const Invocation& invocation);
/// From fresh members that were run already; `by_option`, `effects` and `held` are there.
void judge(const FreshPair& fresh, const Question& question, WithoutGuesses& out);

}  // namespace forestall::app
