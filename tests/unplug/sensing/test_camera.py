import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from unplug.sensing.camera import CameraSource, open_camera
from unplug.sensing.facts import Fact, Occupied
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

PATIENCE_S = 10
Film = Callable[[str], subprocess.Popen[str]]


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    folder = tmp_path / "dev"
    folder.mkdir()
    for name in ("video0", "video1", "null"):
        (folder / name).touch()
    return folder


@pytest.fixture
def film(devices: Path) -> Iterator[Film]:
    """Start a program that holds a device open."""
    running: list[subprocess.Popen[str]] = []

    def start(name: str) -> subprocess.Popen[str]:
        script = f"exec 3<{devices / name}; echo open; read line"
        process = subprocess.Popen(
            ["sh", "-c", script],
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        return process

    yield start
    for process in running:
        end(process)


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture
def source(devices: Path) -> Iterator[CameraSource]:
    source = opened(devices)
    assert source.dispatch() == []
    yield source
    source.close()


def opened(devices: Path) -> CameraSource:
    return open_camera(SensingOptions(), devices=devices, udev=devices / "udev")


def camera(*, held: bool, by: str = "sh") -> Occupied:
    return Occupied(Reason.CAMERA, held=held, by=by)


def hear(source: CameraSource) -> list[Fact]:
    give_up = time.monotonic() + PATIENCE_S
    while (left_s := give_up - time.monotonic()) > 0:
        if select.select([source], [], [], left_s)[0] and (facts := source.dispatch()):
            return facts
    return []


def stirs(source: CameraSource, seconds: float = 0.3) -> bool:
    return bool(select.select([source], [], [], seconds)[0])


def test_camera_that_is_opened_and_closed_is_told_with_its_app(
    source: CameraSource, film: Film
) -> None:
    filming = film("video0")
    assert hear(source) == [camera(held=True)]
    end(filming)
    assert hear(source) == [camera(held=False)]


def test_camera_that_films_already_is_told_by_the_first_dispatch(
    devices: Path, film: Film
) -> None:
    film("video1")
    source = opened(devices)
    assert source.dispatch() == [camera(held=True)]
    source.close()


def test_two_cameras_of_one_app_are_one_reason(
    source: CameraSource, film: Film
) -> None:
    one, two = film("video0"), film("video1")
    assert hear(source) == [camera(held=True)]
    end(one)
    while stirs(source):
        assert source.dispatch() == []
    end(two)
    assert hear(source) == [camera(held=False)]


def test_other_devices_and_reading_the_folder_wake_nobody(
    devices: Path, source: CameraSource
) -> None:
    (devices / "null").read_text()
    (devices / "null").write_text("x")
    assert list(devices.iterdir())
    assert not stirs(source)


def test_camera_that_is_plugged_in_later_is_watched_too(
    devices: Path, source: CameraSource, film: Film
) -> None:
    (devices / "video7").touch()
    while stirs(source):
        assert source.dispatch() == []
    filming = film("video7")
    assert hear(source) == [camera(held=True)]
    (devices / "video7").unlink()
    end(filming)
    assert hear(source) == [camera(held=False)]


def test_chip_that_only_converts_video_is_no_camera(devices: Path, film: Film) -> None:
    udev = devices / "udev"
    udev.mkdir()
    known = udev / "c0:0"  # a plain file's number, which no device has
    known.write_text("S:v4l\nE:ID_V4L_CAPABILITIES=:video_output:\n")
    source = opened(devices)
    film("video0")
    assert not stirs(source)
    source.close()
    known.write_text("E:ID_V4L_CAPABILITIES=:capture:\n")
    source = opened(devices)
    assert source.dispatch() == [camera(held=True)]
    source.close()


def test_programs_that_only_look_leave_no_reason_behind(
    devices: Path, source: CameraSource
) -> None:
    for _ in range(50):
        (devices / "video0").read_bytes()
    said: list[Fact] = []
    while stirs(source):
        said += source.dispatch()
    assert said == []


def test_folder_that_vanishes_is_a_loss(devices: Path, source: CameraSource) -> None:
    shutil.rmtree(devices)
    assert stirs(source)
    with pytest.raises(SourceLostError):
        source.dispatch()


def test_missing_folder_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError, match="whether a camera is in use"):
        opened(tmp_path / "nowhere")


def test_nothing_stirs_while_nothing_happens(source: CameraSource, film: Film) -> None:
    film("video0")
    assert hear(source) == [camera(held=True)]
    assert not stirs(source, 1.0)
    source.close()
    source.close()
