// SPDX-License-Identifier: Apache-2.0
// An order of a seat, and what is answered: taken, or why not, as a word for programs and a
// sentence for people; what is worth knowing of an order that is taken stands in notes.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/exercise/case.hpp"
#include "app/frame/json.hpp"
#include "core/vocabulary.hpp"

namespace forestall::app::exercise {

struct Order {
    std::string id;      ///< the client's own; the same again is the same order
    std::string branch;  ///< that the seat thinks is played
    int turn = 0;        ///< that it thinks is open
    std::string intervention;
    std::string partner;               ///< empty: nobody leads
    std::vector<std::string> targets;  ///< actors, groups or places
    int start = 0;                     ///< turn on whose first day it begins; 0: this one
    int stop = 0;                      ///< turn on whose first day it stops; 0: at its end
    double scale = 1;
};

Json to_json(const Order& order);
/// Order of a document; fields that are missing or of another kind are as above.
Order order_of(const Json& json);

enum class Verdict : std::uint8_t {
    accepted,
    over,
    stale_turn,
    unknown_partner,
    not_your_partner,
    unknown_intervention,
    cannot_lead,
    unknown_target,
    no_target,
    bad_turn,
    bad_scale,
    exclusive,
    money,
    staff,
    refused
};

inline constexpr auto verdict_words = vocabulary<Verdict>({
    {Verdict::accepted, "accepted"},
    {Verdict::over, "over"},
    {Verdict::stale_turn, "stale_turn"},
    {Verdict::unknown_partner, "unknown_partner"},
    {Verdict::not_your_partner, "not_your_partner"},
    {Verdict::unknown_intervention, "unknown_intervention"},
    {Verdict::cannot_lead, "cannot_lead"},
    {Verdict::unknown_target, "unknown_target"},
    {Verdict::no_target, "no_target"},
    {Verdict::bad_turn, "bad_turn"},
    {Verdict::bad_scale, "bad_scale"},
    {Verdict::exclusive, "exclusive"},
    {Verdict::money, "money"},
    {Verdict::staff, "staff"},
    {Verdict::refused, "refused"},
});

enum class NoteKind : std::uint8_t { stage, lead_time, consent, beyond };

inline constexpr auto note_words = vocabulary<NoteKind>({
    {NoteKind::stage, "stage"},
    {NoteKind::lead_time, "lead_time"},
    {NoteKind::consent, "consent"},
    {NoteKind::beyond, "beyond"},
});

/// What does not stand in the way of an order, but should be known.
struct OrderNote {
    NoteKind kind = NoteKind::stage;
    std::string text;
    int turn = 0;  ///< in which it arrives (lead_time); turns within which half agree (consent)
    double chance = 0;  ///< a week (consent)
};

struct Answer {
    Verdict verdict = Verdict::accepted;
    std::string action;       ///< the order's name in the option, if it was taken
    std::string text;         ///< a sentence
    std::string hint;         ///< what to do; may be empty
    double short_by = 0;      ///< USD or people, where they do not suffice
    int turn = 0;             ///< the open one, where the order's is not
    std::string branch = {};  ///< likewise
    std::string other = {};   ///< the action that stands in the way
    std::vector<OrderNote> notes = {};
    bool repeated = false;  ///< the first answer to this id

    bool accepted() const { return verdict == Verdict::accepted; }
};

Json to_json(const Answer& answer);
Answer answer_of(const Json& json);

/// What an order that could be taken should know.
std::vector<OrderNote> notes_of(const Case& on, const Intervention& what, int start, Stage seen,
                                bool stage_known);
/// "6 weeks", "10 days".
std::string span_text(Day days);
/// Turns of so many days within which half of all that ask are granted consent, at a chance a week.
int half_granted(double chance_a_week, Day turn_days);

}  // namespace forestall::app::exercise
