"""Recordings: round trips, the clocks of mixed files, and every kind of bad line."""

import os
import resource
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeClock
from unplug.clock import Stamp, to_ms
from unplug.errors import UnplugError
from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Idle,
    Inhibited,
    Locked,
    Media,
    Observed,
    Occupied,
    Offline,
    Pause,
    Resume,
    Sleep,
    Start,
    Stop,
    Tick,
    Unlocked,
    Wake,
    Zone,
)
from unplug.sensing.reasons import Reason
from unplug.sensing.recorded.files import Reading, Recorder, read
from unplug.sensing.recorded.line import MAX_LINE_BYTES, to_line

MADRID = ZoneInfo("Europe/Madrid")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
EVERY_KIND: list[Fact] = [
    Start(),
    Focus("firefox", "Ein schöner Titel — 題"),
    Focus(None),
    Idle(120_001),
    Active(),
    Locked(),
    Locked("logind"),
    Unlocked("logind"),
    Sleep(),
    Wake(),
    Media(playing=True, app="mpv", fullscreen=True),
    Media(playing=False),
    Inhibited(held=True, by="zoom"),
    Inhibited(held=False),
    Inhibited(held=True, by="wayland", for_ms=120_000),
    Occupied(Reason.MICROPHONE, held=True, by="zoom"),
    Occupied(Reason.FULL_SCREEN, held=False),
    Pause(),
    Resume(),
    Offline(on=True),
    Zone("Asia/Kathmandu"),
    Tick(),
    Stop(),
]

apps = st.none() | st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
titles = st.none() | st.text(st.characters(codec="utf-8"), max_size=20)
names = st.text(st.characters(codec="utf-8"), max_size=10)
amounts_ms = st.integers(0, 10_000_000_000_000)
facts = st.one_of(
    st.sampled_from(EVERY_KIND),
    st.builds(Focus, apps, titles),
    st.builds(Idle, amounts_ms),
    st.builds(Locked, names),
    st.builds(Media, st.booleans(), apps, st.booleans()),
    st.builds(Inhibited, st.booleans(), names, st.integers(0, 10**9)),
)


def line(at: str = "2026-03-01T12:00:00Z", fact: str = '"tick"', more: str = "") -> str:
    return f'{{"at": "{at}", "fact": {fact}{more}}}'


def stamps(*lines: str) -> list[Stamp]:
    """The clocks of lines, in seconds after noon and after the first line's."""
    reading = Reading("some.jsonl")
    seen = [reading.line(text.encode(), n) for n, text in enumerate(lines, 1)]
    return [observed.at for observed in seen if observed is not None]


def at(second: int, fact: str = "tick", **clocks: float) -> str:
    given = "".join(f', "{key}": {value}' for key, value in clocks.items())
    return line(f"2026-03-01T12:00:{second:02}Z", f'"{fact}"', given)


def moves(*lines: str) -> list[tuple[int, int]]:
    """How many seconds the monotonic and the boot clock moved from line to line."""
    seen = stamps(*lines)
    return [
        ((b.mono_ms - a.mono_ms) // 1000, (b.boot_ms - a.boot_ms) // 1000)
        for a, b in pairwise(seen)
    ]


@given(st.lists(st.tuples(facts, amounts_ms, amounts_ms, amounts_ms), max_size=8))
def test_what_is_written_is_read_back_to_the_millisecond(
    entries: list[tuple[Fact, int, int, int]],
) -> None:
    monos = sorted(mono for _, _, mono, _ in entries)
    boots = sorted(boot for _, _, _, boot in entries)
    written = [
        Observed(Stamp(wall, mono, boot), fact)
        for (fact, wall, _, _), mono, boot in zip(entries, monos, boots, strict=True)
    ]
    reading = Reading("some.jsonl")
    lines = [to_line(observed, MADRID) for observed in written]
    assert all(text.endswith("\n") and text.count("\n") == 1 for text in lines)
    assert [reading.line(t.encode(), n) for n, t in enumerate(lines, 1)] == written


@pytest.mark.parametrize("fact", EVERY_KIND, ids=str)
def test_every_kind_of_fact_is_read_back(fact: Fact) -> None:
    observed = Observed(Stamp(to_ms(NOON), 5, 7), fact)
    assert Reading("f").line(to_line(observed).encode(), 1) == observed


def test_a_line_looks_as_the_command_line_promises() -> None:
    observed = Observed(Stamp(to_ms(NOON), 1_500, 2_001), Focus("firefox", "News"))
    assert to_line(observed, MADRID) == (
        '{"at": "2026-03-01T13:00:00.000+01:00", "mono_s": 1.5, "boot_s": 2.001, '
        '"fact": "focus", "app": "firefox", "title": "News"}\n'
    )


@pytest.mark.parametrize(
    ("written", "ms"),
    [
        ("0.0005", 1),
        ("0.00049999999999999999999999999999999", 0),
        ("1.0015", 1002),
        ("4.35", 4350),
        ("4.1005", 4101),
        ("1e3", 1_000_000),
        ("12.5e3", 12_500_000),
        ("1e-300", 0),
        ("-0.0", 0),
        ("10000000000", 10_000_000_000_000),
        ("9999999999.999", 9_999_999_999_999),
    ],
)
def test_seconds_are_rounded_to_milliseconds_without_drift(
    written: str, ms: int
) -> None:
    text = line(fact='"idle"', more=f', "idle_s": {written}')
    observed = Reading("f").line(text.encode(), 1)
    assert observed is not None
    assert observed.fact == Idle(ms)


@pytest.mark.parametrize(
    ("written", "ms_after_noon"),
    [
        ("2026-03-01T12:00:00.0005Z", 1),
        ("2026-03-01T12:00:00.000499999Z", 0),
        ("2026-03-01T11:59:59.9996+00:00", 0),
        ("2026-03-01 17:45:00,25+05:45", 250),
    ],
)
def test_the_instant_is_rounded_and_may_carry_any_offset(
    written: str, ms_after_noon: int
) -> None:
    assert stamps(line(written))[0].wall_ms - to_ms(NOON) == ms_after_noon


def test_without_clocks_time_passes_as_the_wall_says_and_never_backwards() -> None:
    assert moves(at(0), at(10), at(5), at(7)) == [(10, 10), (0, 0), (2, 2)]


def test_given_clocks_are_taken_as_they_are() -> None:
    lines = (at(0, mono_s=50, boot_s=90.25), at(9, mono_s=51, boot_s=99.5))
    assert [(s.mono_ms, s.boot_ms) for s in stamps(*lines)] == [
        (50_000, 90_250),
        (51_000, 99_500),
    ]


def test_a_start_without_clocks_before_lines_with_them_is_no_sleep() -> None:
    lines = (at(0, "start"), at(4, mono_s=700, boot_s=9000), at(9, mono_s=705))
    assert moves(*lines) == [(4, 4), (5, 5)]


def test_a_clock_left_out_moves_with_the_other() -> None:
    lines = (at(0, mono_s=1, boot_s=5), at(50, mono_s=3), at(51, boot_s=9))
    assert moves(*lines) == [(2, 2), (2, 2)]


def test_lines_without_clocks_between_lines_with_them_count_once() -> None:
    lines = (
        at(0, mono_s=10, boot_s=20),
        at(5),
        at(10, mono_s=20, boot_s=30),
        at(15, mono_s=22, boot_s=95),
    )
    assert moves(*lines) == [(5, 5), (5, 5), (2, 65)]


def test_a_stepped_wall_clock_between_given_clocks_makes_no_sleep_later() -> None:
    lines = (
        at(0, mono_s=10, boot_s=20),
        at(59),  # the wall clock stepped forward; what it claims is believed
        at(59, mono_s=12, boot_s=22),
        at(59, mono_s=17, boot_s=27),
    )
    assert moves(*lines) == [(59, 59), (0, 0), (5, 5)]


def test_clocks_may_go_back_with_a_start_only() -> None:
    lines = (at(0, mono_s=10, boot_s=20), at(1, "start", mono_s=2, boot_s=2))
    assert stamps(*lines)[1] == Stamp(to_ms(NOON) + 1000, 2000, 2000)
    with pytest.raises(UnplugError, match=r"line 2: \"mono_s\" goes back from 10.0 to"):
        stamps(lines[0], at(1, mono_s=9.999, boot_s=21))
    with pytest.raises(UnplugError, match='"boot_s" goes back'):
        stamps(lines[0], at(1, mono_s=11, boot_s=19))


def test_after_a_start_without_clocks_lower_clocks_are_another_run() -> None:
    lines = (at(0, mono_s=90, boot_s=90), at(5, "start"), at(8, mono_s=1, boot_s=1))
    assert moves(*lines) == [(5, 5), (3, 3)]


clock_choices = st.fixed_dictionaries(
    {}, optional={"mono_s": st.just(0), "boot_s": st.just(0)}
)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 59), clock_choices, st.integers(0, 9), st.integers(0, 9)
        ),
        max_size=20,
    )
)
def test_clocks_never_run_backwards_in_any_mixture(
    entries: list[tuple[int, dict[str, float], int, int]],
) -> None:
    mono_s = boot_s = 100
    lines = []
    for second, chosen, awake_s, asleep_s in entries:
        mono_s += awake_s
        boot_s += awake_s + asleep_s
        clocks = {"mono_s": mono_s, "boot_s": boot_s}
        lines.append(at(second, **{key: clocks[key] for key in chosen}))
    assert all(mono >= 0 and boot >= 0 for mono, boot in moves(*lines))


BAD_LINES = [
    ("{", "it is not JSON: Expecting property name"),
    ("hello", "it is not JSON"),
    ('{"at": 1} {}', "it is not JSON: more follows at column 10"),
    ("[1, 2]", r"it must be an object, not \[1, 2\]"),
    ("12", "it must be an object, not 12"),
    ("[" * 5000, "too deep"),
    ('{"n": ' + "1" * 5000 + "}", "a number that is too long"),
    ('{"n": NaN}', "NaN is not a number"),
    ('{"n": -Infinity}', "-Infinity is not a number"),
    ("{}", '"fact" is missing'),
    ('{"fact": "tick"}', '"at" is missing'),
    (line(fact='"nap"'), '"fact" is "nap", which is not known'),
    (line(fact="7"), '"fact" is 7, which is not known'),
    (line(fact='["tick"]'), "which is not known"),
    (line(at="2026-03-01T12:00:00"), "must say its offset from UTC"),
    (line(at="2026-03-01"), "must say its offset from UTC"),
    (line(at="yesterday"), '"at" must be an instant like .*, not "yesterday"'),
    (line(at="2026-02-30T12:00:00Z"), '"at" must be an instant'),
    (line(at="1969-12-31T23:59:59Z"), "in the years 1970 to 2286"),
    (line(at="9999-12-31T23:59:59-23:59"), "in the years 1970 to 2286"),
    (line(at="0001-01-01T00:00:00+23:59"), "in the years 1970 to 2286"),
    ('{"at": 5, "fact": "tick"}', '"at" must be an instant'),
    ('{"at": "\\ud800", "fact": "tick"}', '"at" must be an instant'),
    (line(more=', "mono_s": "5"'), '"mono_s" must be a number of seconds, not "5"'),
    (line(more=', "mono_s": true'), '"mono_s" must be a number of seconds, not true'),
    (line(more=', "boot_s": -1'), '"boot_s" must be from 0 to 10000000000'),
    (line(more=', "boot_s": -0.001'), "not -0.001"),
    (line(more=', "boot_s": 1e11'), "not 1e11"),
    (line(more=', "boot_s": 1e999999999999999999'), "must be from 0 to"),
    (line(more=', "boot_s": 10000000000.001'), "must be from 0 to"),
    (line(fact='"focus"'), '"app" is missing'),
    (line(fact='"focus"', more=', "app": 5'), '"app" must be a text, not 5'),
    (line(fact='"focus"', more=', "app": ""'), '"app" must be an app or null'),
    (line(fact='"focus"', more=', "app": "\\udc80"'), '"app" holds half a character'),
    (line(fact='"focus"', more=', "app": "a", "title": {}'), '"title" must be a text'),
    (line(fact='"idle"'), '"idle_s" is missing'),
    (line(fact='"idle"', more=', "idle_s": null'), "not null"),
    (line(fact='"idle"', more=', "idle_s": -5'), '"idle_s" must be from 0'),
    (line(fact='"media"'), '"playing" is missing'),
    (line(fact='"media"', more=', "playing": 1'), "must be true or false, not 1"),
    (
        line(fact='"media"', more=', "playing": true, "fullscreen": "no"'),
        '"fullscreen"',
    ),
    (line(fact='"inhibited"', more=', "held": true, "by": 3'), '"by" must be a text'),
    (line(fact='"offline"'), '"on" is missing'),
    (line(fact='"zone"'), '"name" is missing'),
    (line(fact='"zone"', more=', "name": "Atlantis/City"'), "must be a zone like"),
    (line(fact='"zone"', more=', "name": "../../etc/passwd"'), "must be a zone like"),
    (line(fact='"zone"', more=', "name": "Europe"'), "must be a zone like"),
    (line(fact='"zone"', more=', "name": "\\u0000"'), "must be a zone like"),
    (line(fact='"zone"', more=', "name": ""'), "must be a zone like"),
    (line(fact='"zone"', more=', "name": null'), "must be a zone like .*, not null"),
    (line(more=', "x": "' + "y" * MAX_LINE_BYTES + '"'), "longer than 65536 bytes"),
]


@pytest.mark.parametrize(("text", "why"), BAD_LINES, ids=lambda text: text[:30])
def test_a_malformed_line_is_named_with_its_file_number_and_reason(
    text: str, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(f"{line()}\n\n{text}\n{line()}\n")
    with pytest.raises(UnplugError, match=why) as caught:
        list(read(path))
    said = str(caught.value)
    assert said.startswith(f"cannot read {path}, line 3: ")
    assert said.endswith(" — fix or delete the line")
    assert "\n" not in said
    assert len(said) < 300
    assert said.isprintable()


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_bytes(line().encode() + b'\n{"at": "\xff"}\n')
    with pytest.raises(UnplugError, match="line 2: byte 9 is not UTF-8"):
        list(read(path))


@given(st.binary(max_size=200))
def test_no_bytes_whatsoever_raise_anything_but_the_one_error(raw: bytes) -> None:
    reading = Reading("f")
    for number, part in enumerate(raw.splitlines(), 1):
        try:
            reading.line(part, number)
        except UnplugError:
            return


def test_unknown_keys_blank_lines_bom_and_windows_line_ends_are_fine(
    tmp_path: Path,
) -> None:
    path = tmp_path / "day.jsonl"
    text = line(more=', "mood": ["fine"]')
    path.write_bytes(b"\xef\xbb\xbf" + f"\r\n{text}\r\n  \r\n{text}".encode())
    assert [observed.fact for observed in read(path)] == [Tick(), Tick()]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_facts_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(content)
    with pytest.raises(UnplugError, match="the recording holds no facts"):
        list(read(path))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnplugError, match=r"none\.jsonl: No such file"):
        list(read(tmp_path / "none.jsonl"))
    with pytest.raises(UnplugError, match="Is a directory"):
        list(read(tmp_path))


def test_a_recording_tells_its_zone_after_each_start_and_follows_it(
    tmp_path: Path,
) -> None:
    clock, path = FakeClock(), tmp_path / "day.jsonl"
    with Recorder(path, MADRID) as recorder:
        recorder.record(Observed(clock.stamp(), Start()))
        recorder.record(Observed(clock.advance(1500), Zone("Asia/Tokyo")))
        recorder.record(Observed(clock.sleep(60_000), Stop()))
        assert len(path.read_text().splitlines()) == 4  # each is written at once
    with Recorder(path, ZoneInfo("UTC")) as recorder:
        recorder.record(Observed(clock.advance(0), Start()))
    seen = list(read(path))
    assert [observed.fact for observed in seen] == [
        Start(),
        Zone("Europe/Madrid"),
        Zone("Asia/Tokyo"),
        Stop(),
        Start(),
        Zone("UTC"),
    ]
    assert [o.at.boot_ms - o.at.mono_ms for o in seen] == [0, 0, 0, *[60_000] * 3]
    offsets = [text[31:37] for text in path.read_text().splitlines()]
    assert offsets == ["+01:00"] * 2 + ["+09:00"] * 2 + ["+00:00"] * 2


def test_an_endless_title_is_cut_so_that_its_line_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    with Recorder(path, MADRID) as recorder:
        title = "\x00" * 100_000
        recorder.record(Observed(FakeClock().stamp(), Focus("a", title)))
        recorder.record(Observed(FakeClock().stamp(), Focus("a", "\ud800!")))
    cut, replaced = (observed.fact for observed in read(path))
    assert cut == Focus("a", title[:4000])
    assert replaced == Focus("a", "?!")


def test_a_recording_is_for_its_owner_only(tmp_path: Path) -> None:
    Recorder(tmp_path / "day.jsonl", MADRID).close()
    assert (tmp_path / "day.jsonl").stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_recording_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ann,\n")
    with pytest.raises(UnplugError, match=r"letter.txt, line 1: it is not JSON"):
        Recorder(path, MADRID)
    assert path.read_text() == "Dear Ann,\n"


def test_a_recording_that_ends_in_half_a_line_is_not_continued(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text(line() + "\n" + line()[:20])
    with pytest.raises(UnplugError, match="ends in half a line"):
        Recorder(path, MADRID)


def test_two_cannot_record_into_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    first = Recorder(path, MADRID)
    with pytest.raises(UnplugError, match="somebody else is recording"):
        Recorder(path, MADRID)
    first.close()
    first.close()
    Recorder(path, MADRID).close()


def test_places_that_hold_no_file_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnplugError, match="what is no plain file"):
        Recorder(tmp_path / "pipe", MADRID)
    with pytest.raises(UnplugError, match="Is a directory"):
        Recorder(tmp_path, MADRID)
    with pytest.raises(UnplugError, match="No such file"):
        Recorder(tmp_path / "none" / "day.jsonl", MADRID)


def test_a_full_disk_leaves_whole_lines_only(tmp_path: Path) -> None:
    path, clock = tmp_path / "day.jsonl", FakeClock()
    recorder = Recorder(path, MADRID)
    recorder.record(Observed(clock.stamp(), Tick()))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 20, before[1]))
    try:
        with pytest.raises(UnplugError, match="cannot write the recording"):
            recorder.record(Observed(clock.advance(5), Tick()))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    recorder.record(Observed(clock.advance(5), Tick()))
    assert [observed.at.mono_ms for observed in read(path)] == [1_000_000, 1_000_010]
    recorder.close()
