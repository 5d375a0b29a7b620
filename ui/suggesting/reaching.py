"""Where mail, telephone and map begin, with an empty text."""

from urllib.parse import quote

from unplug.engine.suggestions.suggested import Reach


def addresses(reach: Reach) -> dict[str, str]:
    """What can be opened: ``mail``, ``phone`` and ``map``, as far as known."""
    found = {}
    if reach.email:
        found["mail"] = f"mailto:{quote(reach.email, safe='@+')}"
    if dialled := "".join(c for c in reach.phone if c.isdigit() or c in "+*#"):
        found["phone"] = f"tel:{quote(dialled, safe='+')}"
    if reach.place:
        found["map"] = f"geo:0,0?q={quote(reach.place)}"
    return found
