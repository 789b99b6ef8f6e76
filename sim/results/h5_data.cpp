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
    if (start.size() != count.size() || H5Sget_simple_extent_ndims(space.id()) != static_cast<int>(count.size()))
        throw Error("a dataset has an unexpected number of dimensions");
    check(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr), "select");
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

void put_attribute(const Handle& object, const char* name, hid_t type, const Handle& space, const void* value) {
    const Handle attribute =
        checked(H5Acreate2(object.id(), name, type, space.id(), H5P_DEFAULT, H5P_DEFAULT), "make an attribute");
    check(H5Awrite(attribute.id(), type, value), "write an attribute");
}

/// Opens an attribute with exactly one value of a class.
Handle single_attribute(const Handle& object, const char* name, H5T_class_t kind) {
    silence();
    if (H5Aexists(object.id(), name) <= 0) throw Error(std::string("the attribute '") + name + "' is missing");
    Handle attribute = checked(H5Aopen(object.id(), name, H5P_DEFAULT), "open an attribute");
    const Handle space = checked(H5Aget_space(attribute.id()), "read an attribute");
    const Handle type = checked(H5Aget_type(attribute.id()), "read an attribute");
    if (H5Sget_simple_extent_npoints(space.id()) != 1 || H5Tget_class(type.id()) != kind)
        throw Error(std::string("the attribute '") + name + "' has an unexpected form");
    return attribute;
}

/// Gives memory that HDF5 allocated for texts back to it.
class Reclaim {
public:
    Reclaim(const Handle& type, const Handle& space, std::vector<char*>& texts)
        : type_(type), space_(space), texts_(texts) {}
    ~Reclaim() { H5Dvlen_reclaim(type_.id(), space_.id(), H5P_DEFAULT, texts_.data()); }
    Reclaim(const Reclaim&) = delete;
    Reclaim& operator=(const Reclaim&) = delete;

private:
    const Handle& type_;
    const Handle& space_;
    std::vector<char*>& texts_;
};

}  // namespace

Handle text_type() {
    Handle type = checked(H5Tcopy(H5T_C_S1), "make a text type");
    check(H5Tset_size(type.id(), H5T_VARIABLE), "make a text type");
    check(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a text type");
    return type;
}

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
        case Element::text:
        case Element::other:
            break;
    }
    throw Error("an element type that is no number");
}

std::size_t element_size(Element element) {
    switch (element) {
        case Element::int8:
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
    if (rank > 0 && H5Sget_simple_extent_dims(space.id(), shape.data(), nullptr) < 0) fail("read a layout");
    return shape;
}

Element element_of(const Handle& dataset) {
    silence();
    const Handle type = checked(H5Dget_type(dataset.id()), "read a type");
    for (Element e : {Element::int8, Element::int32, Element::int64, Element::float64})
        if (H5Tequal(type.id(), memory_type(e)) > 0) return e;
    if (H5Tget_class(type.id()) == H5T_STRING && H5Tis_variable_str(type.id()) > 0) return Element::text;
    return Element::other;
}

std::uint64_t checked_size(const Handle& dataset, std::uint64_t limit) {
    std::uint64_t size = 1;
    for (hsize_t n : shape_of(dataset)) {
        if (n != 0 && size > limit / n) throw Error("a dataset is larger than this program accepts");
        size *= n;
    }
    return size;
}

void write_slab(const Handle& dataset, Element element, const Extent& start, const Extent& count, const void* bytes) {
    silence();
    const Handle file = selection(dataset, start, count);
    const Handle memory = memory_space(file);
    check(H5Dwrite(dataset.id(), memory_type(element), memory.id(), file.id(), H5P_DEFAULT, bytes), "write values");
}

void read_slab(const Handle& dataset, Element element, const Extent& start, const Extent& count, void* bytes) {
    silence();
    const Handle file = selection(dataset, start, count);
    const Handle memory = memory_space(file);
    check(H5Dread(dataset.id(), memory_type(element), memory.id(), file.id(), H5P_DEFAULT, bytes), "read values");
}

void write_texts(const Handle& dataset, std::span<const std::string> texts) {
    silence();
    std::vector<const char*> pointers;
    pointers.reserve(texts.size());
    for (const std::string& text : texts) {
        if (text.find('\0') != std::string::npos) throw Error("a text holds a NUL byte, which the file cannot keep");
        pointers.push_back(text.c_str());
    }
    const Handle type = text_type();
    check(H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "write texts");
}

std::vector<std::string> read_texts(const Handle& dataset, std::uint64_t limit) {
    if (element_of(dataset) != Element::text) throw Error("a dataset is no text");
    std::vector<char*> pointers(checked_size(dataset, limit), nullptr);
    if (pointers.empty()) return {};
    const Handle type = text_type();
    const Handle space = checked(H5Dget_space(dataset.id()), "read a layout");
    const Reclaim reclaim(type, space, pointers);
    check(H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), "read texts");
    std::vector<std::string> texts;
    texts.reserve(pointers.size());
    for (const char* text : pointers) texts.emplace_back(text == nullptr ? "" : text);
    return texts;
}

void set_attribute(const Handle& object, const char* name, std::string_view text) {
    silence();
    // Fixed length, like netCDF's own text attributes; h5py and h5netcdf give a str for it.
    const std::string value = text.empty() ? std::string(1, '\0') : std::string(text);
    const Handle type = checked(H5Tcopy(H5T_C_S1), "make a text type");
    check(H5Tset_size(type.id(), value.size()), "make a text type");
    check(H5Tset_strpad(type.id(), H5T_STR_NULLTERM), "make a text type");
    check(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a text type");
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
    put_attribute(object, name, H5T_STD_I8LE, checked(H5Screate_simple(1, &size, nullptr), "lay out an attribute"),
                  values.data());
}

std::string text_attribute(const Handle& object, const char* name) {
    const Handle attribute = single_attribute(object, name, H5T_STRING);
    const Handle stored = checked(H5Aget_type(attribute.id()), "read an attribute");
    if (H5Tis_variable_str(stored.id()) != 0)
        throw Error(std::string("the attribute '") + name + "' is not fixed text");
    std::string value(H5Tget_size(stored.id()), '\0');
    check(H5Aread(attribute.id(), stored.id(), value.data()), "read an attribute");
    value.resize(value.find('\0') == std::string::npos ? value.size() : value.find('\0'));
    return value;
}

std::int64_t integer_attribute(const Handle& object, const char* name) {
    const Handle attribute = single_attribute(object, name, H5T_INTEGER);
    std::int64_t value = 0;
    check(H5Aread(attribute.id(), H5T_STD_I64LE, &value), "read an attribute");
    return value;
}

}  // namespace forestall::h5
