// SPDX-License-Identifier: Apache-2.0
#include "analysis/assumptions/groups.hpp"

#include <map>

#include "world/weights.hpp"

namespace forestall::assumptions {

std::string subject_of(const Assumption& a) {
    const auto first = a.name.find('.');
    std::string kind = a.name.substr(0, first);
    if (!a.words.intervention.empty())
        return (kind == "cost" ? "costs of " : "effects of ") + a.words.intervention;
    if (first == std::string::npos) return kind;
    if (kind == "actor" || kind == "partner" || kind == "trigger") {
        const auto second = a.name.find('.', first + 1);
        return kind + " " + a.name.substr(first + 1, second - first - 1);
    }
    return kind;
}

std::vector<Set> sets_of(const Study& study) {
    std::map<std::string, Set> grades, subjects;
    Set all{"everything uncertain", {}}, weights{"weights of decisions", {}};
    for (std::size_t a = 0; a < study.assumptions.size(); ++a) {
        const Assumption& one = study.assumptions[a];
        all.members.push_back(a);
        if (weight_rows().find(one.name)) weights.members.push_back(a);
        const std::string grade =
            one.words.grade.empty() ? "not graded" : "grade " + one.words.grade;
        grades.try_emplace(grade, Set{grade, {}}).first->second.members.push_back(a);
        const std::string subject = subject_of(one);
        subjects.try_emplace(subject, Set{subject, {}}).first->second.members.push_back(a);
    }
    std::vector<Set> out;
    for (Set* wide : {&all, &weights})
        if (wide->members.size() > 1) out.push_back(std::move(*wide));
    for (auto* family : {&grades, &subjects})
        for (auto& [name, set] : *family)
            if (set.members.size() > 1) out.push_back(std::move(set));
    return out;
}

}  // namespace forestall::assumptions
