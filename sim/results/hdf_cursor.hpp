// SPDX-License-Identifier: Apache-2.0
// Little-endian numbers out of a block of bytes; whatever reaches beyond the block is an Error.
#pragma once
#include <cstdint>
#include <string_view>

#include "results/hdf.hpp"

namespace forestall::hdf {

class Cursor {
public:
    explicit Cursor(std::string_view bytes) : bytes_(bytes) {}
    std::string_view take(std::uint64_t count) {
        if (count > bytes_.size() - at_) throw Error("a structure of the file ends too early");
        const auto out = bytes_.substr(at_, static_cast<std::size_t>(count));
        at_ += static_cast<std::size_t>(count);
        return out;
    }
    void skip(std::uint64_t count) { take(count); }
    /// A number of `width` bytes, at most 8.
    std::uint64_t number(unsigned width) {
        std::uint64_t value = 0;
        const auto bytes = take(width);
        for (unsigned i = 0; i < width; ++i)
            value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
        return value;
    }
    unsigned small() { return static_cast<unsigned>(number(1)); }
    void demand(std::string_view signature) {
        if (take(signature.size()) != signature)
            throw Error("a structure of the file is not what it should be");
    }
    std::size_t at() const { return at_; }
    std::size_t left() const { return bytes_.size() - at_; }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace forestall::hdf
