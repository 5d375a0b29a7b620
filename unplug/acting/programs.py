"""Small programs of the desktop, run to their end."""

import logging

TIMEOUT_S = 2.0

log = logging.getLogger(__name__)


def run(*command: str) -> str | None:
    """What a program printed; None where it is missing, hangs or fails."""
    import subprocess  # noqa: PLC0415  (seldom)

    try:
        done = subprocess.run(  # noqa: S603  (our own words)
            command,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        log.info("%s: %s", " ".join(command), error)
        return None
    return done.stdout.strip()
