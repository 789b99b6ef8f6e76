// SPDX-License-Identifier: Apache-2.0
#include "app/portfolio/report.hpp"

#include <gmock/gmock.h>

namespace forestall::app {
namespace {

using analysis::PortfolioAnswer, analysis::PortfolioFigures;
using ::testing::HasSubstr;

PortfolioFigures figures(const std::string& name, double cost, comparison::Figure deaths) {
    PortfolioFigures f;
    f.name = name;
    f.deaths = deaths;
    f.displaced = {0, -1, 1, 0.5};
    f.cost = {cost, cost, cost, 0};
    f.not_dominated = true;
    return f;
}

TEST(PortfolioAdvice, NamesOnlyWhatIsClearAndHarmsNobody) {
    PortfolioAnswer answer;
    answer.members = 400;
    answer.currency = "USD";
    answer.front = {figures("cheap-and-harmful", 1, {-50, -90, -10, 20}),
                    figures("unclear", 2, {40, -20, 100, 30})};
    EXPECT_THAT(portfolio_advice(answer),
                HasSubstr("none of these portfolios is clearly better than doing nothing"));
    EXPECT_THAT(portfolio_advice(answer), HasSubstr("900 members")) << "400 · (60/40)²";
    answer.front.push_back(figures("clear", 3, {60, 20, 100, 20}));
    answer.front.push_back(figures("clear-and-dear", 9, {90, 40, 140, 20}));
    EXPECT_THAT(portfolio_advice(answer), HasSubstr("Look at 'clear' first"));
    EXPECT_THAT(portfolio_advice(answer), HasSubstr("'clear-and-dear' averts the most deaths"));
    EXPECT_THAT(portfolio_advice(answer), HasSubstr("is not shown"));
    EXPECT_THAT(portfolio_advice(answer), ::testing::Not(HasSubstr("harmful'")));
    answer.front[2].harmed = answer.front[3].harmed = {"Hill people"};
    EXPECT_THAT(portfolio_advice(answer), HasSubstr("at the expense of an identity group"));
    answer.front.clear();
    EXPECT_THAT(portfolio_advice(answer), HasSubstr("No portfolio did better than doing nothing"));
}

}  // namespace
}  // namespace forestall::app
