from pathlib import Path

import pytest

from unplug.people.contact import Contact
from unplug.people.csv_columns import column
from unplug.people.csv_files import preview, read

SAMPLES = Path(__file__).parent / "samples"
GOOGLE_NEW = (SAMPLES / "google-new.csv").read_text("utf-8")
GOOGLE_OLD = (SAMPLES / "google-old.csv").read_text("utf-8")
OUTLOOK = (SAMPLES / "outlook.csv").read_text("utf-8")
OUTLOOK_GERMAN = (SAMPLES / "outlook-german.csv").read_text("utf-8")
THUNDERBIRD = (SAMPLES / "thunderbird.csv").read_text("utf-8")
FRENCH = (SAMPLES / "outlook-french.csv").read_text("utf-8")


def one(text: str, code: str = "utf-8") -> Contact:
    contacts, problems = read(text.encode(code), "people.csv")
    assert problems == []
    return contacts[0]


def test_the_new_files_of_google_are_read() -> None:
    contact = one(GOOGLE_NEW)
    assert str(contact.name) == "Dr. José Lia Álvarez"
    assert contact.nicknames == ("Pepe",)
    assert [e.address for e in contact.emails] == ["jose@example.org", "j@example.org"]
    assert contact.emails[0].kinds == ("home",)
    assert contact.emails[0].preference == 1
    assert contact.phones[0].kinds == ("cell",)
    assert str(contact.birthday) == "--05-06"
    assert [str(a.date) for a in contact.anniversaries] == ["2001-02-03"]
    assert contact.notes == ("two\nlines",)
    assert contact.city == "Vigo"
    assert contact.organisation == "Works Ltd"
    assert [o.value for o in contact.others if o.name == "CATEGORIES"] == ["Friends"]


def test_the_old_files_of_google_are_read() -> None:
    contact = one(GOOGLE_OLD)
    assert contact.full_name == "Mara Sol"
    assert contact.emails[0].kinds == ("work",)
    assert (contact.messengers[0].service, contact.messengers[0].handle) == (
        "xmpp",
        "mara@chat.example.org",
    )
    assert str(contact.birthday) == "1984-02-29"


def test_the_files_of_outlook_are_read() -> None:
    contact = one(OUTLOOK)
    assert [p.raw for p in contact.phones] == ["0170 1", "030 3"]
    assert [p.kinds for p in contact.phones] == [("cell",), ("home",)]
    assert [e.address for e in contact.emails] == ["mara@example.org", "m@example.org"]
    assert str(contact.birthday) == "1984-02-29"
    assert contact.anniversaries == ()
    assert contact.city == "Jena"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_localised_files_of_outlook_are_read_in_any_code(code: str) -> None:
    contact = one(OUTLOOK_GERMAN, code)
    assert str(contact.name) == "Frau Käthe Größe"
    assert contact.city == "Köln"
    assert [e.address for e in contact.emails] == ["kaethe@example.de", "k@example.de"]
    assert [p.kinds for p in contact.phones] == [("cell",), ("home",)]
    assert str(contact.birthday) == "1980-02-01"
    assert str(contact.anniversaries[0].date) == "2001-04-03"


def test_the_files_of_thunderbird_are_read() -> None:
    contacts, _ = read(THUNDERBIRD.encode(), "x")
    mara, other = contacts
    assert mara.full_name == "Mara S."
    assert [e.address for e in mara.emails] == ["mara@example.org", "m@example.org"]
    assert [p.raw for p in mara.phones] == ["030 1", "030 2", "0170 4"]
    assert str(mara.birthday) == "1984-02-29"
    assert mara.messengers[0].handle == "maraim"
    assert str(other.birthday) == "--05-06"


def test_headings_in_french_are_understood() -> None:
    contact = one(FRENCH)
    assert str(contact.birthday) == "1990-12-25"
    assert contact.phones[0].kinds == ("cell",)
    assert contact.emails[0].address == "zoe@example.fr"


def test_the_preview_tells_what_is_taken_and_what_is_left_out() -> None:
    seen = preview(OUTLOOK_GERMAN.encode("cp1252"))
    assert (seen.encoding, seen.delimiter, seen.rows) == ("cp1252", ";", 1)
    fields = {c.heading: (c.field, c.example) for c in seen.columns}
    assert fields["Vorname"] == ("given", "Käthe")
    assert fields["E-Mail 2: Adresse"] == ("email", "k@example.de")
    google = {c.heading: c.field for c in preview(GOOGLE_NEW.encode()).columns}
    assert google["Custom Field 1 - Value"] == ""
    assert google["Address 1 - Label"] == ""


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_found(delimiter: str) -> None:
    data = delimiter.join(["Name", '"E-mail, Address"', "E-mail Address"]) + "\n"
    data += delimiter.join(["Mara", "x", "mara@example.org"])
    seen = preview(data.encode())
    assert seen.delimiter == delimiter
    assert len(seen.columns) == 3


def test_the_line_that_tells_excel_the_delimiter_is_heeded() -> None:
    contacts, _ = read(
        b"sep=|\r\nName|E-mail Address\r\nMara, x; y|m@example.org\r\n", "x"
    )
    assert contacts[0].full_name == "Mara, x; y"


def test_american_and_other_dates_are_told_apart_by_the_whole_column() -> None:
    head = "Name,Birthday\n"
    rest = "A,3/4/1990\nB,25/12/1990\n"
    assert str(read((head + rest).encode(), "")[0][0].birthday) == "1990-04-03"
    assert (
        str(read((head + "A,3/4/1990\n").encode(), "")[0][0].birthday) == "1990-03-04"
    )


def test_a_date_that_is_none_is_kept_as_text_and_reported_with_its_line() -> None:
    contacts, problems = read(b"Name,Birthday\nA,in spring\n", "a.csv")
    assert contacts[0].birthday is not None
    assert contacts[0].birthday.text == "in spring"
    assert [(p.line, p.what) for p in problems] == [
        (2, '"in spring" is no date; it is kept as text')
    ]


@pytest.mark.parametrize(
    "data", [b"", b"colour,size\nred,2\n", b"\x00\x01\x02", b"\xff\xfe", b'"']
)
def test_a_file_that_tells_nobody_is_refused_in_a_sentence(data: bytes) -> None:
    contacts, problems = read(data, "a.csv")
    assert contacts == []
    assert (
        problems[0].what
        == "no column tells a name, an e-mail address or a phone number"
    )


def test_rows_with_too_many_cells_are_read_and_reported() -> None:
    contacts, problems = read(b"Name,Notes\nA,b,c\nB\n\n,,\n", "a.csv")
    assert [c.full_name for c in contacts] == ["A", "B"]
    assert [(p.line, p.what) for p in problems] == [
        (2, "more cells than there are headings")
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("E-mail Display Name", ""),
        ("E-mail Type", ""),
        ("Business Fax", ""),
        ("Home Phone 2", "phone"),
        ("Telefon geschäftlich", "phone"),
        ("Mobil-Tel.-Nr.", "phone"),
        ("Primäre E-Mail-Adresse", "email"),
        ("Dirección de correo electrónico", "email"),
        ("Indirizzo posta elettronica", "email"),
        ("Data di nascita", "birthday"),
        ("Ville (domicile)", "city"),
    ],
)
def test_headings_are_understood(heading: str, field: str) -> None:
    assert column(heading).field == field
