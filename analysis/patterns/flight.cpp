// SPDX-License-Identifier: Apache-2.0
#include "analysis/patterns/flight.hpp"

#include <algorithm>

namespace forestall::patterns {

double displaced_per_death(const Course& course) {
    const auto peak = std::max_element(course.displaced.begin(), course.displaced.end());
    if (peak == course.displaced.end()) return unknown;
    const auto step = peak - course.displaced.begin();
    double killed = 0;
    for (const Act& act : course.acts)
        if (act.step <= step) killed += act.civilians;
    return killed >= 25 ? static_cast<double>(*peak) / killed : unknown;
}

double expulsion_over_terror(std::span<const Course> courses) {
    double fled[2] = {0, 0}, killed[2] = {0, 0};
    for (const Course& c : courses)
        for (const Act& act : c.acts) {
            if (act.deed != Deed::one_sided) continue;
            fled[act.expulsion ? 1 : 0] += act.displaced;
            killed[act.expulsion ? 1 : 0] += act.civilians;
        }
    if (!(fled[1] > 0) || !(killed[0] > 0) || !(fled[0] > 0)) return unknown;
    return fled[1] / std::max(1.0, killed[1]) / (fled[0] / killed[0]);
}

std::vector<Part> flight_parts(std::span<const Course> courses) {
    std::vector<double> each;
    for (const Course& c : courses) each.push_back(displaced_per_death(c));
    std::vector<Part> out;
    out.push_back(within("displaced at their most per civilian killed by then, median",
                         median(each), 100, 400, "about 200: 100 to 400"));
    const double ratio = expulsion_over_terror(courses);
    const bool any = std::any_of(courses.begin(), courses.end(), [](const Course& c) {
        return std::any_of(c.acts.begin(), c.acts.end(), [](const Act& a) { return a.expulsion; });
    });
    const char* what = "displaced per death of expulsion over that of other killing";
    out.push_back(any ? within(what, exactly(ratio), 3, 1e9, "at least 3")
                      : cannot(what, "at least 3", "no act is meant to drive people out"));
    return out;
}

}  // namespace forestall::patterns
