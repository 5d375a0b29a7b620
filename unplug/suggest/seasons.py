"""The season where the user is, from the date and the name of the zone."""

from datetime import date

from unplug.suggest.inputs import Season
from unplug.suggest.what import season_of

_SOUTHERN = (
    *("Australia/", "Antarctica/", "America/Argentina/", "America/Buenos_Aires"),
    *("America/Sao_Paulo", "America/Montevideo", "America/Asuncion", "America/La_Paz"),
    *("America/Santiago", "America/Punta_Arenas", "America/Lima", "Pacific/Auckland"),
    *("Pacific/Chatham", "Pacific/Fiji", "Pacific/Noumea", "Pacific/Norfolk"),
    *("Africa/Johannesburg", "Africa/Harare", "Africa/Windhoek", "Africa/Gaborone"),
    *("Africa/Maputo", "Africa/Lusaka", "Africa/Maseru", "Africa/Mbabane"),
    *("Indian/Antananarivo", "Indian/Mauritius", "Indian/Reunion", "NZ"),
)
"""Zones, or beginnings of their names, that lie south of the equator."""


def season_in(zone: str, day: date) -> Season:
    """The season on a day in a zone, an IANA name."""
    return season_of(day, southern=zone.startswith(_SOUTHERN))
