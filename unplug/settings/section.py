"""What a section of the settings is made of, and how its settings are called."""

from dataclasses import Field, dataclass, field, fields
from typing import Any, cast

from unplug.settings.kinds import Kind, Switch, UnfitError


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a setting besides its name and default.

    Attributes:
        kind: what it may hold.
        comment: what it does, in one line.
    """

    kind: Kind[object]
    comment: str


def setting(default: object, kind: Kind[object], comment: str) -> Any:  # noqa: ANN401  (as dataclasses.field)
    """A field of a section."""
    return field(default=default, metadata={"about": About(kind, comment)})


def switch(comment: str, *, on: bool) -> Any:  # noqa: ANN401  (as dataclasses.field)
    """A field that is on or off; ``on`` is how it is shipped."""
    return setting(on, Switch(), comment)


def about(of: "Field[Any]") -> About:
    """What is known of a section's field."""
    return cast("About", of.metadata["about"])


class Section:
    """What sections have in common: they refuse bad values at birth."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for each in fields(cast("Any", self)):
            try:
                fit = about(each).kind.accept(getattr(self, each.name))
            except UnfitError as error:
                msg = f'"{each.name}" {error}'
                raise ValueError(msg) from error
            object.__setattr__(self, each.name, fit)


def heading(section_type: type[Section]) -> str:
    """What a section is about, in one line."""
    return str(section_type.__doc__).splitlines()[0]


def in_words(key: str) -> str:
    """What people call a setting or a section: "Idle after" for idle_after_s."""
    return key.rpartition(".")[2].removesuffix("_s").replace("_", " ").capitalize()
