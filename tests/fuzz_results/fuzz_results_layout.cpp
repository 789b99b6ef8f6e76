// SPDX-License-Identifier: Apache-2.0
// Files that are sound HDF5 and odd results files: every dataset and attribute of a small file may
// be missing, of another type, rank or length, or hold values that make no sense, as the input
// says. The reader refuses them with a FormatError or reads them; nothing else may happen.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "results/export.hpp"
#include "results/export/geojson.hpp"
#include "results/export/views.hpp"
#include "results/layout.hpp"
#include "results/reader.hpp"

namespace {

using namespace forestall;

/// The input as a source of decisions; 0 ("as it should be") once it is used up.
class Decisions {
public:
    Decisions(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}
    unsigned next(unsigned choices) { return at_ == end_ ? 0 : *at_++ % choices; }

private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
};

struct Sizes {
    hsize_t options = 2, members = 3, steps = 4, places = 2, parameters = 2, groups = 2, events = 2;
};

class OddFile {
public:
    explicit OddFile(Decisions decisions) : decisions_(decisions), file_(h5::create_file(store_)) {}

    std::string make() {
        attributes(file_, {{"format", file_format_name}, {"title", "odd"}},
                   {{"format_version", file_format_version}});
        const hsize_t o = sizes_.options, m = sizes_.members, t = sizes_.steps, l = sizes_.places;
        texts(file_, "option", {o});
        numbers(file_, "member", {m});
        if (const auto time = numbers(file_, "time", {t}))
            attributes(*time, {{"units", "days since 2030-01-01"}}, {});
        texts(file_, "location", {l});
        for (const char* name : {"country", "region"}) texts(file_, name, {l});
        for (const char* name : {"latitude", "longitude"})
            dataset(file_, name, h5::Element::float64, {l});
        const std::vector<std::string> groups{"g", "h"};
        h5::write_slab(
            h5::create_dataset(file_, "group", h5::Element::character, {sizes_.groups, 16}),
            h5::Element::character, {}, {}, h5::padded(groups, 16).data());
        for (const Variable& v : all_variables()) variable(v);
        const std::vector<const char*> hashes(o * m, "0123456789abcdef");
        h5::write_slab(h5::create_dataset(file_, "member_hash", h5::Element::text, {o, m}),
                       h5::Element::text, {}, {}, hashes.data());
        parameters();
        scenario();
        detail();
        h5::close_file(std::move(file_));
        return store_.take();
    }

private:
    void variable(const Variable& v) {
        if (v.along == Along::continuation || v.along == Along::state) return;
        h5::Extent shape{sizes_.options, sizes_.members};
        if (v.along == Along::time) shape.push_back(sizes_.steps);
        if (v.along == Along::location) shape.push_back(sizes_.places);
        if (v.along == Along::group) shape.push_back(sizes_.groups);
        const auto made = dataset(file_, std::string(v.spec->name).c_str(), element_of(v), shape);
        if (made && v.spec->name == "spend")
            attributes(*made, {{"currency", "USD"}}, {{"price_year", 2024}});
    }

    void parameters() {
        if (decisions_.next(8) == 1) return;
        const h5::Handle group = h5::create_group(file_, "parameters");
        texts(group, "parameter", {sizes_.parameters});
        texts(group, "unit", {sizes_.parameters});
        dataset(group, "values", h5::Element::float64, {sizes_.members, sizes_.parameters});
    }

    void scenario() {
        if (decisions_.next(8) == 1) return;
        const h5::Handle group = h5::create_group(file_, "scenario");
        attributes(group,
                   {{"version", "1"},
                    {"git_commit", "c"},
                    {"seed", decisions_.next(4) == 1 ? "-1" : "12"}},
                   {{"members", 3}, {"step_days", 7}});
        texts(group, "job", {});
        if (decisions_.next(2) == 0) return;
        for (const char* name : {"file", "xxh3"}) texts(group, name, {2});
        numbers(group, "length", {2});
        dataset(group, "content", h5::Element::byte, {1});
    }

    void detail() {
        if (decisions_.next(2) == 0) return;
        const h5::Handle group = h5::create_group(file_, "detail");
        const h5::Extent shape{sizes_.steps, sizes_.places, sizes_.groups};
        for (const char* name : {"settled", "sheltered", "deaths"})
            dataset(group, name, h5::Element::int64, h5::Extent(shape));
        dataset(group, "danger", h5::Element::float64, {sizes_.steps, sizes_.places});
        const h5::Handle events = h5::create_group(file_, "events");
        for (const char* name : {"step", "deaths", "displaced"})
            numbers(events, name, {sizes_.events});
        for (const char* name : {"kind", "place", "actor", "target"})
            texts(events, name, {sizes_.events});
    }

    /// Perhaps there, perhaps of that type and shape; empty of values.
    std::optional<h5::Handle> dataset(const h5::Handle& parent, const char* name,
                                      h5::Element element, h5::Extent& shape) {
        static constexpr h5::Element elements[] = {h5::Element::int8, h5::Element::int32,
                                                   h5::Element::int64, h5::Element::float64,
                                                   h5::Element::byte};
        switch (decisions_.next(16)) {
            case 1:
                return std::nullopt;
            case 2:
                element = elements[decisions_.next(5)];
                break;
            case 3:
                shape.push_back(2);
                break;
            case 4:
                shape.clear();
                break;
            case 5:
                if (!shape.empty()) shape[0] += decisions_.next(3);
                break;
            case 6:
                shape.assign(1, 0);
                break;
            case 7: {
                const h5::Handle group = h5::create_group(parent, name);
                return std::nullopt;
            }
            case 8:
                return huge(parent, name, element, shape);
            default:
                break;
        }
        written_ = element;
        return h5::create_dataset(parent, name, element, shape);
    }
    std::optional<h5::Handle> dataset(const h5::Handle& parent, const char* name,
                                      h5::Element element, h5::Extent&& shape) {
        return dataset(parent, name, element, shape);
    }

    /// Claims more than any memory holds; nothing of it is stored.
    std::optional<h5::Handle> huge(const h5::Handle& parent, const char* name, h5::Element element,
                                   h5::Extent& shape) {
        if (element == h5::Element::text) return std::nullopt;
        const h5::Extent claimed(std::max<std::size_t>(1, shape.size()), hsize_t{1} << 31);
        written_ = h5::Element::other;
        return h5::create_dataset(parent, name, element, claimed, h5::Extent(claimed.size(), 8));
    }

    void texts(const h5::Handle& parent, const char* name, h5::Extent shape) {
        constexpr hsize_t width = 16;
        shape.push_back(width);
        const auto made = dataset(parent, name, h5::Element::character, shape);
        if (!made || written_ != h5::Element::character || shape.empty() || shape.back() != width)
            return;
        std::size_t size = 1;
        for (hsize_t n : shape) size *= n;
        std::vector<std::string> values(size / width);
        const unsigned how = decisions_.next(4);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = how == 2 ? "\xff\xfe" : "0123456789abcde" + std::to_string(i % 10);
        if (how == 1)
            for (auto& value : values) value.clear();
        if (how != 3 && size > 0)
            h5::write_slab(*made, h5::Element::character, {}, {}, h5::padded(values, width).data());
    }

    std::optional<h5::Handle> numbers(const h5::Handle& parent, const char* name,
                                      h5::Extent shape) {
        auto made = dataset(parent, name, h5::Element::int64, shape);
        if (!made || written_ != h5::Element::int64) return made;
        std::size_t size = 1;
        for (hsize_t n : shape) size *= n;
        std::vector<std::int64_t> values(size);
        const unsigned how = decisions_.next(5);
        for (std::size_t i = 0; i < size; ++i)
            values[i] = static_cast<std::int64_t>(how == 1 ? size - i : i);
        if (how == 2 && size > 0) values.back() = std::numeric_limits<std::int64_t>::max();
        if (how == 3 && size > 0) values.front() = std::numeric_limits<std::int64_t>::min();
        if (how != 4 && size > 0) h5::write_all<std::int64_t>(*made, values);
        return made;
    }

    void attributes(const h5::Handle& object,
                    std::initializer_list<std::pair<const char*, std::string_view>> texts_of,
                    std::initializer_list<std::pair<const char*, std::int64_t>> numbers_of) {
        for (const auto& [name, value] : texts_of) switch (decisions_.next(16)) {
                case 1:
                    break;
                case 2:
                    h5::set_attribute(object, name, std::int64_t{1});
                    break;
                case 3:
                    h5::set_attribute(object, name, std::string_view("days since 9999-99-99"));
                    break;
                default:
                    h5::set_attribute(object, name, value);
            }
        for (const auto& [name, value] : numbers_of) switch (decisions_.next(16)) {
                case 1:
                    break;
                case 2:
                    h5::set_attribute(object, name, std::string_view("1"));
                    break;
                case 3:
                    h5::set_attribute(object, name, std::int64_t{-7});
                    break;
                case 4:
                    h5::set_attribute(object, name, std::numeric_limits<std::int64_t>::max());
                    break;
                default:
                    h5::set_attribute(object, name, value);
            }
    }

    Decisions decisions_;
    MemoryStore store_;
    h5::Handle file_;
    Sizes sizes_;
    h5::Element written_ = h5::Element::other;
};

/// Everything that reads; a FormatError ends one reading only.
void read_everything(const Results& results) {
    const auto attempt = [](const auto& body) {
        try {
            body();
        } catch (const FormatError&) {
        }
    };
    attempt([&] { static_cast<void>(results.row(0)); });
    attempt([&] { static_cast<void>(results.parameters()); });
    attempt([&] { static_cast<void>(csv_of_series(results)); });
    attempt([&] { static_cast<void>(csv_of_places(results)); });
    attempt([&] { static_cast<void>(geojson_of_places(results, {})); });
    attempt([&] { static_cast<void>(views_of_results(results, {})); });
    attempt([&] {
        if (results.has_detail()) static_cast<void>(results.detail());
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string image = OddFile(Decisions(data, size)).make();
    try {
        read_everything(Results::from_image_without_digest(image, "odd"));
    } catch (const FormatError&) {
    }
    return 0;
}
