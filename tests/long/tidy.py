# SPDX-License-Identifier: Apache-2.0
"""clang-tidy over every C++ file of a build directory's compile_commands.json that the build did not make, or over those
given.

Most of a file's time under clang-tidy goes into the headers that it includes, so files of one folder with the same
flags are read as one text, in which `#line` keeps the lines of the compiler's messages right. Where two files have a name in common,
the later one's gets a number at its end; a file that does not compile so goes into a later text, alone if need be.

The path-sensitive analyzer, which takes most of the rest, leaves tests out: run with sanitizers, they tell more.

Usage: tests/long/tidy.py BUILD_DIR JOBS [FILE ...]
"""
import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys

FILES_AT_ONCE = 20
ERROR = re.compile(r"^([^:\n]+):\d+:\d+: (?:fatal )?error:", re.M)
TYPE = re.compile(r"(?:template <[^>]*> )?(?:struct|class|enum class|enum) (\w+)|using (\w+) =")
NOT_OWN = re.compile(r"namespace|using namespace|using \w+::")
OTHER = re.compile(r"[A-Za-z][^({=;]*?\b(\w+)(?:\[\w*\])?(?:[({;]| = )")


def entries(build, wanted):
    """(folder, flags) -> files; flags are the compiler's without launcher, input, output."""
    groups = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        while not re.search(r"(clang\+\+|g\+\+|c\+\+)[-.0-9]*$", words[0]):
            words.pop(0)
        flags = []
        skip = False
        for word in words[1:]:
            if skip:
                skip = False
            elif word in ("-o", "-c"):
                skip = True
            else:
                flags.append(word)
        file = pathlib.Path(entry["file"])
        if file.suffix == ".cpp" and build not in file.parents and (not wanted or file in wanted):
            group = groups.setdefault((file.parent, entry["directory"], tuple(flags)), [])
            if file not in group:
                group.append(file)
    return groups


def own_names(text):
    """What a file names in its unnamed namespaces."""
    names = set()
    inside = False
    for line in text.splitlines():
        if line == "namespace {":
            inside = True
        elif line.startswith("}  // namespace"):
            inside = False
        elif inside and not NOT_OWN.match(line) and (found := TYPE.match(line) or OTHER.match(line)):
            names.add(found[found.lastindex])
    return names


def text_of(files):
    parts = []
    seen = set()
    for number, file in enumerate(files):
        text = file.read_text()
        names = own_names(text)
        for name in names & seen:
            text = re.sub(r"^(?!#).*", lambda line: re.sub(rf"(?<![\w.>:\"]){name}\b(?!\")", f"{name}_{number}", line[0]),
                          text, flags=re.M)
        seen |= names
        parts.append(f'#line 1 "{file}"\n{text}\n')
    return "".join(parts)


def faulty(text, place, flags, directory):
    """The files whose lines the compiler does not take, or None where it takes all."""
    place.write_text(text)
    done = subprocess.run(["/usr/bin/clang++", *flags, "-Wno-everything", "-fsyntax-only", "-ferror-limit=0", str(place)],
                          cwd=directory, capture_output=True, text=True)
    return set(ERROR.findall(done.stderr)) if done.returncode else None


def texts_of(files, place, flags, directory):
    """Texts that compile and together hold all of `files`."""
    waiting = list(files)
    while waiting:
        batch, waiting = waiting[:FILES_AT_ONCE], waiting[FILES_AT_ONCE:]
        while len(batch) > 1 and (found := faulty(text_of(batch), place, flags, directory)) is not None:
            # An error in none of them by name is a header's: half of them wait.
            out = [f for f in batch[1:] if str(f) in found] or batch[(len(batch) + 1) // 2:]
            batch = [f for f in batch if f not in out]
            waiting += out
        yield text_of(batch)


def in_files(said, place, text):
    """clang-tidy's words with the lines of the files in place of the text's."""
    starts = [(number, line.split('"')[1]) for number, line in enumerate(text.splitlines(), 1) if line.startswith("#line 1 ")]

    def own(found):
        line = int(found[1])
        start, file = max(s for s in starts if s[0] <= line)
        return f"{file}:{line - start}:"

    return re.sub(rf"{re.escape(str(place))}:(\d+):", own, said)


def check(number, group, build, root):
    (folder, directory, flags), files = group
    place = build / "tidy" / f"{number}.cpp"
    # A local of one file may have the name of a constant of another; within a file compilers say it.
    flags = [*flags, f"-I{folder}", "-Wno-shadow"]
    said = []
    texts = 0
    for text in texts_of(files, place, flags, directory):
        place.write_text(text)
        texts += 1
        checks = ["--checks=-clang-analyzer-*"] if root / "tests" in folder.parents or folder == root / "tests" else []
        done = subprocess.run(["/usr/bin/clang-tidy", "--quiet", *checks, str(place), "--", *flags],
                              cwd=directory, capture_output=True, text=True)
        if done.returncode:
            words = done.stdout + "".join(l for l in done.stderr.splitlines(True) if " generated." not in l)
            said.append(in_files(words, place, text))
    return folder, len(files), texts, said


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    root = pathlib.Path(".").resolve()
    wanted = {pathlib.Path(f).resolve() for f in sys.argv[3:]}
    (build / "tidy").mkdir(exist_ok=True)
    config = pathlib.Path(".clang-tidy").resolve()
    (build / "tidy" / ".clang-tidy").write_text(config.read_text())
    groups = sorted(entries(build, wanted).items(), key=lambda g: -len(g[1]))
    failed = False
    files = texts = 0
    with concurrent.futures.ThreadPoolExecutor(int(sys.argv[2])) as pool:
        for folder, count, in_texts, said in pool.map(lambda g: check(g[0], g[1], build, root), enumerate(groups)):
            files += count
            texts += in_texts
            for words in said:
                failed = True
                print(words)
            print(f"{folder}: {count} files in {in_texts} texts{', findings' if said else ''}", flush=True)
    print(f"{files} files in {texts} texts: {'findings' if failed else 'no finding'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
