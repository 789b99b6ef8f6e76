// SPDX-License-Identifier: Apache-2.0
#include "analysis/explain/spoken_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/digits.hpp"

namespace forestall::history {
namespace {

constexpr std::array<const char*, 13> words = {"no",   "one",    "two",   "three", "four",
                                               "five", "six",    "seven", "eight", "nine",
                                               "ten",  "eleven", "twelve"};
constexpr Persons million = 1'000'000;

Persons to_nearest(Persons n, Persons unit) { return (n + unit / 2) / unit * unit; }

}  // namespace

Persons rounded(Persons n) {
    if (n < 100) return n;
    if (n < 1'000) return to_nearest(n, 10);
    if (n < 100'000) return to_nearest(n, 100);
    return to_nearest(n, 10'000);
}

std::string plain(Persons n) {
    if (n >= 0 && n < static_cast<Persons>(words.size())) return words[static_cast<std::size_t>(n)];
    const Persons r = rounded(n);
    if (r < million) return analysis::thousands(r);
    std::string out = fmt::format("{:.2f}", real(r) / real(million));
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out + " million";
}

std::string about(Persons n) {
    const Persons r = rounded(n);
    if (r == n) return plain(n);
    const double off = (real(r) - real(n)) / real(n);
    if (off > 0.01) return "nearly " + plain(n);
    return (off < -0.01 ? "more than " : "about ") + plain(n);
}

std::string plain_or_none(Persons n) { return n == 0 ? "none" : plain(n); }

std::string per_cent(double share) {
    if (share > 0 && share < 0.005) return "less than 1%";
    return fmt::format("{:.0f}%", 100 * share);
}

std::string list_of(const std::vector<std::string>& items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
        out += items[i];
    }
    return out;
}

std::string capitalised(std::string text) {
    for (std::size_t i = 0; i < std::min<std::size_t>(1, text.size()); ++i)
        if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
    return text;
}

std::string as_sentence(std::string text) {
    std::string out = capitalised(std::move(text));
    out += '.';
    return out;
}

}  // namespace forestall::history
