// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/phrases.hpp"

namespace forestall::analysis {
namespace {

constexpr std::string_view fights = "battle offensive";
constexpr std::string_view massacres = "one_sided campaign";

constexpr ReasonPhrase reasons[] = {
    {"advantage", "", 1, "{A} was the stronger of the two in {P}"},
    {"advantage", "", -1, "{A} was the weaker of the two in {P}"},
    {"animus", "", 0, "{A} hated {G}, the more so where incitement was loud"},
    {"commitment", "walk_out", 0, "{A} saw its enemies grow and did not trust the deal to last"},
    {"commitment", "talks", 0, "{A} saw its enemies grow and feared that they would use talks to grow further"},
    {"commitment", "", 0, "{A} saw its enemies grow: better to fight now than later from weakness"},
    {"deterrence", "", 0, "partners had attached a price to such an act"},
    {"inertia", "", 0, "any act costs effort and risk, and in most weeks armed actors hold still"},
    {"information", "selective", 1, "{A} held much of {P}, though not alone, and people there denounced suspects"},
    {"information", "selective", -1, "in {P} few people would denounce supporters of its enemies to {A}"},
    {"information", "", 0, "{A} held little of {P} and could not tell friend from foe there"},
    {"losing", "talks", 0, "{A} had lost men and ground"},
    {"losing", "", 0, "{A} had lost men and ground, and who loses turns on civilians"},
    {"means", massacres, 0, "{A} was short of pay and supplies, and its men lived off the people"},
    {"means", "", 0, "{A} was short of pay and arms"},
    {"norms", "", 0, "discipline, norms and moderate leaders held {A} back"},
    {"orders", "battle", 0, "leaders of {A} had ordered an offensive against {B}"},
    {"orders", "", 0, "leaders of {A} had ordered a campaign of violence against {G}"},
    {"outbidding", "", 0, "rival factions claimed the same people as {A}, and none would look weaker"},
    {"own_people", "", 0, "{A} speaks for {G} and mostly spares them"},
    {"pressure", "talks", 0, "pressure from abroad spoke for talking"},
    {"pressure", "", 0, "{A} would have paid a price abroad for being seen to do it"},
    {"protection", "battle", 0, "those with a mandate to protect civilians stood in {P}"},
    {"protection", "", 0, "those with a mandate to protect civilians stood in {P} and made it costly"},
    {"resolve", fights, 1, "{A} was resolved to fight it out"},
    {"resolve", fights, -1, "{A} had little will to fight it out"},
    {"resolve", "", 1, "{A} was tired of the fight"},
    {"resolve", "", -1, "{A} was resolved to fight it out"},
    {"revenge", fights, 0, "{B} had struck {A} lately, and blows are answered"},
    {"revenge", "", 0, "people for whom {A} speaks had been killed, and {G} were held guilty"},
    {"shock", "", 0, "{A} was alarmed by a sudden turn of events, a window in which violence comes easily"},
    {"stalemate", "", 0, "the war hurt both {A} and {B} and moved nothing"},
    {"support", "", 1, "{A} had little support among {G} to lose"},
    {"support", "", -1, "{A} needed the support of {G}"},
    {"threat", massacres, 0, "{A} felt outgunned and took {G} for its enemies' people"},
    {"threat", "", 0, "{A} felt outgunned by its enemies"},
    {"truce", "", 0, "talks, a ceasefire or an agreement with {B} bound {A}"},
    {"unrest", "", 0, "{G} were in the streets of {P}"},
    {"ground", "", 0, "there were people and ground to gain near by"},
    {"mobilisation", "", 0, "the attackers' people were out in the streets of {P}"},
    {"injury", "", 0, "the attackers' people had been killed in or near {P} lately"},
    {"hostility", "", 0, "the two groups were hostile to each other and incited"},
    {"dyad", "talks", 0, "this is how {A} and {B} had come to stand to each other"},
    {"dyad", "", 0, "of how {A} and {B} had come to stand to each other"},
};

constexpr Noun names[] = {
    {"advantage", "strength on the spot"},
    {"animus", "hatred"},
    {"commitment", "fear of a stronger enemy later"},
    {"deterrence", "a price set by partners"},
    {"inertia", "the cost of acting at all"},
    {"information", "who controls the place"},
    {"losing", "losses"},
    {"means", "want of pay and supplies"},
    {"norms", "restraint"},
    {"orders", "orders"},
    {"outbidding", "rivalry among factions"},
    {"own_people", "sparing one's own people"},
    {"pressure", "pressure from abroad"},
    {"protection", "protection"},
    {"resolve", "resolve"},
    {"revenge", "revenge"},
    {"shock", "the shock of a sudden turn"},
    {"stalemate", "a hurting stalemate"},
    {"support", "support, or the lack of it"},
    {"threat", "feeling outgunned"},
    {"truce", "a truce"},
    {"unrest", "unrest"},
    {"ground", "ground to gain"},
    {"mobilisation", "people in the streets"},
    {"injury", "own dead"},
    {"hostility", "hostility between the groups"},
    {"dyad", "how the two sides stood"},
};

constexpr EventPhrase happenings[] = {
    {"battle", "offensive", "{A} attacked {B} in {P}, as part of an offensive"},
    {"battle", "", "{A} attacked {B} in {P}"},
    {"one_sided", "selective", "{A} killed civilians ({G}) in {P} whom it suspected of helping its enemies"},
    {"one_sided", "campaign",
     "{A} killed civilians ({G}) in {P} for what they are, in a campaign its leaders had ordered"},
    {"one_sided", "indiscriminate", "{A} killed civilians ({G}) in {P} for what they are, without orders from above"},
    {"one_sided", "", "{A} killed civilians ({G}) in {P}"},
    {"communal", "", "neighbours of another group attacked civilians ({G}) in {P}"},
    {"repression", "", "{A} arrested people ({G}) in {P}"},
    {"offensive", "", "leaders of {A} ordered an offensive against {B}"},
    {"campaign", "", "leaders of {A} ordered a campaign of violence against {G}"},
    {"talks", "", "{A} offered {B} talks, and {B} accepted"},
    {"walk_out", "", "{A} broke off what it had with {B}, talks or a ceasefire"},
    {"ceasefire", "", "{A} and {B} agreed on a ceasefire"},
    {"agreement", "", "{A} and {B} signed an agreement"},
    {"relapse", "talks", "talks between {A} and {B} failed"},
    {"relapse", "", "the truce between {A} and {B} broke"},
    {"trigger", "coup", "a coup was attempted"},
    {"trigger", "election", "an election was held and disputed"},
    {"trigger", "leader_killed", "a leader of {A} was killed"},
    {"trigger", "offensive", "{A} opened an offensive against {B} with fresh forces"},
    {"trigger", "incident", "an incident stirred up {G}"},
    {"trigger", "deployment", "{A} deployed"},
    {"trigger", "peacekeeper_exit", "{A} withdrew"},
    {"trigger", "spoiler", "{A} set out to break up talks and truces"},
    {"stage", "true: none", "the stage fell to none, by what happened"},
    {"stage", "true: prevention", "the stage became prevention, by what happened"},
    {"stage", "true: mitigation", "the stage became mitigation, by what happened"},
    {"stage", "true: response", "the stage became response, by what happened"},
    {"stage", "observed: none", "the desk saw the stage fall to none"},
    {"stage", "observed: prevention", "the desk saw the stage become prevention"},
    {"stage", "observed: mitigation", "the desk saw the stage become mitigation"},
    {"stage", "observed: response", "the desk saw the stage become response"},
};

}  // namespace

std::span<const ReasonPhrase> reason_phrases() { return reasons; }
std::span<const Noun> nouns() { return names; }
std::span<const EventPhrase> event_phrases() { return happenings; }

}  // namespace forestall::analysis
