// SPDX-License-Identifier: Apache-2.0
// Errors a user can cause are values: where (file:line:column), a stable code, what is wrong, and a
// hint. A pass collects all of them. Library code never prints and never exits.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forestall {

/// Line and column count from 1; 0 where there is none (a missing file).
struct SourcePosition {
    std::string file;
    int line = 0;
    int column = 0;
};

enum class Severity { warning, error };

struct Diagnostic {
    SourcePosition at;
    Severity severity = Severity::error;
    std::string code;
    std::string message;
    std::string hint;
};

class Diagnostics {
public:
    void error(SourcePosition at, std::string_view code, std::string message,
               std::string hint = "");
    void warning(SourcePosition at, std::string_view code, std::string message,
                 std::string hint = "");
    bool has_errors() const;
    std::span<const Diagnostic> all() const { return items_; }
    /// Orders by file, line, column, code; equal ones stay in order of arrival.
    void sort();

private:
    std::vector<Diagnostic> items_;
};

/// `scenario.toml:14:9: error E012: unknown key 'interventon'; did you mean 'intervention'?`; a
/// position without line or column leaves them out.
std::string to_string(const Diagnostic& diagnostic);

/// The candidate nearest to `word` by edit distance if near enough to be a slip of the finger, else
/// "".
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace forestall
