// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/course.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/report/findings.hpp"

namespace forestall::report {
namespace {

double over_groups(const std::vector<Persons>& values, std::size_t row, std::size_t groups) {
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(row * groups);
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(groups), 0.0,
                           [](double sum, Persons n) { return sum + static_cast<double>(n); });
}

}  // namespace

Course course_of(const Results& run) {
    const RunDetail detail = run.detail();
    const Header& header = run.header();
    Course out;
    out.option = header.options.front();
    out.member = run.members().front();
    out.seed = header.seed;
    out.has_control = !detail.control.empty();
    out.actors = header.actors;
    std::vector<double> killed(detail.places);
    const std::vector<std::size_t> kept = some_steps(detail.steps, most_frames);
    auto next = kept.begin();
    for (std::size_t t = 0; t < detail.steps; ++t) {
        for (std::size_t p = 0; p < detail.places; ++p)
            killed[p] += over_groups(detail.deaths, t * detail.places + p, detail.groups);
        if (next == kept.end() || *next != t) continue;
        ++next;
        out.dates.push_back(date_after(header.start_date, header.time[t]));
        out.frames.emplace_back(detail.places);
        for (std::size_t p = 0; p < detail.places; ++p) {
            const std::size_t row = t * detail.places + p;
            PlaceState& state = out.frames.back()[p];
            state.deaths = killed[p];
            state.displaced = over_groups(detail.sheltered, row, detail.groups);
            for (std::size_t a = 0; out.has_control && a < detail.actors; ++a) {
                const double share = detail.control[row * detail.actors + a];
                if (share <= state.share) continue;
                state.share = share;
                state.holder = static_cast<int>(a);
            }
        }
    }
    return out;
}

std::vector<std::string> initials_of(const std::vector<std::string>& actors) {
    std::vector<std::string> out;
    for (const std::string& name : actors) {
        std::string letters;
        bool begins = true;
        for (const char c : name) {
            const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
            if (begins && (upper || (lower && letters.empty())))
                letters += upper ? c : static_cast<char>(c - 'a' + 'A');
            begins = c == ' ' || c == '-';
        }
        if (letters.size() > 2) letters.resize(2);
        if (letters.empty() || std::find(out.begin(), out.end(), letters) != out.end())
            letters =
                (letters.empty() ? "A" : letters.substr(0, 1)) + std::to_string(out.size() + 1);
        out.push_back(letters);
    }
    return out;
}

}  // namespace forestall::report
