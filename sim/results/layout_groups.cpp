// SPDX-License-Identifier: Apache-2.0
// The groups of a results file: drawn parameters, the design, and the scenario it is of.
#include <algorithm>
#include <vector>

#include "results/layout.hpp"
#include "results/layout_parts.hpp"

namespace forestall {

using namespace layout;

void FileWriter::write_parameters() {
    if (header_.parameters.empty()) return;
    const h5::Handle group = h5::create_group(file_, "parameters");
    h5::set_attribute(group, "title", "parameters drawn for each member, equal under every option");
    std::vector<std::string> names, units;
    for (const auto& p : header_.parameters) {
        names.push_back(p.name);
        units.push_back(p.unit);
    }
    check_labels("parameter", names);
    const h5::Handle dimension_of =
        text_dimension(group, "parameter", names, "parameter", numbered(dim_parameter));
    const h5::Handle* const along[] = {&dimension_of};
    texts(group, "unit", units, along, "UDUNITS unit of the parameter");
    const std::uint64_t members = members_.size();
    h5::Extent shape{members, names.size()},
        chunk{member_chunk(members, names.size()), names.size()};
    const bool design = !header_.points.empty();
    if (design) shape.insert(shape.begin(), header_.points.count()), chunk.insert(chunk.begin(), 1);
    parameters_ = h5::create_dataset(group, "values", h5::Element::float64, shape, chunk);
    if (design) h5::attach_dimension(parameters_, dimension("point"), 0);
    h5::attach_dimension(parameters_, dimension("member"), design ? 1 : 0);
    h5::attach_dimension(parameters_, dimension_of, design ? 2 : 1);
    h5::set_attribute(parameters_, "long_name", "value, in the parameter's unit");
}

void FileWriter::write_points() {
    if (header_.points.empty()) return;
    const h5::Handle group = h5::create_group(file_, "points");
    h5::set_attribute(group, "title", "what the design holds at which value, by point");
    const h5::Handle held =
        text_dimension(group, "held", header_.points.held, "parameter that is held", dim_held);
    const std::uint64_t count = header_.points.count(), width = header_.points.held.size();
    const h5::Handle values =
        h5::create_dataset(group, "values", h5::Element::float64, {count, width});
    h5::attach_dimension(values, dimension("point"), 0);
    h5::attach_dimension(values, held, 1);
    h5::set_attribute(values, "long_name", "value, in the parameter's unit");
    std::vector<double> all;
    for (const auto& point : header_.points.values)
        all.insert(all.end(), point.begin(), point.end());
    h5::write_slab(values, h5::Element::float64, {}, {}, all.data());
}

void FileWriter::write_scenario() {
    const h5::Handle group = h5::create_group(file_, "scenario");
    h5::set_attribute(group, "program", "forestall");
    h5::set_attribute(group, "version", header_.program.version);
    h5::set_attribute(group, "git_commit", header_.program.git_commit);
    h5::set_attribute(group, "seed", std::to_string(header_.seed));
    h5::set_attribute(group, "members", static_cast<std::int64_t>(header_.members));
    h5::set_attribute(group, "step_days", header_.step_days);
    h5::set_attribute(group, "digest", scenario_digest(header_.scenario_files));
    texts(group, "job", std::span(&header_.description, 1), {},
          "canonical description of the job, JSON");
    if (content_ == Content::part || header_.scenario_files.empty()) return;
    std::vector<std::string> paths, digests;
    std::vector<std::int64_t> lengths;
    std::string content;
    for (const auto& [path, text] : header_.scenario_files) {
        paths.push_back(path);
        digests.push_back(text_digest(text));
        lengths.push_back(static_cast<std::int64_t>(text.size()));
        content += text;
    }
    const h5::Handle file =
        text_dimension(group, "file", paths, "path inside the scenario", numbered(dim_file));
    const h5::Handle* const along[] = {&file};
    texts(group, "xxh3", digests, along, "XXH3 digest of the content, 64 bits");
    const h5::Handle length =
        h5::create_dataset(group, "length", h5::Element::int64, {lengths.size()});
    h5::attach_dimension(length, file, 0);
    describe(length, "1", "bytes of the file in `content`");
    h5::write_all<std::int64_t>(length, lengths);
    if (content.empty()) return;
    const h5::Handle byte =
        h5::create_bare_dimension(group, "byte", content.size(), numbered(dim_byte));
    const h5::Handle bytes =
        h5::create_dataset(group, "content", h5::Element::byte, {content.size()},
                           {std::min<hsize_t>(content.size(), small_column)});
    h5::attach_dimension(bytes, byte, 0);
    describe(bytes, "1", "the files' bytes one after another, in the order of `file`");
    h5::write_slab(bytes, h5::Element::byte, {}, {}, content.data());
}

}  // namespace forestall
