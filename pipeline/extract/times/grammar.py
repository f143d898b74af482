"""The shapes of dates and periods over the string of codes (see `tokens`); language comes in through the wordings alone."""

from __future__ import annotations

import re

_LINK = "(?:[-~,]|[_,][JK]_|(?<=P_[ab])_(?=P_[ab][./-]))"
_MANY = "{0,15}"
"""Members of a list at most, so that a long row of numbers costs no more than its length."""
_DAYS = f"[ab](?:{_LINK}(?:[DP]_){{0,2}}[ab]){_MANY}"
_DAYS_APART = f"[ab](?:(?:[~,]|[_,][JK]_)(?:[DP]_){{0,2}}[ab]){_MANY}"
_YEAR = "(?:(?:_p)?_y(?:_Y)?|[_,]Y_y|[_(]V|_p_V)"
_NUMERIC_YEAR = "(?:[/.-]y|[_,]Y_y|_y(?:_Y)?|[_(]V)"
_OF_QUARTER = "(?:_y(?:_Y)?|_V|_Y_y|_p_y|/y)"
_COUNT = "[ac]"

_RULES = (
    ("months_back", "[ac]_R|q_[ac]_M(?!(?:_p)?_[yYV])|[ac]_M_q"),
    ("mask", "N|[abncykH](?:_[RV])(?!_y)|[abnc]_t_A|[abnc]_M_A|[abncy]_Y_A|[abnc]_Z_A|[abnc]_D_A|[abnc]_M_[abn]_D"),
    ("days", rf"[ab](?:{_LINK}(?:[DP]_){{0,2}}[ab]){{1,15}}(?P<d>[./])a(?P=d)y(?:_Y)?(?![./;][abnxy])"),
    ("days_hyphen", r"[ab](?:(?:[~,]|[_,][JK]_)(?:[DP]_){0,2}[ab]){1,15}-a-y(?:_Y)?(?![./;][abnxy])"),
    ("iso", "y-a-[ab](?![./;-][abnxy])"),
    ("full", "[ab](?P<f>[./-])a(?P=f)y(?:_Y)?(?![./;][abnxy])"),
    ("numeric", rf"(?:{_DAYS}[./]|{_DAYS_APART}-)a(?:[_,]Y_y|_y_Y|[_(]V)?(?![./;][abnxy])(?!-[abny](?!/))(?!_[med])"),
    ("broken", "[abn]/[abn](?:/y)?(?![./;][abnxy])"),
    ("worded", rf"{_DAYS}_M_a(?:{_NUMERIC_YEAR})?(?!_[DM])(?![./;][abnxy])"),
    ("day_of", "[ab]_p_[med](?:_y_Y|_y|,y|[_(]V|_V)?"),
    ("named", rf"{_DAYS}(?:_D)?_(?:[med](?:_y_Y|_y|,y|[_(]V|[_,]Y_y)?|i(?:_y|,y)?)"),
    ("month_list", "[ei]_[ab](?:,[ab]){0,6}_J_[ab](?:,y|_y|_V)?(?![./;-][abnxy])"),
    ("month_first", "[ei]_[ab](?:(?:[-~]|_K_)[ab](?![./;-]))?(?:,y|_y|_V)?(?![./;][abnxy])"),
    ("moon", "[ab]_[Ll]|l"),
    ("months", rf"M_a(?:{_LINK}(?:M_)?a){_MANY}(?:{_NUMERIC_YEAR})?(?![./;][abnxy])"),
    ("month_year", "a[/.]y(?:_Y)?(?![./;][abnxy])"),
    ("count_of_year", rf"{_COUNT}_[MQ](?:_p)?_E(?:(?:_p)?_Y_y|/y|_y|[_,(]V|(?:_p)?_Y|_Y_V)?|{_COUNT}_[MQ](?:_E)?(?:/y|_Y_y|(?:_p)?_V|_p_y|_y_Y)"),
    ("first_of_year", rf"o_{_COUNT}_[MQ](?:(?:_p)?(?:_y(?:_Y)?|_V|_Y_y|_Y))?|q_{_COUNT}_[MQ](?:_p)?(?:_y(?:_Y)?|_V|_Y_y|_Y)"),
    ("past_count", r"f_[aco]_[MQ]|[ac]_M(?!_(?:[DM]|a(?!\.n)))"),
    ("edge_quarter", "q_Q(?:_p)?_y(?:_Y)?|Q_E_Y(?:_y)?|Q_E_V|R_p_y"),
    ("quarter", rf"Q_[rac](?:{_LINK}(?:Q_)?[ra]){_MANY}(?:{_NUMERIC_YEAR})?|y_[ro]_Q|[raoc](?:{_LINK}[ro]){_MANY}[_-]Q{_OF_QUARTER}?"),
    ("half", r"y_[ro]_[Hh]|[roac]_[Hh](?:(?:_p)?_y(?:_Y)?|_V|(?:_p)?_Y_y|_Y|_[mj])?|H_E_Y(?:_y)?|H_E_V"),
    ("term", r"[TSG]_(?:[pO]_)?(?:[YZ]_)?y(?:[-~/]|_K_)(?:Y_)?y|[TSGZ]_y[-/][abn]|y[-~]y_[TS]|y[-/][abn]_S"),
    ("decade", "Z_n(?:!J_n)?(?:[_!]r_B|_p_X_[rabn])?|y_g"),
    ("month_quarter", "[me]_Q(?:(?:_p)?_y|(?:_p)?_V)?"),
    ("two_years", "y[-/][abn](?![./;-][abnxy])"),
    ("month_turn", "q_[me]"),
    ("month_names", rf"i_y|[medj](?:{_LINK}(?:[pO]_)?[medj]){_MANY}{_YEAR}?"),
    ("years", rf"Z_y(?:{_LINK}(?:Y_)?y){_MANY}|Y_y(?:{_LINK}(?:[pO]_)?(?:Y_)?y){_MANY}|y(?:{_LINK}(?:[pO]_)?y){{1,15}}(?:_Y)?|y_Y|y"),
    ("century", "X_[raocbn]|[roabn]_B"),
    ("old_year", "Y_n(?:_[pY])?"),
    ("same", "C(?:_p)?(?:_V|(?:_Y)?_y(?:_Y)?)?"),
    ("weekday", "q_[wW]|[wW](?:_R)?|W,?"),
    ("edge", "E_[YM]|E_[RV]"),
    ("relative", "[RV]"),
)
_BEFORE_DAY = "P[_,(]|D_(?!O_D)|(?<![abncyk]_)D_|(?<![abncyk]_)D[,(]"
_BEFORE = rf"(?:{_BEFORE_DAY}|[WwR][_,(](?=[abeDP])|[Ww]_R[_,(](?=[abeDP])|V[_,(](?![RVwW])|C_(?![VYyp])|[pvuOzfU]_|E[_-]|[UD]:){{0,5}}"

SHAPE = re.compile(rf"(?<![abnxy][./;])(?P<pre>{_BEFORE})(?:" + "|".join(f"(?P<{name}>{shape})" for name, shape in _RULES) + ")")
"""One date or period, or a list of days or months that share what follows; the group that matched names the rule."""

CHAIN = re.compile(r"[^|]{3,}\||[NlyCwWRVmedj]\|")
"""Tokens with nothing but calendar gaps between them, where a shape may be: no shape goes over another gap, and few are a token alone."""

RANGE = re.compile("(?:[-~]|[_,]K_)(?:O_)?$")
"""What stands between the ends of a range."""

LIST = re.compile("(?:,|[_,]J_)(?:O_)?$")
"""What stands between the members of a list."""

BETWEEN = re.compile("[_,]J_(?:O_)?$")
"""What stands between the ends of a range that a word for "between" opens."""
