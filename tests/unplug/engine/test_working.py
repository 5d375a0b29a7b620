"""Work beside the loop: in order, cancellable, and told on the loop's side."""

import select
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from unplug.engine.app import App
from unplug.engine.working import Job, Progress, Worker
from unplug.errors import UnplugError


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


class Heard:
    """What was told, and on which thread."""

    def __init__(self) -> None:
        self.ends: list[object] = []
        self.steps: list[Progress] = []
        self.threads: set[threading.Thread] = set()

    def end(self, said: object) -> None:
        self.threads.add(threading.current_thread())
        self.ends.append(said)

    def cancelled(self) -> None:
        self.end("cancelled")

    def submit(self, worker: Worker, work: object) -> Job:
        return worker.submit(
            work,  # type: ignore[arg-type]  # several kinds of work, one list
            done=self.end,
            failed=self.end,
            cancelled=self.cancelled,
            progress=self.steps.append,
        )


def drive(worker: Worker, heard: Heard, ends: int = 1) -> None:
    """The loop: wait for the descriptor and dispatch, until so many ends came."""
    while len(heard.ends) < ends:
        readable, _, _ = select.select([worker], [], [], 20)
        assert readable, "the worker said nothing"
        worker.dispatch()


def test_there_is_nothing_to_watch_and_no_thread_before_the_first_job() -> None:
    before = threading.active_count()
    worker = Worker()
    assert worker.source is None
    assert worker.fileno() == -1
    assert not worker.busy
    worker.dispatch()
    worker.close()
    assert threading.active_count() == before


def test_results_come_in_order_and_on_the_loops_side(worker: Worker) -> None:
    heard = Heard()
    for i in range(50):
        heard.submit(worker, lambda _, i=i: (i, threading.current_thread()))
    assert worker.source is worker
    drive(worker, heard, 50)
    numbers, threads = zip(*heard.ends, strict=True)  # type: ignore[call-overload]  # pairs
    assert numbers == tuple(range(50))
    assert heard.threads == {threading.current_thread()}
    assert threading.current_thread() not in threads
    assert not worker.busy


def test_the_thread_goes_when_nothing_waits_and_comes_back(worker: Worker) -> None:
    heard = Heard()
    at: list[threading.Thread] = []
    for n in (1, 2):
        heard.submit(worker, lambda _: at.append(threading.current_thread()))
        drive(worker, heard, n)
        at[-1].join(20)
        assert not at[-1].is_alive()


def test_an_error_of_the_outside_is_handed_over_as_it_is(worker: Worker) -> None:
    heard = Heard()
    error = UnplugError("cannot reach the broker", "nowhere", "check its name")

    def work(_: Job) -> None:
        raise error

    heard.submit(worker, work)
    drive(worker, heard)
    assert heard.ends == [error]


def test_a_bug_is_reported_and_the_next_job_still_runs(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(
        threading, "excepthook", lambda args: reported.append(args.exc_type)
    )
    heard = Heard()
    heard.submit(worker, lambda _: 1 // 0)
    heard.submit(worker, lambda _: "fine")
    drive(worker, heard, 2)
    assert reported == [ZeroDivisionError]
    assert str(heard.ends[0]) == ("something went wrong: ZeroDivisionError — try again")
    assert heard.ends[1] == "fine"


def test_a_job_that_runs_stops_where_it_asks(worker: Worker) -> None:
    heard, begun = Heard(), threading.Event()

    def work(job: Job) -> None:
        begun.set()
        assert job.wait(20)
        job.check()

    job = heard.submit(worker, work)
    assert begun.wait(20)
    job.cancel()
    drive(worker, heard)
    assert heard.ends == ["cancelled"]


def test_a_job_that_was_cancelled_before_its_turn_never_runs(worker: Worker) -> None:
    heard, gate, ran = Heard(), threading.Event(), []
    heard.submit(worker, lambda _: gate.wait(20))
    job = heard.submit(worker, lambda _: ran.append(1))
    job.cancel()
    gate.set()
    drive(worker, heard, 2)
    assert heard.ends == [True, "cancelled"]
    assert ran == []


def test_of_many_steps_the_last_is_told_before_the_end(worker: Worker) -> None:
    heard = Heard()

    def work(job: Job) -> str:
        for i in range(10_000):
            job.report(i + 1, 10_000, "cards")
        return "read"

    heard.submit(worker, work)
    drive(worker, heard)
    assert heard.steps[-1] == Progress(10_000, 10_000, "cards")
    assert heard.ends == ["read"]


def test_progress_of_what_is_not_wanted_any_more_is_not_told(worker: Worker) -> None:
    heard, said, gate = Heard(), threading.Event(), threading.Event()

    def work(job: Job) -> None:
        job.report(1)
        said.set()
        gate.wait(20)
        job.report(2)

    job = heard.submit(worker, work)
    assert said.wait(20)
    job.cancel()
    gate.set()
    drive(worker, heard)
    assert heard.steps == []
    assert heard.ends == ["cancelled"]


def test_closing_stops_what_runs_and_calls_nobody() -> None:
    worker, heard, begun = Worker(), Heard(), threading.Event()
    at: list[threading.Thread] = []

    def work(job: Job) -> None:
        at.append(threading.current_thread())
        begun.set()
        job.wait(20)
        job.report(1)

    heard.submit(worker, work)
    heard.submit(worker, work)
    assert begun.wait(20)
    worker.close()
    assert not at[0].is_alive()
    worker.dispatch()
    assert heard.ends == []
    assert len(at) == 1
    assert worker.source is None


def test_work_runs_without_a_worker_too() -> None:
    """A command in a terminal does it in its own thread."""
    steps: list[Progress] = []
    job = Job(steps.append)
    job.report(1, 2)
    assert steps == [Progress(1, 2)]
    assert not job.cancelled


def test_the_app_watches_the_worker_only_once_it_worked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    heard = Heard()
    with App(tmp_path / "data", FakeClock()) as app:
        assert app.worker not in app.sources()
        heard.submit(app.worker, lambda _: "done")
        assert app.worker in app.sources()
        assert select.select([app.worker], [], [], 20)[0]
        app.ready(app.worker)
        assert heard.ends == ["done"]
    assert app.worker.source is None
