// SPDX-License-Identifier: Apache-2.0
// Which dimension belongs to which axis, as netCDF's readers find it: by HDF5's dimension scales.
#include "results/hdf.hpp"
#include "results/hdf_cursor.hpp"
#include "results/hdf_heap.hpp"

namespace forestall::hdf {
namespace {

constexpr unsigned list_size = 16;  ///< length, collection and number in the heap

void name_objects(const Group& group, const std::string& path,
                  std::map<std::uint64_t, std::string>& names) {
    for (const auto& [name, dataset] : group.datasets) names[dataset.object] = path + name;
    for (const auto& [name, child] : group.groups) name_objects(child, path + name + "/", names);
}

}  // namespace

std::vector<std::string> File::dimensions(const Dataset& dataset) const {
    const auto found = dataset.attributes.find("DIMENSION_LIST");
    if (found == dataset.attributes.end()) return {};
    const Attribute& list = found->second;
    if (list.element != Element::other || list.count != dataset.shape.size() ||
        list.value.size() != list_size * list.count)
        throw Error("the dimensions of a dataset do not fit it");
    std::map<std::uint64_t, std::string> names;
    name_objects(root_, "", names);
    Heap heap(*bytes_);
    std::vector<std::string> out;
    Cursor at(list.value);
    for (std::uint64_t axis = 0; axis < list.count; ++axis) {
        const std::uint64_t length = at.number(4), address = at.number(8), index = at.number(4);
        out.emplace_back();
        if (length == 0) continue;
        const auto name = names.find(Cursor(heap.object(address, index)).number(8));
        if (length != 1 || name == names.end())
            throw Error("the dimensions of a dataset do not fit it");
        out.back() = name->second;
    }
    return out;
}

}  // namespace forestall::hdf
