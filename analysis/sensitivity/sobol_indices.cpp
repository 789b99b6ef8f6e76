// SPDX-License-Identifier: Apache-2.0
#include "analysis/sensitivity/sobol_indices.hpp"

#include <stdexcept>

namespace forestall::sensitivity {
namespace {

using Chosen = std::span<const std::size_t>;

class Table {
public:
    Table(const design::SaltelliShape& shape, std::span<const double> outcome)
        : shape_(shape), outcome_(outcome) {}
    double a(std::size_t base) const { return at(base, 0); }
    double b(std::size_t base) const { return at(base, 1); }
    double ab(std::size_t base, std::size_t i) const { return at(base, 2 + i); }
    double ba(std::size_t base, std::size_t i) const { return at(base, 2 + shape_.inputs + i); }
    std::size_t inputs() const { return shape_.inputs; }
    bool second() const { return shape_.second; }

private:
    double at(std::size_t base, std::size_t k) const { return outcome_[base * shape_.each() + k]; }
    design::SaltelliShape shape_;
    std::span<const double> outcome_;
};

struct Moments {
    double mean = 0;
    double variance = 0;
};

/// Of rows A and B together.
Moments moments(const Table& t, Chosen chosen) {
    Moments m;
    const double n = 2 * static_cast<double>(chosen.size());
    for (const std::size_t r : chosen) m.mean += (t.a(r) + t.b(r)) / n;
    for (const std::size_t r : chosen)
        m.variance += (t.a(r) - m.mean) * (t.a(r) - m.mean) + (t.b(r) - m.mean) * (t.b(r) - m.mean);
    m.variance /= n - 1;
    return m;
}

double first_order(const Table& t, Chosen chosen, const Moments& m, std::size_t i) {
    double sum = 0;
    for (const std::size_t r : chosen) sum += (t.b(r) - m.mean) * (t.ab(r, i) - t.a(r));
    return sum / static_cast<double>(chosen.size()) / m.variance;
}

double total_order(const Table& t, Chosen chosen, const Moments& m, std::size_t i) {
    double sum = 0;
    for (const std::size_t r : chosen) sum += (t.a(r) - t.ab(r, i)) * (t.a(r) - t.ab(r, i));
    return sum / (2 * static_cast<double>(chosen.size())) / m.variance;
}

/// What two inputs do, together and alone.
double closed_pair(const Table& t, Chosen chosen, const Moments& m, std::size_t i, std::size_t j) {
    double sum = 0;
    for (const std::size_t r : chosen)
        sum += ((t.ba(r, i) - m.mean) * (t.ab(r, j) - m.mean) +
                (t.ba(r, j) - m.mean) * (t.ab(r, i) - m.mean)) /
                   2 -
               (t.a(r) - m.mean) * (t.b(r) - m.mean);
    return sum / static_cast<double>(chosen.size()) / m.variance;
}

std::vector<double> figures(const Table& t, Chosen chosen) {
    const Moments m = moments(t, chosen);
    std::vector<double> out{m.variance};
    const std::size_t k = t.inputs();
    for (std::size_t i = 0; i < k; ++i) out.push_back(first_order(t, chosen, m, i));
    for (std::size_t i = 0; i < k; ++i) out.push_back(total_order(t, chosen, m, i));
    for (std::size_t i = 0; t.second() && i < k; ++i)
        for (std::size_t j = i + 1; j < k; ++j)
            out.push_back(closed_pair(t, chosen, m, i, j) - out[1 + i] - out[1 + j]);
    if (m.variance > 0) return out;
    for (std::size_t f = 1; f < out.size(); ++f) out[f] = analysis::unknown;
    return out;
}

}  // namespace

SobolIndices sobol_indices(const design::SaltelliShape& shape, std::span<const double> outcome,
                           const Resampling& how) {
    if (outcome.size() != shape.points() || shape.base < 2)
        throw std::invalid_argument("a Saltelli design needs an outcome of each of its points");
    const Table table(shape, outcome);
    const auto all =
        bootstrap_rows(shape.base, how, [&](Chosen chosen) { return figures(table, chosen); });
    SobolIndices out;
    out.variance = all[0];
    const auto first = all.begin() + 1;
    const auto k = static_cast<std::ptrdiff_t>(shape.inputs);
    out.first.assign(first, first + k);
    out.total.assign(first + k, first + 2 * k);
    auto next = first + 2 * k;
    for (std::size_t i = 0; shape.second && i < shape.inputs; ++i)
        for (std::size_t j = i + 1; j < shape.inputs; ++j) out.second.push_back({i, j, *next++});
    return out;
}

}  // namespace forestall::sensitivity
