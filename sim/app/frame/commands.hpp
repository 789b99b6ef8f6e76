// SPDX-License-Identifier: Apache-2.0
// One function per file in commands/: adds that command to the program.
#pragma once

namespace forestall::app {

class Program;

void add_check(Program& program);
void add_describe(Program& program);
void add_run(Program& program);
void add_ensemble(Program& program);
void add_stages(Program& program);
void add_import(Program& program);
void add_info(Program& program);
void add_merge(Program& program);
void add_verify(Program& program);
void add_explain(Program& program);
void add_export(Program& program);
void add_compare(Program& program);
void add_report(Program& program);
void add_decide(Program& program);
void add_portfolio(Program& program);
void add_value(Program& program);
void add_flip(Program& program);
void add_licences(Program& program);
void add_validate(Program& program);

}  // namespace forestall::app
