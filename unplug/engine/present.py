"""The present, whether the app runs or not."""

from pathlib import Path

from unplug.clock import Clock
from unplug.engine.control import NotRunningError, ask
from unplug.engine.looking import records
from unplug.engine.preferences import preferences
from unplug.engine.snapshot import AppTime, Snapshot
from unplug.engine.status import Json, as_json
from unplug.engine.today import Today, by_app, by_state
from unplug.engine.tracking import TOP_APPS
from unplug.engine.usual import UsualDays
from unplug.usage.states import State


def present(folder: Path, clock: Clock) -> Json:
    """The status by the contract: from the running app, else from the database.

    Raises:
        UnplugError: what is recorded cannot be read; says why.
    """
    try:
        return ask(folder, {"do": "status"})
    except NotRunningError:
        return as_json(_recorded(folder, clock), running=False)


def _recorded(folder: Path, clock: Clock) -> Snapshot:
    """The present as far as it is on disk."""
    now, zone = clock.stamp(), clock.zone()
    chosen = preferences(folder)
    start_min = chosen.settings.days.start_min
    today = Today.at(now, zone.key, start_min)
    usual_ms = None
    with records(folder) as found:
        if found.stored is not None:
            by_app_now = found.stored.by_app(today.day, today.day)
            today.load({(t.app, t.state): t.ms for t in by_app_now})
            usual_ms = UsualDays(found.stored, start_min).usual_ms(now.wall_ms, zone)
        totals = today.with_open(found.waiting)
    apps = sorted(by_app(totals).items(), key=lambda item: -item[1])[:TOP_APPS]
    return Snapshot(
        at=now.utc.astimezone(zone),
        state=State.IDLE,
        by_state_ms=by_state(totals),
        usual_ms=usual_ms,
        top=tuple(AppTime(app, app, ms) for app, ms in apps),
        notices=chosen.notices,
    )
