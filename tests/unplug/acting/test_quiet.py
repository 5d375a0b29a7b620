import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.acting.desks import pump_until
from tests.unplug.sensing.buses import FakeService, Returned
from unplug.acting.desk import Desk
from unplug.acting.journal import Entry, Journal
from unplug.acting.quiet import JOURNAL_NAME, DoNotDisturb
from unplug.acting.switches import SettingSwitch
from unplug.sensing.bus.connection import Bus
from unplug.sensing.source import SourceUnavailableError

Serve = Callable[..., FakeService]
SERVER = "org.freedesktop.Notifications"
XFCONF = "org.xfce.Xfconf"
XFCE, DUNST = "Xfce Notify Daemon", "dunst"


class Plasma:
    """A service that can be asked to hold back."""

    def __init__(self, serve: Serve) -> None:
        self.cookies: set[int] = set()
        self._numbers = itertools.count(1)
        service = serve(SERVER)
        service.methods["Inhibit"] = self._inhibit
        service.methods["UnInhibit"] = self._release

    def _inhibit(self, _entry: str, _why: str, _hints: object) -> Returned:
        cookie = next(self._numbers)
        self.cookies.add(cookie)
        return "u", (cookie,)

    def _release(self, cookie: int) -> Returned:
        self.cookies.remove(cookie)
        return "", ()


class Xfce:
    """Settings that outlive whoever changes them."""

    def __init__(self, serve: Serve, *, on: bool | None) -> None:
        self.on = on
        self.refuses = False
        self.turned: list[bool | None] = []
        self.server = serve()
        server = ("ssss", (XFCE, "Xfce", "0.7", "1.2"))
        self.server.methods["GetServerInformation"] = lambda: server
        self.server.own(SERVER)
        xfconf = serve()
        xfconf.methods["GetProperty"] = self._get
        xfconf.methods["PropertyExists"] = lambda *_: ("b", (self.on is not None,))
        xfconf.methods["SetProperty"] = self._set
        xfconf.methods["ResetProperty"] = lambda *_: self._turn(None)
        xfconf.own(XFCONF)

    def _get(self, channel: str, setting: str) -> Returned:
        assert (channel, setting) == ("xfce4-notifyd", "/do-not-disturb")
        if self.on is None:
            raise LookupError(setting)
        return "v", (("b", self.on),)

    def _set(self, _channel: str, _setting: str, value: tuple[str, bool]) -> Returned:
        return self._turn(value[1])

    def _turn(self, value: bool | None) -> Returned:  # noqa: FBT001  (as it comes)
        if self.refuses:
            raise LookupError(value)
        self.turned.append(value)
        self.on = value
        return "", ()


def settled(quiet: DoNotDisturb, desk: Desk) -> None:
    pump_until(desk, lambda: not quiet._busy)


def journal(folder: Path) -> Path:
    return folder / JOURNAL_NAME


def test_service_that_can_hold_back_is_asked_and_nothing_is_written(
    desk: Desk, serve: Serve, tmp_path: Path
) -> None:
    plasma = Plasma(serve)
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.on()
    settled(quiet, desk)
    assert plasma.cookies == {1}
    assert not journal(tmp_path).exists()
    quiet.off()
    settled(quiet, desk)
    assert plasma.cookies == set()
    assert quiet.missing == ""


@pytest.mark.parametrize("before", [None, False])
def test_switch_is_turned_and_put_back_as_it_was(
    desk: Desk, serve: Serve, tmp_path: Path, *, before: bool | None
) -> None:
    xfce = Xfce(serve, on=before)
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.on()
    settled(quiet, desk)
    assert xfce.on is True
    assert json.loads(journal(tmp_path).read_text()) == {
        "service": XFCE,
        "before": before,
    }
    quiet.off()
    settled(quiet, desk)
    assert xfce.turned == [True, before]
    assert not journal(tmp_path).exists()


def test_what_was_on_already_stays_on(desk: Desk, serve: Serve, tmp_path: Path) -> None:
    xfce = Xfce(serve, on=True)
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.on()
    settled(quiet, desk)
    quiet.off()
    settled(quiet, desk)
    assert xfce.turned == []
    assert not journal(tmp_path).exists()


@pytest.mark.parametrize("before", [None, False])
def test_what_a_crash_left_on_is_put_back_at_the_next_start(
    desk: Desk, serve: Serve, tmp_path: Path, *, before: bool | None
) -> None:
    xfce = Xfce(serve, on=before)
    killed = DoNotDisturb(desk, tmp_path)
    killed.on()
    settled(killed, desk)
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.recover()
    settled(quiet, desk)
    assert xfce.turned == [True, before]
    assert not journal(tmp_path).exists()
    quiet.recover()
    assert not quiet._busy


@pytest.mark.parametrize("recover", [True, False])
def test_session_that_goes_on_after_a_crash_still_knows_what_was_before(
    desk: Desk, serve: Serve, tmp_path: Path, *, recover: bool
) -> None:
    xfce = Xfce(serve, on=False)
    killed = DoNotDisturb(desk, tmp_path)
    killed.on()
    settled(killed, desk)
    quiet = DoNotDisturb(desk, tmp_path)
    if recover:
        quiet.recover()
    quiet.on()
    settled(quiet, desk)
    assert xfce.on is True
    quiet.off()
    settled(quiet, desk)
    assert xfce.on is False
    assert not journal(tmp_path).exists()


def test_nothing_is_turned_that_could_not_be_put_back(
    desk: Desk, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=False)
    folder = tmp_path / "file"
    folder.write_text("no folder")
    quiet = DoNotDisturb(desk, folder)
    quiet.on()
    settled(quiet, desk)
    assert xfce.turned == []
    assert "do-not-disturb stays off: cannot write" in quiet.missing


def test_switch_that_refuses_leaves_no_journal(
    desk: Desk, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=False)
    xfce.refuses = True
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.on()
    settled(quiet, desk)
    assert "cannot be turned on" in quiet.missing
    assert not journal(tmp_path).exists()


def test_what_cannot_be_put_back_now_is_put_back_later(
    desk: Desk, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=False)
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.on()
    settled(quiet, desk)
    xfce.refuses = True
    quiet.off()
    settled(quiet, desk)
    assert xfce.on is True
    assert journal(tmp_path).exists()
    xfce.refuses = False
    again = DoNotDisturb(desk, tmp_path)
    again.recover()
    settled(again, desk)
    assert xfce.on is False
    assert not journal(tmp_path).exists()


def test_wishes_that_come_faster_than_answers_end_as_the_last_one(
    desk: Desk, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=False)
    quiet = DoNotDisturb(desk, tmp_path)
    for _ in range(5):
        quiet.on()
        quiet.off()
    settled(quiet, desk)
    assert xfce.on is False
    assert not journal(tmp_path).exists()
    quiet.off()
    quiet.on()
    settled(quiet, desk)
    assert xfce.on is True


def test_dunst_is_paused_and_goes_on(desk: Desk, serve: Serve, tmp_path: Path) -> None:
    service = serve()
    paused = {"on": False}

    def turn(interface: str, name: str, value: tuple[str, bool]) -> Returned:
        assert (interface, name) == ("org.dunstproject.cmd0", "paused")
        paused["on"] = value[1]
        return "", ()

    service.methods["GetServerInformation"] = lambda: ("ssss", (DUNST, "", "1", "1"))
    service.methods["Get"] = lambda *_: ("v", (("b", paused["on"]),))
    service.methods["Set"] = turn
    service.own(SERVER)
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.on()
    settled(quiet, desk)
    assert paused["on"]
    quiet.off()
    settled(quiet, desk)
    assert not paused["on"]


def test_service_without_a_way_and_no_service_are_told(
    desk: Desk, serve: Serve, tmp_path: Path
) -> None:
    quiet = DoNotDisturb(desk, tmp_path)
    quiet.on()
    settled(quiet, desk)
    assert quiet.missing.endswith("no notification service answers")
    service = serve()
    service.methods["GetServerInformation"] = lambda: ("ssss", ("odd", "", "", ""))
    service.own(SERVER)
    quiet.off()
    quiet.on()
    settled(quiet, desk)
    assert quiet.missing == "do-not-disturb cannot be turned on in odd"


def test_no_bus_is_told_and_harms_nobody(tmp_path: Path) -> None:
    def nowhere() -> Bus:
        failed = "cannot reach the session bus"
        raise SourceUnavailableError(failed)

    Journal(journal(tmp_path)).write(Entry(XFCE, before=False))
    quiet = DoNotDisturb(Desk(nowhere), tmp_path)
    quiet.recover()
    quiet.on()
    quiet.off()
    assert quiet.missing
    assert journal(tmp_path).exists()


def test_damaged_journal_is_no_journal(
    desk: Desk, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=False)
    for text in ("", "[]", "{", '{"service": 3}', "\0", "[" * 100_000):
        journal(tmp_path).write_text(text)
        quiet = DoNotDisturb(desk, tmp_path)
        quiet.recover()
        assert not quiet._busy
    quiet.on()
    settled(quiet, desk)
    quiet.off()
    settled(quiet, desk)
    assert xfce.turned == [True, False]


@given(service=st.text(min_size=1), before=st.none() | st.booleans())
def test_journal_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, *, service: str, before: bool | None
) -> None:
    book = Journal(tmp_path_factory.getbasetemp() / "journal.json")
    entry = Entry(service, before)
    book.write(entry)
    assert book.read() == entry
    book.clear()
    book.clear()
    assert book.read() is None


def test_gnome_setting_is_read_and_written_by_its_own_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool, kept = tmp_path / "gsettings", tmp_path / "kept"
    kept.write_text("true")
    script = f"case $1 in get) cat {kept};; set) echo $4 >{kept};; esac"
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    switch = SettingSwitch("org.x", "show-banners", quiet=False)
    seen: list[object] = []
    switch.read(seen.append, lambda: seen.append("failed"))
    assert seen == [False]
    switch.write(lambda: None, lambda: seen.append("failed"), quiet=True)
    assert kept.read_text() == "false\n"
    switch.read(seen.append, lambda: seen.append("failed"))
    switch.write(lambda: None, lambda: seen.append("failed"), quiet=False)
    assert kept.read_text() == "true\n"
    kept.unlink()
    switch.read(seen.append, lambda: seen.append("failed"))
    assert seen == [False, True, "failed"]
