# SPDX-License-Identifier: Apache-2.0
"""What options change, each with its interval."""
import numpy as np

from . import style

WORDS = {"difference": "difference of means", "typical": "typical future: ratio to the baseline (1: no change)",
         "displacement": "displacement at the peak: ratio to the baseline (1: no change)",
         "mass_killing": "chance of mass killing: difference (share of members)"}
RATIOS = ("typical", "displacement")


def differences(table, figure="difference", options=None, ax=None):
    """Figures of a table of compare with the program's intervals, 95 % for all options together.

    `figure`: difference, typical, displacement or mass_killing; `options`: rows, all but the baseline if None. The
    marker is filled where the program calls the answer clear (of `difference`: where the interval excludes no change),
    hollow where it may be luck, a cross where the program gives no interval.
    Raises ValueError if the table has no such figure."""
    if figure not in WORDS or figure not in table:
        raise ValueError(f"no figure {figure} here; there are {', '.join(f for f in WORDS if f in table)}")
    rows = table.drop(index=table.attrs["baseline"], errors="ignore") if options is None else table.loc[list(options)]
    rows = rows.iloc[::-1]
    nothing = 1.0 if figure in RATIOS else 0.0
    ax = style.axes(ax, height=1.4 + 0.34 * len(rows))
    for at, (_, row) in enumerate(rows.iterrows()):
        value, low, high = (np.nan if row[figure + end] is None else row[figure + end] for end in ("", "_lo", "_hi"))
        if np.isnan([value, low, high]).any():
            where = nothing if np.isnan(value) else value
            ax.plot(where, at, "x", color="#555555")
            ax.annotate("no interval", (where, at), (6, 4), textcoords="offset points", fontsize="small")
            continue
        told = is_clear(row, figure, low, high, nothing)
        ax.plot([low, high], [at, at], color="#16222a", linewidth=1.5)
        ax.plot(value, at, "o", color="#0067a5", markerfacecolor="#0067a5" if told else "white", markersize=7)
    ax.axvline(nothing, color="#16222a", linestyle=":", linewidth=1)
    ax.set_yticks(range(len(rows)), rows.index)
    ax.set_ylim(-0.6, len(rows) - 0.4)
    ax.set_xlabel(axis_words(table, figure))
    if figure in RATIOS:
        ax.set_xscale("log")
        ax.xaxis.set_minor_formatter(lambda value, _: f"{value:g}")
    style.thousands(ax.xaxis)
    ax.set_title(f"Against {table.attrs['baseline']}: 95 % intervals for all options together\n"
                 "filled: clear; hollow: may be luck", fontsize="medium", loc="left")
    return ax


def is_clear(row, figure, low, high, nothing):
    said = row.get(f"{figure}_clear")
    if isinstance(said, str):
        return said in ("better", "worse")
    return not low <= nothing <= high


def axis_words(table, figure):
    if figure != "difference":
        return WORDS[figure]
    return f"{table.attrs['outcome_text']}: {WORDS[figure]} (number)"
