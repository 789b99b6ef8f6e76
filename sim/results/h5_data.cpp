// SPDX-License-Identifier: Apache-2.0
// Values in and out of datasets and attributes.
#include <functional>
#include <numeric>

#include "results/h5.hpp"
#include "results/h5_error.hpp"

namespace forestall::h5 {
namespace {

/// The part of a dataset that start and count select; all of it if they are empty.
Handle selection(const Handle& dataset, const Extent& start, const Extent& count) {
    Handle space = checked(H5Dget_space(dataset.id()), "read a layout");
    if (count.empty()) return space;
    if (start.size() != count.size() ||
        H5Sget_simple_extent_ndims(space.id()) != static_cast<int>(count.size()))
        throw Error("a dataset has an unexpected number of dimensions");
    check(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(),
                              nullptr),
          "select");
    if (H5Sselect_valid(space.id()) <= 0) throw Error("a selection reaches beyond its dataset");
    return space;
}

Handle memory_space(const Handle& selected) {
    const hssize_t points = H5Sget_select_npoints(selected.id());
    if (points < 0) fail("count a selection");
    const hsize_t size = static_cast<hsize_t>(points);
    return checked(H5Screate_simple(1, &size, nullptr), "lay out memory");
}

Handle scalar_space() { return checked(H5Screate(H5S_SCALAR), "lay out an attribute"); }

void put_attribute(const Handle& object, const char* name, hid_t type, const Handle& space,
                   const void* value) {
    const Handle attribute =
        checked(H5Acreate2(object.id(), name, type, space.id(), H5P_DEFAULT, H5P_DEFAULT),
                "create an attribute");
    check(H5Awrite(attribute.id(), type, value), "write an attribute");
}

/// Made once, for as long as the library lives.
hid_t text_type() {
    static const hid_t type = [] {
        const hid_t made = H5Tcopy(H5T_C_S1);
        if (made < 0 || H5Tset_size(made, H5T_VARIABLE) < 0 || H5Tset_cset(made, H5T_CSET_UTF8) < 0)
            fail("create a text type");
        return made;
    }();
    return type;
}

}  // namespace

hid_t memory_type(Element element) {
    switch (element) {
        case Element::int8:
            return H5T_STD_I8LE;
        case Element::int32:
            return H5T_STD_I32LE;
        case Element::int64:
            return H5T_STD_I64LE;
        case Element::float64:
            return H5T_IEEE_F64LE;
        case Element::byte:
            return H5T_STD_U8LE;
        case Element::character:
            return H5T_C_S1;
        case Element::text:
            return text_type();
        case Element::other:
            break;
    }
    throw Error("an unknown element type");
}

std::size_t element_size(Element element) {
    switch (element) {
        case Element::int8:
        case Element::byte:
        case Element::character:
            return 1;
        case Element::int32:
            return 4;
        case Element::int64:
        case Element::float64:
            return 8;
        case Element::text:
        case Element::other:
            break;
    }
    return sizeof(char*);
}

Extent shape_of(const Handle& dataset) {
    silence();
    const Handle space = checked(H5Dget_space(dataset.id()), "read a layout");
    const int rank = H5Sget_simple_extent_ndims(space.id());
    if (rank < 0) fail("read a layout");
    Extent shape(static_cast<std::size_t>(rank));
    if (rank > 0 && H5Sget_simple_extent_dims(space.id(), shape.data(), nullptr) < 0)
        fail("read a layout");
    return shape;
}

void write_slab(const Handle& dataset, Element element, const Extent& start, const Extent& count,
                const void* bytes) {
    silence();
    const Handle file = selection(dataset, start, count);
    const Handle memory = memory_space(file);
    check(H5Dwrite(dataset.id(), memory_type(element), memory.id(), file.id(), H5P_DEFAULT, bytes),
          "write values");
}

std::string padded(std::span<const std::string> texts, std::size_t width) {
    std::string out(texts.size() * width, '\0');
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].find('\0') != std::string::npos)
            throw Error("a text holds a NUL byte, which the file cannot keep");
        if (texts[i].size() > width) throw Error("a text is longer than its place in the file");
        texts[i].copy(out.data() + i * width, texts[i].size());
    }
    return out;
}

void set_attribute(const Handle& object, const char* name, std::string_view text) {
    silence();
    // Fixed length, like netCDF's own text attributes; h5py and h5netcdf give a str for it.
    const std::string value = text.empty() ? std::string(1, '\0') : std::string(text);
    const Handle type = checked(H5Tcopy(H5T_C_S1), "create a text type");
    check(H5Tset_size(type.id(), value.size()), "create a text type");
    check(H5Tset_strpad(type.id(), H5T_STR_NULLTERM), "create a text type");
    check(H5Tset_cset(type.id(), H5T_CSET_UTF8), "create a text type");
    put_attribute(object, name, type.id(), scalar_space(), value.data());
}

void set_attribute(const Handle& object, const char* name, std::int64_t value) {
    silence();
    put_attribute(object, name, H5T_STD_I64LE, scalar_space(), &value);
}

void set_attribute(const Handle& object, const char* name, std::int32_t value) {
    silence();
    put_attribute(object, name, H5T_STD_I32LE, scalar_space(), &value);
}

void set_attribute(const Handle& object, const char* name, double value) {
    silence();
    put_attribute(object, name, H5T_IEEE_F64LE, scalar_space(), &value);
}

void set_attribute(const Handle& object, const char* name, std::span<const std::int8_t> values) {
    silence();
    const hsize_t size = values.size();
    put_attribute(object, name, H5T_STD_I8LE,
                  checked(H5Screate_simple(1, &size, nullptr), "lay out an attribute"),
                  values.data());
}

void set_attribute(const Handle& object, const char* name, std::span<const std::int32_t> values) {
    silence();
    const hsize_t size = values.size();
    put_attribute(object, name, H5T_STD_I32LE,
                  checked(H5Screate_simple(1, &size, nullptr), "lay out an attribute"),
                  values.data());
}

}  // namespace forestall::h5
