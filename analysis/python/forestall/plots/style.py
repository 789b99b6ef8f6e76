# SPDX-License-Identifier: Apache-2.0
"""What all drawings share: a look for each option, words for axes."""
import textwrap

import matplotlib.pyplot as plt
import numpy as np

COLOURS = ("#0067a5", "#b84a00", "#00795b", "#9b3a7c", "#6b5900", "#5546a3")  # the report's, told apart by all
DASHES = ((0, ()), (0, (6, 2)), (0, (2, 2)), (0, (6, 2, 2, 2)), (0, (8, 2, 2, 2, 2, 2)))
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
BASELINE = {"color": "#555555", "linestyle": (0, (1, 1)), "marker": "o"}


def looks(data, options) -> list:
    """Colour, dashes and marker for each of `options`, by its place in the file: the same in every drawing."""
    every = [str(o) for o in np.atleast_1d(data.option.values)]
    others = [o for o in every if o != "none"]
    return [BASELINE if o == "none" else _look(others.index(o)) for o in options]


def _look(at):
    return {"color": COLOURS[at % len(COLOURS)], "linestyle": DASHES[at % len(DASHES)],
            "marker": MARKERS[at % len(MARKERS)]}


def one_ensemble(data, options=None):
    """(data with the dimension option, names of the options to draw).
    Raises ValueError on points, of which one has to be chosen, and on options that are not there."""
    if "point" in data.dims:
        raise ValueError("this file has points: choose one, as data.isel(point=0)")
    if "option" not in data.dims:
        data = data.expand_dims("option")
    every = [str(o) for o in data.option.values]
    chosen = every if options is None else [options] if isinstance(options, str) else list(options)
    missing = [o for o in chosen if o not in every]
    if missing:
        raise ValueError(f"no option {missing[0]} here; there are {', '.join(every)}")
    return data, chosen


def ran(values):
    """Members that were run: in a file of `decide` the others are NaN."""
    return values.dropna("member", how="all")


def axes(ax, width=7.0, height=4.0):
    return ax if ax is not None else plt.subplots(figsize=(width, height), layout="constrained")[1]


def unit(variable) -> str:
    """The unit as an axis says it."""
    if variable.attrs.get("currency"):
        year = variable.attrs.get("price_year")
        return f"{variable.attrs['currency']} of {year}" if year else variable.attrs["currency"]
    said = variable.attrs.get("units", "1")
    if said != "1":
        return said
    return "number" if np.issubdtype(variable.dtype, np.integer) else "1"


def label(variable) -> str:
    """Name and unit for an axis: "civilian deaths (number)"."""
    return f"{str(variable.name).replace('_', ' ')} ({unit(variable)})"


def title(ax, variable):
    words = variable.attrs.get("long_name", str(variable.name))
    ax.set_title(textwrap.fill(words, 72), fontsize="medium", loc="left")


def thousands(axis):
    axis.set_major_formatter(lambda value, _: f"{value:,.0f}" if value == round(value) else f"{value:g}")
