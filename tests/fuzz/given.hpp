// SPDX-License-Identifier: Apache-2.0
// One fuzz input as names and numbers: lines of names, an empty line, numbers; all of them are
// given out in turn, again and again. `harmless`: with every character of markup replaced by one
// that pages leave out.
#pragma once
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/outcome.hpp"

namespace forestall::fuzz {

class Given {
public:
    Given(std::string_view text, bool harmless) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            std::string line(text.substr(0, std::min<std::size_t>(end, 200)));
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line.empty()) break;
            std::erase_if(line,
                          [](char c) { return c >= 0 && c <= static_cast<char>(markup.size()); });
            for (char& c : line)
                if (const auto at = markup.find(c); harmless && at != std::string_view::npos)
                    c = static_cast<char>(at + 1);  // no two names become one
            names_.push_back(std::move(line));
        }
        std::istringstream words{std::string(text)};
        for (std::string word; numbers_.size() < 1000 && words >> word;)
            numbers_.push_back(std::strtod(word.c_str(), nullptr));
    }
    /// No two are alike.
    std::string name() {
        const std::size_t n = name_++;
        return fmt::format("{:03}{}", n, names_.empty() ? "" : names_[n % names_.size()]);
    }
    double number() { return numbers_.empty() ? 0 : numbers_[number_++ % numbers_.size()]; }
    double finite() {
        const double v = number();
        return std::isfinite(v) ? v : 0;
    }
    /// What a results file takes as such a value.
    double of_type(ValueType type) {
        const double v = finite();
        if (type == ValueType::real) return v;
        return type == ValueType::flag ? std::trunc(std::clamp(v, 0.0, 127.0))
                                       : std::trunc(std::clamp(v, -0x1p53, 0x1p53));
    }
    /// Leaves it where the next number is finite.
    void make_odd(double& value) {
        if (const double v = number(); !std::isfinite(v)) value = v;
    }

private:
    static constexpr std::string_view markup = "<>&\"'";
    std::vector<std::string> names_;
    std::vector<double> numbers_;
    std::size_t name_ = 0, number_ = 0;
};

}  // namespace forestall::fuzz
