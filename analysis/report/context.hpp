// SPDX-License-Identifier: Apache-2.0
// What a report says that is not in the numbers of a results file: the words of its scenario and
// catalogue, which the caller has read. Everything is plain text; the page escapes it.
#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace forestall::report {

struct OptionWords {
    std::string title;
    std::vector<std::string> actions;  ///< one phrase each
    std::set<std::string> interventions = {};
    bool budgeted = false;  ///< it has a budget, so that costs decide what is done
};

/// Words about one epistemic parameter of the file, by its name.
struct Assumption {
    std::string meaning;
    std::string unit;
    std::string range;  ///< "triangular (0.1, 0.2, 0.5)", "0.3 (fixed)"
    std::string source;
    std::string grade;         ///< "A" to "D"; empty: not graded
    std::string intervention;  ///< for an effect, its link or a cost
    bool effect = false;       ///< an effect or its link
    bool link = false;
};

struct Context {
    std::string file;            ///< as the user named it
    std::string conditioned_on;  ///< what every run takes as given; empty: nothing
    std::string reproduce;       ///< command lines that give the file and the page again
    std::map<std::string, OptionWords> options;
    std::vector<std::pair<std::string, std::string>> routes;  ///< names of the places they link
    std::map<std::string, Assumption> assumptions;
};

}  // namespace forestall::report
