import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.people.contact import Contact
from unplug.people.problems import Problem
from unplug.people.vcard.reader import guess_code_page, read, read_each


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(
        ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]
    ).encode()


def one(data: bytes) -> Contact:
    contacts, problems = read(data, "people.vcf")
    assert problems == []
    (contact,) = contacts
    return contact


def said(data: bytes) -> list[tuple[int, str]]:
    return [(problem.line, problem.what) for problem in read(data, "people.vcf")[1]]


def test_a_plain_card_is_read_in_full() -> None:
    contact = one(
        card(
            "UID:made-up-1",
            "FN:Dr. Mara Sol\\, M.A.",
            "N:Sol;Mara;Lia,Eve;Dr.;M.A.",
            "NICKNAME:Mar,Solita",
            "TEL;TYPE=HOME,VOICE;TYPE=pref:+49 30 1234567",
            "EMAIL;TYPE=INTERNET:Mara@Example.org",
            "BDAY:1984-02-29",
            "NOTE:one\\nand two",
            "TZ;VALUE=text:Europe/Madrid",
            "ADR;TYPE=HOME:;;Street 1;Jena;;07743;DE",
        )
    )
    assert contact.uid == "made-up-1"
    assert contact.full_name == "Dr. Mara Sol, M.A."
    assert contact.name.additional == ("Lia", "Eve")
    assert contact.nicknames == ("Mar", "Solita")
    (phone,) = contact.phones
    assert (phone.raw, phone.kinds, phone.preference) == (
        "+49 30 1234567",
        ("home", "voice"),
        1,
    )
    assert contact.emails[0].address == "Mara@Example.org"
    assert str(contact.birthday) == "1984-02-29"
    assert contact.notes == ("one\nand two",)
    assert (contact.city, contact.zone) == ("Jena", "Europe/Madrid")


def test_bare_parameters_of_the_oldest_version_are_kinds_and_encodings() -> None:
    contact = one(
        card(
            "N:Sol;Mara",
            "TEL;HOME;PREF:12 34",
            "NOTE;QUOTED-PRINTABLE:a=0D=0Ab",
            version="2.1",
        )
    )
    assert contact.phones[0].kinds == ("home",)
    assert contact.phones[0].preference == 1
    assert contact.notes == ("a\nb",)


def test_a_card_without_a_version_is_read() -> None:
    assert one(b"begin:vcard\nfn:Mara\nend:vcard").full_name == "Mara"


def test_a_character_cut_in_two_by_a_fold_is_whole_again() -> None:
    data = card("FN:Żółw Mądry")
    at = data.index("ó".encode()) + 1
    assert one(data[:at] + b"\r\n " + data[at:]).full_name == "Żółw Mądry"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_lines_may_end_in_any_way(end: bytes) -> None:
    data = card("FN:Mara", " \tSol", "TEL:1").replace(b"\r\n", end)
    contact = one(data)
    assert contact.full_name == "Mara Sol"
    assert contact.phones[0].raw == "1"


def test_soft_line_breaks_of_quoted_printable_join_lines_that_are_not_indented() -> (
    None
):
    contact = one(
        card(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=",
            "S=C3=B6l;=",
            "Mara",
            "NOTE;ENCODING=QUOTED-PRINTABLE:all come =",
            " to the lake",
            version="2.1",
        )
    )
    assert (contact.name.family, contact.name.given) == ("Söl", "Mara")
    assert contact.notes == ("all come  to the lake",)


def test_a_soft_line_break_at_the_end_does_not_swallow_the_end_of_the_card() -> None:
    assert one(card("FN;QUOTED-PRINTABLE:Mara=")).full_name == "Mara"


def test_an_encoded_semicolon_does_not_divide_a_name() -> None:
    contact = one(card("N;ENCODING=QUOTED-PRINTABLE:So=3Bl;Mara", version="2.1"))
    assert (contact.name.family, contact.name.given) == ("So;l", "Mara")


def test_base64_that_is_wrapped_without_indentation_is_one_picture() -> None:
    picture = bytes(range(200))
    text = base64.b64encode(picture).decode()
    lines = [text[i : i + 60] for i in range(0, len(text), 60)]
    contact = one(
        card("PHOTO;ENCODING=BASE64;JPEG:" + lines[0], *lines[1:], "", "TEL:1")
    )
    assert contact.photo is not None
    assert contact.photo.data == picture
    assert contact.photo.media_type == "image/jpeg"
    assert contact.phones[0].raw == "1"


def test_a_picture_in_a_data_address_is_decoded_with_its_type() -> None:
    contact = one(card("PHOTO:data:image/png;base64\\,iVBORw0KGgo=", version="4.0"))
    assert contact.photo is not None
    assert contact.photo.data == b"\x89PNG\r\n\x1a\n"
    assert contact.photo.media_type == "image/png"


def test_a_picture_that_cannot_be_decoded_is_kept_and_reported() -> None:
    data = card("FN:Mara", "PHOTO;ENCODING=b:ab:cd")
    assert said(data) == [(4, "cannot decode PHOTO; it is kept as it is")]
    (contact,), _ = read(data, "")
    assert contact.others[0].value == "PHOTO:ab:cd"


def test_a_card_inside_of_a_card_belongs_to_it() -> None:
    inner = card("FN:Agent").decode().strip()
    contact = one(card("FN:Boss", "AGENT:", *inner.split("\r\n"), "TEL:1"))
    assert contact.full_name == "Boss"
    assert contact.phones[0].raw == "1"
    assert [other.name for other in contact.others] == ["AGENT"]
    assert "FN:Agent" in contact.others[0].value


def test_an_agent_may_begin_on_the_line_that_names_it_also_folded() -> None:
    straight = one(
        card("FN:Boss", "AGENT:BEGIN:VCARD", "FN:Agent", "END:VCARD", "TEL:1")
    )
    folded = one(
        card("FN:Boss", "AGENT:BEGIN:VCARD", " FN:Agent", " END:VCARD", "TEL:1")
    )
    for contact in (straight, folded):
        assert contact.full_name == "Boss"
        assert contact.phones[0].raw == "1"
        assert contact.others[0].value.startswith("BEGIN:VCARD\\n")


def test_cards_after_one_that_never_ends_stand_for_themselves() -> None:
    data = b"BEGIN:VCARD\nFN:A\n" + card("FN:B") + card("FN:C")
    contacts, problems = read(data, "people.vcf")
    assert [contact.full_name for contact in contacts] == ["A", "B", "C"]
    assert problems == [Problem("people.vcf", 1, "the END of this contact is missing")]


def test_a_file_cut_short_gives_all_that_was_there() -> None:
    contacts, problems = read(card("FN:A") + b"BEGIN:VCARD\nFN:B\nTEL:12\nEMA", "x")
    assert contacts[1].phones[0].raw == "12"
    assert [problem.line for problem in problems] == [5, 8]


def test_a_beginning_that_is_written_twice_makes_one_card() -> None:
    assert one(b"BEGIN:VCARD\n" + card("FN:A") + b"END:VCARD\n").full_name == "A"


def test_lines_before_an_end_without_a_beginning_are_a_card() -> None:
    contacts, problems = read(b"FN:A\nTEL:1\nEND:VCARD\n" + card("FN:B"), "x")
    assert [contact.full_name for contact in contacts] == ["A", "B"]
    assert problems == [Problem("x", 1, "the BEGIN of this contact is missing")]


def test_a_file_that_is_indented_as_a_whole_is_read() -> None:
    data = card("FN:A", "NOTE:one", "  two").replace(b"\r\n", b"\r\n    ")
    contact = one(b"\n    " + data)
    assert contact.full_name == "A"
    assert contact.notes == ("one two",)


def test_an_agent_whose_card_is_folded_below_it_is_kept_whole() -> None:
    contact = one(card("FN:Boss", "AGENT:", " BEGIN:VCARD", " FN:Agent", " END:VCARD"))
    assert contact.others[0].value == "\\nBEGIN:VCARD\\nFN:Agent\\nEND:VCARD"


def test_a_file_without_contacts_says_so() -> None:
    assert said(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n") == [
        (0, "there is no contact in it")
    ]
    assert said(b"\xef\xbb\xbf") == [(0, "there is no contact in it")]


def test_lines_outside_of_cards_are_reported_once() -> None:
    data = b"hello\nworld\n" + card("FN:A")
    assert said(data) == [(1, "2 lines were outside of any contact and left out")]


def test_a_line_that_is_none_is_kept_and_reported() -> None:
    data = card("FN:A", "nonsense here")
    (contact,), _ = read(data, "")
    assert contact.others[0].value == "nonsense here"
    assert said(data) == [
        (4, 'cannot read the line "nonsense here"; it is kept as it is')
    ]


def test_a_note_broken_without_indentation_goes_on() -> None:
    data = card("NOTE:first", "second", "FN:A")
    (contact,), _ = read(data, "")
    assert contact.notes == ("first\nsecond",)
    assert contact.full_name == "A"
    assert said(data) == [(4, "a line break inside of NOTE")]


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:19960415", "1996-04-15"),
        ("BDAY:1996-04-15T10:22:00-06:00", "1996-04-15"),
        ("BDAY;VALUE=date:--0415", "--04-15"),
        ("BDAY:--04-15", "--04-15"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"),
        ("BDAY;VALUE=text:circa 1800", "circa 1800"),
        ("BDAY:1953", "1953"),
    ],
)
def test_birthdays_are_read_in_every_form(line: str, birthday: str) -> None:
    assert str(one(card(line)).birthday) == birthday


def test_a_birthday_that_is_no_date_is_kept_as_text_and_reported() -> None:
    data = card("BDAY:19723101")
    (contact,), _ = read(data, "")
    assert contact.birthday is not None
    assert contact.birthday.text == "19723101"
    assert said(data) == [(3, '"19723101" is no date; it is kept as text')]


def test_the_first_of_several_is_taken_and_the_rest_kept() -> None:
    contact = one(
        card("N;ALTID=1:Sol;Mara", "N;ALTID=1:Soul;Mara", "BDAY:", "BDAY:19960415")
    )
    assert contact.name.family == "Sol"
    assert str(contact.birthday) == "1996-04-15"
    assert [other.name for other in contact.others] == ["N", "BDAY"]


def test_labels_of_numbered_items_go_to_their_entries() -> None:
    contact = one(
        card(
            "item1.TEL:1",
            "item1.X-ABLabel:_$!<Mobile>!$_",
            "item2.URL:x",
            "item2.X-ABLabel:site",
        )
    )
    assert contact.phones[0].shown_label == "Mobile"
    assert [(o.group, o.name) for o in contact.others] == [
        ("item2", "URL"),
        ("item2", "X-ABLABEL"),
    ]


def test_quoted_parameters_may_hold_what_divides_others() -> None:
    contact = one(card('TEL;TYPE="a,b;c:d";TYPE=work:1', 'ADR;LABEL="x: y; z":;;;Jena'))
    assert contact.phones[0].kinds == ("a", "b;c:d", "work")
    assert contact.city == "Jena"


def test_messengers_are_found_under_all_their_names() -> None:
    contact = one(card("IMPP:xmpp:mara@example.org", "X-SKYPE:mara", "X-GOOGLE TALK:m"))
    assert [(m.service, m.handle) for m in contact.messengers] == [
        ("xmpp", "mara@example.org"),
        ("skype", "mara"),
        ("google talk", "m"),
    ]


def test_a_named_character_set_counts_for_its_line_only() -> None:
    data = b"BEGIN:VCARD\nFN;CHARSET=SHIFT_JIS:" + "表 太郎".encode("cp932")
    data += "\nNOTE:grüß\nEND:VCARD\n".encode()
    contact = one(data)
    assert contact.full_name == "表 太郎"
    assert contact.notes == ("grüß",)


def test_letters_in_a_character_set_that_was_named_wrongly_are_reported() -> None:
    data = b"BEGIN:VCARD\nFN;CHARSET=UTF-8:J\xf6rg\nEND:VCARD\n"
    (contact,), problems = read(data, "x")
    assert contact.full_name == "Jörg"
    assert problems == [Problem("x", 2, "some letters of FN may be wrong")]


@pytest.mark.parametrize(
    "code", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_files_are_read_in_any_of_their_codes(code: str) -> None:
    data = card("FN:Zoë Łęcka 孔").decode().encode(code)
    assert one(data).full_name == "Zoë Łęcka 孔"


def test_files_put_one_behind_the_other_are_read_with_their_marks() -> None:
    marked = "\ufeff".encode() + card("FN:A")
    contacts, problems = read(marked + marked, "x")
    assert [contact.full_name for contact in contacts] == ["A", "A"]
    assert problems == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("cp1252", "François Müller"),
        ("cp1250", "Dvořák Antonín"),
        ("cp1251", "Оксана Петренко"),
        ("cp1253", "Γιώργος Νικολάου"),
        ("cp1254", "Şükrü Öztürk"),
        ("cp1255", "דוד בן גוריון"),
        ("cp1256", "أحمد حسن"),
        ("koi8_r", "Иванов Иван"),
        ("cp932", "山田太郎"),
        ("cp949", "김철수"),
        ("gb18030", "李雷和韩梅梅"),
        ("big5", "陳大文"),
    ],
)
def test_code_pages_that_nobody_named_are_guessed(code: str, name: str) -> None:
    data = card(f"FN:{name}").decode().encode(code)
    assert one(data).full_name == name
    assert read(data, "", code_page=code)[0][0].full_name == name


def test_a_character_set_named_elsewhere_in_the_file_is_a_hint() -> None:
    data = b"BEGIN:VCARD\nFN:\xc2\xe1\nLABEL;CHARSET=Windows-1253:x\nEND:VCARD\n"
    assert guess_code_page(data) == "cp1253"


def test_reading_goes_card_by_card() -> None:
    found = read_each(card("FN:A") + card("FN:B"), "x")
    first, problems = next(found)
    assert first is not None
    assert first.full_name == "A"
    assert problems == ()


LINES = st.sampled_from(
    [
        *(b"BEGIN:VCARD", b"END:VCARD", b"AGENT:BEGIN:VCARD", b"FN:x", b" y", b""),
        *(b"N;QUOTED-PRINTABLE:=", b"PHOTO;ENCODING=b:AAAA", b"BBBB", b"NOTE"),
        *(b'TEL;TYPE="a:1', b"BDAY:--0230", b"\xff\xfe:\x00"),
    ]
)


@given(st.lists(st.one_of(LINES, st.binary(max_size=20)), max_size=30))
def test_whatever_is_in_a_file_reading_never_fails(lines: list[bytes]) -> None:
    contacts, _ = read(b"\n".join(lines), "any")
    assert all(isinstance(contact, Contact) for contact in contacts)
