#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Other programs' readers open a results file and find what was written: xarray with both of its engines, netCDF4, h5py
and R's ncdf4. Usage: test_readers.py WRITE_SAMPLES (the program that writes the files)."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

DEBIAN = {"numpy": "python3-numpy", "xarray": "python3-xarray", "netCDF4": "python3-netcdf4",
          "h5netcdf": "python3-h5netcdf", "h5py": "python3-h5py"}


def need_packages():
    missing = []
    for module, package in DEBIAN.items():
        try:
            __import__(module)
        except ImportError:
            missing.append(package)
    if shutil.which("ncdump") is None:
        missing.append("netcdf-bin")
    if shutil.which("Rscript") is None:
        missing.append("r-base-core")
    elif subprocess.run(["Rscript", "-e", "library(ncdf4)"], capture_output=True).returncode != 0:
        missing.append("r-cran-ncdf4")
    if missing:
        sys.exit("missing: apt-get install " + " ".join(missing))


need_packages()
import h5py
import netCDF4
import numpy as np
import xarray as xr


def equal(what, got, want):
    got, want = np.asarray(got), np.asarray(want)
    if got.shape != want.shape or not (got == want).all():
        sys.exit(f"{what}: found {got.tolist()}, expected {want.tolist()}")


def texts(values):
    return [v.decode() if isinstance(v, bytes) else v for v in np.asarray(values).ravel()]


def files_of(scenario):
    content, files, at = scenario.content.values.tobytes(), {}, 0
    for name, length in zip(scenario.file.values, scenario.length.values):
        files[name], at = content[at:at + length].decode(), at + length
    return files


def days(times, start):
    return (np.asarray(times) - np.datetime64(start)) // np.timedelta64(1, "D")


def check_ensemble_in_xarray(path, engine, want):
    data = xr.open_dataset(path, engine=engine)
    for name in ("option", "location"):
        if not all(type(v) is str for v in data[name].values):
            sys.exit(f"{engine}: {name} is not text")
        equal(f"{engine} {name}", data[name].values, want[name])
    equal(f"{engine} member", data.member.values, want["member"])
    equal(f"{engine} time", days(data.time.values, want["start_date"]), want["time"])
    equal(f"{engine} dims", sorted(data.sizes), ["group", "location", "member", "option", "time"])
    for name, about in want["variables"].items():
        equal(f"{engine} {name} dims", data[name].dims, about["dims"])
        equal(f"{engine} {name}", data[name].values, about["values"])
        equal(f"{engine} {name} type", str(data[name].dtype), about["type"])
        for attribute in ("units", "long_name"):
            if attribute not in data[name].attrs:
                sys.exit(f"{engine}: {name} has no {attribute}")
    if data.stage_true.attrs["flag_meanings"].split() != ["none", "prevention", "mitigation", "response"]:
        sys.exit(f"{engine}: flag_meanings")
    equal(f"{engine} flag_values", data.stage_true.attrs["flag_values"], [0, 1, 2, 3])
    if data.spend.attrs["currency"] != "USD" or data.attrs["title"] != want["title"]:
        sys.exit(f"{engine}: attributes")
    hashes = data.member_hash
    equal(f"{engine} member_hash dims", hashes.dims, ["option", "member"])
    if data.sel(option="none").sizes != {k: v for k, v in data.sizes.items() if k != "option"}:
        sys.exit(f"{engine}: sel by name of an option")
    if not all(len(h) == 16 and int(h, 16) >= 0 for h in hashes.values.ravel()):
        sys.exit(f"{engine}: member_hash is not 16 hex digits")
    selected = data.civilian_deaths.sel(option="option 1", member=2)
    equal(f"{engine} sel", selected.values, want["variables"]["civilian_deaths"]["values"][1][2])
    if "latitude" not in data.deaths_by_location.coords:
        sys.exit(f"{engine}: latitude is no coordinate of deaths_by_location")
    parameters = xr.open_dataset(path, engine=engine, group="parameters")
    equal(f"{engine} parameter", parameters.parameter.values, want["parameter"])
    equal(f"{engine} parameters", parameters["values"].values, want["parameters"])
    scenario = xr.open_dataset(path, engine=engine, group="scenario")
    equal(f"{engine} files", files_of(scenario), want["scenario_files"])
    json.loads(str(scenario.job.values))
    if scenario.attrs["seed"] != want["seed"]:
        sys.exit(f"{engine}: seed")


def check_design_in_xarray(path, engine, want):
    data = xr.open_dataset(path, engine=engine)
    equal(f"{engine} point", data.point.values, [0, 1, 2])
    equal(f"{engine} design dims", data.civilian_deaths.dims, ["point", "option", "member", "time"])
    equal(f"{engine} design deaths", data.civilian_deaths.values.reshape(6, 4, 5), want["deaths"])
    equal(f"{engine} design peak_stage", data.peak_stage.values.reshape(6, 4), want["peak_stage"])
    equal(f"{engine} design member_hash dims", data.member_hash.dims, ["point", "option", "member"])
    parameters = xr.open_dataset(path, engine=engine, group="parameters")
    equal(f"{engine} design parameters dims", parameters["values"].dims, ["point", "member", "parameter"])
    equal(f"{engine} design parameters", parameters["values"].values.reshape(12, 2), want["parameters"])
    points = xr.open_dataset(path, engine=engine, group="points")
    equal(f"{engine} held", points.held.values, want["held"])
    equal(f"{engine} held values", points["values"].values, want["values"])


def check_run_in_xarray(path, engine, want):
    root = xr.open_dataset(path, engine=engine)
    equal(f"{engine} run group", root.group.values, want["detail"]["group"])
    detail = xr.open_dataset(path, engine=engine, group="detail")
    equal(f"{engine} detail dims", detail.settled.dims, ["time", "location", "group"])
    equal(f"{engine} settled", detail.settled.values.ravel(), want["detail"]["settled"])
    equal(f"{engine} danger", detail.danger.values.ravel(), want["detail"]["danger"])
    equal(f"{engine} zones", detail.zones.values.ravel(), want["detail"]["zones"])
    for name in ("control", "fighters"):
        equal(f"{engine} {name} dims", detail[name].dims, ["time", "location", "actor"])
        equal(f"{engine} {name}", detail[name].values.ravel(), want["detail"][name])
    equal(f"{engine} run actor", root.actor.values, want["detail"]["actor"])
    events = xr.open_dataset(path, engine=engine, group="events")
    for name, values in want["events"].items():
        if name != "time":
            equal(f"{engine} events {name}", events[name].values, values)
    equal(f"{engine} dims of causes", events.cause_weight.dims, ["cause"])
    because = events.cause_what.values[events.cause_event.values == 0]
    equal(f"{engine} causes of event 0", because, ["inertia", "threat"])
    equal(f"{engine} events time", days(events.time.values, want["ensemble"]["start_date"]), want["events"]["time"])


def check_netcdf4(path, want):
    with netCDF4.Dataset(path) as file:
        labelled = [name for name in file.dimensions if not name.startswith("string")]  # the rest are lengths of texts
        equal("netCDF4 order of dimensions", labelled, ["option", "member", "time", "location", "group"])
        deaths = file["civilian_deaths"]
        equal("netCDF4 dims", deaths.dimensions, ["option", "member", "time"])
        equal("netCDF4 values", deaths[:].data, want["variables"]["civilian_deaths"]["values"])
        equal("netCDF4 option", file["option"][:], want["option"])
        equal("netCDF4 country", file["country"].dimensions[0], "location")
        equal("netCDF4 parameters", file["parameters/values"].dimensions, ["member", "parameter"])


def check_design_in_netcdf4(path):
    with netCDF4.Dataset(path) as file:
        labelled = [name for name in file.dimensions if not name.startswith("string")]
        equal("netCDF4 order of dimensions with a design", labelled, ["point", "option", "member", "time", "location", "group"])


def check_h5py(path, want):
    with h5py.File(path) as file:
        deaths = file["civilian_deaths"]
        equal("h5py labels", [deaths.dims[i].keys()[0] for i in range(3)], ["option", "member", "time"])
        equal("h5py values", deaths[...], want["variables"]["civilian_deaths"]["values"])
        option = [row.tobytes().rstrip(b"\0").decode() for row in file["option"][...]]
        equal("h5py option", option, want["option"])


def check_h5py_texts(path):
    with h5py.File(path) as file:
        for name in everything(file):
            if name == "member_hash":  # one value a member, as scripts read it
                continue
            if h5py.check_vlen_dtype(file[name].dtype) or h5py.check_string_dtype(file[name].dtype) and \
                    file[name].dtype.itemsize != 1:
                sys.exit(f"h5py: {name} is of variable length")


def everything(file):
    names = []
    file.visititems(lambda name, item: names.append(name) if isinstance(item, h5py.Dataset) else None)
    return names


def check_ncdump(path, want):
    run = subprocess.run(["ncdump", "-v", "option,location", path], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("ncdump: " + run.stderr)
    if f'"{want["option"][1]}"' not in run.stdout or "char option(option" not in run.stdout:
        sys.exit("ncdump does not show the options as text")


R_SCRIPT = r"""
library(ncdf4)
file <- nc_open(commandArgs(TRUE)[1])
deaths <- file$var[["civilian_deaths"]]
cat(sapply(deaths$dim, function(d) d$name), "\n")
cat(dim(ncvar_get(file, "civilian_deaths")), "\n")
cat(as.vector(ncvar_get(file, "civilian_deaths")), "\n")
cat(paste(file$dim$option$vals, collapse = "|"), "\n", sep = "")
cat(paste(file$dim$location$vals, collapse = "|"), "\n", sep = "")
cat(as.vector(ncvar_get(file, "parameters/values")), "\n")
cat(nchar(as.vector(ncvar_get(file, "member_hash"))), "\n")
cat(ncatt_get(file, "time", "units")$value, "\n", sep = "")
cat(as.vector(ncvar_get(file, "stage_true")), "\n")
nc_close(file)
"""


def check_r(path, want):
    run = subprocess.run(["Rscript", "-e", R_SCRIPT, path], capture_output=True, text=True,
                         env={**os.environ, "LC_ALL": "C.UTF-8"})
    if run.returncode != 0:
        sys.exit("R: " + run.stderr)
    lines = [line.strip() for line in run.stdout.splitlines()]
    numbers = lambda line: [float(x) for x in line.split()]
    deaths = np.asarray(want["variables"]["civilian_deaths"]["values"])
    equal("R dims", lines[0].split(), ["time", "member", "option"])  # R counts the first index fastest
    equal("R shape", numbers(lines[1]), deaths.shape[::-1])
    equal("R values", numbers(lines[2]), deaths.ravel())
    equal("R option", lines[3].split("|"), want["option"])
    equal("R location", lines[4].split("|"), want["location"])
    equal("R parameters", numbers(lines[5]), np.asarray(want["parameters"]).ravel())
    equal("R hashes", numbers(lines[6]), [16] * deaths.shape[0] * deaths.shape[1])
    equal("R time units", lines[7], "days since " + want["start_date"])
    equal("R stage", numbers(lines[8]), np.asarray(want["variables"]["stage_true"]["values"]).ravel())


def main():
    with tempfile.TemporaryDirectory(prefix="forestall-interop-") as directory:
        subprocess.run([sys.argv[1], directory], check=True)
        with open(os.path.join(directory, "expected.json"), encoding="utf-8") as file:
            want = json.load(file)
        ensemble, design, run = (os.path.join(directory, f"{name}.h5") for name in ("ensemble", "design", "run"))
        for engine in ("netcdf4", "h5netcdf"):
            check_ensemble_in_xarray(ensemble, engine, want["ensemble"])
            check_design_in_xarray(design, engine, want["design"])
            check_run_in_xarray(run, engine, want)
        check_netcdf4(ensemble, want["ensemble"])
        check_design_in_netcdf4(design)
        for path in (ensemble, design, run):
            check_h5py_texts(path)
        check_h5py(ensemble, want["ensemble"])
        check_ncdump(ensemble, want["ensemble"])
        check_r(ensemble, want["ensemble"])
    print("ok")


main()
