// SPDX-License-Identifier: Apache-2.0
#include "app/assumptions/without_guesses_report.hpp"

#include <gmock/gmock.h>

namespace forestall::app {
namespace {

using ::testing::HasSubstr;

TEST(WithoutGuessesText, ListsTheAdviceAlwaysAndWhatNothingIsLeftOf) {
    analysis::WithoutGuesses w;
    w.standing = analysis::Standing::falls;
    w.members = 200;
    w.by_option = {{}, {4, 4}, {4, 0}};
    w.options.resize(3);
    w.options[1].without = {2, 1, 3, 0.1};
    w.options[2].without = {10, 9, 11, 0.1};
    w.without.best = 2;
    w.without.from_best.resize(3);
    w.as_drawn.best = 1;
    w.as_drawn.from_best.resize(3);
    w.held = {{"effect.a.1", 1}};
    w.effects = {8, 4};
    Question q;
    q.study.options = {"none", "first", "second"};
    q.study.text = "civilian deaths";
    q.study.best = 1;
    const std::string text = without_guesses_text(q, w, 1);
    EXPECT_THAT(text, HasSubstr("\n* first   4 of 4"));
    EXPECT_THAT(text, HasSubstr("\nsecond    0 of 4"));
    EXPECT_THAT(text, HasSubstr("of 1 option: 'first'."));
    EXPECT_THAT(text, HasSubstr("The advice falls: every effect of 'first' is a guess"));
    EXPECT_THAT(without_guesses_text(q, w, 0), HasSubstr("(1 more; --rows or --json lists them)"));
}

}  // namespace
}  // namespace forestall::app
