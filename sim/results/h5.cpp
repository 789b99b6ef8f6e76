// SPDX-License-Identifier: Apache-2.0
#include "results/h5.hpp"

#include <fmt/format.h>
#include <hdf5_hl.h>  // H5DS

#include <atomic>
#include <new>

#include "results/h5_error.hpp"
#include "results/h5_store.hpp"

namespace forestall::h5 {
namespace {

constexpr unsigned keep_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
/// Names up to so many lie in a group's own header, which is small and quick.
constexpr unsigned compact_links = 512;
/// Half the entries of a node in the index of chunks. HDF5's 32 makes every chunked dataset 3 kB of
/// mostly nothing.
constexpr unsigned chunk_index_half = 4;

/// Innermost description on the error stack.
herr_t innermost(unsigned n, const H5E_error2_t* error, void* out) {
    if (n == 0 && error->desc != nullptr) *static_cast<std::string*>(out) = error->desc;
    return 0;
}

/// Whether an entry of the error stack says that memory could not be had. zlib's start fails for no
/// other reason.
herr_t want_of_memory(unsigned, const H5E_error2_t* error, void* out) {
    const bool start_of_zlib = error->maj_num == H5E_PLINE && error->min_num == H5E_CANTINIT;
    if (error->maj_num == H5E_RESOURCE || error->min_num == H5E_NOSPACE ||
        error->min_num == H5E_CANTALLOC || start_of_zlib)
        *static_cast<bool*>(out) = true;
    return 0;
}

/// HDF5 takes two files that are open under one name for the same file.
std::string unique_name() {
    static std::atomic<std::uint64_t> counter{0};
    return "forestall-" + std::to_string(counter++);
}

}  // namespace

void silence() {
    // What could not be closed for want of memory would be written at the end of the process into a
    // Store that is gone. Nothing of ours waits for that: a file is complete or it is not made.
    static const bool no_cleaning_up = H5dont_atexit() >= 0;
    static_cast<void>(no_cleaning_up);
    thread_local const bool silent = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
    static_cast<void>(silent);
}

void fail(const char* doing) {
    std::string why;
    bool no_memory = false;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, want_of_memory, &no_memory);
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, innermost, &why);
    H5Eclear2(H5E_DEFAULT);
    if (no_memory) throw std::bad_alloc();
    throw Error(std::string("HDF5 cannot ") + doing + (why.empty() ? "" : ": " + why));
}

Handle::~Handle() {
    if (id_ >= 0 && H5Iis_valid(id_) > 0) H5Idec_ref(id_);
}

Handle create_file(Store& store) {
    silence();
    const Handle access = checked(H5Pcreate(H5P_FILE_ACCESS), "create file settings");
    use_store(access, store);
    check(H5Pset_libver_bounds(access.id(), H5F_LIBVER_EARLIEST, H5F_LIBVER_V18),
          "choose a format version");
    const Handle creation = checked(H5Pcreate(H5P_FILE_CREATE), "create file settings");
    check(H5Pset_link_creation_order(creation.id(), keep_order), "keep the order of names");
    check(H5Pset_attr_creation_order(creation.id(), keep_order), "keep the order of attributes");
    check(H5Pset_link_phase_change(creation.id(), compact_links, compact_links),
          "keep names together");
    check(H5Pset_obj_track_times(creation.id(), false), "leave out times");
    check(H5Pset_istore_k(creation.id(), chunk_index_half), "keep indexes small");
    return checked(H5Fcreate(unique_name().c_str(), H5F_ACC_TRUNC, creation.id(), access.id()),
                   "create a file");
}

void close_file(Handle file) {
    silence();
    check(H5Fflush(file.id(), H5F_SCOPE_GLOBAL), "complete the file");
}

Handle create_group(const Handle& parent, const char* name) {
    silence();
    const Handle creation = checked(H5Pcreate(H5P_GROUP_CREATE), "create group settings");
    check(H5Pset_link_creation_order(creation.id(), keep_order), "keep the order of names");
    check(H5Pset_attr_creation_order(creation.id(), keep_order), "keep the order of attributes");
    check(H5Pset_link_phase_change(creation.id(), compact_links, compact_links),
          "keep names together");
    check(H5Pset_obj_track_times(creation.id(), false), "leave out times");
    return checked(H5Gcreate2(parent.id(), name, H5P_DEFAULT, creation.id(), H5P_DEFAULT),
                   "create a group");
}

Handle create_dataset(const Handle& parent, const char* name, Element element, const Extent& shape,
                      const Extent& chunk) {
    silence();
    const Handle space =
        checked(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr), "lay out");
    const Handle creation = checked(H5Pcreate(H5P_DATASET_CREATE), "create dataset settings");
    check(H5Pset_obj_track_times(creation.id(), false), "leave out times");
    check(H5Pset_attr_creation_order(creation.id(), keep_order), "keep the order of attributes");
    check(H5Pset_attr_phase_change(creation.id(), 32, 24), "store attributes");
    if (!chunk.empty()) {
        check(H5Pset_chunk(creation.id(), static_cast<int>(chunk.size()), chunk.data()), "chunk");
        check(H5Pset_fill_time(creation.id(), H5D_FILL_TIME_NEVER), "leave out fill values");
        if (element_size(element) > 1) check(H5Pset_shuffle(creation.id()), "shuffle");
        check(H5Pset_deflate(creation.id(), 1), "compress");
        check(H5Pset_fletcher32(creation.id()), "add checksums");
    }
    return checked(H5Dcreate2(parent.id(), name, memory_type(element), space.id(), H5P_DEFAULT,
                              creation.id(), H5P_DEFAULT),
                   "create a dataset");
}

void make_dimension(const Handle& dataset, const char* name, std::int32_t netcdf_id) {
    silence();
    check(H5DSset_scale(dataset.id(), name), "create a dimension");
    set_attribute(dataset, "_Netcdf4Dimid", netcdf_id);
}

Handle create_bare_dimension(const Handle& parent, const char* name, hsize_t length,
                             std::int32_t netcdf_id) {
    silence();
    const Handle space = checked(H5Screate_simple(1, &length, nullptr), "lay out");
    const Handle creation = checked(H5Pcreate(H5P_DATASET_CREATE), "create dataset settings");
    check(H5Pset_obj_track_times(creation.id(), false), "leave out times");
    check(H5Pset_attr_creation_order(creation.id(), keep_order), "keep the order of attributes");
    check(H5Pset_attr_phase_change(creation.id(), 32, 24), "store attributes");
    Handle dataset = checked(H5Dcreate2(parent.id(), name, H5T_IEEE_F32BE, space.id(), H5P_DEFAULT,
                                        creation.id(), H5P_DEFAULT),
                             "create a dimension");
    // The words by which netCDF-4 and h5netcdf know such a dimension.
    make_dimension(
        dataset,
        fmt::format("This is a netCDF dimension but not a netCDF variable.{:>10}", length).c_str(),
        netcdf_id);
    return dataset;
}

void attach_dimension(const Handle& dataset, const Handle& dimension, unsigned axis) {
    silence();
    check(H5DSattach_scale(dataset.id(), dimension.id(), axis), "label a dimension");
}

}  // namespace forestall::h5
