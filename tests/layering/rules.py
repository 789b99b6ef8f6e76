# SPDX-License-Identifier: Apache-2.0
"""What the sources may include and use. Rooms and their order come from the table in docs/architecture.md."""
import os
import re

MODEL = ("core", "world", "population", "actors", "escalation", "interventions")
DETERMINISTIC = MODEL + ("engine",)
SOURCE = (".hpp", ".cpp", ".h", ".cc")
SCRIPTED = SOURCE + (".py", ".sh", ".cmake")
SKIP = re.compile(r"^(\.git|build|build-.*|out|node_modules|__pycache__)$")

LIBM = (
    "exp exp2 expm1 log log2 log10 log1p pow sin cos tan asin acos atan atan2 sinh cosh tanh cbrt hypot erf erfc lgamma tgamma"
).replace(" ", "|")
BARE = r"(?<![\w:.>])(" + LIBM + r")\s*\("  # inside namespace forestall::math these are our own
# (name, pattern, rooms it is forbidden in or None for all, files where it is allowed)
FORBIDDEN = (
    ("include of HDF5", r"#include\s*<(hdf5|H5)", "not results", ()),
    ("include of oneTBB", r"#include\s*<(tbb|oneapi)/", None, ("sim/core/parallel.cpp",)),
    ("include of toml++", r"#include\s*<toml", "not scenario", ()),
    ("include of utf8proc", r"#include\s*<utf8proc", "not scenario", ()),
    ("include of pagmo", r"#include\s*<pagmo", "not analysis/search", ()),
    ("include of Eigen but through core/matrix.hpp", r"#include\s*<Eigen/", None, ("sim/core/matrix.hpp",)),
    ("include of CLI11", r"#include\s*<CLI/", None, ("sim/app/frame/command.cpp", "sim/app/frame/command_table.cpp")),
    ("include of Boost.Beast or Boost.Asio", r"#include\s*<boost/(beast|asio)", None, ("sim/app/exercise/server/network.cpp", "sim/app/exercise/server/connection.cpp", "sim/app/exercise/server/connection.hpp")),
    ("include of the JSON library in the program", r"#include\s*<nlohmann/", ("app",), ("sim/app/frame/json.cpp",)),
    ("include of <iostream>", r"#include\s*<(iostream|fstream|filesystem|cstdio)>", MODEL, ()),
    ("standard random numbers", r"\bstd::\w+_distribution\b|\brandom_device\b|\bstd::(rand|mt19937)|#include\s*<random>",
     DETERMINISTIC + ("ensemble", "scenario", "results"), ()),
    ("elementary function outside core/math.hpp", r"\bstd::(" + LIBM + r")\s*\(|(?<![\w:.>])::(" + LIBM + r")\s*\(|"
     + BARE, DETERMINISTIC, ("sim/core/math.hpp",)),
    ("Boost.Math or Boost.Random, which call libm", r"#include\s*<boost/(math|random)/", DETERMINISTIC, ()),
    ("a clock or the environment", r"_clock::now|\bgetenv\b|\bstd::time\s*\(", DETERMINISTIC, ()),
    ("a thread of its own", r"\bstd::(jthread|thread|async)\b", DETERMINISTIC + ("ensemble",), ("sim/core/parallel.cpp",)),
    ("a process ended by a library", r"\b(std::)?(exit|abort|quick_exit)\s*\(", "not app", ()),
)
# Where things lie on every machine (Filesystem Hierarchy Standard 3.0), so that naming them names no machine.
EVERYWHERE = "bin boot dev etc lib lib64 media mnt opt proc run sbin srv sys tmp usr var".split()


def machine_path(root):
    """Finds paths of one machine: of people's homes, and of the place where this checkout lies."""
    place = os.path.realpath(root).strip("/").split("/")
    here = place if place[0] in EVERYWHERE else place[:1]
    return re.compile(r"(?:^|[^\w.])/(?:home|root|Users|" + re.escape("/".join(here)) + r")/")


def walk(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if not SKIP.match(f))
        for name in sorted(files):
            yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def allowed_table(architecture):
    """{'world': {'core'}, …} from the rows `| `sim/world/` | what | core |` of the document's table."""
    table = {}
    for line in architecture.splitlines():
        row = re.match(r"\|\s*`(?:sim/)?([\w/]+?)/`\s*\|.*\|\s*([^|]*?)\s*\|\s*$", line)
        if not row:
            continue
        room, names = row.group(1), row.group(2)
        if names not in ("everything", ""):
            table[room] = set() if names == "nothing of ours" else set(re.split(r",\s*", names))
    return table


def room_of(path):
    parts = path.split("/")
    if parts[0] == "sim" and len(parts) > 2:
        return parts[1]
    if parts[0] == "analysis":
        return "analysis/search" if len(parts) > 2 and parts[1] == "search" else "analysis"
    return None


def without_comments(text):
    """The same text, lines kept, with comments and the insides of string literals blanked; includes stay."""
    def blank(match):
        return match.group(0) if match.group("keep") else re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'(?P<keep>^[ \t]*#include[^\n]*)|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S | re.M)


def forbidden_here(rooms, room):
    if rooms is None:
        return True
    if isinstance(rooms, str):
        return room != rooms.removeprefix("not ")
    return room in rooms


def check_source(path, text, table):
    """Sentences `path:line: what is wrong`."""
    room = room_of(path)
    if room is None:
        return
    code = without_comments(text)
    for number, line in enumerate(code.splitlines(), 1):
        include = re.match(r'\s*#include\s*([<"])([^>"]+)[>"]', line)
        if include:
            target = include.group(2)
            other = room_of(target if target.startswith("analysis/") else "sim/" + target)
            known = other in table or other == "app"
            generated = room == "app" and re.fullmatch(r"forestall_\w+\.hpp", target)
            if include.group(1) == '"' and not known and not generated:
                yield f'{path}:{number}: include "{target}" does not name its room'
            if known and room in table and other != room and other not in table[room]:
                yield f"{path}:{number}: {room} may not include {target}"
            if path.endswith((".hpp", ".h")) and target.startswith("boost/graph/"):
                yield f"{path}:{number}: Boost.Graph stays inside .cpp files"
    for name, pattern, rooms, files in FORBIDDEN:
        if path in files or not forbidden_here(rooms, room):
            continue
        if "namespace forestall::math" in code:
            pattern = pattern.removesuffix("|" + BARE)
        for match in re.finditer(pattern, code):
            yield f"{path}:{code.count(chr(10), 0, match.start()) + 1}: {name}: {match.group(0).strip()}"
    if path.endswith((".hpp", ".h")) and "#pragma once" not in code:
        yield f"{path}:1: header without #pragma once"


def check_text(path, text, of_one_machine):
    named = path.endswith(SCRIPTED) or os.path.basename(path) in ("CMakeLists.txt", "Makefile") or text.startswith("#!")
    if named and "SPDX-License-Identifier: Apache-2.0" not in "\n".join(text.splitlines()[:3]):
        yield f"{path}:1: no SPDX line"
    for number, line in enumerate(text.splitlines(), 1):
        if of_one_machine.search(line):
            yield f"{path}:{number}: path of one machine: {line.strip()[:80]}"


def check_tree(root):
    table = allowed_table(read(root, "docs/architecture.md"))
    of_one_machine = machine_path(root)
    for path in walk(root):
        if path.endswith(SOURCE):
            yield from check_source(path, read(root, path), table)
        if path.endswith(SCRIPTED + (".txt", ".md", ".json", ".toml", ".cff", ".yml", ".yaml")) or "." not in os.path.basename(path):
            yield from check_text(path, read(root, path), of_one_machine)


def linked_rooms(cmake):
    """{'world': {'core'}, …} from forestall_room(world DEPS core LIBS …)."""
    rooms = {}
    for name, rest in re.findall(r"^forestall_room\((\w+)([^)]*)\)", cmake, flags=re.M):
        deps = re.search(r"DEPS((?:\s+\w+)+?)(?:\s+LIBS|\s*$)", rest)
        rooms[name] = set(deps.group(1).split()) if deps else set()
    return rooms


def linked_analyses(cmake):
    """{'analysis/search': {'analysis', …}, …} from the targets of analysis/CMakeLists.txt."""
    rooms = {}
    for name, rest in re.findall(r"target_link_libraries\(forestall_(analysis|search)\b([^)]*)\)", cmake):
        room = "analysis/search" if name == "search" else name
        rooms.setdefault(room, set()).update(set(re.findall(r"forestall_(\w+)", rest)) - {"flags"})
    return rooms
