"""Writing autostart entries, and what to say when it fails."""

from pathlib import Path

from unplug.errors import UnplugError


def replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; a link to it stays a link.

    Raises:
        OSError: it cannot be written; what was there is untouched.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def cannot_read(path: object, error: OSError) -> UnplugError:
    """What to say when the entry cannot be read."""
    failed = f"cannot read the autostart entry {path}"
    return UnplugError(failed, error.strerror or error)


def cannot_write(path: object, error: OSError) -> UnplugError:
    """What to say when the entry cannot be written."""
    failed = f"cannot write the autostart entry {path}"
    return UnplugError(failed, error.strerror or error)
