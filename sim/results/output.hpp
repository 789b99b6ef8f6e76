// SPDX-License-Identifier: Apache-2.0
// Rule: what exists is left alone unless asked for, whatever command writes it. Looked at before
// work begins, so that a slip costs neither a file nor the work:
//
// * a name that cannot be written is refused: empty, a directory, a device, links in a circle, too
//   long with the
// endings
//   that are added to it (StartRefused); no directory, or one that may not be written to (IoError)
// * what is read is never written over, by whatever link or name it goes
// * a file that is there stays, also an empty one (`fresh`); `overwrite` replaces it; `resume`
//   leaves it to its reader
// * an unfinished run (`OUT.parts`) is only touched by `resume` and `overwrite` of a command that
//   works in parts; others leave the name alone, and nobody goes through a link in its place
// * temporary files of killed processes for this very name are removed
#pragma once
#include <string>
#include <vector>

#include "results/files.hpp"

namespace forestall {

/// `fresh` refuses to begin where a file or an unfinished run is. `resume` continues an unfinished
/// run of the same job, or begins if there is nothing, and leaves a finished one as it is.
/// `overwrite` discards what is there; a finished file is replaced at the end.
enum class Start : std::uint8_t { fresh, resume, overwrite };

namespace output {

struct Rule {
    Start start = Start::fresh;
    std::vector<std::string> inputs =
        {};  ///< files that are read, and directories that files are read from
    /// Endings of further files that the command writes beside the output. It looks itself at those
    /// that are there.
    std::vector<std::string> beside = {};
    bool in_parts =
        false;  ///< the command keeps unfinished work in `OUT.parts`, and looks at it itself
};

/// Throws StartRefused and IoError as above. Returns how the file may be written at the end.
files::Existing check_file(const std::string& name, const Rule& rule);

/// The same for a directory that files are to be written to. It may be there if it is empty.
void check_directory(const std::string& name, const std::vector<std::string>& inputs,
                     bool overwrite);

/// Throws StartRefused if there is a file of that name.
void refuse_existing(const std::string& name);

/// Throws StartRefused if the file is one of `inputs`, or lies in one that is a directory.
void refuse_input(const std::string& name, const std::vector<std::string>& inputs);

}  // namespace output
}  // namespace forestall
