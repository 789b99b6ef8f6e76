// SPDX-License-Identifier: Apache-2.0
// A thin, checked layer over the HDF5 C API: every status is looked at, every handle closes itself, HDF5's own error
// output is silenced and becomes the text of an exception. Files live in memory only: HDF5 never sees the disk, so a
// full disk or a kill cannot leave half a file (docs/results-file.md, "Why HDF5 never touches the disk").
// Object times are off everywhere, so equal calls give equal bytes.
// Thread safety: none beyond HDF5's own; use one File from one thread at a time.
#pragma once
#include <hdf5.h>

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace forestall::h5 {

/// HDF5 refused. On reading, the file is at fault; on writing, we are (or memory is short).
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Owns any HDF5 identifier.
class Handle {
public:
    Handle() = default;
    explicit Handle(hid_t id) : id_(id) {}
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Handle();
    hid_t id() const { return id_; }
    explicit operator bool() const { return id_ >= 0; }

private:
    hid_t id_ = -1;
};

using Extent = std::vector<hsize_t>;

/// Element types as they lie in memory and in the file.
enum class Element : std::uint8_t { int8, int32, int64, float64, text, other };
std::size_t element_size(Element element);
template <class T>
constexpr Element element_of() {
    if constexpr (std::is_same_v<T, std::int8_t>) return Element::int8;
    if constexpr (std::is_same_v<T, std::int32_t>) return Element::int32;
    if constexpr (std::is_same_v<T, std::int64_t>) return Element::int64;
    if constexpr (std::is_same_v<T, double>) return Element::float64;
}

/// A new, empty file in memory; links and attributes keep the order in which they are made.
Handle create_file();
/// Opens an image read-only, without a copy: the bytes must outlive the handle.
Handle open_image(std::string_view image);
/// The bytes of a file made by `create_file`. Close groups and datasets first.
std::string image_of(const Handle& file);

Handle create_group(const Handle& parent, const char* name);
Handle open_group(const Handle& parent, const char* name);
/// True if `name` is a dataset (a group) of the parent.
bool has_dataset(const Handle& parent, const char* name);
bool has_group(const Handle& parent, const char* name);

/// Chunked and compressed (shuffle, deflate 1, fletcher32) if `chunk` is given, else contiguous; text is contiguous.
Handle create_dataset(const Handle& parent, const char* name, Element element, const Extent& shape,
                      const Extent& chunk = {});
Handle open_dataset(const Handle& parent, const char* name);
Extent shape_of(const Handle& dataset);
Element element_of(const Handle& dataset);

/// Makes a dataset a netCDF-4 dimension / gives a dataset's axis that dimension.
void make_dimension(const Handle& dataset, const char* name, std::int32_t netcdf_id);
void attach_dimension(const Handle& dataset, const Handle& dimension, unsigned axis);

/// Raw slabs: `bytes` holds product(count) elements of the dataset's own element type.
void write_slab(const Handle& dataset, Element element, const Extent& start, const Extent& count, const void* bytes);
void read_slab(const Handle& dataset, Element element, const Extent& start, const Extent& count, void* bytes);

/// Whole datasets. Reading throws Error if the type is not T's or the dataset has more than `limit` elements.
template <class T>
void write_all(const Handle& dataset, std::span<const T> values) {
    write_slab(dataset, element_of<T>(), {}, {}, values.data());
}
void write_texts(const Handle& dataset, std::span<const std::string> texts);
std::vector<std::string> read_texts(const Handle& dataset, std::uint64_t limit);
/// Number of elements; Error if above `limit`.
std::uint64_t checked_size(const Handle& dataset, std::uint64_t limit);
template <class T>
std::vector<T> read_all(const Handle& dataset, std::uint64_t limit) {
    if (element_of(dataset) != element_of<T>()) throw Error("a dataset has an unexpected type");
    std::vector<T> out(checked_size(dataset, limit));
    if (!out.empty()) read_slab(dataset, element_of<T>(), {}, {}, out.data());
    return out;
}

void set_attribute(const Handle& object, const char* name, std::string_view text);
void set_attribute(const Handle& object, const char* name, std::int64_t value);
void set_attribute(const Handle& object, const char* name, std::int32_t value);
void set_attribute(const Handle& object, const char* name, double value);
void set_attribute(const Handle& object, const char* name, std::span<const std::int8_t> values);
/// Error if there is none of that name and kind.
std::string text_attribute(const Handle& object, const char* name);
std::int64_t integer_attribute(const Handle& object, const char* name);

}  // namespace forestall::h5
