"""The present as far as it is on disk, while no app runs."""

from pathlib import Path

from unplug.clock import Clock
from unplug.engine.preferences import preferences
from unplug.engine.screen_time.looking import records
from unplug.engine.screen_time.today import Today, by_app, by_state
from unplug.engine.screen_time.usual import UsualDays
from unplug.engine.sessions.quick_look import sessions_now
from unplug.engine.snapshot import TOP_APPS, AppTime, Snapshot
from unplug.usage.states import State


def stored_snapshot(folder: Path, clock: Clock) -> Snapshot:
    """What is known of today.

    Raises:
        UnplugError: what is recorded cannot be read; says why.
    """
    now, zone = clock.stamp(), clock.zone()
    chosen = preferences(folder)
    start_min = chosen.settings.days.start_min
    today = Today.at(now, zone.key, start_min)
    usual_ms = None
    coming = session = None
    with records(folder) as found:
        if found.stored is not None:
            by_app_now = found.stored.by_app(today.day, today.day)
            today.load({(t.app, t.state): t.ms for t in by_app_now})
            usual_ms = UsualDays(found.stored, start_min).usual_ms(now.wall_ms, zone)
        totals = today.with_open(found.waiting)
    if found.plans_or_session:
        coming, session = sessions_now(folder, clock)
    apps = sorted(by_app(totals).items(), key=lambda item: -item[1])[:TOP_APPS]
    return Snapshot(
        at=now.utc.astimezone(zone),
        state=State.IDLE,
        by_state_ms=by_state(totals),
        usual_ms=usual_ms,
        top=tuple(AppTime(app, app, ms) for app, ms in apps),
        notices=chosen.notices,
        coming=coming,
        session=session,
    )
