// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/kept_lessons.hpp"

#include "app/exercise/body.hpp"

namespace forestall::app::exercise {

std::vector<KeptLesson> kept_lessons(const Branch& branch) {
    std::vector<KeptLesson> out;
    for (const Remark& r : branch.remarks)
        if (r.kind == RecordKind::lesson)
            out.push_back({r.n, r.turn, r.seat, text_in(r.body, "text"),
                           text_in(r.body, "evidence"), text_in(r.body, "objective"),
                           text_in(r.body, "recommendation")});
    return out;
}

std::vector<KeptLesson> lessons_for(const Branch& branch, std::string_view seat, bool released) {
    std::vector<KeptLesson> out = kept_lessons(branch);
    if (!released) std::erase_if(out, [&](const KeptLesson& l) { return l.seat != seat; });
    return out;
}

Json to_json(const KeptLesson& l) {
    return {{"n", l.n},
            {"turn", l.turn},
            {"seat", l.seat},
            {"observation", l.observation},
            {"evidence", l.evidence},
            {"objective", l.objective},
            {"recommendation", l.recommendation}};
}

}  // namespace forestall::app::exercise
