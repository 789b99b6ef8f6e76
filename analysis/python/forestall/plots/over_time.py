# SPDX-License-Identifier: Apache-2.0
"""What members do over time: a series' spread, and the stages."""
from . import style

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)  # the report's
STAGE_COLOURS = ("#e9eef0", "#b8d3df", "#e3a25f", "#a02c2c")
STAGE_HATCHES = ("", "..", "//", "xx")


def fan(data, series="displaced", options=None, ax=None):
    """Spread of a series (option, member, time) over members: the middle as a line, half of members in the dark band,
    nine in ten in the pale one (quantiles 5, 25, 50, 75, 95 %). Raises ValueError if it is not along time."""
    data, options = style.one_ensemble(data, options)
    if "time" not in data[series].dims:
        raise ValueError(f"{series} is not along time")
    ax = style.axes(ax)
    for option, look in zip(options, style.looks(data, options)):
        q = style.ran(data[series].sel(option=option)).quantile(LEVELS, "member").values
        ax.fill_between(data.time.values, q[0], q[4], color=look["color"], alpha=0.14, linewidth=0)
        ax.fill_between(data.time.values, q[1], q[3], color=look["color"], alpha=0.24, linewidth=0)
        ax.plot(data.time.values, q[2], label=option, linewidth=2, markersize=5,
                markevery=max(1, data.sizes["time"] // 8), **look)
    ax.set_ylim(bottom=0)
    ax.set_xlabel("first day of the step (date)")
    ax.set_ylabel(style.label(data[series]))
    style.thousands(ax.yaxis)
    style.title(ax, data[series])
    ax.legend(title="middle; bands: 50 % and 90 % of members")
    return ax


def stage_shares(data, option="none", observed=False, ax=None):
    """Share of members in each stage over time under one option: what happened, or with `observed` what the desk sees.
    Stages differ by colour and hatching."""
    data, _ = style.one_ensemble(data, option)
    variable = data["stage_observed" if observed else "stage_true"]
    stages = style.ran(variable.sel(option=option))
    names = variable.attrs["flag_meanings"].split()
    shares = [100 * (stages == flag).mean("member").values for flag in variable.attrs["flag_values"]]
    ax = style.axes(ax)
    bands = ax.stackplot(data.time.values, shares[::-1], labels=names[::-1], edgecolor="#16222a", linewidth=0.4)
    for band, colour, hatch in zip(bands, STAGE_COLOURS[::-1], STAGE_HATCHES[::-1]):
        band.set_facecolor(colour)
        band.set_hatch(hatch)
    ax.set_ylim(0, 100)
    ax.margins(x=0)
    ax.set_xlabel("first day of the step (date)")
    ax.set_ylabel("members in the stage (%)")
    ax.set_title(f"{option}: {variable.attrs['long_name']}", fontsize="medium", loc="left")
    handles, texts = ax.get_legend_handles_labels()
    ax.legend(handles, texts, loc="center left", bbox_to_anchor=(1, 0.5))
    return ax
