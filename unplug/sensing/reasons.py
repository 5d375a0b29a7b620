"""Why somebody should not be disturbed now, as far as the desktop can tell."""

from enum import StrEnum


class Reason(StrEnum):
    """Something that goes on at the screen and can make a session wait."""

    CALL = "call"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    SHARING = "sharing"
    FULL_SCREEN = "full-screen"
    PRESENTING = "presenting"
    DO_NOT_DISTURB = "do-not-disturb"
    BATTERY = "battery"
