// SPDX-License-Identifier: Apache-2.0
// What a results file may not hold is refused before it is followed: links out, storage elsewhere,
// unknown packing, sizes that its own size cannot carry; and what is not a file is not read.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "results/digest_trailer.hpp"
#include "results/files.hpp"
#include "results/h5.hpp"
#include "results/hdf.hpp"
#include "results/reader.hpp"
#include "results/sample_job.hpp"
#include "results/scratch.hpp"
#include "results/store.hpp"

namespace forestall::testing {
namespace {

using ::testing::HasSubstr;

/// A file of HDF5 that `make` adds something to.
template <class Make>
std::string image_with(const Make& make) {
    MemoryStore store;
    h5::Handle file = h5::create_file(store);
    {
        const h5::Handle group = h5::create_group(file, "a group");
        const h5::Handle numbers = h5::create_dataset(file, "numbers", h5::Element::int64, {3});
        h5::write_all<std::int64_t>(numbers, std::vector<std::int64_t>{1, 2, 3});
        make(file);
    }
    h5::close_file(std::move(file));
    return store.take();
}

std::string complaint(std::string image) {
    try {
        const hdf::File file(hdf::bytes_in_memory(std::move(image)));
        for (const auto& [name, dataset] : file.root().datasets) {
            std::vector<std::int64_t> values(
                static_cast<std::size_t>(hdf::checked_size(dataset, 1000)));
            file.read(dataset, {}, {}, values.data());
        }
    } catch (const hdf::Error& error) {
        return error.what();
    }
    return "read";
}

/// A dataset of its own settings.
void add_dataset(const h5::Handle& file, hid_t settings, std::vector<hsize_t> shape) {
    const h5::Handle space(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr));
    H5Pset_obj_track_times(settings, false);
    H5Pset_attr_creation_order(settings, H5P_CRT_ORDER_TRACKED);
    const h5::Handle dataset(H5Dcreate2(file.id(), "odd", H5T_STD_I64LE, space.id(), H5P_DEFAULT,
                                        settings, H5P_DEFAULT));
    ASSERT_TRUE(dataset);
}

TEST(HostileFile, APlainOneIsRead) {
    EXPECT_EQ(complaint(image_with([](const h5::Handle&) {})), "read");
}

TEST(HostileFile, DimensionsThatAreNotThereAreRefused) {
    const auto complaint_of = [](const std::string& image) -> std::string {
        const hdf::File file(hdf::bytes_in_memory(image));
        try {
            file.dimensions(hdf::dataset_of(file.root(), "numbers"));
        } catch (const hdf::Error& error) {
            return error.what();
        }
        return "read";
    };
    EXPECT_EQ(complaint_of(image_with([](const h5::Handle&) {})), "read");
    const auto with_list = [](const h5::Handle& file, auto value) {
        const h5::Handle numbers(H5Dopen2(file.id(), "numbers", H5P_DEFAULT));
        h5::set_attribute(numbers, "DIMENSION_LIST", value);
    };
    EXPECT_THAT(complaint_of(image_with(
                    [&](const h5::Handle& file) { with_list(file, std::int64_t{1} << 62); })),
                HasSubstr("do not fit"));
    EXPECT_THAT(complaint_of(image_with(
                    [&](const h5::Handle& file) { with_list(file, std::string_view("nowhere")); })),
                HasSubstr("do not fit"));
    std::string image = image_with([](const h5::Handle& file) {
        h5::Handle scale = h5::create_dataset(file, "scale", h5::Element::int64, {3});
        h5::make_dimension(scale, "scale", 1);
        const h5::Handle numbers(H5Dopen2(file.id(), "numbers", H5P_DEFAULT));
        h5::attach_dimension(numbers, scale, 0);
    });
    EXPECT_EQ(complaint_of(image), "read");
    image.replace(image.find("GCOL"), 4, "COLG");
    EXPECT_NE(complaint_of(image), "read");
}

TEST(HostileFile, LinksThatAreNotHardAreRefused) {
    EXPECT_THAT(complaint(image_with([](const h5::Handle& file) {
                    H5Lcreate_soft("/numbers", file.id(), "soft", H5P_DEFAULT, H5P_DEFAULT);
                })),
                HasSubstr("link to somewhere else"));
    EXPECT_THAT(complaint(image_with([](const h5::Handle& file) {
                    H5Lcreate_external("/etc/passwd", "/x", file.id(), "out", H5P_DEFAULT,
                                       H5P_DEFAULT);
                })),
                HasSubstr("link to somewhere else"));
}

TEST(HostileFile, TwoNamesOfOneThingAreRefused) {
    EXPECT_THAT(complaint(image_with([](const h5::Handle& file) {
                    H5Lcreate_hard(file.id(), "/", file.id(), "a group/loop", H5P_DEFAULT,
                                   H5P_DEFAULT);
                })),
                HasSubstr("two names"));
}

TEST(HostileFile, ValuesOfAnotherFileAreRefused) {
    EXPECT_THAT(complaint(image_with([](const h5::Handle& file) {
                    const h5::Handle settings(H5Pcreate(H5P_DATASET_CREATE));
                    H5Pset_external(settings.id(), "/etc/passwd", 0, 24);
                    add_dataset(file, settings.id(), {3});
                })),
                HasSubstr("values in another file"));
}

TEST(HostileFile, PackingThatIsNotOursIsRefused) {
    EXPECT_THAT(complaint(image_with([](const h5::Handle& file) {
                    const h5::Handle settings(H5Pcreate(H5P_DATASET_CREATE));
                    const hsize_t chunk = 2;
                    H5Pset_chunk(settings.id(), 1, &chunk);
                    H5Pset_scaleoffset(settings.id(), H5Z_SO_INT, 0);
                    add_dataset(file, settings.id(), {4});
                })),
                HasSubstr("kind of compression"));
}

TEST(HostileFile, SizesThatTheFileCannotCarryAreRefusedBeforeMemoryIsAskedFor) {
    EXPECT_THAT(complaint(image_with([](const h5::Handle& file) {
                    const h5::Handle settings(H5Pcreate(H5P_DATASET_CREATE));
                    const hsize_t chunk = 1 << 20;
                    H5Pset_chunk(settings.id(), 1, &chunk);
                    H5Pset_deflate(settings.id(), 1);
                    add_dataset(file, settings.id(), {hsize_t{1} << 40});
                })),
                HasSubstr("larger than"));
}

TEST(HostileFile, ValuesThatAreNotThereAreRefused) {
    EXPECT_THAT(complaint(image_with([](const h5::Handle& file) {
                    const h5::Handle settings(H5Pcreate(H5P_DATASET_CREATE));
                    const hsize_t chunk = 2;
                    H5Pset_chunk(settings.id(), 1, &chunk);
                    add_dataset(file, settings.id(), {4});
                })),
                ::testing::Not("read"));
}

TEST(HostileFile, WhatIsNotAFileIsRefusedAndNothingWaits) {
    const Scratch scratch;
    const std::string pipe = scratch / "pipe.h5";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THROW(Results::open(pipe), IoError);
    EXPECT_THROW(Results::open("/dev/zero"), IoError);
    EXPECT_THROW(Results::open(scratch.path()), IoError);
}

TEST(HostileFile, OneThatShrinksWhileItIsReadIsAnErrorNotASignal) {
    const Scratch scratch;
    const std::string path = scratch / "large.h5";
    files::write_atomically(path, std::string(std::size_t{8} << 20, 'x'));
    const auto bytes = hdf::bytes_of_file(path);
    ASSERT_EQ(::truncate(path.c_str(), 100), 0);
    char byte = 0;
    EXPECT_THROW(bytes->read(std::size_t{5} << 20, &byte, 1), IoError);
    EXPECT_THROW(bytes->read(std::size_t{9} << 20, &byte, 1), hdf::Error);
}

}  // namespace
}  // namespace forestall::testing
