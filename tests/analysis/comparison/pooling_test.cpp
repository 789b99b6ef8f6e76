// SPDX-License-Identifier: Apache-2.0
// Matrices with known cells: the intervals of pooled cells hold 95 of 100, also where the errors of
// cells go together and where cells are not normal; pooled values are nearer the truth; and the
// twin, which shrinks and keeps the intervals of a known spread of 0, holds far fewer.
#include "analysis/comparison/pooling.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "analysis/comparison/how_many.hpp"
#include "core/random.hpp"
#include "core/samplers.hpp"

namespace forestall::comparison {
namespace {

constexpr std::size_t groups = 12, cells_each = 6;  // four strategies at three stages

struct Matrix {
    std::vector<double> truth;
    std::vector<Figure> figures;
    std::vector<std::size_t> group;
};

struct Kind {
    const char* name;
    double spread;    ///< of cells about their group's mean, in errors of a cell
    double together;  ///< correlation of the errors of a stage
    bool heavy;       ///< most cells do nothing and few much, with the same spread
};

Matrix matrix(const Kind& kind, std::uint64_t number) {
    Matrix out;
    Stream s(mix(0xBEEF, number), process("test.pooling"), 0);
    const auto normal = [&] { return sample::normal(s.uniform()); };
    std::array<double, 3> shared{};
    for (double& x : shared) x = normal();
    for (std::size_t g = 0; g < groups; ++g) {
        const double middle = 2 * kind.spread * normal();
        for (std::size_t c = 0; c < cells_each; ++c) {
            const double error = std::exp(0.5 * normal());
            double away = normal();
            if (kind.heavy) away = s.uniform() < 0.2 ? away * std::sqrt(5.0) : 0;
            const double truth = middle + kind.spread * away;
            const double noise =
                std::sqrt(kind.together) * shared[g % 3] + std::sqrt(1 - kind.together) * normal();
            out.truth.push_back(truth);
            out.group.push_back(g);
            const double value = truth + error * noise;
            out.figures.push_back({value, value - 2 * error, value + 2 * error, error});
        }
    }
    return out;
}

class Matrices : public ::testing::TestWithParam<Kind> {};
INSTANTIATE_TEST_SUITE_P(
    Kinds, Matrices,
    ::testing::Values(Kind{"all_alike", 0, 0, false}, Kind{"little_spread", 0.4, 0, false},
                      Kind{"spread_as_error", 1, 0, false}, Kind{"much_spread", 4, 0, false},
                      Kind{"errors_together", 1, 0.3, false}, Kind{"heavy", 1, 0, true}),
    [](const auto& kind) { return kind.param.name; });

// Cells of one matrix share its group means, so the band is of matrices: the share held in each
// varies by at most 0.5, by far less in truth, and is averaged over studies.
TEST_P(Matrices, IntervalsOfPooledCellsHoldTheirTruth) {
    const std::size_t n = test::studies(400);
    std::vector<double> held;
    double pooled_error = 0, plain_error = 0, twin = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
        const Matrix m = matrix(GetParam(), i);
        const Pooled p = pool(m.figures, m.group, GetParam().together);
        double share = 0;
        for (std::size_t c = 0; c < m.truth.size(); ++c) {
            const Figure& f = p.cells[c];
            share += f.lo <= m.truth[c] && m.truth[c] <= f.hi ? 1 : 0;
            pooled_error += std::pow(f.value - m.truth[c], 2);
            plain_error += std::pow(m.figures[c].value - m.truth[c], 2);
            double mean = 0;
            for (std::size_t k = 0; k < m.truth.size(); ++k)
                if (m.group[k] == m.group[c]) mean += m.figures[k].value / cells_each;
            const double half = 1.96 * m.figures[c].error / std::sqrt(double{cells_each});
            twin += std::fabs(mean - m.truth[c]) <= half ? 1 : 0;
        }
        held.push_back(share / static_cast<double>(m.truth.size()));
    }
    double mean = 0, variance = 0;
    for (const double h : held) mean += h / static_cast<double>(n);
    for (const double h : held) variance += (h - mean) * (h - mean) / static_cast<double>(n - 1);
    const double band = quantile(complement(boost::math::normal(), 0.5e-6)) *
                        std::sqrt(variance / static_cast<double>(n));
    std::printf("%s: held %.4f +- %.4f, error %.3f of plain, twin %.3f\n", GetParam().name, mean,
                band, std::sqrt(pooled_error / plain_error),
                twin / static_cast<double>(n * groups * cells_each));
    EXPECT_GT(mean + band, 0.94);
    EXPECT_LT(mean - band, GetParam().spread == 0 ? 1.0 : 0.97);
    EXPECT_LT(pooled_error, plain_error);
    if (GetParam().spread >= 1) {
        EXPECT_LT(twin / static_cast<double>(n * groups * cells_each), 0.8);
    }
}

TEST(Pool, LeavesCellsAloneThatAreTooFewToLearnFrom) {
    const std::vector<Figure> few{{1, 0, 2, 0.5}, {5, 4, 6, 0.5}, {}};
    const Pooled p = pool(few, {0, 0, 0});
    EXPECT_DOUBLE_EQ(p.cells[0].value, 1);
    EXPECT_NEAR(p.cells[1].hi, 5 + 1.96 * 0.5, 1e-3);
    EXPECT_TRUE(std::isnan(p.cells[2].value));
    EXPECT_TRUE(std::isnan(p.spread));
}

TEST(Pool, MovesWhatIsLittleKnownMost) {
    std::vector<Figure> cells;
    for (const double v : {-1.0, 0.0, 1.0, 0.5, -0.5, 0.2}) cells.push_back({v, v - 2, v + 2, 1});
    cells.push_back({6, -2, 14, 4});
    cells.push_back({6, 5.8, 6.2, 0.1});
    const Pooled p = pool(cells, std::vector<std::size_t>(cells.size(), 0));
    EXPECT_LT(p.cells[6].value, 4);
    EXPECT_GT(p.cells[7].value, 5.8);
}

}  // namespace
}  // namespace forestall::comparison
