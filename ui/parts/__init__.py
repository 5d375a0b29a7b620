"""The kit that every page is built from; looks come from `ui.theme` alone."""

from ui.parts.buttons import (
    Button,
    danger_button,
    flat_button,
    primary_button,
    secondary_button,
)
from ui.parts.cards import Card, EmptyState, Separator
from ui.parts.clearing import clear
from ui.parts.deck import Deck
from ui.parts.flow import FlowLayout
from ui.parts.forms import (
    FormRow,
    NumberField,
    SearchField,
    Segmented,
    TimeField,
)
from ui.parts.icon_label import IconLabel
from ui.parts.notices import InlineNotice, Toast, UndoOffer
from ui.parts.rows import ListRow
from ui.parts.scrollable import Scrollable
from ui.parts.text import Body, Figure, Heading, Lead, Quiet, Small, Text, Title

__all__ = [
    "Body",
    "Button",
    "Card",
    "Deck",
    "EmptyState",
    "Figure",
    "FlowLayout",
    "FormRow",
    "Heading",
    "IconLabel",
    "InlineNotice",
    "Lead",
    "ListRow",
    "NumberField",
    "Quiet",
    "Scrollable",
    "SearchField",
    "Segmented",
    "Separator",
    "Small",
    "Text",
    "TimeField",
    "Title",
    "Toast",
    "UndoOffer",
    "clear",
    "danger_button",
    "flat_button",
    "primary_button",
    "secondary_button",
]
