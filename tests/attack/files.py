# SPDX-License-Identifier: Apache-2.0
"""Results files of the present format to attack, small ones so that a random byte often hits structure."""
import os
import struct

import xxhash

import target

MAGIC = b"FORESTALL-XXH3\0\1"
SEAL = 32

SMALL = {
    "scenario.toml": """title = "Small"
home = ["Here"]
period = { start = 2030-01-01, end = 2030-04-01 }
step = "7 d"
[[group]]
name = "All"
[[actor]]
name = "Militia"
kind = "militia"
""",
    "locations.csv": "name,country,latitude,longitude,kind\nAru,Here,0,10,settlement\nBesh,Here,0,10.5,settlement\n"
                     "Camp,There,0,11,camp\n",
    "routes.csv": "from,to,km\nAru,Besh,60\nBesh,Camp,70\n",
    "populations.csv": "location,group,persons\nAru,All,40000\nBesh,All,90000\n",
    "violence.csv": "first,last,location,kind,actor,target,deaths,source\n"
                    "2030-02-01,2030-02-28,Aru,one_sided,Militia,All,120,invented\n",
}


def write_scenario(folder, files=None):
    os.makedirs(folder, exist_ok=True)
    for name, text in (files or SMALL).items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode())
    return folder


def sealed(image):
    """An HDF5 image with a digest that is right, as the program writes it."""
    return image + MAGIC + struct.pack("<QQ", xxhash.xxh3_64_intdigest(image), len(image))


def image_of(path):
    with open(path, "rb") as file:
        data = file.read()
    if sealed(data[:-SEAL]) != data:
        raise SystemExit(f"{path}: the seal is not made as this attack makes it")
    return data[:-SEAL]


def prepare(folder):
    """Name of kind -> path of a good file of it."""
    small = write_scenario(os.path.join(folder, "small"))
    rivers = os.path.join(target.SOURCE, "scenarios", "two-rivers")
    made = {kind: os.path.join(folder, kind + ".h5") for kind in ("small", "run", "options", "decide")}
    target.must("ensemble", small, "--members", "3", "-o", made["small"], "--quiet")
    target.must("run", rivers, "--member", "1", "-o", made["run"], "--quiet")
    target.must("ensemble", rivers, "--members", "2", "--options", "all", "-o", made["options"], "--quiet")
    target.must("decide", rivers, "--options", "all", "--indifference", "100000", "--max-members", "40", "-o",
                made["decide"], "--quiet")
    return made
