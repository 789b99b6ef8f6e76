// SPDX-License-Identifier: Apache-2.0
// Who fought whom, who killed whom, where and why, and what came under whom, as sentences.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/explain/spoken_numbers.hpp"
#include "analysis/explain/teller.hpp"

namespace forestall::history {
namespace {

/// Fights and killings told, and the part of the largest from which another is told.
constexpr std::size_t most_fights = 2, most_killings = 2;
constexpr double worth_a_sentence = 0.3, worth_a_killing = 0.12;
/// Places named.
constexpr std::size_t most_places = 2;
/// Deaths below which a fight, a killing or a day is not told, and manners and motives are not.
constexpr Persons worth_naming = 5, worth_details = 10;
/// Deaths from which a clash is a battle, and part of the dead of the largest fight from which
/// another is as hard.
constexpr Persons a_battle = 10;
constexpr double as_hard = 0.8;
/// People at home in places that a group has left from whom on it is told.
constexpr Persons worth_an_exodus = 1'000;
/// Share of the country that must change hands to be told.
constexpr double least_gain = 0.05;
/// Part of the deaths of a killing from which a manner is most of it, and from which it is named.
constexpr double mostly = 0.6, partly = 0.2, driven_out = 0.05;

std::string digits(Persons n) { return n < 100 ? std::to_string(n) : plain(n); }

/// The first places, until a third of the deaths are named.
std::vector<std::string> worst_places(const Teller& t, const std::vector<PlaceToll>& places,
                                      Persons all, bool with_deaths) {
    std::vector<std::string> names;
    Persons sum = 0;
    for (const PlaceToll& p : places) {
        if (names.size() == most_places || 3 * sum > all || (!names.empty() && 20 * p.deaths < all))
            break;
        sum += p.deaths;
        names.push_back(t.voice.place(p.place));
        if (with_deaths) names.back() += " (" + digits(p.deaths) + ")";
    }
    return names;
}

std::string where(const Teller& t, const std::vector<PlaceToll>& places, Persons all) {
    if (places.empty()) return "";
    if (places.size() == 1) return " in " + t.voice.place(places.front().place);
    const std::string worst = list_of(worst_places(t, places, all, false));
    if (5 * places.front().deaths < all)
        return fmt::format(" across {} places, among them {}",
                           plain(static_cast<Persons>(places.size())), worst);
    return t.one_of({", above all in ", ", most of all in ", ", chiefly in "}) + worst;
}

std::string battles(const Fight& f) {
    const auto n = static_cast<Persons>(f.battles);
    const bool small = f.deaths < a_battle * n;
    if (n == 1) return small ? "one clash" : "one battle";
    if (f.deaths < 2 * n) return plain(n) + " skirmishes";
    return plain(n) + (small ? " clashes" : " battles");
}

/// Whether another fight of the chapter took nearly as many lives.
bool has_equal(const Chapter& c) {
    return c.fights.size() > 1 &&
           real(c.fights[1].deaths) >= as_hard * real(c.fights.front().deaths);
}

std::string first_fight(const Teller& t, const Chapter& c, const Fight& f) {
    const std::string places = where(t, f.places, f.deaths), many = battles(f);
    const std::string a = t.voice.actor(f.a), n = about(f.deaths);
    if (f.b == none<ActorId>()) return fmt::format("battles of {} cost {} lives{}", a, n, places);
    const std::string b = t.voice.actor(f.b);
    const bool only = c.fights.size() == 1 || c.fights[1].deaths < worth_naming || has_equal(c);
    const char* fighting = only ? "the fighting" : "the heaviest fighting";
    return t.one_of(
        {only ? fmt::format("{} fought {}: {} people died in {}{}", a, b, n, many, places)
              : fmt::format("{} and {} fought hardest: {} people died in {}{}", a, b, n, many,
                            places),
         fmt::format("fighting between {} and {} cost {} lives{}", a, b, n, places),
         has_equal(c)
             ? fmt::format("{} people died where {} fought {}, in {}{}", n, a, b, many, places)
             : fmt::format("{} was between {} and {}, with {} dead in {}{}", fighting, a, b, n,
                           many, places)});
}

std::string next_fight(const Teller& t, const Fight& f) {
    const std::string a = t.voice.actor(f.a), n = plain(f.deaths);
    if (f.b == none<ActorId>()) return fmt::format("battles of {} cost {} more", a, n);
    const std::string b = t.voice.actor(f.b);
    return t.one_of({fmt::format("another {} died where {} fought {}", n, a, b),
                     fmt::format("{} fought {} as well, with {} dead", a, b, n),
                     fmt::format("between {} and {} there were {} dead", a, b, n)});
}

void tell_fights(const Teller& t, const Chapter& c, Paragraph& out) {
    for (std::size_t i = 0; i < c.fights.size() && i < most_fights; ++i) {
        const Fight& f = c.fights[i];
        const double least = i == 0 ? 0 : worth_a_sentence * real(c.fights.front().deaths);
        if (f.deaths < worth_naming || real(f.deaths) < least) break;
        out.push_back({as_sentence(i == 0 ? first_fight(t, c, f) : next_fight(t, f))});
    }
}

double part_of(const Killing& k, const std::string& manner) {
    const auto at = k.manners.find(manner);
    if (at == k.manners.end() || k.deaths == 0) return 0;
    return real(at->second) / real(k.deaths);
}

std::string manner_clause(const Teller& t, const Killing& k) {
    const std::string its = t.voice.its(k.actor);
    const double ordered = part_of(k, "campaign");
    std::string out;
    if (ordered >= mostly)
        out = fmt::format(", most of them in a campaign that {} leaders had ordered", its);
    else if (ordered >= partly)
        out = fmt::format(", {} of them in a campaign that {} leaders had ordered",
                          plain(k.manners.at("campaign")), its);
    else if (part_of(k, "selective") >= mostly)
        out = fmt::format(", most of them on suspicion of helping {} enemies", its);
    if (part_of(k, "expulsion") >= driven_out) out += ", and drove others out";
    return out;
}

std::string driver_noun(const Teller& t, const std::string& what, const Killing& k) {
    const Event& worst = t.event(k.worst);
    if (what == "temper")
        return fmt::format("the temper of {} {}leaders", t.voice.its(k.actor),
                           newly_led(t, k.actor, day_of(t.record, worst)) ? "new " : "");
    if (what == "threat")
        return outnumbered(t, k.actor, static_cast<std::size_t>(worst.step))
                   ? "fear of stronger enemies"
                   : "fear that they would help " + t.voice.its(k.actor) + " enemies";
    if (what == "support") return "the lack of any support there to lose";
    if (what == "orders") return "orders from above";
    if (what == "injury") return "anger over their own dead";
    if (what == "mobilisation") return "unrest in the streets";
    if (what == "information")
        return part_of(k, "selective") >= mostly ? "denunciations" : "not knowing friend from foe";
    return analysis::noun_of(what);
}

/// What drove a killing, unless the same was said of it before.
std::string driven_by(Teller& t, const Killing& k) {
    auto& said = t.drivers[{k.actor, k.group}];
    const bool before = !said.empty();
    bool still = false;
    std::vector<std::string> names;
    for (const std::string& what : k.drivers) {
        if (std::find(said.begin(), said.end(), what) != said.end()) {
            still = true;
            continue;
        }
        said.push_back(what);
        if (what == "orders" && part_of(k, "campaign") >= mostly) continue;  // the manner says it
        const bool suspected = part_of(k, "selective") >= mostly;            // likewise
        if (what == "threat" && suspected &&
            !outnumbered(t, k.actor, static_cast<std::size_t>(t.event(k.worst).step)))
            continue;
        // That a crowd was in the streets is no reason for what a crowd did.
        if (what == "mobilisation" && k.communal) continue;
        names.push_back(driver_noun(t, what, k));
    }
    if (names.empty()) return "";
    if (!before) return ", driven mainly by " + list_of(names);
    return (still ? ", now also by " : ", now driven by ") + list_of(names);
}

std::string killing_places(const Teller& t, const Killing& k) {
    if (k.places.empty()) return "";
    if (k.places.size() == 1) return " in " + t.voice.place(k.places.front().place);
    if (k.deaths < worth_details) return "";
    return ", worst in " + list_of(worst_places(t, k.places, k.deaths, true));
}

std::string killing_clause(Teller& t, const Killing& k, const std::string& whom) {
    const std::string places = killing_places(t, k);
    if (!k.communal && k.actor == none<ActorId>())
        return fmt::format("{} killed {}{}", killer(t, k), whom, places);
    const bool details = k.deaths >= worth_details;
    const std::string why = details ? driven_by(t, k) : "";
    if (k.communal)
        return t.one_of(
            {fmt::format("neighbours killed {}{}{}", whom, places, why),
             fmt::format("in clashes between neighbours {} were killed{}{}", whom, places, why)});
    return fmt::format("{} killed {}{}{}{}", t.voice.actor(k.actor), whom, places, why,
                       details ? manner_clause(t, k) : "");
}

/// Adds what the same killers did to another group.
void add(Killing& to, const Killing& k) {
    to.deaths += k.deaths;
    for (const auto& entry : k.manners) to.manners[entry.first] += entry.second;
    for (const PlaceToll& p : k.places) {
        const auto same = std::find_if(to.places.begin(), to.places.end(),
                                       [&](const PlaceToll& q) { return q.place == p.place; });
        if (same == to.places.end())
            to.places.push_back(p);
        else
            same->deaths += p.deaths;
    }
    std::stable_sort(to.places.begin(), to.places.end(),
                     [](const PlaceToll& a, const PlaceToll& b) { return a.deaths > b.deaths; });
}

/// The killings worth telling; what the same killers did is one, whomever they killed.
void tell_killings(Teller& t, const Chapter& c, Paragraph& out) {
    struct Told {
        Killing killing;
        std::vector<std::string> whom;
    };
    std::vector<Told> told;
    for (const Killing& k : c.killings) {
        const double least = worth_a_killing * real(c.killings.front().deaths);
        if (k.deaths < worth_naming || real(k.deaths) < least) break;
        const auto same = std::find_if(told.begin(), told.end(), [&](const Told& x) {
            return x.killing.actor == k.actor && x.killing.communal == k.communal;
        });
        const std::string whom = same == told.end() ? t.voice.people(k.deaths, k.group)
                                                    : t.voice.plain_people(k.deaths, k.group);
        if (same == told.end()) {
            told.push_back({k, {whom}});
            continue;
        }
        add(same->killing, k);
        same->whom.push_back(whom);
    }
    if (told.size() > most_killings) told.resize(most_killings);
    for (const Told& x : told)
        out.push_back({as_sentence(killing_clause(t, x.killing, list_of(x.whom)))});
}

/// What observers made of a day.
std::string seen(const Event& e) {
    if (e.number < 0 || e.reported == e.civilian_deaths) return "";
    if (e.reported == 0) return "; no observer reported it";
    return fmt::format("; {} {} reported", plain(e.reported), e.reported == 1 ? "was" : "were");
}

/// The deadliest killing of the chapter, with its reason.
void tell_worst(Teller& t, const Chapter& c, Paragraph& out) {
    const Killing* of = nullptr;
    for (const Killing& k : c.killings)
        if (of == nullptr || civilians_of(t.event(k.worst)) > civilians_of(t.event(of->worst)))
            of = &k;
    if (of == nullptr) return;
    const Event& e = t.event(of->worst);
    if (civilians_of(e) < worth_naming || civilians_of(e) == of->deaths) return;
    const std::string date = t.voice.day(day_of(t.record, e)), place = t.voice.place(e.place);
    const std::string who = killer(t, *of);
    const std::string n = plain(civilians_of(e));
    const auto told = t.drivers.find({of->actor, of->group});
    const std::string why =
        new_reason(t, e, told == t.drivers.end() ? std::vector<std::string>() : told->second);
    const std::string text =
        t.one_of({fmt::format("the deadliest attack came on {} in {}, when {} killed {}{}", date,
                              place, who, n, why),
                  fmt::format("no attack was worse than that of {}: in {} {} killed {}{}", date,
                              place, who, n, why),
                  fmt::format("{} saw the worst attack, on {}: {} killed {} there{}", place, date,
                              who, n, why)});
    out.push_back({as_sentence(text + seen(e)), {of->worst}});
}

const char* most_from(std::size_t places) {
    if (places == 1) return " from ";
    return places == 2 ? ", both from " : ", most of them from ";
}

/// Whether the two fought in the chapter; with nobody: whether the first fought at all.
bool fought(const Chapter& c, ActorId a, ActorId b) {
    return std::any_of(c.fights.begin(), c.fights.end(), [&](const Fight& f) {
        const bool both = (f.a == a && f.b == b) || (f.a == b && f.b == a);
        return f.battles > 0 && (b == none<ActorId>() ? f.a == a || f.b == a : both);
    });
}

void tell_gains(const Teller& t, const Chapter& c, Paragraph& out) {
    if (c.gains.empty() || c.gains.front().people < least_gain) return;
    const Gain& g = c.gains.front();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < g.places.size() && i <= most_places; ++i)
        names.push_back(t.voice.place(g.places[i]));
    const auto more = static_cast<Persons>(g.places.size() - names.size());
    if (more > 0) names.push_back(plain(more) + (more == 1 ? " other place" : " other places"));
    std::string from;
    if (g.from != none<ActorId>()) from = most_from(g.places.size()) + t.voice.actor(g.from);
    const std::string who = t.voice.actor(g.actor), what = list_of(names);
    const std::string passed = fmt::format("{} passed to {}{}", what, who, from);
    if (!fought(c, g.actor, g.from)) {
        // Control moves without anybody marching in.
        out.push_back({as_sentence(
            passed + (g.from == none<ActorId>() ? "" : ", without a battle between the two"))});
        return;
    }
    out.push_back({as_sentence(t.one_of({fmt::format("{} took {}{}", who, what, from), passed}))});
}

/// That most of a group have left some places, for the group that lost most there.
void tell_exodus(const Teller& t, const Chapter& c, Paragraph& out) {
    if (c.emptied.empty() || c.emptied.front().before < worth_an_exodus) return;
    const Emptying& e = c.emptied.front();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < e.places.size() && i < most_places; ++i)
        names.push_back(t.voice.place(e.places[i]));
    const auto more = static_cast<Persons>(e.places.size() - names.size());
    if (more > 0) names.push_back(plain(more) + (more == 1 ? " other place" : " other places"));
    const std::string there = list_of(names), left = e.left == 0 ? "none" : plain(e.left);
    const std::string were = e.left == 1 ? "was" : "were";
    out.push_back({as_sentence(
        t.one_of({fmt::format("of {} at home in {} {} {} left by the end",
                              t.voice.people(e.before, e.group), there, left, were),
                  fmt::format("{} emptied of {}: of {}, {} {} still at home", there,
                              t.voice.people(e.group), plain(e.before), left, were)}))});
}

}  // namespace

std::string killer(const Teller& t, const Killing& k) {
    if (k.communal) return "neighbours";
    return k.actor == none<ActorId>() ? "unknown attackers" : t.voice.actor(k.actor);
}

Paragraph violence_sentences(Teller& t, const Chapter& c) {
    Paragraph out;
    tell_fights(t, c, out);
    tell_gains(t, c, out);
    tell_killings(t, c, out);
    tell_worst(t, c, out);
    tell_exodus(t, c, out);
    return out;
}

}  // namespace forestall::history
