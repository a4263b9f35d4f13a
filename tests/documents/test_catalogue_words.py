"""What the shipped catalogue gives the papers to print."""

from motcua_desktop.assets import read_json


def test_a_component_the_catalogue_cuts_short_says_so_and_never_ends_inside_a_word() -> None:
    names = [
        component["name"]
        for procedure in read_json("catalogue/procedures.json")["procedures"]
        for component in procedure.get("components") or ()
    ]
    long = [name for name in names if len(name) > 480]
    assert long
    assert [name[-30:] for name in long if len(name) >= 500 and name[-1] not in ".;…"] == []
    assert not [name for name in names if "thực hiện thủ tụ" in name and "thực hiện thủ tục" not in name]
