// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/exercise/review.hpp"
#include "app/exercise/terminal.hpp"
#include "app/frame/errors.hpp"
#include "results/output.hpp"
#include "scenario/report.hpp"
#include "scenario/text.hpp"

namespace forestall::app::exercise {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(at, from), text.size());
        const std::string_view part = trimmed(std::string_view(text).substr(from, end - from));
        if (!part.empty()) out.emplace_back(part);
        from = end + 1;
    }
    return out;
}

double size_of(const std::string& text) {
    const auto size = parse_number(text);
    if (!size) throw UsageError(fmt::format("{} is not a size", shown(text)), "write a number");
    return *size;
}

int turn_of(const std::string& text) {
    const auto turn = parse_integer(text);
    if (!turn || *turn < 1 || *turn > 100'000)
        throw UsageError(fmt::format("{} is not a turn", shown(text)), "write its number");
    return static_cast<int>(*turn);
}

/// The partner of these seats that can lead it, if there is one only.
std::string only_leader(const Case& on, const std::string& intervention,
                        const std::vector<std::string>& seats) {
    const Intervention* what = on.intervention(intervention);
    if (what == nullptr) return "";
    std::vector<std::string> able;
    for (const std::string& name : seats)
        if (const SeatPlan* seat = on.plan().seat(name))
            for (const std::string& partner : seat->partners)
                if (const Partner* p = on.partner(partner);
                    p != nullptr &&
                    std::find(what->leads.begin(), what->leads.end(), p->kind) != what->leads.end())
                    able.push_back(partner);
    if (able.size() > 1)
        throw UsageError(fmt::format("{} can be led by: {}", intervention, joined(able)),
                         "say by whom: order …; by NAME");
    return able.empty() ? "" : able.front();
}

}  // namespace

Order order_of_line(const std::string& line, const Play& play,
                    const std::vector<std::string>& seats) {
    const std::vector<std::string> parts = split(line, ';');
    if (parts.empty())
        throw UsageError(
            "nothing is ordered",
            "order INTERVENTION; by PARTNER; on TARGET, TARGET; start N; stop N; size X");
    Order out;
    const Branch& branch = play.session().branch();
    out.id = fmt::format("line-{}", play.journal().records().size() + 1);
    out.branch = branch.name;
    out.turn = branch.turn;
    out.intervention = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t blank = std::min(parts[i].find(' '), parts[i].size());
        const std::string key = parts[i].substr(0, blank);
        const std::string rest(trimmed(std::string_view(parts[i]).substr(blank)));
        if (key == "by")
            out.partner = rest;
        else if (key == "on")
            for (std::string& target : split(rest, ',')) out.targets.push_back(std::move(target));
        else if (key == "start")
            out.start = turn_of(rest);
        else if (key == "stop")
            out.stop = turn_of(rest);
        else if (key == "size")
            out.scale = size_of(rest);
        else
            throw UsageError(fmt::format("{} is none of by, on, start, stop, size", shown(key)));
    }
    if (out.partner.empty()) out.partner = only_leader(play.on(), out.intervention, seats);
    return out;
}

void save_scenario(const Case& on, const Branch& branch, const std::string& dir) {
    const ReviewFiles files = review_files(on, branch);
    output::check_directory(dir, {}, false);
    files::make_directory(dir);
    for (const auto& [name, text] : files.files) {
        const std::filesystem::path path = std::filesystem::path(dir) / name;
        if (path.has_parent_path()) files::make_directory(path.parent_path().string());
        files::write_atomically(path.string(), text, {}, files::Existing::keep);
    }
}

}  // namespace forestall::app::exercise
