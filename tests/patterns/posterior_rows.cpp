// SPDX-License-Identifier: Apache-2.0
#include "patterns/posterior_rows.hpp"

#include <cmath>
#include <stdexcept>

#include "analysis/patterns/offensive.hpp"
#include "analysis/patterns/sizes.hpp"
#include "analysis/patterns/summary.hpp"
#include "analysis/search/pattern_members.hpp"
#include "engine/engine.hpp"
#include "patterns/country.hpp"
#include "patterns/record.hpp"

namespace forestall::patterns {
namespace {

constexpr int offensive_day = 192;     ///< 10 December 2012, from 1 June
constexpr int fall_days = 40 * 7;      ///< within which the capital falls
constexpr double displaced = 1021000;  ///< UN OCHA and UNHCR, 3 January 2014
constexpr double killed = 5000;        ///< civilians by then, UCDP GED

Course course_at(const World& world, std::uint64_t seed, std::uint64_t member, const Keep& keep) {
    RunDetail detail;
    RunRequest request;
    request.seed = seed;
    request.member = member;
    request.detail = &detail;
    const MemberOutcome outcome = run_member(world, request);
    return course_of(world, outcome, detail, keep);
}

calibration::Tally tally(const Counted& c) { return {c.k, c.n}; }

calibration::Goals goals_beside(const Record& record, const Case& terms) {
    using namespace calibration;
    Goals out;
    out.shares = {
        expected_share("Two rivers: first mass killings a year", 0.01, 0.04,
                       "pattern 1: Early Warning Project 2025"),
        expected_share("Two rivers: pairs' years with 25 dead or more followed by one with fewer",
                       0.35, 0.70, "UCDP GED, eight countries to their cut dates: 89 of 172"),
        expected_share(
            "Two rivers: actors' years with 100 killed or more followed by one with fewer", 0.10,
            0.50, "UCDP GED, eight countries to their cut dates: 8 of 37"),
        expected_share("Two rivers: ended mass killings that a change of strategy ended", 0.24,
                       0.52, "pattern 2: Conley & Hazlett 2021, 16 of 43"),
        expected_share("Two rivers: truces broken within five years", 0.2, 0.5,
                       "pattern 8: Collier & Hoeffler 2004, Suhrke & Samset 2007"),
        expected_share("Two rivers: runs whose quarters with killing are those with fighting", 0.5,
                       0.9, "pattern 3"),
        expected_share("Two rivers: false alarms a year", 0.02, 0.1, "pattern 13"),
        expected_share("Central African Republic: false alarms a year", 0.02, 0.1, "pattern 13"),
        expected_share("Central African Republic: the capital falls within 40 weeks", 0.3, 0.9,
                       "pattern 5"),
    };
    out.values = {
        expected_value("Two rivers: log of one-sided deaths over battle deaths", std::log(0.3),
                       std::log(3.0), "pattern 3"),
        expected_value("Two rivers: log of the share of the dead in the densest five weeks",
                       std::log(0.08), std::log(0.52),
                       "UCDP GED, six wars: 0.08 (Syria) to 0.52 (South Sudan)"),
    };
    const Sizes sizes = sizes_of(record.history);
    const CaseSummary seen =
        case_summary(deaths_of(record.rows), sizes.events, displaced, killed, terms);
    struct Named {
        const char* what;
        double low = 0, high = 0;  ///< of an expectation; both 0: what the record says
        const char* source = "UCDP GED v23.1, patterns 6 and 7";
    };
    const Named names[] = {
        {"log of deaths reported, half-year 1"},
        {"the same, half-year 2"},
        {"the same, half-year 3"},
        {"the same, half-year 4"},
        {"the same, half-year 5"},
        {"log of one-sided deaths over the rest", std::log(1.0), std::log(5.0), "pattern 3"},
        {"logit of the capital's share of the dead"},
        {"log of the share of the dead in the densest five weeks"},
        {"logit of the share of one-sided events with three dead or fewer"},
        {"log of the largest one-sided event"},
        {"logit of the anti-balaka's share of one-sided deaths"},
        {"log of displaced at their most per civilian killed", std::log(100.0), std::log(400.0),
         "pattern 10"}};
    const std::vector<double> numbers = seen.numbers();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Named& n = names[i];
        const std::string what = std::string("Central African Republic: ") + n.what;
        out.values.push_back(n.low < n.high ? expected_value(what, n.low, n.high, n.source)
                                            : recorded_value(what, numbers[i], n.source));
    }
    return out;
}

}  // namespace

PriorRuns::PriorRuns(std::uint64_t seed)
    : seed_(seed),
      priors_(calibration::priors_of(parameter_tables())),
      rivers_(std::make_unique<const World>(country(rivers, ten_years))),
      car_(std::make_unique<const World>(country(car))),
      terms_(car_case(*car_)) {
    for (const calibration::Prior& prior : priors_) names_.push_back(prior.name);
    const auto record = car_record(*car_, terms_);
    if (!record)
        throw std::runtime_error("../shared/data/ucdp_ged does not lie beside the checkout");
    goals_ = goals_beside(*record, terms_);
}

calibration::Row PriorRuns::row(std::uint64_t row) const {
    calibration::Row out;
    out.weights = calibration::prior_row(priors_, seed_, row);
    const World at_risk = rivers_->holding(names_, out.weights),
                conflict = car_->holding(names_, out.weights);
    std::vector<Course> courses;
    for (std::uint64_t k = 0; k < rivers_members; ++k)
        courses.push_back(course_at(at_risk, seed_, row * rivers_members + k, {}));
    Keep keep;
    keep.capital = "Bangui Centre";
    keep.challenger = "Seleka";
    const Course course = course_at(conflict, seed_, row, keep);
    const RiskSummary risk = risk_summary(courses);
    const int from = offensive_day / course.step_days, to = from + fall_days / course.step_days;
    out.shares = {tally(risk.onset),
                  tally(risk.fighting),
                  tally(risk.killing),
                  tally(risk.strategy),
                  tally(risk.relapse),
                  tally(risk.together),
                  tally(risk.alarms),
                  tally(false_alarms(course)),
                  {capital_falls(course, from, to) ? 1.0 : 0.0, 1}};
    out.values = {risk.ratio, risk.burst};
    for (const double x : case_summary(course, terms_).numbers()) out.values.push_back(x);
    return out;
}

}  // namespace forestall::patterns
