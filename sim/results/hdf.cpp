// SPDX-License-Identifier: Apache-2.0
#include "results/hdf.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "results/hdf_cursor.hpp"
#include "results/hdf_headers.hpp"
#include "results/hdf_heap.hpp"

namespace forestall::hdf {
namespace {

constexpr unsigned filter_deflate = 1, filter_shuffle = 2, filter_fletcher32 = 3;
/// Of an index: 65,535 entries to the power of this is more than any file has.
constexpr unsigned most_levels = 24;
/// What texts may need in memory: so much, and so many times the size of the file.
constexpr std::uint64_t text_allowance = std::uint64_t{16} << 20, text_factor = 64;

std::uint64_t product(const Extent& extent) {
    std::uint64_t size = 1;
    for (hsize_t n : extent) size *= n;
    return size;
}

/// The index of a dataset's blocks, a B-tree of version 1.
class ChunkIndex {
public:
    ChunkIndex(const Bytes& bytes, const Dataset& dataset) : bytes_(bytes), dataset_(dataset) {
        std::uint64_t count = 1;
        for (std::size_t i = 0; i < dataset.shape.size(); ++i) {
            along_.push_back((dataset.shape[i] + dataset.chunk[i] - 1) / dataset.chunk[i]);
            count *= along_.back();
        }
        largest_ = product(dataset.chunk) * dataset.element_size;
        largest_ += largest_ / 64 + 4096;
        chunks_.resize(static_cast<std::size_t>(count));
    }
    std::vector<Chunk> read() {
        if (!chunks_.empty()) node(dataset_.address, -1);
        for (const Chunk& chunk : chunks_)
            if (chunk.size == 0) throw Error("a dataset lacks some of its values");
        return std::move(chunks_);
    }

private:
    void node(std::uint64_t address, int level) {
        if (++visits_ > 2 * chunks_.size() + most_levels)
            throw Error("the index of a dataset does not end");
        const std::string head = bytes_.get(address, 24);
        Cursor at(head);
        at.demand(std::string_view("TREE\1", 5));
        const int here = static_cast<int>(at.small());
        const auto used = static_cast<std::size_t>(at.number(2));
        if (used == 0 || (level >= 0 && here != level - 1) || here > static_cast<int>(most_levels))
            throw Error("the index of a dataset does not make sense");
        const std::size_t key = 8 + 8 * (dataset_.shape.size() + 1);
        const std::string entries = bytes_.get(address + 24, used * (key + 8));
        Cursor entry(entries);
        for (std::size_t i = 0; i < used; ++i) {
            Chunk chunk;
            chunk.size = static_cast<std::uint32_t>(entry.number(4));
            chunk.skipped = static_cast<std::uint32_t>(entry.number(4));
            std::uint64_t place = 0;
            bool sound = true;
            for (std::size_t axis = 0; axis < dataset_.shape.size(); ++axis) {
                const std::uint64_t start = entry.number(8);
                sound = sound && start < dataset_.shape[axis] && start % dataset_.chunk[axis] == 0;
                place = place * along_[axis] + start / dataset_.chunk[axis];
            }
            sound = entry.number(8) == 0 && sound;
            chunk.address = entry.number(8);
            if (here > 0) {
                node(chunk.address, here);
                continue;
            }
            sound = sound && chunk.size > 0 && chunk.size <= largest_ &&
                    chunk.size <= bytes_.size() && chunk.address <= bytes_.size() - chunk.size;
            if (!sound || chunks_[static_cast<std::size_t>(place)].size != 0)
                throw Error("the index of a dataset does not make sense");
            chunks_[static_cast<std::size_t>(place)] = chunk;
        }
    }

    const Bytes& bytes_;
    const Dataset& dataset_;
    Extent along_;
    std::vector<Chunk> chunks_;
    std::uint64_t largest_ = 0;
    std::uint64_t visits_ = 0;
};

std::string inflated(std::string_view packed, std::size_t size) {
    std::string out(size, '\0');
    uLongf length = size;
    const int status = ::uncompress(reinterpret_cast<Bytef*>(out.data()), &length,
                                    reinterpret_cast<const Bytef*>(packed.data()), packed.size());
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status != Z_OK || length != size) throw Error("a block of values cannot be decompressed");
    return out;
}

std::string unshuffled(const std::string& bytes, std::size_t element) {
    std::string out(bytes.size(), '\0');
    const std::size_t count = bytes.size() / element;
    for (std::size_t b = 0; b < element; ++b)
        for (std::size_t i = 0; i < count; ++i) out[i * element + b] = bytes[b * count + i];
    return out;
}

std::string values_of(const Bytes& bytes, const Dataset& dataset, const Chunk& chunk) {
    const auto size = static_cast<std::size_t>(product(dataset.chunk) * dataset.element_size);
    std::string out = bytes.get(chunk.address, chunk.size);
    for (std::size_t i = dataset.filters.size(); i-- > 0;) {
        if (chunk.skipped >> i & 1) continue;
        switch (dataset.filters[i]) {
            case filter_fletcher32:
                if (out.size() < 4) throw Error("a block of values cannot be decompressed");
                out.resize(out.size() - 4);
                break;
            case filter_deflate:
                out = inflated(out, size);
                break;
            case filter_shuffle:
                out = unshuffled(out, dataset.element_size);
                break;
            default:
                throw Error(
                    "a block of values is compressed in a way that this program does not know");
        }
    }
    if (out.size() != size)
        throw Error("a block of values does not have the size that it should have");
    return out;
}

/// Calls `run(offset in a, offset in b, number of elements)` for every stretch of a box that lies
/// at `a_start` in an array of shape `a_shape` and at `b_start` in one of shape `b_shape`.
template <class Run>
void each_stretch(const Extent& count, const Extent& a_start, const Extent& a_shape,
                  const Extent& b_start, const Extent& b_shape, const Run& run) {
    if (product(count) == 0) return;
    if (count.empty()) return run(0, 0, 1);
    Extent at(count.size(), 0);
    for (;;) {
        std::uint64_t a = 0, b = 0;
        for (std::size_t i = 0; i < count.size(); ++i) {
            a = a * a_shape[i] + a_start[i] + at[i];
            b = b * b_shape[i] + b_start[i] + at[i];
        }
        run(a, b, count.back());
        std::size_t axis = count.size() - 1;
        for (;;) {
            if (axis == 0) return;
            --axis;
            if (++at[axis] < count[axis]) break;
            at[axis] = 0;
        }
    }
}

}  // namespace

File::File(std::unique_ptr<const Bytes> bytes)
    : bytes_(std::move(bytes)), root_(read_objects(*bytes_)) {}

void File::read(const Dataset& dataset, Extent start, Extent count, void* into) const {
    if (count.empty()) count = dataset.shape;
    if (start.empty()) start.assign(count.size(), 0);
    if (start.size() != count.size() || count.size() != dataset.shape.size())
        throw Error("a dataset has an unexpected number of dimensions");
    for (std::size_t i = 0; i < count.size(); ++i)
        if (count[i] > dataset.shape[i] || start[i] > dataset.shape[i] - count[i])
            throw Error("a selection reaches beyond its dataset");
    if (product(count) == 0) return;
    const std::size_t element = dataset.element_size;
    char* out = static_cast<char*>(into);
    const Extent origin(count.size(), 0);
    if (dataset.storage == Dataset::Storage::none) throw Error("a dataset lacks its values");
    if (dataset.storage != Dataset::Storage::chunked) {
        // Whole rows at a time where they lie together.
        Extent rows = count, at = start, shape = dataset.shape, box = count, zero = origin;
        while (rows.size() > 1 && rows.back() == shape.back()) {
            const hsize_t inner = rows.back();
            rows.pop_back(), at.pop_back(), shape.pop_back(), zero.pop_back();
            rows.back() *= inner, at.back() *= inner, shape.back() *= inner;
        }
        box = rows;
        each_stretch(rows, at, shape, zero, box,
                     [&](std::uint64_t from, std::uint64_t to, std::uint64_t n) {
                         if (dataset.storage == Dataset::Storage::compact)
                             std::memcpy(out + to * element,
                                         dataset.compact.data() + from * element, n * element);
                         else
                             bytes_->read(dataset.address + from * element, out + to * element,
                                          static_cast<std::size_t>(n * element));
                     });
        return;
    }
    if (dataset.chunks.empty()) dataset.chunks = ChunkIndex(*bytes_, dataset).read();
    const std::size_t rank = count.size();
    Extent first(rank), last(rank), along(rank);
    for (std::size_t i = 0; i < rank; ++i) {
        first[i] = start[i] / dataset.chunk[i];
        last[i] = (start[i] + count[i] - 1) / dataset.chunk[i];
        along[i] = (dataset.shape[i] + dataset.chunk[i] - 1) / dataset.chunk[i];
    }
    for (Extent at = first;;) {
        std::uint64_t place = 0;
        Extent box(rank), in_chunk(rank), in_out(rank);
        for (std::size_t i = 0; i < rank; ++i) {
            place = place * along[i] + at[i];
            const hsize_t begin = std::max(start[i], at[i] * dataset.chunk[i]);
            const hsize_t end = std::min(start[i] + count[i], (at[i] + 1) * dataset.chunk[i]);
            box[i] = end - begin;
            in_chunk[i] = begin - at[i] * dataset.chunk[i];
            in_out[i] = begin - start[i];
        }
        const std::string values =
            values_of(*bytes_, dataset, dataset.chunks[static_cast<std::size_t>(place)]);
        each_stretch(box, in_chunk, dataset.chunk, in_out, count,
                     [&](std::uint64_t from, std::uint64_t to, std::uint64_t n) {
                         std::memcpy(out + to * element, values.data() + from * element,
                                     n * element);
                     });
        std::size_t axis = rank;
        for (; axis > 0; --axis) {
            if (++at[axis - 1] <= last[axis - 1]) break;
            at[axis - 1] = first[axis - 1];
        }
        if (axis == 0) return;
    }
}

std::vector<std::string> File::texts(const Dataset& dataset, Extent start, Extent count) const {
    if (count.empty()) count = dataset.shape;
    const std::uint64_t size = product(count),
                        allowed = text_allowance + text_factor * bytes_->size();
    std::vector<std::string> out;
    if (dataset.element == Element::text) {
        if (size > allowed / sizeof(std::string))
            throw Error("a list of texts is larger than this program accepts");
        std::string places(static_cast<std::size_t>(size) * 16, '\0');
        read(dataset, std::move(start), std::move(count), places.data());
        Heap heap(*bytes_);
        Cursor at(places);
        std::uint64_t total = 0;
        for (std::uint64_t i = 0; i < size; ++i) {
            const std::uint64_t length = at.number(4), address = at.number(8), index = at.number(4);
            total += length;
            if (total > bytes_->size())
                throw Error("the texts of the file are larger than the file");
            const std::string_view text =
                length == 0 ? std::string_view() : heap.object(address, index);
            if (length > text.size()) throw Error("a text of the file ends too early");
            const std::string_view exact = text.substr(0, static_cast<std::size_t>(length));
            out.emplace_back(exact.substr(0, exact.find('\0')));
        }
        return out;
    }
    if (dataset.element != Element::character || count.empty() || count.back() == 0)
        throw Error("a dataset is not text");
    const auto width = static_cast<std::size_t>(count.back());
    if (size > allowed || size / width > allowed / sizeof(std::string))
        throw Error("a list of texts is larger than this program accepts");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    read(dataset, std::move(start), std::move(count), bytes.data());
    out.reserve(bytes.size() / width);
    for (std::size_t at = 0; at < bytes.size(); at += width) {
        const std::string_view text = std::string_view(bytes).substr(at, width);
        out.emplace_back(text.substr(0, text.find('\0')));
    }
    return out;
}

std::uint64_t checked_size(const Dataset& dataset, std::uint64_t limit) {
    const std::uint64_t size = product(dataset.shape);  // the headers were read with a cap
    if (size > limit) throw Error("a dataset is larger than this program accepts");
    return size;
}

const Dataset& dataset_of(const Group& group, const char* name) {
    const auto it = group.datasets.find(name);
    if (it == group.datasets.end())
        throw Error(std::string("the dataset '") + name + "' is missing");
    return it->second;
}

const Group& group_of(const Group& group, const char* name) {
    const auto it = group.groups.find(name);
    if (it == group.groups.end()) throw Error(std::string("the group '") + name + "' is missing");
    return it->second;
}

namespace {

const Attribute& attribute_of(const std::map<std::string, Attribute>& attributes, const char* name,
                              bool right_kind(const Attribute&)) {
    const auto it = attributes.find(name);
    if (it == attributes.end()) throw Error(std::string("the attribute '") + name + "' is missing");
    if (it->second.count != 1 || !right_kind(it->second))
        throw Error(std::string("the attribute '") + name + "' has an unexpected form");
    return it->second;
}

}  // namespace

std::string text_attribute(const std::map<std::string, Attribute>& attributes, const char* name) {
    const Attribute& found = attribute_of(
        attributes, name, [](const Attribute& a) { return a.element == Element::character; });
    return found.value.substr(0, found.value.find('\0'));
}

std::int64_t integer_attribute(const std::map<std::string, Attribute>& attributes,
                               const char* name) {
    const Attribute& found = attribute_of(attributes, name, [](const Attribute& a) {
        return a.element == Element::int64 || a.element == Element::int32 ||
               a.element == Element::int8;
    });
    std::uint64_t value = Cursor(found.value).number(static_cast<unsigned>(found.value.size()));
    const unsigned unused = 64 - 8 * static_cast<unsigned>(found.value.size());
    return static_cast<std::int64_t>(value << unused) >> unused;
}

}  // namespace forestall::hdf
