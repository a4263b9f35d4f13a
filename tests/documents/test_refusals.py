"""What is missing is said before drawing: no blank, no black square, no half paper."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.documents import samples as s
from tests.documents.cases import CASES, edition

from motcua_desktop.documents import forms
from motcua_desktop.documents.looking import read_text
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.paper_errors import (
    LettersNotInFont,
    MissingFact,
    MissingOfficeName,
    MissingSigner,
)


def draw(form: str, **changes: Any) -> bytes:
    given = {"edition": edition("2025"), "office": s.OFFICE, "dossier": s.APOLOGISED, "now": s.NOW} | changes
    return forms.draw(form, **given)


@pytest.mark.parametrize("form", sorted({case.form for case in CASES.values()}))
def test_without_a_name_of_the_office_no_form_is_drawn(form: str) -> None:
    with pytest.raises(MissingOfficeName) as refused:
        draw(form, office=replace(s.OFFICE, name=" "))
    assert (refused.value.form, refused.value.field) == (form, "office.name")


def test_a_dated_paper_needs_the_place() -> None:
    with pytest.raises(MissingOfficeName) as refused:
        draw("receipt", office=replace(s.OFFICE, place=""))
    assert refused.value.field == "office.place"


@pytest.mark.parametrize("what", ["signer_title", "signer_name"])
@pytest.mark.parametrize("form", ["apology", "stop"])
def test_a_letter_of_the_agency_needs_its_signer(form: str, what: str) -> None:
    with pytest.raises(MissingSigner) as refused:
        draw(form, office=replace(s.OFFICE, **{what: ""}), **({"reason": "x"} if form == "stop" else {}))
    assert refused.value.field == f"office.{what}"


def test_a_receipt_needs_no_signer_of_the_agency() -> None:
    pdf = draw("receipt", office=replace(s.OFFICE, signer_name="", signer_title=""))
    assert s.DOSSIER.code in read_text(pdf)


Change = tuple[str, dict[str, Any], str, str]
ODD: dict[str, Change] = {
    "applicant": (
        "receipt",
        {"dossier": replace(s.DOSSIER, applicant=replace(s.DOSSIER.applicant, name="Nguyễn 你 Ỷ"))},
        "applicant",
        "你",
    ),
    "component": (
        "receipt",
        {
            "dossier": replace(
                s.DOSSIER,
                procedure=replace(
                    s.HOUSEHOLD, components=(replace(s.HOUSEHOLD.components[0], name="Đơn ✓"),)
                ),
            )
        },
        "papers.name",
        "✓",
    ),
    "reason": ("refusal", {"reason": "vui 😀"}, "reason", "😀"),
    "signer": (
        "apology",
        {"office": replace(s.OFFICE, signer_name="Trần ☃")},
        "signer_name",
        "☃",
    ),
    "slip": ("receipt", {"slip_text": "HỒ"}, "qr", "Ồ"),
}


@pytest.mark.parametrize("name", ODD)
def test_letters_the_font_lacks_are_named_with_their_place(name: str) -> None:
    form, changes, where, characters = ODD[name]
    with pytest.raises(LettersNotInFont) as refused:
        draw(form, **changes)
    assert (refused.value.where, refused.value.characters) == (where, characters)


def test_decomposed_text_is_printed_as_its_letters() -> None:
    applicant = replace(s.DOSSIER.applicant, name="Nguye\u0302\u0303n Thi\u0323 Y\u0309")
    text = read_text(draw("receipt", dossier=replace(s.DOSSIER, applicant=applicant)))
    assert "Tiếp nhận hồ sơ của: Nguyễn Thị Ỷ" in text


MISSING: dict[str, tuple[Callable[[], bytes], str]] = {
    "apology": (lambda: draw("apology", dossier=s.DOSSIER), "apology"),
    "refusal": (lambda: draw("refusal"), "reason"),
    "supplement": (lambda: draw("supplement"), "content"),
    "stop": (lambda: draw("stop"), "reason"),
    "return": (lambda: draw("return"), "result"),
    "fee": (lambda: draw("fee", dossier=replace(s.DOSSIER, fees=())), "fee_lines"),
    "receipt": (lambda: draw("receipt", dossier=None), "dossier"),
    "handover": (lambda: draw("handover", dossier=None), "dossiers"),
    "package": (lambda: draw("package", dossier=None, sequence=1, file="a.motcua.zip"), "hash"),
    "postal": (
        lambda: draw(
            "postal", dossier=replace(s.DOSSIER, applicant=replace(s.DOSSIER.applicant, address=""))
        ),
        "recipient_address",
    ),
}


@pytest.mark.parametrize("form", MISSING)
def test_a_paper_without_the_fact_it_is_about_is_refused(form: str) -> None:
    make, fact = MISSING[form]
    with pytest.raises(MissingFact) as refused:
        make()
    assert isinstance(refused.value, Refusal)
    assert (refused.value.form, refused.value.field) == (form, fact)


def test_a_fact_no_form_has_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="colour"):
        draw("receipt", colour="red")


def test_values_are_never_read_as_markup_or_fields() -> None:
    odd = "<b>{code}</b> & {applicant"
    applicant = replace(s.DOSSIER.applicant, name=odd)
    assert f"của: {odd}" in read_text(draw("receipt", dossier=replace(s.DOSSIER, applicant=applicant)))


def test_an_odd_letter_in_a_fact_that_is_not_shown_stops_nothing() -> None:
    steps = (replace(s.HOUSEHOLD.steps[0], name="Bước ☃"),)
    dossier = replace(s.DOSSIER, procedure=replace(s.HOUSEHOLD, steps=steps))
    assert s.DOSSIER.code in read_text(draw("receipt", dossier=dossier))
    with pytest.raises(LettersNotInFont) as refused:
        draw("procedure", dossier=dossier)
    assert refused.value.where == "steps.name"
