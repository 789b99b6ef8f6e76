// SPDX-License-Identifier: Apache-2.0
#include "results/mutation.hpp"

#include <algorithm>
#include <limits>
#include <random>

#include "results/digest_trailer.hpp"
#include "results/export.hpp"
#include "results/export/geojson.hpp"
#include "results/reader.hpp"

namespace forestall::testing {
namespace {

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
        bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xff);
}

std::uint64_t number_at(const std::string& bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

/// A place in the file: anywhere, near the begin, or just behind the name of a structure.
std::size_t place(const std::string& bytes, std::mt19937_64& random) {
    static constexpr const char* structures[] = {"OHDR", "OCHK", "TREE", "GCOL", "FRHP",
                                                 "FHDB", "FHIB", "BTHD", "BTLF"};
    const std::size_t anywhere = random() % bytes.size();
    switch (random() % 4) {
        case 0:
            return random() % std::min<std::size_t>(bytes.size(), 2048);
        case 1:
        case 2: {
            const std::size_t found =
                bytes.find(structures[random() % std::size(structures)], anywhere);
            return found == std::string::npos ? anywhere
                                              : std::min(found + random() % 96, bytes.size() - 1);
        }
        default:
            return anywhere;
    }
}

void change(std::string& bytes, std::mt19937_64& random) {
    static constexpr std::uint64_t extremes[] = {0,
                                                 1,
                                                 0x7f,
                                                 0x80,
                                                 0xff,
                                                 0x7fff,
                                                 0xffff,
                                                 0x7fffffff,
                                                 0xffffffff,
                                                 0x7fffffffffffffff,
                                                 std::numeric_limits<std::uint64_t>::max()};
    static constexpr std::size_t widths[] = {1, 2, 4, 8};
    const std::size_t at = place(bytes, random), width = widths[random() % 4];
    switch (random() % 6) {
        case 0:
            bytes[at] = static_cast<char>(random());
            break;
        case 1:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            break;
        case 2:
            put(bytes, at, extremes[random() % std::size(extremes)], width);
            break;
        case 3:
            put(bytes, at, number_at(bytes, at, width) + random() % 17 - 8, width);
            break;
        case 4:
            put(bytes, at, random() % bytes.size(), 8);  // an address inside the file
            break;
        default: {
            const std::size_t from = random() % bytes.size(),
                              most = bytes.size() - std::max(from, at);
            const std::size_t count = std::min<std::size_t>(most, 1 + random() % 512);
            std::copy_n(bytes.substr(from, count).begin(), count,
                        bytes.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
}

}  // namespace

std::string resealed_mutation(std::string file, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    if (file.size() <= trailer::size) return file;
    file.resize(file.size() - trailer::size);
    for (std::uint64_t changes = 1 + random() % 8; changes > 0; --changes) change(file, random);
    return file + trailer::of(file);
}

std::string read_everything(std::string file) {
    try {
        const Results results = Results::from_bytes(std::move(file), "mutated");
        std::string refused;
        const auto attempt = [&](const auto& body) {
            try {
                body();
            } catch (const FormatError& error) {
                refused = error.what();
            }
        };
        for (const Variable& v : all_variables())
            for (std::size_t o = 0; o < results.header().options.size() && results.has(v); ++o)
                attempt([&] { static_cast<void>(results.values(v, o)); });
        attempt([&] { static_cast<void>(results.hashes()); });
        attempt([&] { static_cast<void>(results.parameters()); });
        attempt([&] { static_cast<void>(results.row(results.members().size() - 1)); });
        attempt([&] { static_cast<void>(csv_of_series(results)); });
        attempt([&] { static_cast<void>(geojson_of_places(results, {})); });
        attempt([&] {
            if (results.has_detail()) static_cast<void>(results.detail());
        });
        return refused;
    } catch (const FormatError& error) {
        return error.what();
    }
}

}  // namespace forestall::testing
