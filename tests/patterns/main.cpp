// SPDX-License-Identifier: Apache-2.0
// `make patterns`: runs the patterns, prints them, and with --write puts them into
// docs/patterns/before.csv or after.csv and into docs/patterns.md. Each row is written when it is
// done, so that a long job can be stopped.
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analysis/patterns/table.hpp"
#include "analysis/search/pattern_members.hpp"
#include "patterns/arguments.hpp"
#include "patterns/country.hpp"
#include "patterns/rows.hpp"

namespace forestall::patterns {

Runs::Runs(const Arguments& arguments)
    : arguments_(arguments), parallel_(Backend::tbb, arguments.threads) {}

test::Edit Runs::asked() const {
    return [this](WorldTables& t) {
        for (const auto& [name, value] : arguments_.held) test::fix(t, name, value);
        for (const std::string& name : arguments_.off) t.settings.switched_off.push_back(name);
    };
}

World Runs::country(const std::string& name, const test::Edit& edit) const {
    return patterns::country(name, edit ? test::both(asked(), edit) : asked());
}

const World& Runs::car_world() {
    if (!car_world_) car_world_ = std::make_unique<const World>(country(patterns::car));
    return *car_world_;
}

const std::vector<Course>& Runs::ten_years() {
    if (ten_years_.empty())
        ten_years_ = run_courses(country(rivers, patterns::ten_years), arguments_.seed,
                                 size(war_members), {}, parallel_);
    return ten_years_;
}

const std::vector<Course>& Runs::car() {
    Keep keep;
    keep.capital = "Bangui Centre";
    keep.challenger = "Seleka";
    if (car_.empty())
        car_ = run_courses(car_world(), arguments_.seed, size(war_members), keep, parallel_);
    return car_;
}

Row row(int number, Runs& runs) {
    constexpr std::array<Row (*)(Runs&), 14> all = {
        onset_hazard,   endings,      companions, peacetime,    offensive,
        whereabouts,    event_sizes,  truces,     peacekeepers, flight,
        stylised_facts, elasticities, warnings,   links};
    return all.at(static_cast<std::size_t>(number - 1))(runs);
}

namespace {

std::string text_of(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return {};
    std::ifstream in(path);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<Line> lines_in(const std::filesystem::path& path) {
    const std::string text = text_of(path);
    return text.empty() ? std::vector<Line>() : lines_of(text);
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out(path);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

void write_page(const Arguments& a) {
    const std::filesystem::path docs(a.docs);
    write(docs / "patterns.md",
          page_with(text_of(docs / "patterns.md"), lines_in(docs / "patterns" / "before.csv"),
                    lines_in(docs / "patterns" / "after.csv")));
}

void keep(const Arguments& a, const std::vector<Line>& fresh) {
    if (a.write.empty()) return;
    const auto file = std::filesystem::path(a.docs) / "patterns" / (a.write + ".csv");
    std::filesystem::create_directories(file.parent_path());
    write(file, csv_of(replaced(lines_in(file), fresh)));
    write_page(a);
}

void print(int number, const Row& row, double seconds) {
    const Spec& spec = specs()[static_cast<std::size_t>(number - 1)];
    std::printf("%d. %s: %s (%lu members, %.0f s)\n", number, std::string(spec.name).c_str(),
                std::string(judgement_text(judgement_of(row.parts))).c_str(),
                static_cast<unsigned long>(row.members), seconds);
    for (const Part& p : row.parts)
        std::printf("   %-20s %s: %s%s%s%s%s\n", std::string(judgement_text(p.judgement)).c_str(),
                    p.what.c_str(), figure_text(p.figure).c_str(),
                    p.target.empty() ? "" : "; target ", p.target.c_str(),
                    p.why.empty() ? "" : "; ", p.why.c_str());
    std::fflush(stdout);
}

int run(const Arguments& arguments) {
    if (arguments.page_only) {
        write_page(arguments);
        return 0;
    }
    Runs runs(arguments);
    for (const Spec& spec : specs()) {
        if (!arguments.wants(spec.number)) continue;
        const auto begin = std::chrono::steady_clock::now();
        const Row done = row(spec.number, runs);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        print(spec.number, done, took.count());
        std::string command = fmt::format("make patterns ROWS={}", spec.number);
        if (arguments.members > 0) command += fmt::format(" PATTERN_MEMBERS={}", arguments.members);
        std::vector<Line> lines;
        for (const Part& part : done.parts)
            lines.push_back({spec.number, static_cast<std::size_t>(done.members), part, command});
        keep(arguments, lines);
    }
    return 0;
}

}  // namespace
}  // namespace forestall::patterns

int main(int count, char** words) {
    const auto arguments = forestall::patterns::read_arguments(count, words);
    if (!arguments) return 2;
    try {
        return forestall::patterns::run(*arguments);
    } catch (const std::exception& e) {
        std::fprintf(stderr, "patterns: %s\n", e.what());
        return 1;
    }
}
