// SPDX-License-Identifier: Apache-2.0
#include "results/h5.hpp"

#include <hdf5_hl.h>  // H5DS

#include <atomic>
#include <new>

#include "results/h5_error.hpp"

namespace forestall::h5 {
namespace {

constexpr unsigned keep_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
/// The memory image grows in such steps; untouched pages cost nothing.
constexpr std::size_t image_step = std::size_t{1} << 20;

/// Names up to so many lie in a group's own header, which is small and quick.
constexpr unsigned compact_links = 64;

/// Innermost description on the error stack.
herr_t innermost(unsigned n, const H5E_error2_t* error, void* out) {
    if (n == 0 && error->desc != nullptr) *static_cast<std::string*>(out) = error->desc;
    return 0;
}

/// Whether an entry of the error stack says that memory could not be had. zlib's start fails for no other reason.
herr_t want_of_memory(unsigned, const H5E_error2_t* error, void* out) {
    const bool start_of_zlib = error->maj_num == H5E_PLINE && error->min_num == H5E_CANTINIT;
    if (error->maj_num == H5E_RESOURCE || error->min_num == H5E_NOSPACE || error->min_num == H5E_CANTALLOC ||
        start_of_zlib)
        *static_cast<bool*>(out) = true;
    return 0;
}

// HDF5 copies an image several times unless it is told how to "allocate" it: these lend the caller's bytes instead.
// (H5LTopen_file_image does the same and leaks a little on every call.)
void* borrow(std::size_t, H5FD_file_image_op_t, void* bytes) { return bytes; }
void* same(void* to, const void*, std::size_t, H5FD_file_image_op_t, void*) { return to; }
void* no_growth(void*, std::size_t, H5FD_file_image_op_t, void*) { return nullptr; }
herr_t keep(void*, H5FD_file_image_op_t, void*) { return 0; }
void* same_buffer(void* bytes) { return bytes; }
herr_t keep_buffer(void*) { return 0; }

/// HDF5 takes two files in memory that are open under one name for the same file.
std::string unique_name() {
    static std::atomic<std::uint64_t> counter{0};
    return "forestall-" + std::to_string(counter++);
}

/// Throws where HDF5 cannot tell: what is there must not be taken for missing.
bool is_object(const Handle& parent, const char* name, H5O_type_t type) {
    silence();
    const htri_t linked = H5Lexists(parent.id(), name, H5P_DEFAULT);
    if (linked < 0) fail("look up a name");
    if (linked == 0) return false;
    const htri_t there = H5Oexists_by_name(parent.id(), name, H5P_DEFAULT);  // 0: a dangling soft link
    if (there < 0) fail("look up a name");
    if (there == 0) return false;
    H5O_info_t info;
    check(H5Oget_info_by_name2(parent.id(), name, &info, H5O_INFO_BASIC, H5P_DEFAULT), "look up a name");
    return info.type == type;
}

}  // namespace

void silence() {
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

Handle create_file() {
    silence();
    const Handle access = checked(H5Pcreate(H5P_FILE_ACCESS), "make file settings");
    check(H5Pset_fapl_core(access.id(), image_step, false), "keep a file in memory");
    check(H5Pset_libver_bounds(access.id(), H5F_LIBVER_EARLIEST, H5F_LIBVER_V18), "choose a format version");
    const Handle creation = checked(H5Pcreate(H5P_FILE_CREATE), "make file settings");
    check(H5Pset_link_creation_order(creation.id(), keep_order), "keep the order of names");
    check(H5Pset_attr_creation_order(creation.id(), keep_order), "keep the order of attributes");
    check(H5Pset_link_phase_change(creation.id(), compact_links, compact_links), "keep names together");
    check(H5Pset_obj_track_times(creation.id(), false), "leave out times");
    return checked(H5Fcreate(unique_name().c_str(), H5F_ACC_TRUNC, creation.id(), access.id()),
                   "make a file in memory");
}

Handle open_image(std::string_view image) {
    silence();
    const Handle access = checked(H5Pcreate(H5P_FILE_ACCESS), "make file settings");
    check(H5Pset_fapl_core(access.id(), image_step, false), "keep a file in memory");
    // HDF5 does not write to a file that is open for reading; its interface just does not say so.
    void* bytes = const_cast<char*>(image.data());
    H5FD_file_image_callbacks_t borrowing{borrow, same, no_growth, keep, same_buffer, keep_buffer, bytes};
    check(H5Pset_file_image_callbacks(access.id(), &borrowing), "lend the file");
    check(H5Pset_file_image(access.id(), bytes, image.size()), "lend the file");
    return checked(H5Fopen(unique_name().c_str(), H5F_ACC_RDONLY, access.id()), "open the file");
}

std::string image_of(const Handle& file) {
    silence();
    check(H5Fflush(file.id(), H5F_SCOPE_GLOBAL), "complete the file");
    const ssize_t size = H5Fget_file_image(file.id(), nullptr, 0);
    if (size < 0) fail("measure the file");
    std::string image(static_cast<std::size_t>(size), '\0');
    if (H5Fget_file_image(file.id(), image.data(), image.size()) != size) fail("copy the file");
    return image;
}

Handle create_group(const Handle& parent, const char* name) {
    silence();
    const Handle creation = checked(H5Pcreate(H5P_GROUP_CREATE), "make group settings");
    check(H5Pset_link_creation_order(creation.id(), keep_order), "keep the order of names");
    check(H5Pset_attr_creation_order(creation.id(), keep_order), "keep the order of attributes");
    check(H5Pset_obj_track_times(creation.id(), false), "leave out times");
    return checked(H5Gcreate2(parent.id(), name, H5P_DEFAULT, creation.id(), H5P_DEFAULT), "make a group");
}

Handle open_group(const Handle& parent, const char* name) {
    silence();
    return checked(H5Gopen2(parent.id(), name, H5P_DEFAULT), "open a group");
}

bool has_dataset(const Handle& parent, const char* name) { return is_object(parent, name, H5O_TYPE_DATASET); }
bool has_group(const Handle& parent, const char* name) { return is_object(parent, name, H5O_TYPE_GROUP); }

Handle create_dataset(const Handle& parent, const char* name, Element element, const Extent& shape,
                      const Extent& chunk) {
    silence();
    const Handle space = checked(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr), "lay out");
    const Handle creation = checked(H5Pcreate(H5P_DATASET_CREATE), "make dataset settings");
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
    const Handle text = element == Element::text ? text_type() : Handle();
    const hid_t type = text ? text.id() : memory_type(element);
    return checked(H5Dcreate2(parent.id(), name, type, space.id(), H5P_DEFAULT, creation.id(), H5P_DEFAULT),
                   "make a dataset");
}

Handle open_dataset(const Handle& parent, const char* name) {
    silence();
    return checked(H5Dopen2(parent.id(), name, H5P_DEFAULT), "open a dataset");
}

void make_dimension(const Handle& dataset, const char* name, std::int32_t netcdf_id) {
    silence();
    check(H5DSset_scale(dataset.id(), name), "make a dimension");
    set_attribute(dataset, "_Netcdf4Dimid", netcdf_id);
}

void attach_dimension(const Handle& dataset, const Handle& dimension, unsigned axis) {
    silence();
    check(H5DSattach_scale(dataset.id(), dimension.id(), axis), "label a dimension");
}

}  // namespace forestall::h5
