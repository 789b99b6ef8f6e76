// SPDX-License-Identifier: Apache-2.0
#include "app/exercise/server/tokens.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <span>
#include <stdexcept>

#include "results/files.hpp"

namespace forestall::app::exercise {
namespace {

std::string hex_of(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const unsigned char b : bytes) {
        out += digits[b >> 4U];
        out += digits[b & 15U];
    }
    return out;
}

}  // namespace

std::string fresh_token() {
    std::array<unsigned char, token_letters / 2> bytes{};
    for (std::size_t have = 0; have < bytes.size();) {
        const ssize_t n = ::getrandom(bytes.data() + have, bytes.size() - have, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) throw IoError("getrandom", "the system gives no random bytes");
        have += static_cast<std::size_t>(n);
    }
    return hex_of(bytes);
}

std::string token_digest(std::string_view token) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(token.data(), token.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL could not compute the SHA-256 of a token");
    return hex_of(std::span(digest).first(size));
}

bool same_digest(std::string_view one, std::string_view other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace forestall::app::exercise
