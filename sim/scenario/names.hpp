// SPDX-License-Identifier: Apache-2.0
// Names that people can type, read and tell apart. Names stay as they are written; what is compared
// here is a folded form in which capitals, accents composed or not, widths and runs of blanks make
// no difference.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace forestall {

/// Names of one kind of thing, by position of declaration.
struct Names {
    std::unordered_map<std::string, std::uint32_t> ids;
    std::unordered_map<std::string, std::uint32_t>
        by_folded;  ///< the first of those that fold to one
    std::vector<std::string> list;
    bool known = false;

    /// False if the name is taken.
    bool add(const std::string& name);
    std::optional<std::uint32_t> find(const std::string& name) const;
    /// The first other name that cannot be told apart from this one, or nullptr.
    const std::string* twin(const std::string& name) const;
};

/// Equal for names that differ in capitals, width, composed or loose accents, invisible characters
/// or blanks only.
std::string folded_name(std::string_view name);
/// Whether two different names are the same but for accents being composed or loose.
bool same_but_for_encoding(std::string_view a, std::string_view b);

/// What a name must not have: "a blank at its start or end", "an invisible character (U+202E)";
/// nothing if it is fine.
std::optional<std::string> name_problem(std::string_view name);
/// A character that turns, hides or controls the text around it: "U+202E".
std::optional<std::string> hidden_character(std::string_view text);

/// Why an option cannot be called so: it could not be asked for by that name.
std::optional<std::string> option_name_problem(std::string_view name);

}  // namespace forestall
