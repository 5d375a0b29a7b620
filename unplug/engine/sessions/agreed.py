"""The settings of device-free sessions in the session machine's own terms."""

from unplug.sessions.rules import Rules
from unplug.sessions.terms import Reason, Terms
from unplug.settings import Sessions


def terms_of(chosen: Sessions) -> Terms:
    """How sessions are carried out, what their plans say of themselves left aside."""
    return Terms(
        deferring=reasons_of(chosen),
        do_not_disturb=chosen.do_not_disturb,
        pause_media=chosen.pause_media,
        screens_off=chosen.screens_off,
        lock=chosen.lock,
    )


def reasons_of(chosen: Sessions) -> frozenset[Reason]:
    """What sessions wait for."""
    wanted = {
        Reason.CALL: chosen.wait_in_calls,
        Reason.CAMERA: chosen.wait_for_camera,
        Reason.MICROPHONE: chosen.wait_for_microphone,
        Reason.SHARING: chosen.wait_while_sharing,
        Reason.FULL_SCREEN: chosen.wait_in_full_screen,
        Reason.PRESENTING: chosen.wait_while_presenting,
        Reason.DO_NOT_DISTURB: chosen.wait_in_do_not_disturb,
        Reason.MEETING: bool(chosen.calendars),
        Reason.APP: bool(chosen.wait_for_apps),
        Reason.BATTERY: chosen.wait_on_battery,
    }
    return frozenset(reason for reason, waits in wanted.items() if waits)


def rules_of(chosen: Sessions) -> Rules:
    """What holds for all sessions."""
    return Rules(
        skips_a_week=chosen.skips_a_week,
        exits_a_week=chosen.exits_a_week,
        ask_feeling=chosen.ask_feeling,
    )
