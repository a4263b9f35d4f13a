"""Two actions never share a key, and the Vietnamese keyboard keeps its own."""

import pytest

from motcua_desktop.gui.actions import Action, TwoActionsOneKey, checked, refuse_taken_key


def test_two_actions_with_one_key_are_refused() -> None:
    with pytest.raises(TwoActionsOneKey):
        checked([Action("Ctrl+B", "Bổ sung", print), Action("ctrl+b", "Bản sao", print)])


@pytest.mark.parametrize("key", ["Ctrl+Shift+P", "Ctrl+Alt+E", "Alt+Z", "W", "[", "]"])
def test_keys_of_the_vietnamese_keyboard_are_left_alone(key: str) -> None:
    with pytest.raises(ValueError, match="Vietnamese keyboard"):
        refuse_taken_key(key)
