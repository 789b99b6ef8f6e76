// SPDX-License-Identifier: Apache-2.0
#include "results/header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/hash.hpp"

namespace forestall {
namespace {

std::string shortened(std::string text) {
    constexpr std::size_t most = 60;
    if (text.size() > most) text = text.substr(0, most) + "…";
    return text;
}

/// Collects "name is a there and b here".
class Differences {
public:
    template <class A, class B>
    void compare(const std::string& name, const A& there, const B& here) {
        if (there == here) return;
        if (++count_ <= 4)
            text_ += fmt::format("{}{} is {} there and {} here", text_.empty() ? "" : "; ", name,
                                 there, here);
    }
    void lists(const std::string& name, bool equal) {
        if (!equal) sentence(fmt::format("the {} differ", name));
    }
    void sentence(const std::string& text) {
        if (++count_ <= 4) text_ += (text_.empty() ? "" : "; ") + text;
    }
    std::string text() const {
        return count_ > 4 ? text_ + fmt::format("; and {} more", count_ - 4) : text_;
    }
    bool none() const { return count_ == 0; }

private:
    std::string text_;
    int count_ = 0;
};

std::string value_text(const nlohmann::json& object, const std::string& key) {
    return object.contains(key) ? shortened(object[key].dump()) : "absent";
}

/// A world comes from tables and settings; what else lies in a scenario's directory is for people.
bool makes_the_world(const std::string& path) {
    return (path.ends_with(".toml") || path.ends_with(".csv")) && !path.starts_with("observed/");
}

FileDigests of_the_world(FileDigests files) {
    std::erase_if(files, [](const auto& file) { return !makes_the_world(file.first); });
    return files;
}

/// Two worlds differ: by which files? None are named where the digests of one side are not known.
std::string world_difference(const FileDigests& there, const FileDigests& here) {
    if (there.empty() || here.empty()) return "the scenarios make different worlds";
    const std::string files = files_that_differ(of_the_world(there), of_the_world(here));
    return files.empty() ? "the scenarios make different worlds, though from equal files"
                         : "the scenarios make different worlds: " + files;
}

/// Top-level keys of two JSON objects; texts that are no objects are compared whole.
void compare_descriptions(const std::string& there, const std::string& here,
                          const std::string& worlds, Differences& out) {
    if (there == here) return;
    const auto a = nlohmann::json::parse(there, nullptr, false);
    const auto b = nlohmann::json::parse(here, nullptr, false);
    if (!a.is_object() || !b.is_object()) return out.lists("descriptions of the job", false);
    std::map<std::string, bool> keys;
    for (const auto& [key, value] : a.items()) keys[key] = true;
    for (const auto& [key, value] : b.items()) keys[key] = true;
    for (const auto& [key, unused] : keys) {
        if (a.contains(key) && b.contains(key) && a[key] == b[key]) continue;
        if (key == "world") {
            out.sentence(worlds);
            continue;
        }
        const std::string left = value_text(a, key), right = value_text(b, key);
        if (left == right)
            out.lists(key, false);  // equal up to where they are cut
        else
            out.compare(key, left, right);
    }
    if (out.none()) out.lists("descriptions of the job", false);
}

}  // namespace

FileDigests digests_of(const std::map<std::string, std::string>& scenario_files) {
    FileDigests out;
    for (const auto& [path, text] : scenario_files) out[path] = text_digest(text);
    return out;
}

std::string files_that_differ(const FileDigests& there, const FileDigests& here) {
    constexpr std::size_t most = 4;
    std::vector<std::string> names;
    for (const auto& [path, digest] : there) {
        const auto other = here.find(path);
        if (other == here.end())
            names.push_back(path + " is only there");
        else if (other->second != digest)
            names.push_back(path + " differs");
    }
    for (const auto& [path, digest] : here)
        if (!there.contains(path)) names.push_back(path + " is only here");
    std::string out;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
        out += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? out + fmt::format(" and {} more", names.size() - most) : out;
}

std::string job_difference(const Header& there, const Header& here) {
    return job_difference(there, here, digests_of(there.scenario_files),
                          digests_of(here.scenario_files));
}

std::string job_difference(const Header& there, const Header& here, const FileDigests& there_files,
                           const FileDigests& here_files) {
    Differences out;
    const std::string worlds = world_difference(there_files, here_files);
    compare_descriptions(there.description, here.description, worlds, out);
    if (out.none()) {  // the description names these too, unless it was made by hand
        out.compare("seed", there.seed, here.seed);
        out.compare("members", there.members, here.members);
    }
    out.compare("the program's version", there.program.version, here.program.version);
    out.compare("the program's commit", there.program.git_commit, here.program.git_commit);
    if (out.none()) {
        out.compare("the start", there.start_date, here.start_date);
        out.compare("the step in days", there.step_days, here.step_days);
        out.lists("steps", there.time == here.time);
        out.lists("points", there.points == here.points);
        out.lists("options", there.options == here.options);
        out.lists("continuations", there.continuations == here.continuations);
        out.lists("locations", there.locations == here.locations);
        out.lists("parameters", there.parameters == here.parameters);
    }
    return out.text();
}

std::string text_digest(const std::string& text) {
    StateHash hash;
    hash.bytes(text.data(), text.size());
    return to_hex(hash.digest());
}

std::string scenario_digest(const std::map<std::string, std::string>& files) {
    StateHash hash;
    for (const auto& [path, text] : files) {
        hash.add(std::string_view(path));
        hash.add(std::string_view(text));
    }
    return to_hex(hash.digest());
}

}  // namespace forestall
