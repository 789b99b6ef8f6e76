// SPDX-License-Identifier: Apache-2.0
// A small country at war as texts, with seats, fog and injects: a turn takes milliseconds.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>

#include "app/exercise/play.hpp"
#include "engine/engine.hpp"

namespace forestall::app::exercise {

/// A stop flag that nobody sets.
inline const std::atomic<bool> going{false};

inline ScenarioFiles small_country() {
    return {
        {"scenario.toml", R"(title = "Two valleys"
home = ["Aru"]
period = { start = 2030-01-07, end = 2031-01-05 }
step = "7 d"
[violence]
mode = "endogenous"
[[group]]
name = "Upper"
status = "discriminated"
[[group]]
name = "Lower"
status = "dominant"
[[actor]]
name = "Army"
kind = "government"
claims = ["Lower"]
fighters = 900
[[actor]]
name = "Front"
kind = "rebel_group"
claims = ["Upper"]
fighters = 700
animus = { "Lower" = 0.6 }
[[actor]]
name = "Watch"
kind = "militia"
claims = ["Lower"]
fighters = 300
animus = { "Upper" = 0.8 }
[[relation]]
actors = ["Front", "Watch"]
value = -0.9
[[partner]]
name = "Union"
kind = "regional_body"
[[partner]]
name = "Ministry"
kind = "foreign_ministry"
[[partner]]
name = "Relief"
kind = "ngo"
[[partner]]
name = "Assembly"
kind = "un"
)"},
        {"locations.csv",
         "name,region,country,latitude,longitude,kind,access\n"
         "Ford,North,Aru,0,0,settlement,0.8\n"
         "Mill,North,Aru,0,1,settlement,0.8\n"
         "Bridge,South,Aru,1,0,settlement,0.8\n"
         "Gate,South,Aru,1,1,settlement,0.8\n"
         "Camp Besh,,Besh,0,2,camp,1\n"},
        {"routes.csv",
         "from,to,km\nFord,Mill,120\nFord,Bridge,120\nBridge,Gate,120\nMill,Gate,120\n"
         "Mill,Camp Besh,130\n"},
        {"populations.csv",
         "location,group,persons\nFord,Upper,9000\nFord,Lower,4000\nMill,Upper,8000\n"
         "Bridge,Lower,12000\nBridge,Upper,3000\nGate,Lower,9000\n"},
        {"control.csv",
         "location,actor,share\nFord,Front,0.7\nMill,Front,0.8\nBridge,Army,0.9\nGate,Army,0.9\n"},
        {"options/apart.toml",
         "title = \"Apart\"\n"
         "[[action]]\nname = \"a\"\nintervention = \"naming_and_shaming\"\npartner = \"Relief\"\n"
         "actors = [\"Army\"]\nstart = { stage = \"prevention\" }\nexcludes = [\"b\"]\n"
         "[[action]]\nname = \"b\"\nintervention = \"quiet_demarche\"\npartner = \"Ministry\"\n"
         "actors = [\"Army\"]\nstart = { stage = \"prevention\" }\n"},
        {"exercise.toml", R"(format = 1
title = "Two valleys, ten turns"
seed = 7
member = 3
turn = "28 d"
turns = 10
tail = "56 d"
review_members = 40
[[source]]
name = "press"
seen = 0.6
presence = 0.3
delay = "5 d"
blur = 0.2
bias = 0.2
spread = 0.4
wrong = 0.1
double = 0.2
false_alarms = 0.6
[[source]]
name = "radio"
seen = 0.7
delay = "2 d"
bias = -0.5
spread = 0.5
wrong = 0.5
swaps = true
false_alarms = 0.8
[[fog]]
name = "papers"
sources = ["press", "radio"]
indicator_delay = "14 d"
indicator_error = 0.3
[[fog]]
name = "truth"
sources = []
[[seat]]
name = "Desk"
role = "country_desk"
partners = ["Ministry"]
fog = "papers"
money = "30 M USD"
staff = 60
briefing = "You are the desk."
[[seat]]
name = "Envoy"
role = "envoy"
partners = ["Union"]
fog = "papers"
money = "60 M USD"
staff = 700
[[seat]]
name = "Field"
role = "humanitarian"
partners = ["Relief", "Assembly"]
fog = "papers"
money = "400 M USD"
staff = 9000
[[seat]]
name = "White cell"
role = "white_cell"
fog = "truth"
[[layout]]
name = "pairs"
seats = [["Desk", "Envoy"], ["Field"]]
)"},
        {"msel.csv",
         "number,title,status,when,condition,from,to,kind,text,trigger_kind,actor,target,strength,"
         "expected_action,objective,note,auto,group,places,fighters,own column\n"
         "1,A letter,ready,turn 1,,A reader,Desk,message,Will you act?,,,,,,,,yes,,,,kept\n"
         "2,A bomb,ready,condition,turn >= 2,all sources,all,trigger,A bomb,incident,,,0.6,,,,no,"
         "Lower,,,\n"
         "3,Talks,ready,condition,order mediation of Envoy,Union,all,message,They come,,,,,,,,yes,"
         ",,,\n"},
    };
}

inline Case case_of(ScenarioFiles files) {
    Loaded loaded = load_scenario_text(std::move(files), parameter_tables());
    std::string told;
    for (const Diagnostic& d : loaded.diagnostics.all())
        if (d.severity == Severity::error) told += to_string(d) + "\n";
    if (!loaded.tables) throw std::logic_error(told);
    ExerciseRead read = read_exercise(loaded.files, *loaded.tables);
    for (const Diagnostic& d : read.diagnostics.all()) told += to_string(d) + "\n";
    if (read.diagnostics.has_errors()) throw std::logic_error(told);
    const auto seed = read.plan.seed, member = read.plan.member;
    return Case(std::move(loaded), std::move(read), seed, member);
}

inline Case small_case() { return case_of(small_country()); }

/// A name for a journal that nobody has.
inline std::string fresh_path(const std::string& stem) {
    static int n = 0;
    const auto path =
        std::filesystem::path(::testing::TempDir()) /
        (stem + "-" + std::to_string(::getpid()) + "-" + std::to_string(n++) + ".jsonl");
    std::filesystem::remove(path);
    return path.string();
}

inline const std::vector<std::string> everybody{"Desk", "Envoy", "Field", "White cell"};

inline Play fresh_play(Case on, const std::string& path) {
    Play out(std::move(on), Journal::create(path));
    out.begin({"two-valleys", "solo", "test", "2026-01-01T00:00:00Z"});
    return out;
}

/// An order for the open turn.
inline Order order_for(const Session& session, const std::string& what, const std::string& partner,
                       std::vector<std::string> targets = {}) {
    Order out;
    out.branch = session.branch().name;
    out.turn = session.branch().turn;
    out.intervention = what;
    out.partner = partner;
    out.targets = std::move(targets);
    return out;
}

inline constexpr const char* some_time = "2026-01-01T00:00:00Z";

}  // namespace forestall::app::exercise
