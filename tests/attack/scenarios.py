# SPDX-License-Identifier: Apache-2.0
"""Hostile scenarios: every maker below turns a good directory into one that a stranger may send."""
import os
import random

import files
import target

def edit(folder, name, text, mode="w"):
    with open(os.path.join(folder, name), mode, **({} if "b" in mode else {"encoding": "utf-8"})) as out:
        out.write(text)


def toml(rng, text):
    edit_text = files.SMALL["scenario.toml"]
    return edit_text + text if rng.random() < 0.5 else text + "\n" + edit_text


def deep_dotted(folder, rng):
    edit(folder, "scenario.toml", toml(rng, ".".join(["a"] * rng.choice((200, 5000, 60000))) + " = 1\n"))


def deep_inline(folder, rng):
    n = rng.choice((200, 5000, 100000))
    edit(folder, "scenario.toml", toml(rng, "a = " + "{ a = " * n + "1" + " }" * n + "\n"))


def deep_array(folder, rng):
    n = rng.choice((200, 5000, 200000))
    edit(folder, "scenario.toml", toml(rng, "a = " + "[" * n + "]" * n + "\n"))


def unclosed(folder, rng):
    edit(folder, "scenario.toml", toml(rng, "a = " + rng.choice("[{\"'") * rng.choice((1, 1000, 200000))))


def deep_header(folder, rng):
    n = rng.choice((200, 30000))
    edit(folder, "scenario.toml", files.SMALL["scenario.toml"] + rng.choice(("[{}]\n", "[[{}]]\n")).format(".".join(["a"] * n)))


def long_key(folder, rng):
    edit(folder, "scenario.toml", toml(rng, "k" * rng.choice((1000, 3_000_000)) + " = 1\n"))


def many_keys(folder, rng):
    edit(folder, "scenario.toml", files.SMALL["scenario.toml"] + "".join(f"k{i} = {i}\n" for i in range(rng.choice((1000, 200000)))))


def numbers(folder, rng):
    value = rng.choice(("1e400", "-1e400", "nan", "inf", "9223372036854775807", "-9223372036854775808", "9" * 400, "0x" + "f" * 40, "\"\""))
    at = rng.choice(("period = { start = 2030-01-01, end = 2030-04-01 }", "step = \"7 d\"", "title = \"Small\""))
    key = at.split(" =")[0]
    edit(folder, "scenario.toml", files.SMALL["scenario.toml"].replace(at, f"{key} = {value}"))


def dates(folder, rng):
    a, b = rng.choice((("0000-01-01", "9999-12-31"), ("2030-01-01", "2029-01-01"), ("9999-01-01", "9999-12-31"), ("2030-02-30", "2030-03-30")))
    edit(folder, "scenario.toml", files.SMALL["scenario.toml"].replace("2030-01-01", a).replace("2030-04-01", b))


def cells(folder, rng):
    name = rng.choice(("locations.csv", "routes.csv", "populations.csv", "violence.csv"))
    rows = files.SMALL[name].splitlines()
    row = rows[rng.randrange(1, len(rows))].split(",")
    row[rng.randrange(len(row))] = rng.choice(
        ("nan", "inf", "-1", "1e308", "9" * 300, "", "\x1b[31mred\x1b[0m", "\u202egnp.exe", "a" * 1_000_000, "\x00", "=1+1", "\"",
         "<script>alert(1)</script>", "'; DROP", "%s%n", "../../etc/passwd", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")))
    rows.append(",".join(row))
    edit(folder, name, "\n".join(rows) + "\n")


def bytes_of_chance(folder, rng):
    edit(folder, rng.choice(sorted(files.SMALL)), rng.randbytes(rng.choice((1, 100, 100000))), "wb")


def flipped(folder, rng):
    name = rng.choice(sorted(files.SMALL))
    data = bytearray(files.SMALL[name].encode())
    for _ in range(rng.randint(1, 20)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    edit(folder, name, bytes(data), "wb")


def encodings(folder, rng):
    name = rng.choice(sorted(files.SMALL))
    edit(folder, name, files.SMALL[name].encode(rng.choice(("utf-16", "utf-8-sig", "utf-32", "utf-16-le"))), "wb")


def long_lines(folder, rng):
    name = rng.choice(("locations.csv", "populations.csv"))
    edit(folder, name, files.SMALL[name] + rng.choice((",", "x,", "\"")) * 2_000_000)


def many_columns(folder, rng):
    edit(folder, "locations.csv", ",".join(f"c{i}" for i in range(rng.choice((1000, 300000)))) + "\n")


def many_places(folder, rng):
    n = rng.choice((3000, 150000))
    edit(folder, "locations.csv", "name,country,latitude,longitude,kind\n" + "".join(
        f"P{i},Here,{i % 170 - 85},{i % 359 - 179},settlement\n" for i in range(n)))
    edit(folder, "routes.csv", "from,to,km\n" + "".join(f"P{i},P{i + 1},1\n" for i in range(n - 1)))
    edit(folder, "populations.csv", "location,group,persons\nP0,All,1000\n")
    os.remove(os.path.join(folder, "violence.csv"))


def many_people(folder, rng):
    edit(folder, "populations.csv", f"location,group,persons\nAru,All,{rng.choice((10**12, 2**63 - 1, 2**64, 10**30))}\n")


def link_out(folder, rng):
    name = rng.choice(sorted(files.SMALL))
    os.remove(os.path.join(folder, name))
    os.symlink(rng.choice(("/etc/passwd", "/dev/zero", "/dev/stdin", "../../../../../../etc/hostname", "/proc/self/environ", name)),
               os.path.join(folder, name))


def pipe(folder, rng):
    name = rng.choice(sorted(files.SMALL))
    os.remove(os.path.join(folder, name))
    os.mkfifo(os.path.join(folder, name))


def folder_for_file(folder, rng):
    name = rng.choice(sorted(files.SMALL))
    os.remove(os.path.join(folder, name))
    os.mkdir(os.path.join(folder, name))


def options(folder, rng):
    os.makedirs(os.path.join(folder, "options"))
    name = rng.choice(("all", "none", "a,b", "x@stage+13w", "\\u001b[2J", "", " a", "a" * 100000, "Ł" * 3000))
    edit(folder, "options/one.toml", f'name = "{name}"\n' + rng.choice(("", "budget = \"1 M USD\"\n", "actions = 7\n")))
    for i in range(rng.choice((0, 0, 5000))):
        edit(folder, f"options/{i}.toml", f'name = "n{i}"\n')


def option_links(folder, rng):
    os.symlink(rng.choice(("/etc", "/proc/self/fd", "/dev", ".")), os.path.join(folder, "options"))


def file_names(folder, rng):
    os.makedirs(os.path.join(folder, "options"))
    name = rng.choice(("\x1b[31m.toml", "a\nb.toml", "\u202etmot.toml", "-rf.toml", " .toml"))
    edit(folder, os.path.join("options", name), "budget = ???\n")


MAKERS = [maker for name, maker in sorted(globals().items()) if callable(maker) and getattr(maker, "__module__", "") == __name__
          and name not in ("edit", "toml")]


# What must be refused, not just survived.
REFUSED = {deep_dotted, deep_inline, deep_array, deep_header, link_out, pipe, encodings, unclosed}


def harmless(maker, folder):
    """Some makers may by chance leave a scenario good: a byte-order mark is read, a blank table may be left out."""
    return maker is encodings and any(open(os.path.join(folder, name), "rb").read(3) == b"\xef\xbb\xbf" for name in files.SMALL)


def attack(folder, count):
    """`check`, `describe` and a short `ensemble` of each: they end, in time, with words for a person."""
    tally = target.Tally("hostile scenarios")

    def one(seed):
        rng = random.Random(f"scenario {seed}")
        maker = MAKERS[seed % len(MAKERS)]
        here = files.write_scenario(os.path.join(folder, f"scenario-{seed}"))
        maker(here, rng)
        what = f"{maker.__name__}, seed {seed}"
        out = os.path.join(folder, f"scenario-{seed}.h5")
        allowed = (target.DONE, target.BAD_INPUT, target.IO, target.USAGE)
        refused = maker in REFUSED and not harmless(maker, here)
        tally.add(target.start("check", here), (target.BAD_INPUT,) if refused else (target.DONE, target.BAD_INPUT), what)
        tally.add(target.start("describe", here, "--json"), allowed, what)
        tally.add(target.start("ensemble", here, "--members", "1", "-o", out, "--quiet"), allowed, what)
        if os.path.exists(out):
            tally.add(target.start("report", out, "-o", out + ".html", "--still"), allowed, what)

    target.in_parallel(one, range(count))
    return tally
