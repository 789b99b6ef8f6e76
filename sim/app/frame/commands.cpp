// SPDX-License-Identifier: Apache-2.0
#include "app/frame/commands.hpp"

#include "app/frame/command.hpp"

namespace forestall::app {

/// In the order in which `forestall --help` lists them.
void add_commands(Program& program) {
    add_check(program);
    add_describe(program);
    add_run(program);
    add_ensemble(program);
    add_stages(program);
    add_import(program);
    add_info(program);
    add_merge(program);
    add_verify(program);
    add_explain(program);
    add_export(program);
    add_compare(program);
    add_report(program);
    add_decide(program);
    add_portfolio(program);
    add_flip(program);
    add_value(program);
    add_validate(program);
    add_licences(program);
}

}  // namespace forestall::app
