// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/policy.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace forestall::report {

std::string source_of(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL could not compute the SHA-256 of a script");
    std::array<unsigned char, std::size_t{2} * EVP_MAX_MD_SIZE> letters{};
    const int length = EVP_EncodeBlock(letters.data(), digest.data(), static_cast<int>(size));
    return "'sha256-" + std::string(letters.begin(), letters.begin() + length) + "'";
}

std::string policy_of(const std::vector<std::string_view>& scripts, std::string_view style) {
    std::string out = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src";
    if (scripts.empty()) out += " 'none'";
    for (const std::string_view script : scripts) out += " " + source_of(script);
    return out + "; style-src " + source_of(style);
}

}  // namespace forestall::report
