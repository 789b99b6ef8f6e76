// SPDX-License-Identifier: Apache-2.0
#include "results/header.hpp"

#include <fmt/format.h>

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
            text_ += fmt::format("{}{} is {} there and {} here", text_.empty() ? "" : "; ", name, there, here);
    }
    void lists(const std::string& name, bool equal) {
        if (equal || ++count_ > 4) return;
        text_ += fmt::format("{}the {} differ", text_.empty() ? "" : "; ", name);
    }
    std::string text() const { return count_ > 4 ? text_ + fmt::format("; and {} more", count_ - 4) : text_; }
    bool none() const { return count_ == 0; }

private:
    std::string text_;
    int count_ = 0;
};

std::string value_text(const nlohmann::json& object, const std::string& key) {
    return object.contains(key) ? shortened(object[key].dump()) : "absent";
}

/// Top-level keys of two JSON objects; texts that are no objects are compared whole.
void compare_descriptions(const std::string& there, const std::string& here, Differences& out) {
    if (there == here) return;
    const auto a = nlohmann::json::parse(there, nullptr, false);
    const auto b = nlohmann::json::parse(here, nullptr, false);
    if (!a.is_object() || !b.is_object()) return out.lists("descriptions of the job", false);
    std::map<std::string, bool> keys;
    for (const auto& [key, value] : a.items()) keys[key] = true;
    for (const auto& [key, value] : b.items()) keys[key] = true;
    for (const auto& [key, unused] : keys) {
        if (a.contains(key) && b.contains(key) && a[key] == b[key]) continue;
        const std::string left = value_text(a, key), right = value_text(b, key);
        if (left == right)
            out.lists(key, false);  // equal up to where they are cut
        else
            out.compare(key, left, right);
    }
    if (out.none()) out.lists("descriptions of the job", false);
}

}  // namespace

std::string job_difference(const Header& there, const Header& here) {
    Differences out;
    compare_descriptions(there.description, here.description, out);
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
        out.lists("options", there.options == here.options);
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
