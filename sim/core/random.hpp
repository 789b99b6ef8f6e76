// SPDX-License-Identifier: Apache-2.0
// Draws have addresses: every random number is Philox4x32-10 of (seed, member | process, entity,
// step, position). Nothing is consumed, so the order of calls, the number of threads and what other
// processes drew change nothing, and two options of one member see the same luck. Entities are
// addressed by a digest of their stable *name*, never by index. Source: Salmon et al. 2011 (SC'11),
// as implemented in Random123.
#pragma once
#include <Random123/philox.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/units.hpp"

namespace forestall {

/// 64-bit digest of text (XXH3, seed 0); the stable address of an entity or process.
std::uint64_t name_hash(std::string_view text);

/// Joins two digests into one; not commutative.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t x = a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2));
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Where draws live: the key of a member, the digest of process and entity, the step. Blocks are
/// counted within.
struct DrawAddress {
    std::uint64_t key = 0;
    std::uint64_t entity = 0;
    std::uint32_t step = 0;
};

/// The four words of one block of an address.
inline std::array<std::uint32_t, 4> philox_block(const DrawAddress& address, std::uint32_t block) {
    const r123::Philox4x32::ctr_type counter = {{static_cast<std::uint32_t>(address.entity),
                                                 static_cast<std::uint32_t>(address.entity >> 32),
                                                 address.step, block}};
    const r123::Philox4x32::key_type key = {
        {static_cast<std::uint32_t>(address.key), static_cast<std::uint32_t>(address.key >> 32)}};
    const auto out = r123::Philox4x32{}(counter, key);
    return {out[0], out[1], out[2], out[3]};
}

/// The draws of one (process, entity, step): a sequence of uniforms in (0,1), two per Philox block;
/// 2^33 of them, then they repeat. A value: copying it copies the position.
class Stream {
public:
    Stream(std::uint64_t key, std::uint64_t entity, std::uint32_t step)
        : address_{key, entity, step} {}
    explicit Stream(const DrawAddress& address) : address_(address) {}

    /// Next uniform in (0,1): an odd multiple of 2^-53, so never 0 nor 1 and 1 - u is exact.
    double uniform() {
        if (have_ == 0) refill();
        return to_unit(words_[--have_]);
    }
    /// Next 64 random bits.
    std::uint64_t bits() {
        if (have_ == 0) refill();
        return words_[--have_];
    }
    /// Uniform integer in [0, n), n >= 1, by Lemire's multiply-shift with rejection.
    std::uint64_t below(std::uint64_t n);

    static double to_unit(std::uint64_t word) {
        return (static_cast<double>(word >> 12) + 0.5) * 0x1.0p-52;
    }

private:
    void refill() {
        const auto out = philox_block(address_, block_++);
        words_[1] = (std::uint64_t{out[1]} << 32) | out[0];
        words_[0] = (std::uint64_t{out[3]} << 32) | out[2];
        have_ = 2;
    }

    DrawAddress address_;
    std::uint32_t block_ = 0;
    std::array<std::uint64_t, 2> words_{};
    std::size_t have_ = 0;
};

/// All the luck of one member. Cheap to copy.
class Luck {
public:
    Luck(std::uint64_t seed, std::uint64_t member) : key_(mix(seed, member)) {}

    /// The stream of one process (digest of its name, best a `constexpr` of the caller), entity and
    /// step.
    Stream stream(std::uint64_t process, std::uint64_t entity, std::uint32_t step) const {
        return Stream(address(process, entity, step));
    }
    /// The same where a step is a day.
    Stream stream_on(Day day, std::uint64_t process, std::uint64_t entity) const {
        return stream(process, entity, static_cast<std::uint32_t>(day));
    }
    /// The same as an address, for core/vector_draws.hpp.
    DrawAddress address(std::uint64_t process, std::uint64_t entity, std::uint32_t step) const {
        return {process == redrawn_ ? other_ : key_, mix(process, entity), step};
    }
    /// The same luck but in one process, which has that of another member: what the draws of that
    /// process alone are worth.
    Luck redrawn(std::uint64_t process, std::uint64_t member) const {
        Luck out = *this;
        out.redrawn_ = process;
        out.other_ = mix(key_, member);
        return out;
    }
    std::uint64_t key() const { return key_; }

private:
    std::uint64_t key_;
    std::uint64_t redrawn_ = 0;  ///< no name has this digest
    std::uint64_t other_ = 0;
};

/// Digest of a process name at compile time (FNV-1a, then mixed): `constexpr auto kLeave =
/// process("population.leave");`
constexpr std::uint64_t process(std::string_view name) {
    std::uint64_t h = 0xcbf29ce484222325ULL;
    for (char c : name) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mix(h, name.size());
}

}  // namespace forestall
