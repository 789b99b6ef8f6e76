# SPDX-License-Identifier: Apache-2.0
"""What happens where."""
import numpy as np

from . import style


def places(data, option="none", variable="deaths_by_location", names=8, ax=None):
    """Map of places under one option: areas of circles are in proportion to the mean over members of a variable along
    location; a place with none is a cross. The `names` places with most are named, with their numbers.
    Raises ValueError if the variable is not along location."""
    data, _ = style.one_ensemble(data, option)
    if "location" not in data[variable].dims:
        raise ValueError(f"{variable} is not along location")
    means = style.ran(data[variable].sel(option=option)).mean("member").values
    east, north = data.longitude.values, data.latitude.values
    ax = style.axes(ax, height=5.5)
    most = means.max() if means.size and means.max() > 0 else 1.0
    some = means > 0
    ax.scatter(east[some], north[some], s=900 * means[some] / most, facecolor="#a02c2c66", edgecolor="#a02c2c")
    ax.plot(east[~some], north[~some], "x", color="#555555", label="0")
    for at in np.argsort(-means, kind="stable")[:names]:
        ax.annotate(f"{data.location.values[at]}: {means[at]:,.1f}", (east[at], north[at]), (7, 5),
                    textcoords="offset points", fontsize="small")
    ax.scatter([], [], s=225, facecolor="#a02c2c66", edgecolor="#a02c2c", label=f"{most / 4:,.1f}")
    ax.legend(title=f"{style.label(data[variable])},\nmean over members", loc="best")
    ax.set_aspect(1 / max(0.1, np.cos(np.radians(np.mean(north)))))
    ax.margins(0.18)
    ax.set_xlabel("longitude (degrees east)")
    ax.set_ylabel("latitude (degrees north)")
    ax.set_title(f"{option}: {data[variable].attrs.get('long_name', variable)}", fontsize="medium", loc="left")
    return ax
