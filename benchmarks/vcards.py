"""How well, how fast and how steadily vCards are read.

    python -m benchmarks.vcards [FOLDER] [--fuzz N] [--seed N]

Without a folder: speed and steadiness on cards made up here. With a folder of vCards:
its files are read, written in both versions and read again, and damaged at random; if
it holds an ``expected.json``, what was read is compared with the facts there.
"""

import argparse
import json
import random
import re
import sys
import time
from pathlib import Path

from benchmarks import FULL
from benchmarks._cards import card
from unplug.people.contact import Contact
from unplug.people.importing import plan_import
from unplug.people.vcard.reader import read
from unplug.people.vcard.writer import V3, V4, write_card

CARDS = 10_000
SPEED_S = 3.0
FUZZ = 1_000_000 if FULL else 20_000
SLOW_MS_PER_KB = 50
SHARE = 0.995
INSERTED = [
    *(
        b"\r\n",
        b"\n ",
        b"=\r\n",
        b"=3D",
        b";",
        b":",
        b",",
        b"\\",
        b'"',
        b"\x00",
        b"\x85",
    ),
    *(b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"AGENT:", b"PHOTO;ENCODING=b:", b"item1."),
    *(b";CHARSET=UTF-7", b";CHARSET=idna", b";ENCODING=QUOTED-PRINTABLE", b"^n", b"%s"),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"BDAY:--0230", b"((((((((", b"X-ABLabel:x\r\n"),
    b"\xf0\x9f\x8e\x82",
]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--fuzz", type=int, default=FUZZ)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    made_up = "".join(card(rng, number) for number in range(CARDS)).encode()
    good = measure_speed(made_up)
    seeds = [card(rng, number).encode() for number in range(50)]
    if options.folder:
        files = sorted(
            p for p in options.folder.iterdir() if p.suffix not in {".md", ".json"}
        )
        good &= (
            compare(options.folder)
            if (options.folder / "expected.json").exists()
            else True
        )
        good &= round_trips(files)
        seeds = [path.read_bytes()[:20_000] for path in files]
    good &= fuzz(seeds, options.fuzz, rng)
    return 0 if good else 1


def measure_speed(made_up: bytes) -> bool:
    """Judged by processor time, which other programs on the machine do not lengthen."""
    start, start_cpu = time.perf_counter(), time.process_time()
    contacts, problems = read(made_up, "made-up.vcf")
    read_s = time.process_time() - start_cpu
    plan = plan_import([], contacts, region="DE")
    whole_s, elapsed_s = time.process_time() - start_cpu, time.perf_counter() - start
    again = plan_import(plan.new, contacts, plan.fingerprints, region="DE")
    changed = len(again.new) + len(again.merges)
    print(
        f"{len(contacts)} cards read in {read_s:.2f} s, import planned in "
        f"{whole_s:.2f} s of processor time (at most {SPEED_S}; "
        f"{elapsed_s:.2f} s passed)"
    )
    print(f"the same again: {changed} changes, {again.unchanged} unchanged")
    right = len(contacts) == CARDS and not problems and not changed
    return right and whole_s <= SPEED_S


def compare(folder: Path) -> bool:
    """Count the facts that come out as they should."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    total = wrong = 0
    for name, file in expected.items():
        contacts, _ = read((folder / name).read_bytes(), name)
        facts: list[tuple[str, object, object]]
        facts = [("cards", file["n_cards"], len(contacts))]
        for contact, wanted in zip(contacts, file["cards"], strict=False):
            why = wanted.get("_prov", {})
            unsure = {k for k, v in why.items() if v == "disputed"}
            left_out = {"_prov", "version", *unsure}
            facts += [
                (key, said, told(contact, key))
                for key, said in wanted.items()
                if key not in left_out
            ]
        for key, said, got in facts:
            total += 1
            if said != got:
                wrong += 1
                print(f"  {name}: {key} should be {said!r}, is {got!r}")
    share = 1 - wrong / total
    print(
        f"{total} facts of {len(expected)} files, {share:.3%} right "
        f"(at least {SHARE:.1%})"
    )
    return share >= SHARE


def told(contact: Contact, key: str) -> object:
    """What a contact says of one of the facts, in the form of the expected ones."""
    day = contact.birthday
    return {
        "fn": " ".join(contact.full_name.split()),
        "family": " ".join(contact.name.family.split()),
        "given": " ".join(contact.name.given.split()),
        "emails": sorted(email.address.lower() for email in contact.emails),
        "tels": sorted(
            filter(None, (plain_phone(phone.text) for phone in contact.phones))
        ),
        "bday": "" if day is None else str(day),
        "bday_text": "" if day is None else day.text,
    }[key]


def plain_phone(text: str) -> str:
    return re.sub(r"[^0-9+*#a-z@.=;]", "", text.lower())


def round_trips(files: list[Path]) -> bool:
    """Write each card in one version, then the other, then the first again."""
    count = lost = 0
    for path in files:
        contacts, _ = read(path.read_bytes(), path.name)
        for contact in contacts:
            for one, other in ((V3, V4), (V4, V3)):
                count += 1
                (there,), _ = read(write_card(contact, one).encode(), "")
                (back,), _ = read(write_card(there, other).encode(), "")
                if not contact == there == back:
                    lost += 1
                    print(f"  {path.name}: {contact.display_name!r} by way of {one}")
    print(f"{count} round trips, {lost} lost or changed something")
    return not lost


def fuzz(seeds: list[bytes], rounds: int, rng: random.Random) -> bool:
    """Damage files at random; nothing may raise, and nothing may take long."""
    crashes = slow = 0
    worst = 0.0
    start = time.perf_counter()
    for _ in range(rounds):
        data = damaged(rng.choice(seeds), seeds, rng)
        begin = time.process_time()
        try:
            contacts, _ = read(data, "damaged.vcf")
            if rng.random() < 0.05:
                for contact in contacts[:20]:
                    read(write_card(contact, rng.choice((V3, V4))).encode(), "")
        except Exception as error:  # noqa: BLE001  (that is what is looked for)
            crashes += 1
            if crashes <= 5:
                print(f"  {error!r} on {data[:300]!r}")
            continue
        spent_ms = (time.process_time() - begin) * 1000 / max(1.0, len(data) / 1024)
        worst = max(worst, spent_ms)
        slow += spent_ms > SLOW_MS_PER_KB
    length = time.perf_counter() - start
    print(f"{rounds} damaged files in {length:.0f} s: {crashes} crashes, {slow} above "
          f"{SLOW_MS_PER_KB} ms/kB, worst {worst:.1f} ms/kB")  # fmt: skip
    return not crashes and not slow


def damaged(seed: bytes, seeds: list[bytes], rng: random.Random) -> bytes:
    length = rng.choice((200, 1000, 4000))
    start = rng.randrange(max(1, len(seed) - length)) if rng.random() < 0.3 else 0
    data = bytearray(seed[start : start + length])
    for _ in range(rng.choice((1, 2, 5, 20))):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(6)
        if kind == 0 and data:
            data[at % len(data)] = rng.randrange(256)
        elif kind == 1:
            del data[at : at + rng.randrange(1, 30)]
        elif kind == 2:
            data[at:at] = rng.choice(INSERTED) * rng.choice((1, 1, 1, 3, 50))
        elif kind == 3:
            other = rng.choice(seeds)
            cut = rng.randrange(len(other) + 1)
            data[at:at] = other[cut : cut + 200]
        elif kind == 4:
            data[at:at] = data[at : at + 40] * rng.choice((1, 2, 20))
        else:
            data[at:at] = bytes(rng.randrange(256) for _ in range(8))
    return bytes(data)


if __name__ == "__main__":
    sys.exit(main())
