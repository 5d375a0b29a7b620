"""The switch by which this computer becomes a broker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.trips.test_page import Desk, begin
from tests.unplug.engine.test_trip_hosting import house_with, until
from tests.unplug.engine.trip_house import DAY_MS, House
from tests.unplug.trips.transports.brokers import free_port
from ui.trips.sending import SendingSheet
from ui.window.asking import SureDialog


@pytest.fixture
def ana(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    house = house_with(tmp_path / "Ana", port=free_port(), address="127.0.0.1")
    yield Desk(house, qtbot)
    house.close()


def sheet(desk: Desk) -> SendingSheet:
    desk.page.open_sheet("sending")
    found = desk.page.sheets["sending"]
    assert isinstance(found, SendingSheet)
    return found


def test_it_says_what_it_means_before_it_is_switched_on(ana: Desk) -> None:
    begin(ana)
    host = sheet(ana).host
    assert not host.switch.isChecked()
    port = ana.house.choices.running.own_broker.port
    assert (
        f"then listens on port {port} in your local network,"
        " without a password; what passes is sealed. It stops when unplug stops."
    ) in ana.says()


def test_once_on_it_says_where_it_listens_and_the_trip_travels_by_it(ana: Desk) -> None:
    begin(ana)
    open_sheet = sheet(ana)
    open_sheet.host.switch.click()
    ana.page.findChild(SureDialog).yes.click()
    assert "It begins to listen…" in ana.says()
    until(lambda: ana.house.asks("host")["listening"], ana.house)
    ana.page.refresh()
    place = f"mqtt://127.0.0.1:{ana.house.choices.running.own_broker.port}"
    assert f"It listens at {place}" in ana.says()
    assert f"This computer's own broker, {place}" in ana.says()
    assert "Remove" not in ana.buttons()
    assert "Send this way…" not in ana.buttons()
    ana.presses("Back")
    ana.page.open_sheet("invite")
    ana.presses("Make an invite")
    assert "It names this computer in your local network." in ana.says()
    ana.page.open_sheet("sending")
    open_sheet.host.switch.click()
    assert not open_sheet.host.switch.isChecked()
    assert place not in ana.says()


def test_whoever_says_no_to_what_leaves_is_no_broker(ana: Desk) -> None:
    begin(ana)
    open_sheet = sheet(ana)
    open_sheet.host.switch.click()
    ana.page.findChild(SureDialog).no.click()
    assert not open_sheet.host.switch.isChecked()
    assert not ana.house.asks("host")["on"]


def test_what_somebody_writes_meanwhile_stays(ana: Desk) -> None:
    begin(ana)
    open_sheet = sheet(ana)
    open_sheet.broker.url.setText("mqtts://half an addr")
    ana.page.refresh()
    assert open_sheet.broker.url.text() == "mqtts://half an addr"


def test_who_does_not_organise_the_trip_is_not_asked(
    ana: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(ana)
    link = ana.house.asks("invite", for_ms=DAY_MS)["link"]
    house = House(tmp_path / "Bea")
    try:
        bea = Desk(house, qtbot)
        house.asks("join", invite=link, **{"as": "Bea"})
        bea.page.refresh()
        assert sheet(bea).host.isHidden()
    finally:
        house.close()
