"""Made-up people, and the ways in which address books write them."""

import random
import unicodedata

GIVEN = [
    "Anna", "Ben", "Carla", "David", "Elif", "Farid", "Greta", "Hugo", "Ines",
    "Jonas", "Katharina", "Liam", "Maja", "Noah", "Olga", "Pavel", "Quentin",
    "Rosa", "Samir", "Tilda", "Ulrich", "Vera", "Wim", "Xenia", "Yusuf", "Zoë",
    "José", "Łukasz", "Björn", "François", "Søren", "Þórður", "Ângela", "Chloé",
    "Óscar", "Ignacio", "Marta", "Pedro", "Lucía", "Amélie", "Étienne", "Giulia",
    "Matteo", "Priya", "Arjun", "Mei", "Haruto", "Yuki", "Minjun", "Seo-yeon",
    "Aisha", "Omar", "Fatima", "Kwame", "Amara", "Nia", "Johannes", "Theresa",
    "Sebastian", "Alexander", "Elizabeth", "Margaret", "Christopher", "Benjamin",
    "Charlotte", "Виталий", "Ольга", "Ελένη", "Γιώργος",
]  # fmt: skip
FAMILY = [
    "Müller", "Schmidt", "García", "Martínez", "Rossi", "Bianchi", "Dubois",
    "Lefèvre", "Kowalski", "Wójcik", "Novák", "Dvořák", "Jensen", "Sørensen",
    "Johansson", "Åkesson", "Korhonen", "Mäkinen", "Silva", "Santos", "Öztürk",
    "Yılmaz", "Papadopoulos", "Ivanova", "Petrov", "Smith", "Johnson", "Williams",
    "Brown", "Jones", "Miller", "Davis", "O'Brien", "MacDonald", "Nguyen", "Tran",
    "Kim", "Park", "Tanaka", "Suzuki", "Sharma", "Patel", "Okafor", "Mensah",
    "Haddad", "Cohen", "Levy", "Fernández-Vega", "Rosenbaum", "Vandenberghe",
    "Christensen", "Montgomery", "Featherstone", "Castellano", "Abramović",
    "Stojković", "Lindqvist", "Bergström", "Hakala", "Järvinen", "Zieliński",
    "Szymański", "Horváth", "Nagy", "Κλειδάς", "Коваленко",
]  # fmt: skip
HOSTS = [
    "example.com", "example.org", "mail.example.net", "post.example.de",
    "correo.example.es",
]  # fmt: skip


def plain(text: str) -> str:
    """Letters for an e-mail address."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in apart if c.isascii() and c.isalnum()) or "x"


def card(rng: random.Random, number: int) -> str:
    """One vCard as a phone or an address book would export it."""
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    email = f"{plain(given)}.{plain(family)}{number}@{rng.choice(HOSTS)}"
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{number:08x}-made-up",
        f"N:{family};{given};;;",
        f"FN:{given} {family}",
        f"TEL;TYPE=CELL:+49 17{rng.randrange(10)} {rng.randrange(10**7):07}",
        f"item1.EMAIL;type=INTERNET:{email}",
        "item1.X-ABLabel:_$!<Home>!$_",
    ]
    if rng.random() < 0.6:
        year, month, day = (
            rng.randrange(*of) for of in ((1940, 2010), (1, 13), (1, 29))
        )
        lines.append(f"BDAY:{year}-{month:02}-{day:02}")
    if rng.random() < 0.5:
        street, code = f"Long Street {rng.randrange(200)}", f"{rng.randrange(10**5):05}"
        lines.append(f"ADR;TYPE=HOME:;;{street};Springfield;;{code};DE")
    if rng.random() < 0.3:
        lines += [
            "NOTE:met at the lake\\, likes climbing\\nand long walks with",
            "  the dog",
        ]
    if rng.random() < 0.3:
        lines.append(f"ORG:Example Works;Team {rng.randrange(9)}")
    lines.append("END:VCARD")
    return "\r\n".join(lines) + "\r\n"
