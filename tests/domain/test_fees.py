"""What a dossier costs: rules by name, channel and day; none is charged twice."""

from dataclasses import replace
from datetime import date

import pytest

from motcua_desktop.domain.fees import FeeKind, FeeRule, doubled

RULE = FeeRule("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
UNTIL = replace(RULE, effective_to=date(2026, 12, 31))
FROM = replace(RULE, amount=5_000, effective_from=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("rules", "twice"),
    [
        ((UNTIL, FROM), None),
        ((UNTIL, replace(FROM, effective_from=date(2026, 12, 31))), 1),
        ((RULE, FROM), 1),
        ((RULE, replace(RULE, name="Phí cấp bản sao")), None),
        ((replace(RULE, channel="direct"), replace(RULE, channel="online")), None),
        ((replace(RULE, channel="direct"), RULE), 1),
        ((), None),
    ],
)
def test_a_fee_of_one_name_is_charged_once_a_day_in_each_channel(
    rules: tuple[FeeRule, ...], twice: int | None
) -> None:
    assert doubled(rules) == (None if twice is None else rules[twice])
