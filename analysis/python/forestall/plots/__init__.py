# SPDX-License-Identifier: Apache-2.0
"""The report's kinds of drawings with matplotlib.

Each takes data of open_results or a table of compare, and `ax`, the axes to draw on (new ones if None), and returns the
axes. Options differ by colour, dashes and markers, never by colour alone."""
from .differences import differences
from .exceedance import exceedance
from .over_time import fan, stage_shares
from .places import places

__all__ = ["differences", "exceedance", "fan", "places", "stage_shares"]
