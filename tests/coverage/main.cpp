// SPDX-License-Identifier: Apache-2.0
// Coverage of the three answers on real members, as a table: coverage FILE.h5… [--studies N]
// [--write]. Each file of `forestall ensemble` is a population; its name without the ending is that
// of the scenario. --write puts the table into docs/methods/coverage.md and 800 members of each
// beside the quick test.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "analysis/comparison/outcomes.hpp"
#include "analysis/comparison/real_coverage.hpp"
#include "checkout.hpp"
#include "results/reader.hpp"

namespace {

using namespace forestall;

constexpr std::size_t kept_members = 800, replicates = 999;
constexpr const char *begin_mark = "<!-- coverage -->\n", *end_mark = "<!-- /coverage -->";

struct Wish {
    std::vector<std::string> files;
    std::size_t studies = 4000;
    bool write = false;
};

Wish wish_of(int count, char** words) {
    Wish out;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--write")
            out.write = true;
        else if (word == "--studies" && i + 1 < count)
            out.studies = std::strtoull(words[++i], nullptr, 10);
        else
            out.files.push_back(word);
    }
    return out;
}

test::RealMembers members_of(const std::string& file) {
    const Results results = Results::open(file);
    const auto positions = comparison::members_of_all(results);
    test::RealMembers out;
    const std::size_t nothing = results.find_option("none").value();
    std::vector<std::size_t> order{nothing};
    for (std::size_t o = 0; o < results.header().options.size(); ++o)
        if (o != nothing) order.push_back(o);
    for (const auto& [name, to] :
         {std::pair{"civilian_deaths", &out.deaths}, std::pair{"mass_killing", &out.killing},
          std::pair{"displaced:peak", &out.displaced}}) {
        const auto values = comparison::outcome_of(results, name, positions).values;
        for (const std::size_t o : order) to->push_back(values[o]);
    }
    for (const std::size_t o : order) out.options.push_back(results.header().options[o]);
    return out;
}

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

std::string rows_of(const std::string& scenario, const test::RealMembers& all, std::size_t studies,
                    bool& held_all) {
    std::string out;
    for (const std::size_t members : {40UL, 100UL, 300UL}) {
        const test::Held held = test::real_coverage(all, members, studies, replicates);
        out += fmt::format("| {} of {} | {} |", all.size(), scenario, members);
        for (std::size_t e = 0; e < test::estimands; ++e)
            out += " " + percent(held.together[e]) + " |";
        out += fmt::format(" {} | {:.2g} % | {} | {:.2f} |\n", percent(held.clear),
                           100 * held.wrong_way, percent(held.outside), held.half_width);
        for (const auto e : {test::typical, test::killing, test::displaced, test::leading})
            held_all = held_all && held.together[e] > 0.95 - test::coverage_band(studies);
        std::cout << out.substr(out.rfind('\n', out.size() - 2) + 1) << std::flush;
    }
    return out;
}

std::string stopped_rows_of(const std::string& scenario, const test::RealMembers& all,
                            std::size_t studies, bool& held_all) {
    std::string out;
    for (const double width : {0.3, 0.2, 0.1}) {
        const test::Stopped s = test::stopped_coverage(all, width, all.size(), studies, replicates);
        out += fmt::format("| {} of {} | {:.0f} % | {} | {} | {:.0f} ({:.0f} to {:.0f}) | {} |\n",
                           all.size(), scenario, 100 * width, percent(s.together), percent(s.twin),
                           s.members, s.fewest, s.largest, percent(s.reached));
        held_all = held_all && s.together > 0.95 - test::coverage_band(studies);
        std::cout << out.substr(out.rfind('\n', out.size() - 2) + 1) << std::flush;
    }
    return out;
}

std::string stopped_head(std::size_t studies) {
    return fmt::format(
        "\n{} studies a row that end as `--until` ends them; chance allows 95 ± {:.1f} %.\n\n"
        "| members of | until | all three together | normal, one by one (biased twin) | members at "
        "the end, mean (fewest to most) | precise enough |\n|---|---|---|---|---|---|\n",
        studies, 100 * test::coverage_band(studies));
}

std::string head(std::size_t studies) {
    std::string out = fmt::format(
        "{} studies a row; chance allows 95 ± {:.1f} % (once in a million outside).\n\n"
        "| members of | drawn |",
        studies, 100 * test::coverage_band(studies));
    for (const char* words : test::estimand_words) out += fmt::format(" {} |", words);
    out += " answers clear | clear the wrong way | options outside | half width, log deaths |\n|";
    for (std::size_t i = 0; i < test::estimands + 6UL; ++i) out += "---|";
    return out + "\n";
}

void keep(const std::string& scenario, test::RealMembers all) {
    for (auto* columns : {&all.deaths, &all.killing, &all.displaced})
        for (auto& column : *columns) column.resize(std::min(column.size(), kept_members));
    std::ofstream file(in_checkout("tests/analysis/comparison/members/" + scenario + ".csv"));
    test::write_members(all, file);
}

void put_in(const std::string& table) {
    const auto page = in_checkout("docs/methods/coverage.md");
    std::ifstream in(page);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto from = text.find(begin_mark), to = text.find(end_mark);
    if (from == std::string::npos || to == std::string::npos)
        throw std::runtime_error("docs/methods/coverage.md has no place for the table");
    std::ofstream(page) << text.substr(0, from) << begin_mark << table << text.substr(to);
}

}  // namespace

int main(int count, char** words) {
    const Wish wish = wish_of(count, words);
    if (wish.files.empty() || wish.studies == 0) {
        std::cerr << "usage: coverage FILE.h5… [--studies N] [--write]\n";
        return 2;
    }
    bool held = true;
    std::string table = head(wish.studies);
    std::cout << table;
    for (const std::string& file : wish.files) {
        const std::string scenario = std::filesystem::path(file).stem();
        const test::RealMembers all = members_of(file);
        table += rows_of(scenario, all, wish.studies, held);
        if (wish.write) keep(scenario, all);
    }
    const std::size_t stopped = wish.studies / 2;
    table += stopped_head(stopped);
    std::cout << stopped_head(stopped);
    for (const std::string& file : wish.files)
        table +=
            stopped_rows_of(std::filesystem::path(file).stem(), members_of(file), stopped, held);
    if (wish.write) put_in(table);
    std::cout << (held ? "Every estimand that leads holds.\n" : "Coverage is too low.\n");
    return held ? 0 : 1;
}
