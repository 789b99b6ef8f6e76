// SPDX-License-Identifier: Apache-2.0
#include "patterns/posterior_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace forestall::patterns {

std::string table_header(std::span<const calibration::Prior> priors,
                         const calibration::Goals& goals) {
    std::string out;
    for (const calibration::Prior& prior : priors)
        out += fmt::format("{} ({} {} {}),", prior.name, shape_name(prior.law.shape),
                           prior.law.args[0], prior.law.args[1]);
    for (const calibration::Goal& goal : goals.shares)
        out += fmt::format("\"{}: k\",\"{}: n\",", goal.name, goal.name);
    for (const calibration::Goal& goal : goals.values) out += fmt::format("\"{}\",", goal.name);
    out.back() = '\n';
    return out;
}

std::string table_line(const calibration::Row& row) {
    std::string out;
    for (const double x : row.weights) out += fmt::format("{},", x);
    for (const calibration::Tally& t : row.shares) out += fmt::format("{},{},", t.k, t.n);
    for (const double x : row.values) out += fmt::format("{},", x);
    out.back() = '\n';
    return out;
}

calibration::Row row_of(std::string_view line, std::size_t weights, std::size_t shares,
                        std::size_t values) {
    std::vector<double> numbers;
    while (!line.empty()) {
        const std::string_view cell = line.substr(0, line.find_first_of(",\n"));
        double x = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), x);
        if (error != std::errc() || end != cell.data() + cell.size())
            throw std::runtime_error("a row of the table holds what is no number");
        numbers.push_back(x);
        line.remove_prefix(std::min(line.size(), cell.size() + 1));
    }
    if (numbers.size() != weights + 2 * shares + values)
        throw std::runtime_error("a row of the table is not as long as its header");
    calibration::Row out;
    auto at = numbers.begin();
    for (std::size_t i = 0; i < weights; ++i) out.weights.push_back(*at++);
    for (std::size_t i = 0; i < shares; ++i) {
        const double k = *at++;
        out.shares.push_back({k, *at++});
    }
    out.values.assign(at, numbers.end());
    return out;
}

std::vector<std::string> kept_lines(const std::filesystem::path& path, const std::string& header) {
    if (!std::filesystem::exists(path)) return {};
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    std::string all = text.str();
    const std::size_t whole = all.rfind('\n') + 1;
    if (whole < all.size()) {
        all.resize(whole);
        std::filesystem::resize_file(path, whole);
    }
    std::vector<std::string> out;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = all.find('\n', at) + 1;
        out.push_back(all.substr(at, end - at));
        at = end;
    }
    if (out.empty()) return out;
    if (out.front() != header)
        throw std::runtime_error(path.string() +
                                 " is of other priors or patterns: move it away to begin anew");
    out.erase(out.begin());
    return out;
}

}  // namespace forestall::patterns
