// SPDX-License-Identifier: Apache-2.0
// A thin, checked layer over what writes in the HDF5 C API (hdf.hpp reads): every status is looked
// at, every handle closes itself, HDF5's own error output is silenced and becomes the text of an
// exception. Files go to a Store: HDF5 never sees the disk, so a full disk or a kill cannot leave
// half a file (docs/results-file.md, "Why HDF5 never touches the disk"). Object times are off
// everywhere, so equal calls give equal bytes. Thread safety: none beyond HDF5's own; use one File
// from one thread at a time.
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

namespace forestall {
class Store;
}

namespace forestall::h5 {

/// HDF5 refused: we are at fault, or memory is short. Of hdf.hpp: the file is at fault.
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

/// Element types as they lie in memory and in the file. `text` is of variable length, as files of
/// version 1 have it; `character` is one byte of a text of fixed length (netCDF's `char`).
enum class Element : std::uint8_t { int8, int32, int64, float64, byte, character, text, other };
std::size_t element_size(Element element);
template <class T>
constexpr Element element_of() {
    if constexpr (std::is_same_v<T, std::int8_t>) return Element::int8;
    if constexpr (std::is_same_v<T, std::int32_t>) return Element::int32;
    if constexpr (std::is_same_v<T, std::int64_t>) return Element::int64;
    if constexpr (std::is_same_v<T, double>) return Element::float64;
    if constexpr (std::is_same_v<T, std::uint8_t>) return Element::byte;
}

/// A new, empty file in a store, which must outlive it; links and attributes keep the order in
/// which they are made.
Handle create_file(Store& store);
/// All of it goes to the store; groups and datasets that are still open are closed.
void close_file(Handle file);
Handle create_group(const Handle& parent, const char* name);

/// Chunked and compressed (shuffle, deflate 1, fletcher32) if `chunk` is given, else contiguous.
Handle create_dataset(const Handle& parent, const char* name, Element element, const Extent& shape,
                      const Extent& chunk = {});
Extent shape_of(const Handle& dataset);

/// Makes a dataset a netCDF-4 dimension / gives a dataset's axis that dimension.
void make_dimension(const Handle& dataset, const char* name, std::int32_t netcdf_id);
void attach_dimension(const Handle& dataset, const Handle& dimension, unsigned axis);
/// A dimension of that length without values of its own, in netCDF-4's form.
Handle create_bare_dimension(const Handle& parent, const char* name, hsize_t length,
                             std::int32_t netcdf_id);

/// Raw slabs: `bytes` holds product(count) elements of the dataset's own element type.
void write_slab(const Handle& dataset, Element element, const Extent& start, const Extent& count,
                const void* bytes);

/// A whole dataset.
template <class T>
void write_all(const Handle& dataset, std::span<const T> values) {
    write_slab(dataset, element_of<T>(), {}, {}, values.data());
}
/// Texts one after another, each filled with NUL up to `width` bytes. Error if one is longer or
/// holds a NUL.
std::string padded(std::span<const std::string> texts, std::size_t width);
void set_attribute(const Handle& object, const char* name, std::string_view text);
void set_attribute(const Handle& object, const char* name, std::int64_t value);
void set_attribute(const Handle& object, const char* name, std::int32_t value);
void set_attribute(const Handle& object, const char* name, double value);
void set_attribute(const Handle& object, const char* name, std::span<const std::int8_t> values);
void set_attribute(const Handle& object, const char* name, std::span<const std::int32_t> values);

}  // namespace forestall::h5
