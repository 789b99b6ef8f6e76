# SPDX-License-Identifier: Apache-2.0
"""Forged files under a right seal: whatever a reader would take from one is compared by `verify` and named."""
import os
import shutil

import files
import target

# What xarray, ncdump or R apply to numbers, or show with them.
ATTRIBUTES = {"scale_factor": 0.5, "add_offset": -7.0, "missing_value": 0, "_FillValue": 0, "valid_max": 1,
              "units": "cats", "long_name": "cats counted"}


def shifted(dataset):
    dataset[...] = dataset[...] + 400


def backwards(dataset):
    dataset[...] = dataset[...][::-1]


def far(dataset):
    dataset[...] = 10**9


def one_number(dataset):
    cell = tuple(0 for _ in dataset.shape)
    value = dataset[cell]
    dataset[cell] = 1 if int(float(value) if value == value else 0) != 1 else 2


def attribute(path, name, value):
    """An edit that gives an object an attribute, in place of the one that it has."""
    def edit(file):
        attributes = file[path].attrs
        if name in attributes:
            del attributes[name]
        attributes[name] = value
    return edit


def changed(path, change):
    return lambda file: change(file[path])


def edits(file):
    """What is forged, the word under which it is to be named, and how."""
    import h5py

    names = []
    file.visititems(lambda name, thing: names.append(name) if isinstance(thing, h5py.Dataset) else None)
    for name in names:
        if forgeable(name, file[name]):
            yield name, name.split("/")[-1], changed(name, one_number)
    for name, value in ATTRIBUTES.items():
        yield f"civilian_deaths:{name}", name, attribute("civilian_deaths", name, value)
    yield "title", "title", attribute("/", "title", "Another")
    yield "time:units", "units", attribute("time", "units", "days since 1990-01-01")
    yield "version", "source", attribute("scenario", "version", "9.9.9")
    yield "digest", "digest", attribute("scenario", "digest", "0" * 16)
    if "events" in file:
        yield "events/time", "time", changed("events/time", shifted)
        yield "events/time:units", "units", attribute("events/time", "units", "days since 1990-01-01")
        yield "events/event", "event", changed("events/event", backwards)
    if "events" in file and "cause" in file["events"]:
        yield "events/cause", "cause", changed("events/cause", far)


def forge(folder, good):
    """One thing changed in a file of each kind: `verify` finds it and names it."""
    import h5py

    tally = target.Tally("forged files")
    for kind in ("small", "options", "decide", "run"):
        plain = os.path.join(folder, f"forge-{kind}.h5")
        with open(plain, "wb") as file:
            file.write(files.image_of(good[kind]))
        with h5py.File(plain, "r") as file:
            all_edits = list(edits(file))
        for number, (what, word, edit) in enumerate(all_edits):
            forged = os.path.join(folder, f"forged-{kind}-{number}.h5")
            shutil.copy(plain, forged)
            with h5py.File(forged, "r+") as file:
                edit(file)
            with open(forged, "rb") as file:
                data = file.read()
            with open(forged, "wb") as file:
                file.write(files.sealed(data))
            done = target.start("verify", forged, "--json", "--quiet", seconds=120)
            tally.add(done, (target.FINDING, target.BAD_INPUT), f"{what} of {kind}")
            if done.code == target.FINDING and word not in done.out + done.err:
                tally.blame(f"{what} of {kind}", f"found, but not named: {done}")
            text = target.start("verify", forged, "--quiet", seconds=120) if what in ("title", "latitude") else None
            if text is not None and "every number and every hash is as stored" in text.out:
                tally.blame(f"{what} of {kind}", f"found, but called as stored: {text}")
            os.remove(forged)
    return tally


def forgeable(name, dataset):
    """Numbers, coordinates among them: no texts, and no scenario, which has digests of its own."""
    return dataset.dtype.kind in "if" and dataset.size > 0 and name.split("/")[0] != "scenario" \
        and not dataset.attrs.get("NAME", b"").startswith(b"This is a netCDF dimension")
