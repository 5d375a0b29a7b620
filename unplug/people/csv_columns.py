"""Which column of an address book in CSV means what.

Google (old and new), Outlook and Thunderbird, in English and, as far as the words are
known, in the languages in which Outlook and Thunderbird write their headings.
"""

import re
from dataclasses import dataclass

from unplug.people.folding import words


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is for.

    Attributes:
        heading: as the file has it.
        field: what it fills; empty if it is left out.
        number: tells the first e-mail address from the second.
        kind: such as ``home`` or ``work``.
        example: its first value, for the preview.
    """

    heading: str
    field: str = ""
    number: int = 0
    kind: str = ""
    example: str = ""


_NUMBERED = re.compile(
    r"(e mail|phone|im|address|event|organization|website) (\d+) "
    r"(value|label|type|service|city|date|name)"
)
_NUMBERED_FIELDS = {
    ("e mail", "value"): "email",
    ("e mail", "label"): "email_kind",
    ("e mail", "type"): "email_kind",
    ("phone", "value"): "phone",
    ("phone", "label"): "phone_kind",
    ("phone", "type"): "phone_kind",
    ("im", "value"): "messenger",
    ("im", "service"): "messenger_service",
    ("address", "city"): "city",
    ("event", "value"): "event",
    ("event", "date"): "event",
    ("event", "label"): "event_kind",
    ("event", "type"): "event_kind",
    ("organization", "name"): "organisation",
    ("website", "value"): "url",
}
_PLAIN = {
    "full_name": (
        "name|display name|full name|anzeigename|nom a afficher|nombre mostrado|"
        "nome visualizzato|weergavenaam"
    ),
    "given": (
        "first name|given name|vorname|prenom|nombre|voornaam|imie|fornamn|"
        "fornavn|nome proprio|primeiro nome|jmeno"
    ),
    "additional": (
        "middle name|additional name|weitere vornamen|deuxieme prenom|"
        "segundo nombre|secondo nome|middelste naam|mellannamn|drugie imie|"
        "nome do meio"
    ),
    "family": (
        "last name|family name|surname|nachname|nom|nom de famille|apellidos|"
        "apellido|cognome|achternaam|nazwisko|efternamn|etternavn|efternavn|"
        "sobrenome|apelido|prijmeni"
    ),
    "prefix": "title|name prefix|anrede|titre|tratamiento|titolo|aanhef|titel|prefix",
    "suffix": "suffix|name suffix|suffixe|sufijo|achtervoegsel",
    "nickname": "nickname|spitzname|surnom|apodo|soprannome|bijnaam|smeknamn",
    "organisation": (
        "company|organization|organization name|firma|societe|organizacion|"
        "societa|bedrijf|foretag|empresa|organisation"
    ),
    "birthday": (
        "birthday|birthdate|date of birth|geburtstag|geburtsdatum|anniversaire|"
        "date de naissance|cumpleanos|compleanno|data di nascita|verjaardag|"
        "fodelsedag|urodziny|aniversario|narozeniny|bursdag|fodselsdag"
    ),
    "birth_year": (
        "birth year|geburtsjahr|annee de naissance|ano de nacimiento|"
        "anno di nascita|geboortejaar"
    ),
    "birth_month": (
        "birth month|geburtsmonat|mois de naissance|mes de nacimiento|"
        "mese di nascita|geboortemaand"
    ),
    "birth_day": (
        "birth day|jour de naissance|dia de nacimiento|giorno di nascita|geboortedag"
    ),
    "anniversary": (
        "anniversary|jahrestag|anniversaire de mariage|"
        "anniversaire de mariage ou fete|aniversario de boda|anniversario|"
        "trouwdag|rocznica"
    ),
    "notes": "notes|note|notizen|notas|notities|anteckningar|notatki|uwagi|kommentar",
    "photo": "photo",
    "labels": "labels|group membership|categories|kategorien|categorias|categorie",
    "url": "web page|web page 1|webseite|page web|pagina web|personal web page",
}
CHOICES = (
    *_PLAIN,
    *dict.fromkeys(_NUMBERED_FIELDS.values()),
)
"""Every field that a column can fill."""

_PLACES = {
    "home": "home|privat|domicile|particular|casa|abitazione|thuis|private",
    "work": "business|work|geschaftlich|dienstlich|bureau|trabajo|ufficio|werk|company|"
    "professionnel|lavoro|zakelijk",
    "other": "other|weitere|weiterer|autre|otro|altro|overig|andere",
}  # fmt: skip
_EMAIL = re.compile(
    r"""
    (?: (?:primary|secondary|primare|sekundare|additional|zweite) [ ] )?
    (?: e[ ]mail | email | mail | courriel )
    (?:[ ](\d))? (?:[ ](?:address|adresse|adres))? (?:[ ](\d))?
    | (?: adresse | direccion | indirizzo | endereco ) (?:[ ](?:de|di|do))?
    [ ] (?: messagerie | courriel | correo[ ]electronico | correo | posta[ ]elettronica
        | e[ ]mail | email )
    (?:[ ](\d))?
    | adresse[ ](?:principale|secondaire)
    | correo[ ]electronico (?:[ ](\d))?
    | e[ ]post(?:adress)? (?:[ ](\d))?
    """,
    re.VERBOSE,
)
_SECOND = ("secondary", "sekundare", "secondaire", "additional", "zweite")
_PHONE = re.compile(
    r"\b(?:phone|telephone|telefon|tel|telefoon|telefono|telefone|mobile|mobiltelefon"
    r"|mobil|cell|handy|mobiele|movil|cellulare|celular|portable|komorka|mobilni)\b"
    r"|telefon\b"
)
_MOBILE = re.compile(r"mobil|cell|handy|movil|celular|portable|komorka")
_NO_PHONE = re.compile(r"\b(?:fax|telefax|pager|telex|isdn|tty|tdd)\b|type|typ\b")
_CITY = re.compile(
    r"\b(?:city|ort|stadt|ville|ciudad|citta|plaats|woonplaats|miasto|cidade)\b"
)
_MESSENGER = re.compile(
    r"screen name|messenger name|aim screenname|im address|chat name"
)


def _tables() -> dict[str, str]:
    return {
        heading: field
        for field, known in _PLAIN.items()
        for heading in known.split("|")
    }


_FIELDS = _tables()
_PLACE_WORDS = {
    word: place for place, known in _PLACES.items() for word in known.split("|")
}


def column(heading: str) -> Column:
    """What the column with this heading is for."""
    plain = " ".join(words(heading))
    numbered = _NUMBERED.fullmatch(plain)
    if numbered:
        field = _NUMBERED_FIELDS.get((numbered[1], numbered[3]), "")
        return Column(heading, field, int(numbered[2]))
    if plain in _FIELDS:
        return Column(heading, _FIELDS[plain])
    place = next((_PLACE_WORDS[w] for w in plain.split() if w in _PLACE_WORDS), "")
    email = _EMAIL.fullmatch(plain)
    if email:
        said = next((int(part) for part in email.groups() if part), 1)
        number = 2 if any(word in plain for word in _SECOND) else said
        return Column(heading, "email", number, place)
    if _PHONE.search(plain) and not _NO_PHONE.search(plain):
        return Column(heading, "phone", 0, "cell" if _MOBILE.search(plain) else place)
    if _MESSENGER.search(plain):
        return Column(heading, "messenger", 1)
    return Column(heading, "city" if _CITY.search(plain) else "", 0, place)
