"""The lists below the fields of the applicant: people seen before, and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua_desktop.counter.people import AddressEnd
from motcua_desktop.gui.pages.intake_known import Known, known_by_name, places
from motcua_desktop.gui.pages.intake_person_fields import Who
from motcua_desktop.gui.pages.intake_suggest import Suggesting, Suggestion
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages import PageContext
    from motcua_desktop.gui.pages.intake_form import IntakeForm


def suggestions(form: IntakeForm, context: PageContext) -> tuple[Suggesting, Suggesting]:
    """Names and places, each taken into the applicant's fields."""
    person, counter, tasks = form.person, context.counter, context.tasks

    def find_names(text: str) -> list[Suggestion]:
        return known_by_name(counter, text, organisation=person.way is Who.ORGANISATION)

    def take_name(known: object) -> None:
        assert isinstance(known, Known)
        person.set_value(known.person, person.subject.text())
        person.edited.emit()
        form.cursor.after_person().setFocus()

    def take_place(end: object) -> None:
        assert isinstance(end, AddressEnd)
        person.take_place(end)
        form.cursor.go_next()

    names = Suggesting(person.name, tasks, find_names, "history", _("Người đã từng nộp"))
    names.taken.connect(take_name)
    found = Suggesting(person.address, tasks, lambda text: places(counter, text), "map-pin", _("Địa danh"))
    found.taken.connect(take_place)
    person.place_wanted.connect(
        lambda text: tasks.ask(
            person,
            counter.people.place_of,
            text,
            then=lambda place: person.know_place(text, place),
            name="place",
        )
    )
    return names, found
