"""Titles as sources may tell them."""


def told(title: str | None) -> str | None:
    """A title; None for an empty one and for that of a private window."""
    if not title:
        return None
    # Whoever keeps no titles, and that is most people, need not know private ones.
    from unplug.sensing.private_titles import safe_title  # noqa: PLC0415

    return safe_title(title)
