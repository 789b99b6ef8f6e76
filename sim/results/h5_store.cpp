// SPDX-License-Identifier: Apache-2.0
#include "results/h5_store.hpp"

#include <new>

#include "results/h5_error.hpp"

namespace forestall::h5 {
namespace {

/// A file of this driver: HDF5's part first, as it wants it.
struct StoreFile {
    H5FD_t base;
    Store* store;
    haddr_t end_of_addresses;
};

struct Settings {
    Store* store;
};

StoreFile* of(H5FD_t* file) { return reinterpret_cast<StoreFile*>(file); }
const StoreFile* of(const H5FD_t* file) { return reinterpret_cast<const StoreFile*>(file); }

/// Nothing may leave a callback of a C library.
template <class Body>
herr_t guarded(const Body& body) {
    try {
        body();
        return 0;
    } catch (const std::bad_alloc&) {
        return -1;
    }
}

H5FD_t* open_file(const char*, unsigned, hid_t access, haddr_t) {
    const auto* settings = static_cast<const Settings*>(H5Pget_driver_info(access));
    if (settings == nullptr) return nullptr;
    auto* file = new (std::nothrow) StoreFile{};
    if (file != nullptr) file->store = settings->store;
    return reinterpret_cast<H5FD_t*>(file);
}

herr_t close_file(H5FD_t* file) {
    delete of(file);
    return 0;
}

/// As HDF5's own driver for files in memory.
herr_t query(const H5FD_t*, unsigned long* flags) {
    *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
             H5FD_FEAT_AGGREGATE_SMALLDATA;
    return 0;
}

haddr_t get_end_of_addresses(const H5FD_t* file, H5FD_mem_t) { return of(file)->end_of_addresses; }

herr_t set_end_of_addresses(H5FD_t* file, H5FD_mem_t, haddr_t address) {
    of(file)->end_of_addresses = address;
    return 0;
}

haddr_t get_end_of_file(const H5FD_t* file, H5FD_mem_t) { return of(file)->store->size(); }

herr_t read(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, std::size_t size, void* into) {
    return guarded([&] { of(file)->store->read(at, static_cast<char*>(into), size); });
}

herr_t write(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t at, std::size_t size, const void* bytes) {
    return guarded([&] { of(file)->store->write(at, {static_cast<const char*>(bytes), size}); });
}

herr_t truncate(H5FD_t* file, hid_t, hbool_t) {
    return guarded([&] {
        if (of(file)->store->size() != of(file)->end_of_addresses)
            of(file)->store->resize(of(file)->end_of_addresses);
    });
}

hid_t driver() {
    static const hid_t id = [] {
        static H5FD_class_t about{};
        about.name = "forestall";
        about.maxaddr = (haddr_t{1} << 62) - 1;
        about.fc_degree = H5F_CLOSE_STRONG;
        about.fapl_size = sizeof(Settings);
        about.open = open_file;
        about.close = close_file;
        about.query = query;
        about.get_eoa = get_end_of_addresses;
        about.set_eoa = set_end_of_addresses;
        about.get_eof = get_end_of_file;
        about.read = read;
        about.write = write;
        about.truncate = truncate;
        constexpr H5FD_mem_t pools[H5FD_MEM_NTYPES] = H5FD_FLMAP_DICHOTOMY;
        std::copy(std::begin(pools), std::end(pools), std::begin(about.fl_map));
        return H5FDregister(&about);
    }();
    return id;
}

}  // namespace

void use_store(const Handle& access, Store& store) {
    silence();
    const Settings settings{&store};
    if (driver() < 0) fail("find its driver");
    check(H5Pset_driver(access.id(), driver(), &settings), "choose where a file goes");
}

}  // namespace forestall::h5
