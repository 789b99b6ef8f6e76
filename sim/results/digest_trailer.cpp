// SPDX-License-Identifier: Apache-2.0
#include "results/digest_trailer.hpp"

#include <fmt/format.h>

#include "core/hash.hpp"

namespace forestall::trailer {
namespace {

constexpr std::string_view magic{"FORESTALL-XXH3\0\1", 16};
constexpr std::string_view hdf5_magic{"\x89HDF\r\n\x1a\n", 8};

void put(std::string& out, std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>((value >> shift) & 0xff);
}

std::uint64_t get(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return value;
}

std::uint64_t digest_of(std::string_view image) {
    StateHash hash;
    hash.bytes(image.data(), image.size());
    return hash.digest();
}

}  // namespace

std::string of(std::string_view image) {
    std::string out(magic);
    put(out, digest_of(image));
    put(out, image.size());
    return out;
}

std::string problem(std::string_view file) {
    if (file.empty()) return "the file is empty";
    if (file.size() < size || file.substr(0, hdf5_magic.size()) != hdf5_magic)
        return "this is no results file of forestall (it does not begin like HDF5)";
    const std::string_view tail = file.substr(file.size() - size);
    if (tail.substr(0, magic.size()) != magic)
        return "the digest at its end is missing: the file was cut short, changed by another program, or not written "
               "by forestall";
    if (get(tail.substr(24)) != file.size() - size)
        return fmt::format("the file has {} bytes where {} were written: it was cut or joined", file.size() - size,
                           get(tail.substr(24)));
    if (get(tail.substr(16)) != digest_of(file.substr(0, file.size() - size)))
        return "its bytes do not match the digest at its end: the file is damaged";
    return "";
}

}  // namespace forestall::trailer
