// SPDX-License-Identifier: Apache-2.0
#include "scenario/importers/tables/geojson.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "scenario/csv.hpp"
#include "scenario/importers/tables/feature_places.hpp"
#include "scenario/importers/tables/geojson_shape.hpp"
#include "scenario/importers/tables/known_names.hpp"
#include "scenario/report.hpp"

namespace forestall {
namespace {

using namespace geojson;
using nlohmann::json;

class MapReader {
public:
    MapReader(std::string_view file, const std::string& text, AreaProperties properties,
              const Limits& limits, AreaReading& out)
        : file_(file),
          text_(text),
          limits_(limits),
          out_(out),
          report_(out.diagnostics, limits.shown) {
        out_.properties = std::move(properties);
    }

    void read() {
        if (text_.size() > limits_.file_bytes)
            report_.add(
                "E003", {file_, 0, 0},
                fmt::format("{} bytes; at most {} are read", text_.size(), limits_.file_bytes));
        else
            read_collection();
        line().in_world = line().read - line().lost();
        report_.finish();
        out_.diagnostics.sort();
    }

private:
    TallyLine& line() { return out_.tally.rows[file_]; }

    void read_collection() {
        json document;
        try {
            document = json::parse(text_);
        } catch (const json::parse_error& e) {
            return report_.add("E215", positions_.at(e.byte == 0 ? 0 : e.byte - 1),
                               "the text is not JSON");
        } catch (const json::exception&) {
            return report_.add("E215", {file_, 1, 1}, "the text has a number that is too large");
        }
        const json* features = member(document, "features");
        if (features == nullptr || !features->is_array())
            return report_.add("E215", {file_, 1, 1}, "there is no list of features");
        if (features->size() > limits_.places)
            return report_.add("E042", {file_, 1, 1},
                               fmt::format("more than {} features", limits_.places));
        if (const std::string reference = odd_reference(document); !reference.empty())
            report_.add("W220", {file_, 1, 1}, fmt::format("the map is in {}", shown(reference)));
        if (!find_properties(*features)) return;
        const auto places = feature_places(text_);
        for (std::size_t i = 0; i < features->size(); ++i)
            read_feature((*features)[i], i < places.size() ? places[i] : 0);
        if (out_.areas.empty() && !report_.failed())
            report_.add("E218", {file_, 0, 0}, "the file has no area that can be read");
    }

    /// Which properties hold code, name and parent: those asked for must be there.
    bool find_properties(const json& features) {
        std::set<std::string> names;
        for (const json& feature : features)
            if (const json* properties = member(feature, "properties");
                properties != nullptr && properties->is_object())
                for (const auto& each : properties->items()) names.insert(each.key());
        const std::vector<std::string> all(names.begin(), names.end());
        AreaProperties& p = out_.properties;
        for (const std::string* asked : {&p.code, &p.name, &p.parent}) {
            if (asked->empty() || names.contains(*asked)) continue;
            report_.add("E217", {file_, 1, 1}, fmt::format("no feature has {}", shown(*asked)),
                        fmt::format("the properties are {}", joined(all)));
            return false;
        }
        if (p.code.empty()) p.code = find_known(Field::area_code, all);
        if (p.name.empty()) p.name = find_known(Field::area_name, all);
        if (p.parent.empty()) p.parent = find_known(Field::parent_name, all, p.name);
        if (!p.code.empty() || !p.name.empty() || features.empty()) return true;
        report_.add("E217", {file_, 1, 1}, "no property is known to hold a name or a p-code",
                    all.empty() ? "give each feature a name"
                                : fmt::format("name one with --name: {}", joined(all)));
        return false;
    }

    void read_feature(const json& feature, std::size_t offset) {
        line().read += 1;
        Area area;
        if (const json* properties = member(feature, "properties"); properties != nullptr) {
            area.code = text_of(*properties, out_.properties.code);
            area.name = text_of(*properties, out_.properties.name);
            area.parent = text_of(*properties, out_.properties.parent);
        }
        if (area.name.empty()) area.name = area.code;
        Fault fault = fault_of_name(area);
        auto patches = fault.reason.empty() ? patches_of(feature, fault) : std::nullopt;
        if (!patches) {
            line().drop(fault.reason, 1);
            return report_.add(fault.code, positions_.at(offset), fault.what);
        }
        const auto [found, fresh] = by_key_.emplace(area.key(), out_.areas.size());
        if (fresh) out_.areas.push_back(std::move(area));
        auto& all = out_.areas[found->second].patches;
        all.insert(all.end(), std::make_move_iterator(patches->begin()),
                   std::make_move_iterator(patches->end()));
    }

    std::string file_;
    const std::string& text_;
    TextPositions positions_{file_, text_};
    const Limits& limits_;
    AreaReading& out_;
    Report report_;
    std::map<std::string, std::size_t> by_key_;
};

}  // namespace

AreaReading read_areas(std::string_view file, const std::string& text,
                       const AreaProperties& properties, const Limits& limits) {
    AreaReading out;
    MapReader(file, text, properties, limits, out).read();
    return out;
}

}  // namespace forestall
