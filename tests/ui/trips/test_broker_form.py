"""The form that asks for a broker."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.trips.test_page import Open, begin, desks
from tests.unplug.trips.transports.brokers import CERTIFICATES, mosquitto, with_tls
from ui.gallery import settle
from ui.parts import ListRow
from ui.trips.asking import Asking
from ui.trips.broker_form import BrokerChosen, BrokerForm
from ui.trips.ports import Json
from ui.trips.sending import SendingSheet
from ui.window.asking import SureDialog
from unplug.errors import UnplugError

__all__ = ["desks"]


class FakeLook:
    """A look around in the network; tests say how it ends."""

    def __init__(
        self,
        found: Callable[[list[Json]], None],
        failed: Callable[[UnplugError], None],
    ) -> None:
        self.found, self.failed = found, failed
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class FakeTrips:
    """Trips that only look around."""

    def __init__(self) -> None:
        self.looks: list[FakeLook] = []

    def answer(self, request: dict[str, object], /) -> dict[str, object]:
        raise AssertionError(request)

    def look_for_brokers(
        self,
        *,
        found: Callable[[list[Json]], None],
        failed: Callable[[UnplugError], None],
        cancelled: Callable[[], None],  # noqa: ARG002  (nobody waits for it)
    ) -> FakeLook:
        self.looks.append(FakeLook(found, failed))
        return self.looks[-1]


@pytest.fixture
def trips() -> FakeTrips:
    return FakeTrips()


@pytest.fixture
def form(trips: FakeTrips, qtbot: QtBot) -> BrokerForm:
    asking = Asking(trips, acted=lambda: None, refused=lambda _: None)
    form = BrokerForm(asking)
    qtbot.addWidget(form)
    form.show()
    return form


def says(form: BrokerForm) -> str:
    labels = form.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisibleTo(form))


def rows(form: BrokerForm) -> list[ListRow]:
    settle()
    return [row for row in form.findChildren(ListRow) if row.isVisibleTo(form)]


@pytest.mark.usefixtures("qtbot")
def test_a_broker_that_wants_certificates_is_used_by_the_form_alone(
    desks: Open, tmp_path: Path
) -> None:
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    broker_folder = tmp_path / "broker"
    broker_folder.mkdir(mode=0o755)
    with mosquitto(with_tls(broker_folder, "require_certificate true\n")) as broker:
        ana = desks("Ana")
        begin(ana)
        ana.page.open_sheet("sending")
        sheet = ana.page.sheets["sending"]
        assert isinstance(sheet, SendingSheet)
        ana.presses("More: certificates")
        sheet.broker.url.setText(f"mqtts://127.0.0.1:{broker.port}")
        names = {
            "ca": "authority.pem",
            "certificate": "member.pem",
            "key": "member.key",
        }
        for name, file in names.items():
            sheet.broker.files[name].path.setText(str(CERTIFICATES / file))
        ana.presses("Use this broker")
        assert ana.house.asks("show")["ways"] == []  # nothing before a yes
        ana.page.findChild(SureDialog).yes.click()
        ana.house.works()
        [way] = ana.house.asks("show")["ways"]
        assert (way["error"], way["failures"]) == (None, 0)
        assert way["last_succeeded"] is not None


HUT = {"name": "Hut", "url": "mqtt://192.168.1.7", "tls": False}
SAFE = {"name": "Safe", "url": "mqtts://broker.local", "tls": True}


def test_nothing_is_looked_for_before_it_is_asked_for(
    form: BrokerForm, trips: FakeTrips
) -> None:
    assert form.search.button.text() == "Look in this network"
    assert trips.looks == []


def test_one_that_is_found_and_chosen_is_written_down_and_not_connected_to(
    form: BrokerForm, trips: FakeTrips
) -> None:
    chosen: list[BrokerChosen] = []
    form.chosen.connect(chosen.append)
    form.search.button.click()
    assert "Looking around…" in says(form)
    trips.looks[0].found([HUT, SAFE])
    assert [row.accessibleName() for row in rows(form)] == [
        "Hut, mqtt://192.168.1.7, without encryption",
        "Safe, mqtts://broker.local, encrypted",
    ]
    rows(form)[1].click()
    assert form.url.text() == "mqtts://broker.local"
    assert chosen == []
    form.use.click()
    assert chosen == [BrokerChosen("mqtts://broker.local")]


def test_where_nothing_is_found_it_says_whom_to_ask(
    form: BrokerForm, trips: FakeTrips
) -> None:
    form.search.button.click()
    trips.looks[0].found([])
    assert "Nothing found: no broker here announces itself." in says(form)
    assert form.search.button.text() == "Look again"


def test_a_look_can_be_stopped_and_what_it_finds_then_is_not_shown(
    form: BrokerForm, trips: FakeTrips
) -> None:
    form.search.button.click()
    assert form.search.button.text() == "Stop"
    form.search.button.click()
    assert trips.looks[0].cancelled
    trips.looks[0].found([HUT])
    assert rows(form) == []


def test_a_look_that_nobody_waits_for_any_more_is_stopped(
    form: BrokerForm, trips: FakeTrips
) -> None:
    form.search.button.click()
    form.hide()
    assert trips.looks[0].cancelled


def test_without_a_network_it_says_so(form: BrokerForm, trips: FakeTrips) -> None:
    form.search.button.click()
    error = UnplugError("cannot look around in the network", "", "check it")
    trips.looks[0].failed(error)
    assert "Cannot look around in the network — check it." in says(form)


def test_certificates_are_folded_away_and_go_along_once_chosen(
    form: BrokerForm, tmp_path: Path
) -> None:
    chosen: list[BrokerChosen] = []
    form.chosen.connect(chosen.append)
    assert form.certificates.isHidden()
    form.more.click()
    assert not form.certificates.isHidden()
    form.url.setText(" mqtts://broker.example.org ")
    ca = str(tmp_path / "ca.pem")
    form.files["ca"].path.setText(ca)
    form.use.click()
    assert chosen == [BrokerChosen("mqtts://broker.example.org", {"ca": ca})]


def test_certificates_that_are_folded_away_again_count_no_longer(
    form: BrokerForm,
) -> None:
    form.more.click()
    form.files["ca"].path.setText("/somewhere")
    form.more.click()
    assert form.certificates.isHidden()
    assert form.files["ca"].value == ""
