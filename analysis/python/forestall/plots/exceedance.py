# SPDX-License-Identifier: Apache-2.0
"""How likely more than any number is."""
import numpy as np

from . import style


def exceedance(data, series="civilian_deaths", options=None, ax=None):
    """Share of members in which the series' sum over the run is larger than a number, as steps: nothing is smoothed.
    Without the intervals that the report has: the right end of each line is a few members."""
    data, options = style.one_ensemble(data, options)
    ax = style.axes(ax)
    for option, look in zip(options, style.looks(data, options)):
        totals = np.sort(style.ran(data[series].sel(option=option)).sum("time").values)
        more = 100 * (1 - np.arange(1, totals.size + 1) / totals.size)
        x, y = np.append(min(1, totals[0]), totals), np.append(100.0, more)
        ax.step(x, y, where="post", label=option, linewidth=2, markevery=max(1, totals.size // 6), markersize=5, **look)
    ax.set_xscale("symlog", linthresh=1)
    ax.set_ylim(0, 100)
    ax.set_xlabel(f"{style.label(data[series])}, sum over the run")
    ax.set_ylabel("members with more (%)")
    style.thousands(ax.xaxis)
    ax.set_title(f"How likely more {str(series).replace('_', ' ')} than a number are", fontsize="medium", loc="left")
    ax.legend()
    return ax
