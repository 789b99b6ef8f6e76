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
#include "analysis/search/fresh_pair.hpp"

namespace forestall::analysis {

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

/// `by_option`, `effects` and `held`: what there is to leave out. Where `held` is empty there is
/// nothing to run. InputError if this program refuses the scenario inside.
WithoutGuesses guesses_in(const StoredCase& stored, const assumptions::Study& study);
/// The rest of it. `fresh`: run with `out.held` held.
void judge(const FreshPair& fresh, const assumptions::Study& study, const comparison::Plan& plan,
           WithoutGuesses& out);

}  // namespace forestall::analysis
