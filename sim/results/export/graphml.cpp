// SPDX-License-Identifier: Apache-2.0
#include "results/export/graphml.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "core/visible.hpp"
#include "results/export/place_summary.hpp"

namespace forestall {
namespace {

constexpr std::string_view opening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";

/// XML has no way to say most control characters: they are shown as escapes.
std::string xml_text(const std::string& text) {
    std::string out;
    for (const char c : one_line(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

std::string key(std::string_view name, std::string_view of, std::string_view type) {
    return fmt::format("  <key id=\"{0}\" for=\"{1}\" attr.name=\"{0}\" attr.type=\"{2}\"/>\n",
                       name, of, type);
}

std::string data(std::string_view name, const std::string& value) {
    return fmt::format("      <data key=\"{}\">{}</data>\n", name, value);
}

std::string data(std::string_view name, double value) {
    return std::isfinite(value) ? data(name, fmt::format("{}", value)) : std::string();
}

/// What is said of a variable along location.
struct Column {
    std::string name;
    std::vector<double> values;
};

std::vector<Column> columns_of(const Results& results, std::size_t option) {
    std::vector<Column> out;
    for (std::size_t v = 0; v < per_place_count; ++v) {
        const auto variable = static_cast<PerPlace>(v);
        const PlaceSummary summary = summary_by_place(results, variable, option);
        const std::string name(per_place_variables()[v].name);
        out.push_back({name, summary.mean});
        out.push_back({name + "_lo", summary.lo});
        out.push_back({name + "_hi", summary.hi});
    }
    return out;
}

std::string keys_of(const std::vector<Column>& columns) {
    std::string out;
    for (const char* name : {"name", "country", "region", "kind"})
        out += key(name, "node", "string");
    for (const char* name : {"latitude", "longitude"}) out += key(name, "node", "double");
    for (const Column& c : columns) out += key(c.name, "node", "double");
    return out + key("km", "edge", "double") + key("crosses_border", "edge", "boolean");
}

std::string node_of(std::size_t p, const LocationLabel& l, PlaceKind kind,
                    const std::vector<Column>& columns) {
    std::string out = fmt::format("    <node id=\"n{}\">\n", p);
    out += data("name", xml_text(l.name)) + data("country", xml_text(l.country)) +
           data("region", xml_text(l.region)) + data("kind", place_kind_words.string(kind));
    out += data("latitude", l.latitude) + data("longitude", l.longitude);
    for (const Column& c : columns) out += data(c.name, c.values[p]);
    return out + "    </node>\n";
}

std::string edge_of(const Route& route) {
    return fmt::format("    <edge source=\"n{}\" target=\"n{}\">\n", index(route.a),
                       index(route.b)) +
           data("km", route.km) +
           data("crosses_border", std::string(route.crosses_border ? "true" : "false")) +
           "    </edge>\n";
}

}  // namespace

std::string graphml_of_network(const Results& results, const World& world, std::size_t option) {
    const auto& labels = results.header().locations;
    const auto& places = world.places();
    bool same = labels.size() == places.size();
    for (std::size_t p = 0; same && p < places.size(); ++p) same = labels[p].name == places[p].name;
    if (!same)
        throw FormatError(results.name(), "its places are not those of the scenario inside it");
    const auto columns = columns_of(results, option);
    std::string out =
        std::string(opening) + keys_of(columns) + "  <graph edgedefault=\"undirected\">\n";
    for (std::size_t p = 0; p < places.size(); ++p)
        out += node_of(p, labels[p], places[p].kind, columns);
    for (const Route& r : world.routes()) out += edge_of(r);
    return out + "  </graph>\n</graphml>\n";
}

}  // namespace forestall
