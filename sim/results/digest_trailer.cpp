// SPDX-License-Identifier: Apache-2.0
#include "results/digest_trailer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/hash.hpp"

namespace forestall::trailer {
namespace {

constexpr std::string_view magic{"FORESTALL-XXH3\0\1", 16};
constexpr std::string_view hdf5_magic{"\x89HDF\r\n\x1a\n", 8};
constexpr std::uint64_t block = std::uint64_t{1} << 20;

void put(std::string& out, std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>((value >> shift) & 0xff);
}

std::uint64_t get(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return value;
}

std::uint64_t digest_of(std::string_view image) {
    StateHash hash;
    hash.bytes(image.data(), image.size());
    return hash.digest();
}

}  // namespace

std::string of(std::uint64_t digest, std::uint64_t image_size) {
    std::string out(magic);
    put(out, digest);
    put(out, image_size);
    return out;
}

std::string of(std::string_view image) { return of(digest_of(image), image.size()); }

std::string problem(const hdf::Bytes& file) {
    if (file.size() == 0) return "the file is empty";
    if (file.size() < size || file.get(0, hdf5_magic.size()) != hdf5_magic)
        return "this is not a results file of forestall (it does not begin like HDF5)";
    const std::uint64_t image = file.size() - size;
    const std::string end = file.get(image, size);
    const std::string_view tail = end;
    if (tail.substr(0, magic.size()) != magic)
        return "the digest at its end is missing: the file was cut short, changed by another "
               "program, or not written "
               "by forestall";
    if (get(tail.substr(24)) != image)
        return fmt::format(
            "the file has {} bytes where {} were written: it was cut short or something was added",
            image, get(tail.substr(24)));
    StateHash hash;
    for (std::uint64_t at = 0; at < image; at += block) {
        const std::string bytes =
            file.get(at, static_cast<std::size_t>(std::min(block, image - at)));
        hash.bytes(bytes.data(), bytes.size());
    }
    if (get(tail.substr(16)) != hash.digest())
        return "its bytes do not match the digest at its end: the file is damaged";
    return "";
}

}  // namespace forestall::trailer
