# SPDX-License-Identifier: Apache-2.0
"""Damaged files, whose seal is broken, and mutations under a seal that is right, which only the structure can betray."""
import os
import random
import struct

import files
import target

READERS = (("info", ()), ("compare", ()), ("export", ("--format", "csv")), ("report", ()), ("verify", ("--sample", "1")),
           ("flip", ()))
SPECIAL = [0, 1, 2, 7, 8, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2**40, 2**48, 2**62, 2**63,
           2**64 - 1, 2**64 - 2]


def damaged(data, rng):
    """A copy that a disk, a cable or another program may have made."""
    data = bytearray(data)
    kind = rng.randrange(7)
    at = rng.randrange(len(data))
    if kind == 0:
        return bytes(data[:at])
    if kind == 1:
        for _ in range(rng.randint(1, 8)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif kind == 2:
        length = rng.choice((1, 16, 512, 4096))
        data[at:at + length] = bytes(len(data[at:at + length])) or b""
        if bytes(data) and not any(data[at:at + length]):
            data[-1] ^= 0xFF if at + length < len(data) else 0
    elif kind == 3:
        del data[at:at + rng.choice((1, 8, 511, 4096))]
    elif kind == 4:
        data[at:at] = rng.randbytes(rng.choice((1, 8, 511, 4096)))
    elif kind == 5:
        data += rng.randbytes(rng.choice((1, 32, 4096)))
    else:
        length = rng.choice((64, 512))
        other = rng.randrange(len(data))
        data[at:at + length], data[other:other + length] = data[other:other + length], data[at:at + length]
    return bytes(data)


def structure_of(image):
    """Offsets around the signatures of HDF5's own structures, where a changed byte says most."""
    marks = (b"TREE", b"SNOD", b"HEAP", b"GCOL", b"OHDR", b"OCHK", b"FRHP", b"FHDB", b"FHIB", b"BTHD", b"BTLF", b"BTIN",
             b"FADB", b"EAHD", b"\x89HDF")
    found = []
    for mark in marks:
        at = image.find(mark)
        while at >= 0:
            found.append(at)
            at = image.find(mark, at + 1)
    return found or [0]


def mutated(image, marks, rng):
    image = bytearray(image)
    for _ in range(rng.choice((1, 1, 1, 2, 4, 16))):
        near = rng.random() < 0.7
        at = (rng.choice(marks) + rng.randrange(512)) if near else rng.randrange(len(image))
        at = min(at, len(image) - 9)
        kind = rng.randrange(5)
        if kind == 0:
            image[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            image[at] = rng.randrange(256)
        elif kind == 2:
            width = rng.choice((1, 2, 4, 8))
            image[at:at + width] = struct.pack("<Q", rng.choice(SPECIAL))[:width]
        elif kind == 3:
            width = rng.choice((2, 4, 8))
            value = int.from_bytes(image[at:at + width], "little") + rng.choice((-8, -1, 1, 8, 64, 4096))
            image[at:at + width] = (value % (1 << (8 * width))).to_bytes(width, "little")
        else:
            width = rng.choice((8, 16, 32))
            other = min(rng.choice(marks) + rng.randrange(512), len(image) - width - 1)
            image[at:at + width] = image[other:other + width]
            del image[len(image):]
    return bytes(image)


def read_all(path, readers, folder, tally, allowed, what):
    for name, more in readers:
        out = os.path.join(folder, os.path.basename(path) + "." + name)
        wanted = ("-o", out) if name in ("report", "export") else ()
        tally.add(target.start(name, path, *more, *wanted, "--quiet"), allowed, what)
        if os.path.exists(out):
            os.remove(out)


def one(folder, tally, made, allowed, readers):
    def attack(item):
        seed, kind, data = item
        path = os.path.join(folder, f"{tally.name.split()[0]}-{seed}.h5")
        with open(path, "wb") as file:
            file.write(data)
        before = len(tally.faults)
        read_all(path, readers(seed), folder, tally, allowed, f"{kind}, seed {seed}")
        if len(tally.faults) == before:
            os.remove(path)  # those that show a fault stay

    target.in_parallel(attack, made)
    return tally


def damage(folder, good, count):
    """Every damaged file is refused with 65."""
    kinds = sorted(good)

    def make():
        for seed in range(count):
            rng = random.Random(f"damaged {seed}")
            kind = kinds[seed % len(kinds)]
            with open(good[kind], "rb") as file:
                data = file.read()
            bad = damaged(data, rng)
            while bad == data:
                bad = damaged(data, rng)
            yield seed, kind, bad

    tally = target.Tally("damaged files")
    return one(folder, tally, make(), (target.BAD_INPUT,), lambda seed: [READERS[seed % 4]])


def reseal(folder, good, count):
    """A mutation under a right seal is refused, found, or means nothing; it never ends the program otherwise."""
    kinds = sorted(good)
    images = {kind: files.image_of(path) for kind, path in good.items()}
    marks = {kind: structure_of(image) for kind, image in images.items()}

    def make():
        for seed in range(count):
            kind = kinds[seed % len(kinds)]
            yield seed, kind, files.sealed(mutated(images[kind], marks[kind], random.Random(f"resealed {seed}")))

    tally = target.Tally("resealed mutations")
    allowed = (target.DONE, target.FINDING, target.USAGE, target.BAD_INPUT, target.IO)
    return one(folder, tally, make(), allowed,
               lambda seed: [READERS[0], READERS[2], READERS[(1, 3, 4, 5)[seed // len(kinds) % 4]]])
