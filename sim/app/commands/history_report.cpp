// SPDX-License-Identifier: Apache-2.0
#include "app/commands/history_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/explain/history_page.hpp"
#include "analysis/explain/history_text.hpp"
#include "analysis/search/stored_case.hpp"
#include "app/frame/build_info.hpp"
#include "app/frame/exit_code.hpp"
#include "app/frame/numbers.hpp"
#include "app/frame/output.hpp"
#include "app/page/context.hpp"
#include "core/stage.hpp"

namespace forestall::app {
namespace {

using namespace history;

/// Who governs at the start, by the rule of the model: the government with most men.
ActorId first_ruler(const Header& header, const RunDetail& detail, const WorldTables& tables) {
    ActorId ruler = none<ActorId>();
    Persons most = -1;
    if (detail.fighters.size() < detail.places * detail.actors) return ruler;
    for (std::size_t a = 0; a < std::min(detail.actors, header.actors.size()); ++a) {
        const bool governs =
            std::any_of(tables.actors.begin(), tables.actors.end(), [&](const Actor& x) {
                return x.name == header.actors[a] && x.kind == ActorKind::government && !x.protects;
            });
        Persons men = 0;
        for (std::size_t p = 0; p < detail.places; ++p)
            men += detail.fighters[p * detail.actors + a];
        if (!governs || men <= most) continue;
        ruler = id_at<ActorId>(a);
        most = men;
    }
    return ruler;
}

/// What the scenario inside the file adds, if this program can read it.
void add_scenario(const analysis::StoredCase& stored, Record& record) {
    if (!stored.readable()) return;
    const WorldTables& tables = stored.tables();
    record.ruler = first_ruler(record.header, record.detail, tables);
    record.days = tables.settings.days;
    record.given = tables.settings.conditioned_on;
    for (const Option& option : tables.options) {
        if (record.header.options.empty() || option.name != record.header.options.front()) continue;
        for (const PlannedAction& action : option.actions)
            record.actions[action.name] = tables.interventions[action.intervention].title;
    }
}

/// Names for ids in JSON, null for none.
class Names {
public:
    explicit Names(const Header& header) : header_(header) {}
    Json actor(ActorId id) const { return of(index(id), header_.actors); }
    Json group(GroupId id) const { return of(index(id), header_.groups); }
    Json place(PlaceId id) const {
        return index(id) < header_.locations.size() ? Json(header_.locations[index(id)].name)
                                                    : Json(nullptr);
    }
    Json places(const std::vector<PlaceToll>& tolls) const {
        Json out = Json::array();
        for (const PlaceToll& p : tolls)
            out.push_back({{"place", place(p.place)}, {"deaths", p.deaths}});
        return out;
    }

private:
    static Json of(std::size_t id, const std::vector<std::string>& names) {
        return id < names.size() ? Json(names[id]) : Json(nullptr);
    }
    const Header& header_;
};

Json toll_json(const Toll& toll) {
    return {{"civilian_deaths", toll.civilians},
            {"reported_civilian_deaths", toll.reported},
            {"civilians_caught_in_battle", toll.caught},
            {"battle_deaths", toll.fighters}};
}

Json paragraph_json(const Paragraph& paragraph) {
    Json out = Json::array();
    for (const Sentence& s : paragraph) out.push_back({{"text", s.text}, {"events", s.events}});
    return out;
}

Json held_json(const Names& names, const std::vector<Holding>& held) {
    Json out = Json::array();
    for (const Holding& h : held)
        out.push_back({{"actor", names.actor(h.actor)}, {"share_of_people", h.people}});
    return out;
}

Json killings_json(const Names& names, const std::vector<Killing>& killings) {
    Json out = Json::array();
    for (const Killing& k : killings) {
        Json manners = Json::object();
        for (const auto& entry : k.manners) manners[entry.first] = entry.second;
        out.push_back({{"actor", names.actor(k.actor)},
                       {"group", names.group(k.group)},
                       {"communal", k.communal},
                       {"deaths", k.deaths},
                       {"by_manner", manners},
                       {"driven_by", k.drivers},
                       {"by_place", names.places(k.places)},
                       {"deadliest_event", k.worst}});
    }
    return out;
}

Json fights_json(const Names& names, const std::vector<Fight>& fights) {
    Json out = Json::array();
    for (const Fight& f : fights)
        out.push_back({{"actor", names.actor(f.a)},
                       {"opponent", names.actor(f.b)},
                       {"deaths", f.deaths},
                       {"battles", f.battles},
                       {"offensives_ordered", f.orders},
                       {"by_place", names.places(f.places)}});
    return out;
}

Json turns_json(const std::vector<Turn>& turns) {
    static const char* const kinds[] = {"event", "onset", "pace"};
    Json out = Json::array();
    for (const Turn& t : turns)
        out.push_back({{"kind", kinds[static_cast<std::size_t>(t.kind)]},
                       {"day", t.day},
                       {"weight", t.weight},
                       {"events", t.events}});
    return out;
}

Json gains_json(const Names& names, const std::vector<Gain>& gains) {
    Json out = Json::array();
    for (const Gain& g : gains) {
        Json places = Json::array();
        for (const PlaceId p : g.places) places.push_back(names.place(p));
        out.push_back({{"actor", names.actor(g.actor)},
                       {"from", names.actor(g.from)},
                       {"share_of_people", g.people},
                       {"places", places}});
    }
    return out;
}

Json chapter_json(const Names& names, const Chapter& c, const ChapterProse& prose) {
    Json paragraphs = Json::array();
    for (const Paragraph& p : prose.paragraphs) paragraphs.push_back(paragraph_json(p));
    Json seen = Json::array();
    for (const Sighting& s : c.sightings)
        seen.push_back({{"day", s.day},
                        {"from", stage_words.string(s.from)},
                        {"to", stage_words.string(s.to)},
                        {"days_late", s.late ? Json(*s.late) : Json(nullptr)}});
    return {{"title", prose.title},
            {"dates", prose.dates},
            {"first_step", c.first},
            {"steps", c.end - c.first},
            {"first_day", c.from},
            {"days", c.to - c.from},
            {"quiet", c.quiet},
            {"toll", toll_json(c.toll)},
            {"turning_points", turns_json(c.turns)},
            {"fights", fights_json(names, c.fights)},
            {"killings", killings_json(names, c.killings)},
            {"came_under", gains_json(names, c.gains)},
            {"governs", names.actor(c.ruler)},
            {"held", held_json(names, c.held)},
            {"displaced", c.flight.all},
            {"refugees", c.flight.abroad},
            {"stage_observed", stage_words.string(c.outlook.stage)},
            {"stage_true", stage_words.string(c.outlook.true_stage)},
            {"stages_seen", seen},
            {"risk", c.outlook.risk},
            {"attention", c.outlook.attention},
            {"paragraphs", paragraphs}};
}

Json history_json(const Header& header, const History& h, const Prose& prose) {
    const Names names(header);
    Json chapters = Json::array();
    for (std::size_t i = 0; i < h.chapters.size(); ++i)
        chapters.push_back(chapter_json(names, h.chapters[i], prose.chapters[i]));
    Json onset(nullptr);
    if (h.onset)
        onset = {{"step", h.onset->step},
                 {"actor", names.actor(h.onset->actor)},
                 {"group", names.group(h.onset->group)}};
    return {{"title", h.title},
            {"member", h.member},
            {"option", h.option},
            {"seed", h.seed},
            {"start", header.start_date},
            {"days", h.days},
            {"toll", toll_json(h.toll)},
            {"last_quarter", toll_json(h.last_quarter)},
            {"onset", onset},
            {"governed_at_start", names.actor(h.ruler)},
            {"takeovers", h.takeovers},
            {"displaced_at_peak", h.most_flight.all},
            {"peak_step", h.most_flight_step},
            {"summary", paragraph_json(prose.summary)},
            {"chapters", chapters},
            {"caution", paragraph_json(prose.caution)}};
}

Source source_of(const Results& results, const OutputWish& wish) {
    const ProgramBuild& made = results.header().program;
    return {results.name(), fmt::format("forestall {} ({})", made.version, made.git_commit),
            fmt::format("{}\nforestall explain {} --history -o {}\n",
                        run_command(results, results.name()), shell_file(results.name()),
                        shell_file(wish.path))};
}

}  // namespace

int tell_history(const Results& results, const OutputWish& wish, files::Existing existing,
                 const Invocation& invocation) {
    const RunDetail detail = results.detail();
    const MemberRow row = results.row(0);
    Record record{results.header(), row.by_option.front(), detail};
    add_scenario(analysis::StoredCase(results), record);
    const History h = history_of(record, results.members().front());
    const Prose prose = prose_of(h, record);
    std::string page;
    if (!wish.path.empty()) {
        page = page_of(h, prose, source_of(results, wish));
        files::write_atomically(wish.path, page, {}, existing);
    }
    if (invocation.common.json)
        print_json({{"file", results.name()},
                    {"page", page.empty() ? Json(nullptr) : Json(wish.path)},
                    {"history", history_json(results.header(), h, prose)}});
    else if (page.empty())
        print(
            text_of(prose) +
            fmt::format("\nWhy did the event of a number in brackets happen? forestall explain {} "
                        "--event K\n",
                        shell_file(results.name())));
    else
        print(fmt::format("{}: {}, {}\n", one_line(wish.path),
                          size_text(static_cast<double>(page.size())),
                          counted(h.chapters.size(), "chapter", "chapters")));
    return exit_code::done;
}

}  // namespace forestall::app
