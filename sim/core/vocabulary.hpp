// SPDX-License-Identifier: Apache-2.0
// The words of an enum: one table, the only place where its names are written. Each row says which
// value it is of; a table whose rows do not stand at their values does not compile.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace forestall {

template <class Enum>
struct Word {
    Enum value;
    std::string_view text;
};

/// `Row` has at least the members of a Word, and may say more of each value.
template <class Enum, std::size_t Size, class Row = Word<Enum>>
struct Vocabulary {
    std::array<Row, Size> rows;

    static constexpr std::size_t size() { return Size; }
    constexpr const Row& row(Enum value) const { return rows.at(static_cast<std::size_t>(value)); }
    constexpr std::string_view text(Enum value) const { return row(value).text; }
    std::string string(Enum value) const { return std::string(text(value)); }
    constexpr std::optional<Enum> find(std::string_view text) const {
        for (const Row& row : rows)
            if (row.text == text) return row.value;
        return std::nullopt;
    }
    constexpr auto begin() const { return rows.begin(); }
    constexpr auto end() const { return rows.end(); }
};

/// A row for each value, from 0 on.
template <class Enum, class Row = Word<Enum>, std::size_t Size>
consteval Vocabulary<Enum, Size, Row> vocabulary(const Row (&rows)[Size]) {
    Vocabulary<Enum, Size, Row> out{};
    for (std::size_t i = 0; i < Size; ++i) {
        if (static_cast<std::size_t>(rows[i].value) != i)
            throw std::logic_error("a row of a vocabulary is not in its place");
        for (std::size_t j = 0; j < i; ++j)
            if (rows[i].text == rows[j].text) throw std::logic_error("two values have one name");
        out.rows[i] = rows[i];
    }
    return out;
}

namespace vocabulary_detail {

template <const auto& Words, char Separator, std::size_t From>
constexpr auto joined() {
    constexpr std::size_t size = [] {
        std::size_t n = Words.size() - From - 1;
        for (std::size_t i = From; i < Words.size(); ++i) n += Words.rows[i].text.size();
        return n;
    }();
    std::array<char, size> out{};
    std::size_t at = 0;
    for (std::size_t i = From; i < Words.size(); ++i) {
        if (i > From) out[at++] = Separator;
        for (const char c : Words.rows[i].text) out[at++] = c;
    }
    return out;
}

template <const auto& Words, char Separator, std::size_t From>
inline constexpr auto letters = joined<Words, Separator, From>();

}  // namespace vocabulary_detail

/// The texts of a vocabulary from a row on, as a constant: "prevention|mitigation|response".
template <const auto& Words, char Separator, std::size_t From = 0>
inline constexpr std::string_view joined_words{
    vocabulary_detail::letters<Words, Separator, From>.data(),
    vocabulary_detail::letters<Words, Separator, From>.size()};

}  // namespace forestall
