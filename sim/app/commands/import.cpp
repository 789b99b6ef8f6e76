// SPDX-License-Identifier: Apache-2.0
// `forestall import …`: scenarios, and tables of one, from what people have.
#include "app/commands/import_boundaries.hpp"
#include "app/commands/import_displacement.hpp"
#include "app/commands/import_flee.hpp"
#include "app/commands/import_population.hpp"
#include "app/commands/import_ucdp.hpp"

namespace forestall::app {

void add_import(Program& program) {
    const std::string example = "forestall import flee path/to/flee-instance -o scenarios/my-case";
    const Command family = program.add_family(
        {"import", "Makes a scenario, or tables of one, from the files of others", example});
    add_import_flee(family, program, example);
    add_import_ucdp(family, program);
    add_import_boundaries(family, program);
    add_import_population(family, program);
    add_import_displacement(family, program);
}

}  // namespace forestall::app
