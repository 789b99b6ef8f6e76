# SPDX-License-Identifier: Apache-2.0
"""Opens results files as labelled data. What is in them: docs/results-file.md"""
import os

import numpy as np
import xarray as xr


def open_results(path, group=None, engine="netcdf4") -> xr.Dataset:
    """The results file as an xarray Dataset, values read when they are used.

    Dimensions: option, member, time, location, group, in files with points `point` before them. Options, places and
    groups are text. Besides what the file has there are numbers to draw against: `day` along time (days since the
    first step, unit d), and along point the values that inputs of a sweep are held at, by their names.
    `spend` has the money's unit. `group` opens another part: "parameters", "events", "detail", "points", "scenario".
    Several paths are shards of one job: they are read into memory and joined along member, in order.
    Raises ValueError if it is no results file, or if shards are not of one job; OSError if it cannot be read."""
    if not isinstance(path, (str, os.PathLike)):
        return _joined([open_results(one, group, engine) for one in path])
    path = os.fspath(path)
    root = xr.open_dataset(path, engine=engine)
    if root.attrs.get("format") != "forestall results":
        root.close()
        raise ValueError(f"{path} is no results file of forestall")
    if group is not None:
        root.close()
        return xr.open_dataset(path, engine=engine, group=group)
    return _with_money(_with_points(_with_days(root), path, engine))


def source(data) -> str:
    """The file that a Dataset was opened from, or the path itself. Raises ValueError where that is not one file."""
    if isinstance(data, (str, os.PathLike)):
        return os.fspath(data)
    path = data.encoding.get("source")
    if not path or not os.path.exists(path):
        raise ValueError("this Dataset is not that of one file: give the path (shards are joined by `forestall merge`)")
    return path


def _with_days(data):
    if "time" not in data.coords or not data.sizes["time"]:
        return data
    day = (data.time.values - data.time.values[0]) / np.timedelta64(1, "D")
    return data.assign_coords(day=("time", day, {"units": "d", "long_name": "days since the first step"}))


def _with_points(data, path, engine):
    if "point" not in data.dims:
        return data
    with xr.open_dataset(path, engine=engine, group="points") as points, \
            xr.open_dataset(path, engine=engine, group="parameters") as parameters:
        units = dict(zip(parameters.parameter.values, parameters.unit.values)) if "unit" in parameters else {}
        values = points["values"].values
        return data.assign_coords({str(name): ("point", values[:, i], {"units": str(units.get(name, "")) or "1"})
                                   for i, name in enumerate(points.held.values)})


def _with_money(data):
    for variable in data.data_vars.values():
        if "currency" in variable.attrs:
            variable.attrs["units"] = variable.attrs["currency"]
    return data


def _joined(shards):
    if not shards:
        raise ValueError("no shard given")
    first = shards[0]
    for other in shards[1:]:
        same = other.attrs == first.attrs and dict(other.sizes, member=0) == dict(first.sizes, member=0)
        labels = (name for name in first.coords if name != "member")
        if not same or not all(name in other.coords and first[name].equals(other[name]) for name in labels):
            raise ValueError("these files are not shards of one job: titles, options, places or times differ")
    whole = xr.concat(shards, "member", data_vars="minimal", combine_attrs="override").sortby("member")
    if len(set(whole.member.values)) != whole.sizes["member"]:
        raise ValueError("a member is in two of these files")
    whole.encoding.pop("source", None)
    return whole
