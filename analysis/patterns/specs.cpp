// SPDX-License-Identifier: Apache-2.0
// The fourteen patterns, as they were set down before anything was run.
#include <array>

#include "analysis/patterns/pattern.hpp"

namespace forestall::patterns {
namespace {

constexpr std::array all{
    Spec{
        1, "onset hazard by year, ten years, high-risk country, at least 2,000 members",
        "years 3-10 within a factor 1.5 of years 1-2 for those without an onset so far; 1-4 % a "
        "year; a median country 0.2-0.8 % a year and above 0; a quiet one below",
        "Early Warning Project 2025: two-year risk of 168 countries, median 0.8 %, 90th percentile "
        "3.9 %, highest 10.4 %",
        "Two rivers for ten years, the same with the structural numbers of a median and of a quiet "
        "country; first onsets over member-years at risk",
        ""},
    Spec{
        2, "episodes end",
        "half fall below 100 deaths a year within 4 years of their peak year; ends by defeat, by "
        "plan, by change of strategy all occur, none above 60 %; some relapse",
        "Conley & Hazlett 2021, the 43 largest since 1945: defeat 26 %, as planned 37 %, change of "
        "strategy 37 %",
        "Two rivers for ten years; an episode is an actor's, from its onset",
        "nothing is won or lost for good: no defeat, surrender or disbanding, no goal that is "
        "reached"},
    Spec{3, "battle and one-sided deaths",
         "log quarters correlate by 0.5 to 1 where both occur (the Central African Republic 0.95, "
         "Iraq 0.95, South Sudan 0.81, Nigeria 0.55; Myanmar and Syria 0.2 and -0.1); ratio of the "
         "sums: 0.05 to 6 over scenarios, the Central African Republic 1 to 5, Two rivers 0.3 to 3",
         "UCDP GED, to the cut dates: correlations 0.95, 0.95, 0.81, 0.55, 0.21, -0.12; ratio of "
         "the "
         "Central African Republic 2.57",
         "members in which 25 or more die of either; medians over members", ""},
    Spec{4, "killing without war",
         "communal killing without a rebellion can happen (Rakhine 2012 in kind), and a state-led "
         "twin in an invented setting",
         "UCDP GED: Rakhine in 2012, 134 dead in clashes and 90 by the state, 1 in battle",
         "Two rivers without its rebels, once with hostile people, once with a hostile state",
         "no operation that a state orders: its units decide place by place"},
    Spec{5, "CAR given the offensive",
         "capital falls within 40 weeks in 30 to 90 % of members, below 5 % without it; onset "
         "without it at most half of that with it; below 8 % of the period's dead before it",
         "the capital fell 15 weeks after 10 December 2012; UCDP GED: 66 of 7,000 dead before it",
         "the bundled scenario with and without its dated trigger; the capital has fallen when its "
         "rebels hold more than half of its centre",
         "actors want no place: an offensive has no aim and no one marches"},
    Spec{6, "CAR, where, when, who",
         "mean log score of the place of a death against shares by population: skill above 0 with "
         "its interval; Spearman of deaths per head above 0 (lower bound), of deaths at least 0.75 "
         "(17 prefectures; population alone has 0.86, interval 0.57 to 0.97); Bangui's share "
         "inside the central 90 %; the densest five weeks hold at least a fifth of the deaths in "
         "half of the members; each side's share of one-sided deaths within 20 points; the model's "
         "*reported* deaths of all kinds by half-year, reporting fixed beforehand and not fitted, "
         "have UCDP's best inside the central 80 %, and not near the edge each time",
         "UCDP GED v23.1, 1 June 2012 to 31 December 2014, precision of the place up to 4",
         "a prefecture is that of the nearest place of the scenario; the government's killing from "
         "24 March 2013 to 10 January 2014 is Seleka's, who ruled then; reporting as in the "
         "scenario",
         "no actor is born, splits or takes power"},
    Spec{7, "event sizes",
         "the Central African Republic: median one-sided event 2 to 5, share with 3 dead or fewer "
         "within 0.15 of the record's, exponent 2 to 3, the record's largest event and worst week "
         "inside the central 90 % of members; other cases by the same rule with their own row",
         "UCDP GED: Central African Republic, median 3, share 0.58, largest 800, worst week about "
         "950",
         "one-sided events of the bundled scenario", ""},
    Spec{8, "truce and agreement",
         "one-sided deaths by and against a dyad fall by 40 % or more in a ceasefire or agreement, "
         "within members; relapse rates in a published range",
         "Collier & Hoeffler 2004: 44 % of ended civil wars again within five years; Suhrke & "
         "Samset "
         "2007: 23 %",
         "Two rivers for ten years; as long before a truce as within it, half a year at most; "
         "Kaplan and Meier for relapse",
         ""},
    Spec{
        9, "peacekeepers",
        "effect per 1,000 troops and per 100 police between the ratio of Hultman, Kathman & "
        "Shannon 2013 (0.61; 0.38) and the prior of evidence.md (0.85; 0.85), weaker against "
        "governments; both roads within 5 % of each other",
        "Hultman, Kathman & Shannon 2013; prior of the evidence brief",
        "Two rivers, second year, catalogue against none and against a scripted mission of as many "
        "at the same places, the three where most civilians are killed if nothing is done",
        "catalogue troops are a lever, not a force at a place; an actor of police does not exist"},
    Spec{10, "displaced per death, by aim",
         "CAR about 200 at the peak; expulsion several times that",
         "UN OCHA and UNHCR: 1,021,000 displaced on 3 January 2014; UCDP GED: 5,000 civilians "
         "killed",
         "displaced at their most over civilians killed by then",
         "no act is meant to drive people out"},
    Spec{11, "stylised facts of evidence.md §4",
         "at least as good as 0.1, persistence and burstiness better",
         "docs/methods/stylised-facts.md", "both bundled scenarios, 200 members, free runs", ""},
    Spec{12, "no knife's edge",
         "elasticity of the odds of onset to any one weight at most 3, both directions, 2,000 "
         "pairs, with its interval, and each weight matters for some pattern; the ranking of the "
         "top option survives, or the page says it does not",
         "none: a demand on the model",
         "Two rivers, each weight held at 0.75 and 1.25 of its value, constants in log-odds 0.5 up "
         "and down",
         ""},
    Spec{13, "warning",
         "AUC of the desk's risk 26 weeks ahead at least 0.75 and better than a desk that reads "
         "last quarter's deaths; alarm = first observed response in a run, false = no onset within "
         "26 weeks: 60 % of onsets are preceded by an alarm at no more than one false alarm per "
         "ten country-years",
         "Early Warning Project: AUROC 0.84 over two years ahead",
         "alarm: first observed response in a run; false: no onset within 26 weeks", ""},
    Spec{14, "feedback links and directions",
         "all fifteen links of docs/feedback-loops.md, and directions of the catalogue: as before, "
         "or better",
         "docs/feedback-loops.md, docs/methods/directions.md",
         "make loops and make directions, counted", ""},
};

}  // namespace

std::span<const Spec> specs() { return all; }

}  // namespace forestall::patterns
