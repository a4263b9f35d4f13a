"""What docs/sync-format.md says is what the program writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.counter_fixtures import Clock
from tests.exchange_offices import answer, manifest, part, received

from motcua_desktop.assets import read_json
from motcua_desktop.counter.counter import Counter
from motcua_desktop.sync.field_check import FieldRules
from motcua_desktop.sync.package import PARTS

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"


def schema(name: str) -> Draft202012Validator:
    told: dict[str, Any] = json.loads((SCHEMAS / name).read_text("utf-8"))
    Draft202012Validator.check_schema(told)
    return Draft202012Validator(told)


@pytest.fixture
def package(counter: Counter, clock: Clock, tmp_path: Path) -> Path:
    """A package with something in every part."""
    late, asked = received(counter, procedure="2.000635"), received(counter, procedure="2.000635")
    received(counter)
    clock.set("2026-03-03T09:00:00")
    counter.handling.ask_supplement(asked, "Bản sao", "Ảnh mờ")
    counter.handling.apologise(late, "Chờ xác minh")
    counter.handling.result_ready(late)
    counter.exchange.export(tmp_path / "p.zip")
    return tmp_path / "p.zip"


@pytest.mark.parametrize("name", PARTS)
def test_every_line_of_a_package_follows_its_schema(package: Path, name: str) -> None:
    told = schema(manifest(package)["schema"][name])
    lines = part(package, name)
    assert lines
    assert [error.message for line in lines for error in told.iter_errors(line)] == []


def test_the_manifest_the_key_card_and_the_answer_follow_theirs(
    counter: Counter, package: Path, tmp_path: Path
) -> None:
    counter.exchange.keys.write_card(tmp_path / "card.json")
    hash_of = counter.exchange.export(tmp_path / "q.zip").hash
    refused = [{"MaHoSo": "H48.25.12-260302-0001", "LyDo": "Trùng", "Truong": "MaHoSo"}]
    answer(counter, tmp_path / "a.json", 2, counter.exchange.keys.own(), package=hash_of, refused=refused)
    assert schema("manifest.schema.json").is_valid(manifest(package))
    for name, file in (("key", "card.json"), ("acknowledgement", "a.json")):
        assert schema(f"{name}.schema.json").is_valid(json.loads((tmp_path / file).read_text("utf-8")))


def test_the_answer_in_the_document_follows_its_schema() -> None:
    text = (SCHEMAS.parent / "sync-format.md").read_text("utf-8")
    example = json.loads(text.partition("```json\n")[2].partition("```")[0])
    assert schema("acknowledgement.schema.json").is_valid(example)


def test_the_schemas_name_the_fields_the_check_asks_for() -> None:
    fields = read_json("portal/fields.json")
    for kind in ("dossier", "progress"):
        told = json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8"))
        assert list(told["properties"]) == list(fields[kind])


# -- the field check itself


@pytest.fixture
def record(package: Path) -> dict[str, Any]:
    return part(package, "dossiers.jsonl")[0]


@pytest.fixture(scope="module")
def rules() -> FieldRules:
    return FieldRules(read_json("portal/fields.json"), read_json("portal/codes.json"))


def test_a_record_we_write_passes(rules: FieldRules, record: dict[str, Any]) -> None:
    assert rules.check("dossier", record) == []


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("MaHoSo", "", "required"),
        ("MaHoSo", "hồ sơ 1", "format"),
        ("ChuHoSo", "  ", "required"),
        ("NgayTiepNhan", "", "required"),
        ("NgayTiepNhan", "02/03/2026", "format"),
        ("NgayHenTra", "20261332000000", "format"),
        ("NgayHenTra", None, "type"),
        ("TrangThaiHoSo", "11", "table"),
        ("TrangThaiHoSo", 2, "type"),
        ("HinhThuc", "2", "table"),
        ("TrichYeuHoSo", "x" * 1001, "length"),
        ("TaiLieuNop", "[]", "type"),
    ],
)
def test_a_field_against_the_portals_rules_is_named(
    rules: FieldRules, record: dict[str, Any], field: str, value: object, rule: str
) -> None:
    found = rules.check("dossier", {**record, field: value})
    assert [(name, wrong) for name, wrong, _detail in found] == [(field, rule)]


def test_a_field_inside_a_list_is_named_with_its_place(rules: FieldRules, record: dict[str, Any]) -> None:
    record["DanhSachLePhi"] = [
        {"TenPhiLePhi": "Phí", "MaPhiLePhi": "", "HinhThucThu": "", "Gia": gia, "LoaiPhiLePhi": ""}
        for gia in ("1000", "một nghìn")
    ]
    assert [name for name, _rule, _detail in rules.check("dossier", record)] == ["DanhSachLePhi[2].Gia"]


def test_a_missing_and_an_unknown_field_are_named(rules: FieldRules, record: dict[str, Any]) -> None:
    record["La"] = ""
    del record["Fax"]
    assert {(name, wrong) for name, wrong, _d in rules.check("dossier", record)} == {
        ("La", "unknown"),
        ("Fax", "missing"),
    }


def test_a_field_the_portal_wants_but_nobody_knows_does_not_stop_a_record(
    rules: FieldRules, record: dict[str, Any]
) -> None:
    record["MaLinhVuc"] = ""
    assert (rules.check("dossier", record), rules.wanting(record)) == ([], ["MaLinhVuc"])
