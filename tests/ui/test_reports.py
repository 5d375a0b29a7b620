import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from ui.reports import KEEP, Reports, Trouble
from unplug.errors import UnplugError

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def reports(tmp_path: Path) -> Reports:
    return Reports(folder=tmp_path / "reports", clock=FakeClock())


def fail(words: str) -> BaseException:
    def stumble() -> None:
        raise RuntimeError(words)

    with pytest.raises(RuntimeError) as caught:
        stumble()
    return caught.value


def catch(reports: Reports, error: BaseException) -> None:
    reports.caught(type(error), error, error.__traceback__)


def saved(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "reports").iterdir())


def test_what_nobody_caught_is_saved_with_its_traceback_and_told(
    qtbot: QtBot, reports: Reports, tmp_path: Path
) -> None:
    with qtbot.waitSignal(reports.trouble_met) as told:
        catch(reports, fail("the moon"))
    (path,) = saved(tmp_path)
    text = path.read_text(encoding="utf-8")
    assert "RuntimeError: the moon" in text
    assert "Traceback" in text
    assert "Python" in text.splitlines()[0]
    assert told.args == [Trouble(f"something went wrong, report saved at {path}")]


def test_the_same_failure_is_told_once_whatever_it_says(
    qtbot: QtBot, reports: Reports, tmp_path: Path
) -> None:
    catch(reports, fail("first"))
    with qtbot.assertNotEmitted(reports.trouble_met):
        catch(reports, fail("second"))
    assert len(saved(tmp_path)) == 1


def test_what_the_user_can_mend_is_told_as_it_is_without_a_report(
    qtbot: QtBot, reports: Reports, tmp_path: Path
) -> None:
    error = UnplugError("cannot write", "x", "make room")
    with qtbot.waitSignal(reports.trouble_met) as told:
        catch(reports, error)
    assert told.args == [Trouble("cannot write: x — make room")]
    assert not (tmp_path / "reports").exists()


def test_a_report_that_cannot_be_saved_is_still_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    reports = Reports(folder=in_the_way, clock=FakeClock())
    with qtbot.waitSignal(reports.trouble_met) as told:
        catch(reports, fail("x"))
    assert told.args is not None
    assert "could not be saved" in told.args[0].text


def test_only_the_newest_reports_are_kept(reports: Reports, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for at in range(KEEP + 5):
        (folder / f"report-20200101-{at:06}-000000.txt").write_text("old")
    catch(reports, fail("new"))
    names = [path.name for path in saved(tmp_path)]
    assert len(names) == KEEP
    assert names[-1].startswith("report-2026")


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


@pytest.mark.usefixtures("hooks")
def test_a_failure_in_another_thread_is_told_in_this_one(
    qtbot: QtBot, reports: Reports
) -> None:
    reports.install()

    def work() -> None:
        msg = "in a worker"
        raise RuntimeError(msg)

    with qtbot.waitSignal(reports.trouble_met):
        worker = threading.Thread(target=work)
        worker.start()
    worker.join()
