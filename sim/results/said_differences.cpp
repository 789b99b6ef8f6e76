// SPDX-License-Identifier: Apache-2.0
#include "results/said_differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "results/assemble.hpp"
#include "results/read_labels.hpp"
#include "results/refuse_content.hpp"
#include "results/run_file.hpp"

namespace forestall {
namespace {

constexpr const char* there = "is there";
constexpr const char* not_there = "is not there";

std::string shortened(const std::string& text) {
    constexpr std::size_t most = 60;
    return text.size() > most ? text.substr(0, most) + "…" : text;
}

bool is_text(hdf::Element element) {
    return element == hdf::Element::character || element == hdf::Element::text;
}

template <class T>
std::string as_text(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return fmt::format("{}", value);
}

/// One number as it lies in the file.
std::string number_text(hdf::Element element, const char* at) {
    switch (element) {
        case hdf::Element::int8:
            return fmt::format("{}", static_cast<int>(static_cast<signed char>(*at)));
        case hdf::Element::int32:
            return as_text<std::int32_t>(at);
        case hdf::Element::int64:
            return as_text<std::int64_t>(at);
        case hdf::Element::float64:
            return as_text<double>(at);
        case hdf::Element::byte:
            return fmt::format("byte {}", static_cast<int>(static_cast<unsigned char>(*at)));
        default:
            return "a value of another type";
    }
}

std::string attribute_text(const hdf::Attribute& a) {
    if (a.element == hdf::Element::character)
        return shortened("'" + a.value.substr(0, a.value.find('\0')) + "'");
    if (a.element == hdf::Element::other || a.element == hdf::Element::text)
        return "a value of another type";
    std::string out;
    const std::size_t width = h5::element_size(a.element);
    for (std::size_t i = 0; i + width <= a.value.size() && out.size() < 60; i += width)
        out += (i == 0 ? "" : " ") + number_text(a.element, a.value.data() + i);
    return out;
}

/// Words and netCDF's own notes, in which a program may differ from another one.
bool is_wording(const std::string& path, const std::string& name) {
    static const std::set<std::string> words = {"long_name", "Conventions", "format_version",
                                                "NAME",      "CLASS",       "_Encoding"};
    return words.contains(name) || name.starts_with("_Netcdf4") ||
           (name == "title" && !path.empty());
}

/// Room for texts is a dimension of netCDF-4's and of no reader's.
bool is_room(const std::string& dimension) {
    return dimension.empty() || dimension.starts_with("string");
}

class Walk {
public:
    Walk(const hdf::File& stored, const hdf::File& fresh, const Header& header, Demand demand,
         std::set<std::string> rows)
        : stored_(stored),
          fresh_(fresh),
          header_(header),
          demand_(demand),
          rows_(std::move(rows)) {}

    std::vector<ValueDifference> differences() {
        group("", stored_.root(), fresh_.root());
        return std::move(out_);
    }

private:
    bool strict() const { return demand_ == Demand::everything; }

    void note(std::string what, std::string where, std::string stored, std::string fresh,
              std::size_t differing = 1) {
        out_.push_back(
            {std::move(what), std::move(where), std::move(stored), std::move(fresh), differing});
    }

    /// Calls `both` for names that both maps have.
    template <class Map, class Both>
    void pairs(const std::string& path, const Map& stored, const Map& fresh, const Both& both) {
        for (const auto& [name, thing] : stored) {
            const auto other = fresh.find(name);
            if (other != fresh.end())
                both(name, thing, other->second);
            else if (strict())
                note(path + name, "", there, not_there);
        }
        for (const auto& [name, thing] : fresh)
            if (strict() && !stored.contains(name)) note(path + name, "", not_there, there);
    }

    void group(const std::string& path, const hdf::Group& stored, const hdf::Group& fresh) {
        attributes(path.substr(0, path.size() - (path.empty() ? 0 : 1)), stored.attributes,
                   fresh.attributes);
        pairs(path, stored.datasets, fresh.datasets,
              [&](const std::string& name, const hdf::Dataset& s, const hdf::Dataset& f) {
                  dataset(path + name, s, f);
              });
        pairs(path, stored.groups, fresh.groups,
              [&](const std::string& name, const hdf::Group& s, const hdf::Group& f) {
                  group(path + name + "/", s, f);
              });
    }

    using Attributes = std::map<std::string, hdf::Attribute>;
    void attributes(const std::string& path, const Attributes& stored, const Attributes& fresh) {
        // Lists of references hold places in the file; `dimensions` compares what they stand for.
        const auto passed = [&](const std::string& name) {
            return name == "REFERENCE_LIST" || name == "DIMENSION_LIST" ||
                   (!strict() && is_wording(path, name));
        };
        for (const auto& [name, s] : stored) {
            if (passed(name)) continue;
            const auto f = fresh.find(name);
            if (f == fresh.end())
                note(path + ":" + name, "", attribute_text(s), not_there);
            else if (s.element != f->second.element || s.count != f->second.count ||
                     s.value != f->second.value)
                note(path + ":" + name, "", attribute_text(s), attribute_text(f->second));
        }
        for (const auto& [name, f] : fresh)
            if (strict() && !passed(name) && !stored.contains(name))
                note(path + ":" + name, "", not_there, attribute_text(f));
    }

    std::vector<std::string> dimensions(const hdf::File& file, const hdf::Dataset& dataset) const {
        auto names = file.dimensions(dataset);
        std::erase_if(names, is_room);
        return names;
    }

    void dataset(const std::string& path, const hdf::Dataset& stored, const hdf::Dataset& fresh) {
        attributes(path, stored.attributes, fresh.attributes);
        const auto along = dimensions(fresh_, fresh);
        const auto stored_along = dimensions(stored_, stored);
        if (along != stored_along)
            note(path, "its dimensions", fmt::format("{}", fmt::join(stored_along, ", ")),
                 fmt::format("{}", fmt::join(along, ", ")));
        const bool texts = is_text(fresh.element);
        const bool same_type = texts && !strict() ? is_text(stored.element)
                                                  : stored.element == fresh.element &&
                                                        stored.element_size == fresh.element_size;
        if (!same_type) return note(path, "its type", "another one", "not that");
        if (rows_.contains(path)) return;
        if (shape_of(stored) != shape_of(fresh))
            return note(path, "its size", fmt::format("{}", fmt::join(shape_of(stored), " x ")),
                        fmt::format("{}", fmt::join(shape_of(fresh), " x ")));
        using enum hdf::Dataset::Storage;
        if ((stored.storage == none) != (fresh.storage == none))
            return note(path, "its values", stored.storage == none ? not_there : there,
                        fresh.storage == none ? not_there : there);
        if (fresh.storage == none) return;
        if (texts)
            compare_texts(path, stored, fresh, along);
        else
            compare_numbers(path, stored, fresh, along);
    }

    /// Without the room for a text, which is the last dimension of characters.
    static hdf::Extent shape_of(const hdf::Dataset& dataset) {
        hdf::Extent shape = dataset.shape;
        if (dataset.element == hdf::Element::character && !shape.empty()) shape.pop_back();
        return shape;
    }

    void compare_texts(const std::string& path, const hdf::Dataset& stored,
                       const hdf::Dataset& fresh, const std::vector<std::string>& along) {
        const auto s = stored_.texts(stored), f = fresh_.texts(fresh);
        std::size_t first = 0, differing = 0;
        for (std::size_t i = f.size(); i-- > 0;)
            if (s[i] != f[i]) first = i, ++differing;
        if (differing > 0)
            note(path, where(path, along, shape_of(fresh), first), shortened(s[first]),
                 shortened(f[first]), differing);
    }

    static std::vector<char> bytes_of(const hdf::File& file, const hdf::Dataset& dataset) {
        const std::uint64_t size = hdf::checked_size(dataset, labels::most_values);
        std::vector<char> out(static_cast<std::size_t>(size) * dataset.element_size);
        if (!out.empty()) file.read(dataset, {}, {}, out.data());
        return out;
    }

    void compare_numbers(const std::string& path, const hdf::Dataset& stored,
                         const hdf::Dataset& fresh, const std::vector<std::string>& along) {
        const std::vector<char> s = bytes_of(stored_, stored), f = bytes_of(fresh_, fresh);
        const std::size_t width = fresh.element_size;
        std::size_t first = 0, differing = 0;
        for (std::size_t i = f.size() / width; i-- > 0;)
            if (std::memcmp(s.data() + i * width, f.data() + i * width, width) != 0)
                first = i, ++differing;
        if (differing > 0)
            note(path, where(path, along, fresh.shape, first),
                 number_text(fresh.element, s.data() + first * width),
                 number_text(fresh.element, f.data() + first * width), differing);
    }

    std::string position(const std::string& dimension, std::size_t i) const {
        if (dimension == "time") return fmt::format("step {}, day {}", i, header_.time.at(i));
        if (dimension == "location") return "place " + header_.locations.at(i).name;
        if (dimension == "group") return "group " + header_.groups.at(i);
        if (dimension == "actor") return "actor " + header_.actors.at(i);
        return fmt::format("{} {}", dimension.substr(dimension.rfind('/') + 1), i);
    }

    /// "step 3, day 21, place Mill": where value `i` stands.
    std::string where(const std::string& path, std::vector<std::string> along,
                      const hdf::Extent& shape, std::size_t i) const {
        if (along.empty() && shape.size() == 1) along = {path};
        if (along.size() != shape.size()) return {};
        std::string out;
        for (std::size_t axis = shape.size(); axis-- > 0; i /= shape[axis]) {
            const std::string here = position(along[axis], i % shape[axis]);
            out = out.empty() ? here : here + ", " + out;
        }
        return out;
    }

    const hdf::File& stored_;
    const hdf::File& fresh_;
    const Header& header_;  ///< of the fresh file
    Demand demand_;
    std::set<std::string> rows_;  ///< paths of values that are compared member by member
    std::vector<ValueDifference> out_;
};

std::set<std::string> row_paths() {
    std::set<std::string> rows = {"member_hash", "parameters/values"};
    for (const Variable& v : all_variables()) rows.emplace(v.spec->name);
    return rows;
}

/// The header that the writer would have had: the job decides all but whose program it was, which
/// members there are, and whether all were run.
Header written_again(const Results& stored, const Header& rebuilt) {
    Header header = rebuilt;
    header.program = stored.header().program;
    header.gaps = stored.header().gaps;
    return header;
}

std::vector<ValueDifference> walk(const Results& stored, const Header& header, FileWriter written,
                                  Demand demand, std::set<std::string> rows) {
    const hdf::File fresh(hdf::bytes_in_memory(written.finish()));
    // `verify` names the job by itself: another version may tell the same world by another digest.
    rows.insert("scenario/job");
    try {
        return Walk(stored.file(), fresh, header, demand, std::move(rows)).differences();
    } catch (const hdf::Error& error) {
        refuse_content(stored.name(), error);
    }
}

}  // namespace

std::vector<ValueDifference> said_differences(const Results& stored, const Header& rebuilt,
                                              Demand demand) {
    const Header header = written_again(stored, rebuilt);
    // Memory does not grow with members: a file of one member says the same as a file of all.
    const std::uint64_t one = 0;
    std::set<std::string> rows = row_paths();
    rows.insert({"member", "ran"});
    return walk(stored, header, FileWriter(header, std::span(&one, 1), Content::whole), demand,
                std::move(rows));
}

std::vector<ValueDifference> said_differences(const Results& stored, const Header& rebuilt,
                                              const MemberRow& computed, const RunDetail& detail,
                                              Demand demand) {
    const Header header = written_again(stored, rebuilt);
    return walk(stored, header, writer_of_run(header, computed, detail), demand, row_paths());
}

std::string sentence_of(const std::vector<ValueDifference>& said) {
    constexpr std::size_t most = 6;
    std::vector<std::string> names;
    for (const ValueDifference& d : said)
        if (std::find(names.begin(), names.end(), d.variable) == names.end())
            names.push_back(d.variable);
    if (names.empty()) return {};
    const std::size_t more = names.size() > most ? names.size() - most : 0;
    names.resize(names.size() - more);
    return fmt::format("not what the scenario inside gives: {}{}", fmt::join(names, ", "),
                       more == 0 ? "" : fmt::format(" and {} more", more));
}

}  // namespace forestall
