// SPDX-License-Identifier: Apache-2.0
// Where the readers say what is wrong. Keeps a flood readable: of one code in one file only the
// first `shown` are kept whole, the rest is counted and told at the end (W008).
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/diagnostics.hpp"

namespace forestall {

class Report {
public:
    /// What `out` holds already counts.
    Report(Diagnostics& out, std::uint64_t shown);

    /// Error or warning as the code's letter says. Without a hint the code's own is used; "-" means
    /// none.
    void add(std::string_view code, const SourcePosition& at, std::string message,
             std::string hint = "");
    /// The same, for what has one cause in many rows: of one file, code and cause the first is
    /// told, with how often it stands there.
    void add_cause(std::string_view code, const SourcePosition& at, const std::string& cause,
                   std::string message, std::string hint = "");
    /// Whether one more of this code in this file would be kept (to spare the search for a hint).
    bool wants(std::string_view code, const std::string& file) const;
    bool wants_cause(std::string_view code, const std::string& file,
                     const std::string& cause) const;
    bool failed() const { return errors_ > 0; }
    std::uint64_t errors() const { return errors_; }
    /// How much was said so far, listed or only counted.
    std::uint64_t said() const { return said_; }
    /// What the last code said since then means, for something that was not taken; "not said" if
    /// nothing was.
    std::string why(std::uint64_t since) const;
    /// Tells what was counted only. Call once, last.
    void finish();

private:
    Diagnostics* out_;
    std::uint64_t shown_;
    std::uint64_t errors_ = 0;
    std::uint64_t said_ = 0;
    std::string last_;  ///< code
    struct Told {
        std::string code;
        SourcePosition at;
        std::string message;
        std::string hint;
        std::uint64_t times = 0;
    };
    void tell(std::string_view code, const SourcePosition& at, std::string message,
              std::string hint);

    std::map<std::pair<std::string, std::string>, std::uint64_t> counts_;  ///< by file and code
    std::map<std::array<std::string, 3>, Told> causes_;  ///< by file, code and cause
};

/// User text for a message: quoted, at most 60 characters, what acts or is not seen as an escape
/// (core/visible.hpp), what is not UTF-8 as '?'.
std::string shown(std::string_view user_text);
/// "did you mean 'x'?" or "".
std::string did_you_mean(std::string_view nearest_name);
/// "a, b, c".
std::string joined(std::span<const std::string> names);
/// "a|b|c" as "a, b, c".
std::string listed(std::string_view choices);

}  // namespace forestall
