// SPDX-License-Identifier: Apache-2.0
// mutate_results FILE SEED OUT: a results file with some bytes changed and its digest made right
// again (tests/results/mutation.hpp). mutate_results --read FILE: reads everything in it, says why
// it is refused if it is.
#include <cstdio>
#include <exception>
#include <string>

#include "results/files.hpp"
#include "results/mutation.hpp"

int main(int count, char** arguments) {
    using namespace forestall;
    try {
        if (count == 3 && std::string(arguments[1]) == "--read") {
            std::puts(testing::read_everything(files::read_file(arguments[2])).c_str());
            return 0;
        }
        if (count != 4)
            throw std::runtime_error("usage: mutate_results FILE SEED OUT | --read FILE");
        files::write_atomically(
            arguments[3],
            testing::resealed_mutation(files::read_file(arguments[1]), std::stoull(arguments[2])));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
