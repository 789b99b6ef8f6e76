// SPDX-License-Identifier: Apache-2.0
// Values out of a results file that was opened.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "results/layout.hpp"
#include "results/reader.hpp"
#include "results/refuse_content.hpp"

namespace forestall {
namespace {

template <class Enum>
const Variable& variable_of(Along along, Enum which) {
    for (const Variable& v : all_variables())
        if (v.along == along && v.index == static_cast<std::size_t>(which)) return v;
    throw std::invalid_argument("no such variable");
}

/// A slab of one variable, as raw elements.
RawBlock read_block(const hdf::File& file, const std::string& path, const Variable& variable,
                    hdf::Extent start, hdf::Extent count, const std::vector<std::size_t>& labels) {
    const std::string name(variable.spec->name);
    if (!hdf::has_dataset(file.root(), name.c_str()))
        throw FormatError(path, fmt::format("the file has no variable '{}'", name));
    for (const std::size_t n : labels) {
        start.push_back(0);
        count.push_back(n);
    }
    std::size_t size = 1;
    for (hsize_t n : count) size *= n;
    RawBlock block(element_of(variable), size);
    if (size == 0) return block;
    try {
        file.read(hdf::dataset_of(file.root(), name.c_str()), start, count, block.at(0));
    } catch (const hdf::Error& error) {
        refuse_content(path, error);
    }
    return block;
}

std::vector<double> as_doubles(const RawBlock& block) {
    std::vector<double> out(block.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = block.value(i);
    return out;
}

}  // namespace

std::vector<double> Results::values(const Variable& variable, std::size_t option, std::size_t first,
                                    std::size_t count) const {
    const std::size_t options = header_.options.size();
    if (option >= columns() || first > members_.size())
        throw std::out_of_range("no such option or member");
    count = std::min(count, members_.size() - first);
    const std::size_t width = length(variable);
    std::vector<double> out = as_doubles(read_block(
        *file_, name_, variable, with_points({option % options, first}, option / options),
        with_points({1, count}, 1), labels_along(header_, variable)));
    const bool may_lack = variable.along == Along::continuation;
    for (std::size_t i = 0; i < out.size(); ++i)
        if (!std::isfinite(out[i]) && ran(option, first + i / width) &&
            !(may_lack && std::isnan(out[i])))
            throw FormatError(
                name_,
                fmt::format("variable '{}' holds {} for option '{}' and member {}",
                            variable.spec->name, std::isnan(out[i]) ? "not a number" : "infinity",
                            header_.options[option % options], members_[first + i / width]));
    return out;
}

std::vector<double> Results::values(Series series, std::size_t option) const {
    return values(variable_of(Along::time, series), option);
}
std::vector<double> Results::values(PerPlace variable, std::size_t option) const {
    return values(variable_of(Along::location, variable), option);
}
std::vector<double> Results::values(PerGroup variable, std::size_t option) const {
    return values(variable_of(Along::group, variable), option);
}
std::vector<double> Results::values(Scalar scalar, std::size_t option) const {
    return values(variable_of(Along::nothing, scalar), option);
}
std::vector<double> Results::values(Continued variable, std::size_t option) const {
    return values(
        variable_of(by_continuation(variable) ? Along::continuation : Along::state, variable),
        option);
}

bool Results::ran(std::size_t option, std::size_t position) const {
    if (!header_.gaps) return true;
    return !hashes().at(option * members_.size() + position).empty();
}

RawBlock Results::raw(const Variable& variable, std::size_t first, std::size_t count) const {
    if (first > members_.size() || count > members_.size() - first)
        throw std::out_of_range("no such member");
    if (length(variable) == 0) return RawBlock(element_of(variable), 0);
    return read_block(*file_, name_, variable, with_points({0, first}, 0),
                      with_points({header_.options.size(), count}, header_.points.count()),
                      labels_along(header_, variable));
}

const std::vector<std::string>& Results::hashes() const {
    if (!hashes_.empty()) return hashes_;
    try {
        hashes_ = file_->texts(hdf::dataset_of(file_->root(), "member_hash"));
    } catch (const hdf::Error& error) {
        refuse_content(name_, error);
    }
    return hashes_;
}

std::vector<std::string> Results::hashes(std::size_t first, std::size_t count) const {
    if (first > members_.size() || count > members_.size() - first)
        throw std::out_of_range("no such member");
    try {
        return file_->texts(hdf::dataset_of(file_->root(), "member_hash"),
                            with_points({0, first}, 0),
                            with_points({header_.options.size(), count}, header_.points.count()));
    } catch (const hdf::Error& error) {
        throw FormatError(name_, error.what());
    }
}

std::vector<double> Results::parameters() const { return parameters(0, members_.size()); }

std::vector<double> Results::parameters(std::size_t first, std::size_t count) const {
    if (first > members_.size() || count > members_.size() - first)
        throw std::out_of_range("no such member");
    const std::size_t points = header_.points.count(), width = header_.parameters.size();
    return parameters_from(with_points({first, 0}, 0), with_points({count, width}, points), first,
                           count);
}

std::vector<double> Results::parameters_at(std::size_t point, std::size_t position) const {
    if (point >= header_.points.count() || position >= members_.size())
        throw std::out_of_range("no such point or member");
    const std::size_t width = header_.parameters.size();
    return parameters_from(with_points({position, 0}, point), with_points({1, width}, 1), position,
                           1);
}

std::vector<double> Results::parameters_from(const hdf::Extent& start, const hdf::Extent& count,
                                             std::size_t first, std::size_t members) const {
    std::vector<double> out(members * header_.parameters.size() *
                            (count.size() > 2 ? static_cast<std::size_t>(count.front()) : 1));
    if (out.empty()) return out;
    try {
        file_->read(hdf::dataset_of(hdf::group_of(file_->root(), "parameters"), "values"), start,
                    count, out.data());
    } catch (const hdf::Error& error) {
        refuse_content(name_, error);
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        if (!std::isfinite(out[i]))
            throw FormatError(name_,
                              fmt::format("parameter '{}' of member {} is {}",
                                          header_.parameters[i % header_.parameters.size()].name,
                                          members_[first + i / header_.parameters.size() % members],
                                          std::isnan(out[i]) ? "not a number" : "infinite"));
    return out;
}

MemberRow Results::row(std::size_t position) const {
    MemberRow row{members_.at(position), std::vector<MemberOutcome>(columns())};
    const auto hexes = hashes(position, 1);
    for (std::size_t option = 0; option < row.by_option.size(); ++option) {
        if (!ran(option, position)) continue;
        MemberOutcome& outcome = row.by_option[option];
        for (const Variable& v : all_variables()) {
            if (has(v)) put_values(outcome, v, values(v, option, position, 1));
        }
        const std::string& hex = hexes[option];
        const auto [end, error] =
            std::from_chars(hex.data(), hex.data() + hex.size(), outcome.hash, 16);
        if (error != std::errc() || end != hex.data() + hex.size() || hex.size() != 16)
            throw FormatError(name_, fmt::format("'{}' is not a member hash", hex));
        outcome.parameters = parameters_at(option / header_.options.size(), position);
    }
    return row;
}

}  // namespace forestall
