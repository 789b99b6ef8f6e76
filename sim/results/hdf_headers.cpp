// SPDX-License-Identifier: Apache-2.0
#include "results/hdf_headers.hpp"

#include <algorithm>
#include <bit>
#include <deque>

#include "results/hdf_cursor.hpp"

namespace forestall::hdf {
namespace {

constexpr std::string_view signature{"\x89HDF\r\n\x1a\n", 8};
constexpr int most_depth = 4;  ///< of groups in groups; ours have 1

/// Types of header messages in HDF5's file format specification.
enum MessageType : unsigned {
    message_dataspace = 1,
    message_link_info = 2,
    message_datatype = 3,
    message_link = 6,
    message_external_files = 7,
    message_layout = 8,
    message_filters = 11,
    message_attribute = 12,
    message_continuation = 16,
    message_attribute_info = 21
};

struct Type {
    Element element = Element::other;
    std::size_t size = 0;
};

struct Space {
    Extent shape;
    std::uint64_t size = 1;
};

[[noreturn]] void unknown(const char* what) {
    throw Error(std::string("the file holds ") + what + ", which this program does not read");
}

Type parse_type(std::string_view body) {
    Cursor at(body);
    const unsigned first = at.small(), kind = first & 15;
    const auto bits = at.number(3);
    Type type;
    type.size = static_cast<std::size_t>(at.number(4));
    if (kind == 0) {
        const bool whole = at.number(2) == 0 && at.number(2) == 8 * type.size && (bits & 1) == 0;
        const bool is_signed = (bits & 8) != 0;
        if (whole && is_signed && type.size == 1) type.element = Element::int8;
        if (whole && is_signed && type.size == 4) type.element = Element::int32;
        if (whole && is_signed && type.size == 8) type.element = Element::int64;
        if (whole && !is_signed && type.size == 1) type.element = Element::byte;
    }
    constexpr std::string_view ieee{"\0\0\x40\0\x34\x0b\0\x34\xff\x03\0\0", 12};
    if (kind == 1 && type.size == 8 && bits == 0x3f20 && at.take(ieee.size()) == ieee)
        type.element = Element::float64;
    if (kind == 3) type.element = Element::character;
    if (kind == 9 && (bits & 15) == 1 && type.size == 16) type.element = Element::text;
    return type;
}

Space parse_space(std::string_view body) {
    Cursor at(body);
    const unsigned version = at.small(), rank = at.small();
    at.skip(1);
    if (version == 1)
        at.skip(5);
    else if (version != 2 || at.small() > 1)
        unknown("a kind of layout");
    if (rank > most_dimensions) unknown("a variable of too many dimensions");
    Space space;
    for (unsigned i = 0; i < rank; ++i) {
        const std::uint64_t n = at.number(8);
        if (n != 0 && space.size > (std::uint64_t{1} << 48) / n)
            throw Error("a dataset is larger than any file");
        space.size *= n;
        space.shape.push_back(n);
    }
    return space;
}

std::pair<std::string, Attribute> parse_attribute(std::string_view body) {
    Cursor at(body);
    const unsigned version = at.small(), flags = at.small();
    if (version < 1 || version > 3 || (version > 1 && flags != 0)) unknown("a kind of attribute");
    const std::uint64_t name_size = at.number(2), type_size = at.number(2),
                        space_size = at.number(2);
    if (version == 3) at.skip(1);
    const auto padded = [&](std::uint64_t size) {
        const auto part = at.take(version == 1 ? (size + 7) / 8 * 8 : size);
        return part.substr(0, static_cast<std::size_t>(size));
    };
    const std::string_view name = padded(name_size);
    const Type type = parse_type(padded(type_size));
    const Space space = parse_space(padded(space_size));
    Attribute out;
    out.element = type.element;
    out.count = space.size;
    const bool fits = type.size != 0 && space.size <= at.left() / type.size;
    if (!fits && type.element != Element::other && type.element != Element::text)
        throw Error("an attribute of the file ends too early");
    if (fits) out.value = at.take(space.size * type.size);
    return {std::string(name.substr(0, name.find('\0'))), std::move(out)};
}

std::vector<unsigned> parse_filters(std::string_view body) {
    Cursor at(body);
    const unsigned version = at.small(), count = at.small();
    if (version != 1 && version != 2) unknown("a kind of compression");
    if (version == 1) at.skip(6);
    std::vector<unsigned> filters;
    for (unsigned i = 0; i < count; ++i) {
        const auto id = static_cast<unsigned>(at.number(2));
        const std::uint64_t name = version == 1 || id >= 256 ? at.number(2) : 0;
        at.skip(2);
        const std::uint64_t values = at.number(2);
        at.skip((name + 7) / 8 * 8 + 4 * values + (version == 1 && values % 2 == 1 ? 4 : 0));
        if (id < 1 || id > 3) unknown("a kind of compression");
        if (std::find(filters.begin(), filters.end(), id) != filters.end())
            unknown("values that are compressed twice");
        filters.push_back(id);
    }
    return filters;
}

class Objects {
public:
    explicit Objects(const Bytes& bytes) : bytes_(bytes) {}

    Group root() {
        const std::string head = bytes_.get(0, 96 + 4);
        Cursor at(head);
        at.demand(signature);
        const unsigned version = at.small();
        if (version > 1) unknown("another version of HDF5's structures");
        at.skip(4);
        if (at.small() != 8 || at.small() != 8) unknown("addresses of another width");
        at.skip(1 + 4 + 4 + (version == 1 ? 4 : 0));
        if (at.number(8) != 0) unknown("addresses that do not count from its beginning");
        at.skip(3 * 8 + 8);
        const Header header = read_header(at.number(8));
        if (!header.find(message_link_info)) unknown("no group at its root");
        return group(header, 0);
    }

private:
    struct Message {
        unsigned type = 0;
        std::string_view body;
    };
    struct Header {
        std::deque<std::string> blocks;  // messages point into them
        std::vector<Message> messages;
        const Message* find(unsigned type) const {
            const auto it = std::find_if(messages.begin(), messages.end(),
                                         [&](const Message& m) { return m.type == type; });
            return it == messages.end() ? nullptr : &*it;
        }
        std::string_view body(unsigned type) const {
            const Message* message = find(type);
            if (message == nullptr) throw Error("a dataset of the file lacks its description");
            return message->body;
        }
    };

    /// Headers together are not larger than the file, if each lies somewhere of its own.
    std::string header_block(std::uint64_t address, std::uint64_t size) {
        header_bytes_ += size;
        if (size > most_header || header_bytes_ > bytes_.size())
            throw Error("the headers of the file are too large");
        return bytes_.get(address, static_cast<std::size_t>(size));
    }

    Header read_header(std::uint64_t address) {
        if (!seen_.insert(address).second) throw Error("two names of the file stand for one thing");
        if (seen_.size() > most_objects)
            throw Error("the file holds more objects than this program accepts");
        if (address >= bytes_.size()) throw Error("an address of the file lies outside it");
        const auto room =
            static_cast<std::size_t>(std::min<std::uint64_t>(bytes_.size() - address, 34));
        const std::string prefix = bytes_.get(address, room);
        Cursor at(prefix);
        at.demand("OHDR");
        if (at.small() != 2) unknown("another version of HDF5's structures");
        const unsigned flags = at.small();
        at.skip((flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0));
        const std::uint64_t size = at.number(1u << (flags & 3));
        Header header;
        header.blocks.push_back(header_block(address + at.at(), size));
        for (std::size_t next = 0; next < header.blocks.size(); ++next)
            messages(header, header.blocks[next], flags);
        return header;
    }

    void messages(Header& header, std::string_view block, unsigned flags) {
        const std::size_t head = flags & 4 ? 6 : 4;
        Cursor at(block);
        while (at.left() >= head) {
            const unsigned type = at.small();
            const std::uint64_t size = at.number(2);
            const bool shared = (at.small() & 2) != 0;
            at.skip(head - 4);
            const std::string_view body = at.take(size);
            if (type == 0) continue;
            if (shared) unknown("a description that is kept elsewhere");
            if (type == message_external_files) unknown("values in another file");
            if (type != message_continuation) {
                header.messages.push_back({type, body});
                continue;
            }
            Cursor where(body);
            const std::uint64_t address = where.number(8), length = where.number(8);
            if (length < 8) throw Error("a continued header of the file is too short");
            const std::string next = header_block(address, length);
            Cursor(next).demand("OCHK");
            header.blocks.push_back(next.substr(4, next.size() - 8));
        }
    }

    std::map<std::string, Attribute> attributes(const Header& header) const {
        std::map<std::string, Attribute> out;
        for (const Message& m : header.messages) {
            if (m.type == message_attribute && !out.insert(parse_attribute(m.body)).second)
                throw Error("an attribute of the file occurs twice");
            if (m.type != message_attribute_info) continue;
            Cursor at(m.body);
            at.skip(1);
            if (at.small() & 1) at.skip(2);
            if (at.number(8) != undefined_address) unknown("too many attributes");
        }
        return out;
    }

    Group group(const Header& header, int depth) {
        if (depth > most_depth) unknown("groups in groups");
        Group out;
        out.attributes = attributes(header);
        std::vector<std::pair<std::string, std::uint64_t>> links;
        for (const Message& m : header.messages)
            if (m.type == message_link) links.push_back(parse_link(m.body));
        Cursor at(header.body(message_link_info));
        at.skip(1);
        if (at.small() & 1) at.skip(8);
        const std::uint64_t heap = at.number(8), index = at.number(8);
        if (heap != undefined_address)
            for (auto& link : dense_links(bytes_, heap, index)) links.push_back(std::move(link));
        for (const auto& [name, address] : links) {
            if (out.groups.contains(name) || out.datasets.contains(name))
                throw Error("a name of the file occurs twice");
            const Header child = read_header(address);
            if (child.find(message_link_info))
                out.groups.emplace(name, group(child, depth + 1));
            else
                out.datasets.emplace(name, dataset(child)).first->second.object = address;
        }
        return out;
    }

    Dataset dataset(const Header& header) {
        Dataset out;
        const Type type = parse_type(header.body(message_datatype));
        const Space space = parse_space(header.body(message_dataspace));
        out.element =
            type.element == Element::character && type.size != 1 ? Element::other : type.element;
        out.element_size = type.size;
        out.shape = space.shape;
        out.attributes = attributes(header);
        if (const Message* m = header.find(message_filters)) out.filters = parse_filters(m->body);
        if (type.size == 0 || type.size > most_header)
            throw Error("a type of the file does not make sense");
        parse_layout(out, header.body(message_layout), space.size * type.size);
        return out;
    }

    void parse_layout(Dataset& out, std::string_view body, std::uint64_t size) {
        Cursor at(body);
        if (at.small() != 3) unknown("another kind of storage");
        switch (at.small()) {
            case 0:
                out.storage = Dataset::Storage::compact;
                out.compact = at.take(at.number(2));
                if (out.compact.size() != size)
                    throw Error("a dataset does not have the size of its values");
                break;
            case 1: {
                out.address = at.number(8);
                const std::uint64_t stored = at.number(8);
                if (out.address == undefined_address) break;  // a dimension without values
                if (stored != size || size > bytes_.size() || out.address > bytes_.size() - size)
                    throw Error("a dataset does not have the size of its values");
                out.storage = Dataset::Storage::contiguous;
                break;
            }
            case 2:
                parse_chunks(out, at, size);
                break;
            default:
                unknown("another kind of storage");
        }
        if (out.storage != Dataset::Storage::chunked && !out.filters.empty())
            unknown("another kind of storage");
    }

    void parse_chunks(Dataset& out, Cursor& at, std::uint64_t size) {
        const std::size_t rank = out.shape.size();
        if (at.small() != rank + 1 || rank == 0) unknown("another kind of storage");
        out.storage = Dataset::Storage::chunked;
        out.address = at.number(8);
        std::uint64_t chunk = out.element_size, count = 1;
        for (std::size_t i = 0; i < rank; ++i) {
            const std::uint64_t n = at.number(4);
            if (n == 0 || n > most_chunk / chunk)
                throw Error("a block of values is larger than this program accepts");
            chunk *= n;
            out.chunk.push_back(n);
            const std::uint64_t along = out.shape[i] / n + (out.shape[i] % n != 0);
            if (along > 0 && count > bytes_.size() / along)
                throw Error("a dataset is larger than its file");
            count *= along;
        }
        if (at.number(4) != out.element_size) throw Error("a block of values is of another type");
        // An entry of the index takes at least 32 bytes, deflate makes at most 1,032 bytes of one.
        inflated_ += size;
        if (count > bytes_.size() / 32 || size > most_inflation * bytes_.size() ||
            inflated_ > most_inflation * bytes_.size() || chunk > most_inflation * bytes_.size())
            throw Error("the values of the file are larger than a file of its size can hold");
    }

    const Bytes& bytes_;
    std::set<std::uint64_t> seen_;
    std::uint64_t header_bytes_ = 0;
    std::uint64_t inflated_ = 0;
};

}  // namespace

std::pair<std::string, std::uint64_t> parse_link(std::string_view body) {
    Cursor at(body);
    if (at.small() != 1) unknown("a kind of link");
    const unsigned flags = at.small();
    if ((flags & 8) && at.small() != 0) unknown("a link to somewhere else");
    if (flags & 4) at.skip(8);
    if (flags & 16) at.skip(1);
    const std::uint64_t length = at.number(1u << (flags & 3));
    std::string name(at.take(length));
    return {std::move(name), at.number(8)};
}

Group read_objects(const Bytes& bytes) { return Objects(bytes).root(); }

}  // namespace forestall::hdf
