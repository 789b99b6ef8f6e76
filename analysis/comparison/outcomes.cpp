// SPDX-License-Identifier: Apache-2.0
#include "analysis/comparison/outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <span>
#include <stdexcept>

namespace forestall::comparison {
namespace {

enum class Form : std::uint8_t { total, end, peak, mean };

struct Kind {
    Series series;
    Form usual;
    bool stock;  ///< a total is over days
    const char* text;
    bool less_is_better = true;
};

constexpr std::array<Kind, 14> kinds{{
    {Series::civilian_deaths, Form::total, false, "civilian deaths"},
    {Series::battle_deaths, Form::total, false, "battle deaths"},
    {Series::reported_civilian_deaths, Form::total, false, "reported civilian deaths"},
    {Series::displaced, Form::total, true, "person-days of displacement"},
    {Series::idps, Form::total, true, "person-days of internal displacement"},
    {Series::in_transit, Form::total, true, "person-days on the road"},
    {Series::refugees, Form::total, true, "person-days of refuge abroad"},
    {Series::returned, Form::end, false, "people who returned home", false},
    {Series::indirect_deaths, Form::end, false, "indirect deaths"},
    {Series::mobilised, Form::total, true, "person-days mobilised"},
    {Series::detained, Form::total, true, "person-days in detention"},
    {Series::risk, Form::mean, false, "mean risk"},
    {Series::stage_true, Form::mean, false, "mean stage"},
    {Series::stage_observed, Form::mean, false, "mean observed stage"},
}};

constexpr std::array<const char*, 4> form_names = {"total", "end", "peak", "mean"};
constexpr const char* mass_killing = "mass_killing";
constexpr const char* killing_text = "members with a mass killing";

std::string name_of(const Kind& kind) { return std::string(spec_of(kind.series).name); }

/// "civilian deaths" of "civilian_deaths".
std::string plain_words(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

double reduce(std::span<const double> row, Form form, double days) {
    switch (form) {
        case Form::end:
            return row.back();
        case Form::peak:
            return *std::max_element(row.begin(), row.end());
        case Form::mean:
            return std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(row.size());
        case Form::total:
            break;
    }
    return days * std::accumulate(row.begin(), row.end(), 0.0);
}

/// Per member: its `width` values made into one.
template <class Reduce>
std::vector<double> each(const std::vector<double>& values, std::size_t width,
                         const std::vector<std::size_t>& positions, const Reduce& make) {
    std::vector<double> out;
    out.reserve(positions.size());
    for (const std::size_t p : positions)
        out.push_back(make(std::span(values).subspan(p * width, width)));
    return out;
}

[[noreturn]] void refuse(const std::string& name) {
    throw std::invalid_argument(fmt::format(
        "there is no outcome '{}'; there is: {}, each also as NAME:total, :end, :peak or :mean",
        name, fmt::join(outcome_names(), ", ")));
}

struct Asked {
    const Kind* kind;
    Form form;
};

/// Not for mass_killing, which has no forms.
Asked parse(const std::string& name) {
    const std::size_t colon = name.find(':');
    const std::string stem = name.substr(0, colon);
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return name_of(k) == stem; });
    if (kind == kinds.end()) refuse(name);
    if (colon == std::string::npos) return {&*kind, kind->usual};
    const auto at = std::find(form_names.begin(), form_names.end(), name.substr(colon + 1));
    if (at == form_names.end()) refuse(name);
    return {&*kind, static_cast<Form>(at - form_names.begin())};
}

/// The name with its form, if that is not the usual one.
std::string name_of(const Asked& asked) {
    std::string stem = name_of(*asked.kind);
    if (asked.form == asked.kind->usual) return stem;
    return fmt::format("{}:{}", stem, form_names[static_cast<std::size_t>(asked.form)]);
}

std::string text_of(const Asked& asked) {
    if (asked.form == asked.kind->usual) return asked.kind->text;
    return fmt::format("{} ({})", spec_of(asked.kind->series).name,
                       form_names[static_cast<std::size_t>(asked.form)]);
}

/// What a total is multiplied by.
double days_of(const Asked& asked, std::int64_t step_days) {
    const bool stock = asked.kind->stock && asked.form == Form::total;
    return stock ? static_cast<double>(step_days) : 1;
}

/// Where a label stands among what is kept of a continuation.
std::size_t label_at(const std::string& label) {
    const auto labels = continued_outcomes();
    return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) -
                                    labels.begin());
}

Outcome onset(const Results& results, const std::vector<std::size_t>& positions) {
    Outcome out{mass_killing, killing_text, true, {}};
    for (std::size_t o = 0; o < results.header().options.size(); ++o)
        out.values.push_back(each(results.values(Scalar::mass_killing_onset_step, o), 1, positions,
                                  [](std::span<const double> v) { return v[0] >= 0 ? 1.0 : 0.0; }));
    return out;
}

}  // namespace

std::vector<std::size_t> members_of_all(const Results& results) {
    std::vector<std::size_t> out;
    for (std::size_t p = 0; p < results.members().size(); ++p) {
        bool all = true;
        for (std::size_t o = 0; o < results.header().options.size(); ++o)
            all = all && results.ran(o, p);
        if (all) out.push_back(p);
    }
    return out;
}

std::vector<std::string> outcome_names() {
    std::vector<std::string> out;
    out.reserve(kinds.size() + 1);
    for (const Kind& kind : kinds) out.push_back(name_of(kind));
    out.emplace_back(mass_killing);
    return out;
}

void require_outcome(const std::string& name) {
    if (name != mass_killing) parse(name);
}

Outcome outcome_of(const Results& results, const std::string& name,
                   const std::vector<std::size_t>& positions) {
    if (name == mass_killing) return onset(results, positions);
    const Asked asked = parse(name);
    const std::string stem = name_of(*asked.kind);
    Outcome out{name_of(asked), text_of(asked), asked.kind->less_is_better, {}};
    const Variable& variable = *find_variable(stem);
    if (!results.has(variable))
        throw std::invalid_argument(fmt::format("the file has no variable '{}'", stem));
    const std::size_t steps = results.length(variable);
    const double days = days_of(asked, results.header().step_days);
    for (std::size_t o = 0; o < results.header().options.size(); ++o)
        out.values.push_back(
            each(results.values(variable, o), steps, positions,
                 [&](std::span<const double> row) { return reduce(row, asked.form, days); }));
    return out;
}

MemberReading::MemberReading(const std::string& name, Day step_days)
    : name_(name), text_(killing_text) {
    if (name == mass_killing) return;
    const Asked asked = parse(name);
    series_ = asked.kind->series;
    form_ = static_cast<int>(asked.form);
    days_ = days_of(asked, step_days);
    flow_ = !asked.kind->stock && asked.kind->usual == Form::total && asked.form == Form::total;
    name_ = name_of(asked);
    text_ = text_of(asked);
    less_is_better_ = asked.kind->less_is_better;
}

double MemberReading::value(const MemberOutcome& member) const {
    if (!series_) return member[Scalar::mass_killing_onset_step] >= 0 ? 1.0 : 0.0;
    return reduce(member[*series_], static_cast<Form>(form_), days_);
}

std::vector<double> MemberReading::course(const MemberOutcome& member) const {
    if (!series_) {
        std::vector<double> out(member.series.front().size(), 0.0);
        if (const double from = member[Scalar::mass_killing_onset_step]; from >= 0)
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), 1.0);
        return out;
    }
    std::vector<double> out = member[*series_];
    if (flow_) std::partial_sum(out.begin(), out.end(), out.begin());
    return out;
}

std::string MemberReading::course_text() const {
    if (!series_) return "mass killing so far";
    const std::string plain = plain_words(spec_of(*series_).name);
    return flow_ ? plain + " so far" : plain;
}

KeptOutcome kept_spending() {
    return {label_at(std::string(spec_of(Series::spend).name) + ":total"), 1};
}

KeptOutcome kept_outcome(const Results& results, const std::string& name) {
    if (name == mass_killing) return {label_at(mass_killing), 1};
    const Asked asked = parse(name);
    const std::string stem = name_of(*asked.kind);
    const auto& header = results.header();
    if (asked.form == Form::mean)
        return {label_at(stem + ":total"), 1 / static_cast<double>(header.time.size())};
    const bool days = asked.kind->stock && asked.form == Form::total;
    return {label_at(stem + ":" + form_names[static_cast<std::size_t>(asked.form)]),
            days ? static_cast<double>(header.step_days) : 1};
}

std::vector<double> spending(const Results& results, std::size_t option,
                             const std::vector<std::size_t>& positions) {
    const std::vector<double> all = results.values(Series::spend, option);
    const std::size_t steps = results.header().time.size();
    std::vector<double> out;
    for (const std::size_t p : positions)
        out.insert(out.end(), all.begin() + static_cast<std::ptrdiff_t>(p * steps),
                   all.begin() + static_cast<std::ptrdiff_t>((p + 1) * steps));
    return out;
}

Columns by_group(const Results& results, PerGroup variable, std::size_t option,
                 const std::vector<std::size_t>& positions) {
    const Variable& v = *find_variable(spec_of(variable).name);
    if (!results.has(v)) return {};
    const std::vector<double> all = results.values(v, option);
    const std::size_t groups = results.length(v);
    Columns out(groups);
    for (const std::size_t p : positions)
        for (std::size_t g = 0; g < groups; ++g) out[g].push_back(all[p * groups + g]);
    return out;
}

}  // namespace forestall::comparison
