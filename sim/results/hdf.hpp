// SPDX-License-Identifier: Apache-2.0
// Reads the part of HDF5 that forestall writes, without the HDF5 library, which crashes on files
// made to harm (docs/adr/0014). What is not known here is refused: other links than hard ones,
// storage outside the file, virtual datasets, filters other than shuffle, deflate and fletcher32,
// other versions of a structure. Every number of a file is checked before it is used, every
// structure is visited once, and what a file asks memory for is capped by what a file of its size
// can hold. Thread safety: one thread at a time per File.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "results/h5.hpp"
#include "results/hdf_bytes.hpp"

namespace forestall::hdf {

using h5::Element;
using h5::Extent;

/// The file is not one that this program reads.
using Error = h5::Error;

/// Caps that no file of ours comes near.
inline constexpr std::size_t most_objects = 4096;       ///< groups and datasets of a file
inline constexpr std::size_t most_dimensions = 4;       ///< of a dataset
inline constexpr std::uint64_t most_header = 1u << 24;  ///< bytes of one object's header
inline constexpr std::uint64_t most_chunk = 1u << 28;   ///< bytes of one block of values
inline constexpr std::uint64_t most_inflation = 1100;  ///< deflate makes at most 1,032 bytes of one

struct Attribute {
    Element element = Element::other;  ///< `character` for a text of fixed length
    std::uint64_t count = 1;
    std::string value;  ///< as it lies in the file; of a list or a text elsewhere, the way there
};

struct Chunk {
    std::uint64_t address = 0;
    std::uint32_t size = 0;
    std::uint32_t skipped = 0;  ///< filters that were not applied, a bit each
};

struct Dataset {
    std::uint64_t object = 0;  ///< address of its header, by which references name it
    Element element = Element::other;
    std::size_t element_size = 0;
    Extent shape;
    std::map<std::string, Attribute> attributes;
    enum class Storage : std::uint8_t {
        none,
        compact,
        contiguous,
        chunked
    } storage = Storage::none;
    std::string compact;
    std::uint64_t address = 0;  ///< of the values, or of the index of chunks
    Extent chunk;
    std::vector<unsigned> filters;
    mutable std::vector<Chunk> chunks;  ///< in order of place, once asked for
};

struct Group {
    std::map<std::string, Attribute> attributes;
    std::map<std::string, Group> groups;
    std::map<std::string, Dataset> datasets;
};

class File {
public:
    /// Reads all headers; values are read when asked for.
    explicit File(std::unique_ptr<const Bytes> bytes);
    const Group& root() const { return root_; }

    /// Values of the part that start and count select; all if they are empty. `bytes` holds
    /// product(count) elements.
    void read(const Dataset& dataset, Extent start, Extent count, void* bytes) const;
    /// Texts, of characters or of version 1's kind; of characters, the last dimension is a text's
    /// length.
    std::vector<std::string> texts(const Dataset& dataset, Extent start = {},
                                   Extent count = {}) const;
    /// For each axis the path of the dimension that belongs to it, "" where there is none; nothing
    /// for a dataset without dimensions of its own, such as a dimension.
    std::vector<std::string> dimensions(const Dataset& dataset) const;

private:
    std::unique_ptr<const Bytes> bytes_;
    Group root_;
};

/// Number of elements; Error if above `limit`.
std::uint64_t checked_size(const Dataset& dataset, std::uint64_t limit);
const Dataset& dataset_of(const Group& group, const char* name);
const Group& group_of(const Group& group, const char* name);
inline bool has_dataset(const Group& group, const char* name) {
    return group.datasets.contains(name);
}
inline bool has_group(const Group& group, const char* name) { return group.groups.contains(name); }
/// Error if there is none of that name and kind.
std::string text_attribute(const std::map<std::string, Attribute>& attributes, const char* name);
std::int64_t integer_attribute(const std::map<std::string, Attribute>& attributes,
                               const char* name);

template <class T>
std::vector<T> read_all(const File& file, const Dataset& dataset, std::uint64_t limit) {
    if (dataset.element != h5::element_of<T>()) throw Error("a dataset has an unexpected type");
    std::vector<T> out(static_cast<std::size_t>(checked_size(dataset, limit)));
    if (!out.empty()) file.read(dataset, {}, {}, out.data());
    return out;
}

}  // namespace forestall::hdf
