"""Effects of the session machine, said to a stage."""

from unplug.engine.sessions.stage import Stage
from unplug.sessions import effects as e


def carry_out(effect: e.Effect, stage: Stage) -> None:  # noqa: C901, PLR0912  (one line for each kind of effect)
    """Say one effect to a stage; what is no stage's business does nothing."""
    match effect:
        case e.ShowStrip(strip) | e.UpdateStrip(strip):
            stage.show_strip(strip)
        case e.HideStrip():
            stage.hide_strip()
        case e.ShowOverlay(overlay) | e.UpdateOverlay(overlay):
            stage.show_overlay(overlay)
        case e.HideOverlay():
            stage.hide_overlay()
        case e.DoNotDisturb(on):
            stage.do_not_disturb(on=on)
        case e.Offline(on):
            stage.session_runs(on=on)
        case e.WatchForPause(on):
            stage.watch_for_pause(on=on)
        case e.RemindersPaused(until_boot_ms):
            stage.reminders_paused(until_boot_ms)
        case e.PauseMedia():
            stage.pause_media()
        case e.ScreensOff():
            stage.screens_off()
        case e.LockScreen():
            stage.lock_screen()
        case e.Announce(moment):
            stage.announce(moment)
        case e.RemarkInput():
            stage.remark_input()
        case e.AskFeeling(session_id, person):
            stage.ask_feeling(session_id, person)
        case e.TellGroup():
            stage.tell_group(effect)
