// SPDX-License-Identifier: Apache-2.0
// A fractal heap whose root is one direct block or a table of direct blocks, under a B-tree
// (version 2) of one node: room for more names than a group of version 1 has.
#include <bit>

#include "results/hdf_cursor.hpp"
#include "results/hdf_headers.hpp"

namespace forestall::hdf {
namespace {

constexpr std::size_t most_rows = 64;

struct FractalHeap {
    unsigned id_length = 0;
    unsigned offset_width = 0;
    std::uint64_t start_size = 0;
    std::uint64_t largest_direct = 0;
    unsigned width = 0;
    unsigned rows = 0;
    std::uint64_t root = 0;
};

struct Block {
    std::uint64_t start = 0;  ///< in the heap
    std::uint64_t size = 0;
    std::uint64_t address = 0;
};

FractalHeap read_heap(const Bytes& bytes, std::uint64_t address) {
    const std::string header = bytes.get(address, 142);
    Cursor at(header);
    at.demand("FRHP");
    at.skip(1);
    FractalHeap heap;
    heap.id_length = static_cast<unsigned>(at.number(2));
    if (at.number(2) != 0)
        throw Error("names of the file are compressed, which this program does not read");
    at.skip(1 + 4 + 12 * 8);
    heap.width = static_cast<unsigned>(at.number(2));
    heap.start_size = at.number(8);
    heap.largest_direct = at.number(8);
    heap.offset_width = (static_cast<unsigned>(at.number(2)) + 7) / 8;
    at.skip(2);
    heap.root = at.number(8);
    heap.rows = static_cast<unsigned>(at.number(2));
    const bool sound = heap.id_length > 1 + heap.offset_width && heap.id_length <= 16 &&
                       heap.offset_width >= 1 && heap.offset_width <= 8 && heap.width >= 1 &&
                       heap.width <= 64 && heap.rows <= most_rows &&
                       std::has_single_bit(heap.start_size) && heap.largest_direct <= most_header &&
                       heap.start_size <= heap.largest_direct;
    if (!sound) throw Error("a heap of names of the file does not make sense");
    return heap;
}

std::vector<Block> blocks_of(const Bytes& bytes, const FractalHeap& heap) {
    if (heap.rows == 0) return {{0, heap.start_size, heap.root}};
    const std::size_t prefix = 4 + 1 + 8 + heap.offset_width;
    const std::string table =
        bytes.get(heap.root, prefix + std::size_t{8} * heap.rows * heap.width);
    Cursor at(table);
    at.demand("FHIB");
    at.skip(prefix - 4);
    std::vector<Block> blocks;
    std::uint64_t start = 0, size = heap.start_size;
    for (unsigned row = 0; row < heap.rows; ++row) {
        if (row > 1) size *= 2;
        if (size > heap.largest_direct)
            throw Error("a heap of names of the file is larger than this program reads");
        for (unsigned i = 0; i < heap.width; ++i, start += size)
            if (const std::uint64_t address = at.number(8); address != undefined_address)
                blocks.push_back({start, size, address});
    }
    return blocks;
}

std::string object_of(const Bytes& bytes, const FractalHeap& heap, const std::vector<Block>& blocks,
                      std::string_view id) {
    Cursor at(id);
    if ((at.small() & 0xf0) != 0)
        throw Error("a name of the file is kept in a way that this program does not read");
    const std::uint64_t offset = at.number(heap.offset_width);
    const std::uint64_t length = at.number(std::min(8u, heap.id_length - 1 - heap.offset_width));
    for (const Block& block : blocks)
        if (offset >= block.start && offset - block.start < block.size) {
            if (length > block.size - (offset - block.start)) break;
            return bytes.get(block.address + (offset - block.start),
                             static_cast<std::size_t>(length));
        }
    throw Error("a name of the file is not where it should be");
}

}  // namespace

std::vector<std::pair<std::string, std::uint64_t>> dense_links(const Bytes& bytes,
                                                               std::uint64_t heap_address,
                                                               std::uint64_t index) {
    const FractalHeap heap = read_heap(bytes, heap_address);
    const std::vector<Block> blocks = blocks_of(bytes, heap);
    const std::string header = bytes.get(index, 38);
    Cursor at(header);
    at.demand("BTHD");
    at.skip(2 + 4);
    const auto record = static_cast<std::size_t>(at.number(2));
    const auto depth = at.number(2);
    at.skip(2);
    const std::uint64_t root = at.number(8);
    const auto records = static_cast<std::size_t>(at.number(2));
    if (depth != 0 || record != 4 + heap.id_length || records > most_objects)
        throw Error("an index of names of the file is larger than this program reads");
    std::vector<std::pair<std::string, std::uint64_t>> links;
    if (records == 0) return links;
    const std::string leaf = bytes.get(root, 6 + record * records);
    Cursor entry(leaf);
    entry.demand("BTLF");
    entry.skip(2);
    for (std::size_t i = 0; i < records; ++i) {
        entry.skip(4);
        links.push_back(parse_link(object_of(bytes, heap, blocks, entry.take(heap.id_length))));
    }
    return links;
}

}  // namespace forestall::hdf
