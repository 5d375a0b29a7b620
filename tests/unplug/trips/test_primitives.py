"""Published test vectors through our wrappers.

Ed25519: RFC 8032, section 7.1 (tests 2 and 3), and Project Wycheproof,
ed25519_test.json, Apache License 2.0. XChaCha20-Poly1305:
draft-irtf-cfrg-xchacha-03, appendix A.3.1, and Project Wycheproof,
xchacha20_poly1305_test.json, Apache License 2.0 (https://github.com/C2SP/wycheproof).
"""

from dataclasses import dataclass

import pytest

from unplug.trips import primitives

RFC_8032 = [
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]

WYCHEPROOF_KEY = "7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa"
WYCHEPROOF_VALID = [
    (
        "",
        (
            "d4fbdb52bfa726b44d1786a8c0d171c3e62ca83c9e5bbe63de0bb2483f8fd6cc"
            "1429ab72cafc41ab56af02ff8fcc43b99bfe4c7ae940f60f38ebaa9d311c4007"
        ),
    ),
    (
        "78",
        (
            "d80737358ede548acb173ef7e0399f83392fe8125b2ce877de7975d8b726ef5b"
            "1e76632280ee38afad12125ea44b961bf92f1178c9fa819d020869975bcbe109"
        ),
    ),
    (
        "54657374",
        (
            "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0"
            "7a9155711ecfaf7f99f277bad0c6ae7e39d4eef676573336a5c51eb6f946b30d"
        ),
    ),
    (
        "48656c6c6f",
        (
            "1c1ad976cbaae3b31dee07971cf92c928ce2091a85f5899f5e11ecec90fc9f8e"
            "93df18c5037ec9b29c07195ad284e63d548cd0a6fe358cc775bd6c1608d2c905"
        ),
    ),
    (
        "ffffffffffffffffffffffffffffffff",
        (
            "5dbd7360e55aa38e855d6ad48c34bd35b7871628508906861a7c4776765ed7d1"
            "e13d910faabd689ec8618b78295c8ab8f0e19c8b4b43eb8685778499e943ae04"
        ),
    ),
]
ZERO = "00" * 32
ONE = "01" + "00" * 31
ORDER = "edd3f55c1a631258d69cf7a2def9de14" + "00" * 15 + "10"
BELOW_ORDER = "ec" + ORDER[2:]
PRIME = "ed" + "ff" * 30 + "7f"
# Wycheproof's "special values for r and s", test cases 10 to 29, over the message 3f.
WYCHEPROOF_INVALID = [
    r + s
    for r in (ZERO, ONE, ORDER, PRIME)
    for s in (ZERO, ONE, BELOW_ORDER, ORDER, PRIME)
]


@dataclass(frozen=True)
class Sealed:
    key: str
    nonce: str
    associated: str
    plain: str
    sealed: str


XCHACHA = [
    Sealed(
        key="808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f",
        nonce="404142434445464748494a4b4c4d4e4f5051525354555657",
        associated="50515253c0c1c2c3c4c5c6c7",
        plain="4c616469657320616e642047656e746c656d656e206f662074686520636c617373206f66"
        "202739393a204966204920636f756c64206f6666657220796f75206f6e6c79206f6e6520746970"
        "20666f7220746865206675747572652c2073756e73637265656e20776f756c642062652069742e",
        sealed="bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b"
        "0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69"
        "b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e"
        "c0875924c1c7987947deafd8780acf49",
    ),
    Sealed(
        key="ab1562faea9f47af3ae1c3d6d030e3af230255dff3df583ced6fbbcbf9d606a9",
        nonce="6a5e0c4617e07091b605a4de2c02dde117de2ebd53b23497",
        associated="",
        plain="",
        sealed="e2697ea6877aba39d9555a00e14db041",
    ),
    Sealed(
        key="d821dce9b890ea37ae1c89e7cb6aeae9371b8179add0d08f5494718322ae0071",
        nonce="3ec3f7c45e687d75a895bf5e71809e7cdac32158bb48ec0d",
        associated="8780fb400f94c55d",
        plain="",
        sealed="966c22d655b9e56326024f028cf887ad",
    ),
    Sealed(
        key="303ccb2e1567c3d9f629a5c632dbc62a9a82c525674f67988b31bd1dee990538",
        nonce="05188738844ab90a8b11beef38eaec3e100d8f4f85ae7a41",
        associated="",
        plain="62",
        sealed="45d15734f984d749fa3f0550a70c43dddf",
    ),
    Sealed(
        key="697c197c9e0023c8eee42ddf08c12c46718a436561b0c66d998c81879f7cb74c",
        nonce="cd78f4533c94648feacd5aef0291b00b454ee3dcdb76dcc8",
        associated="6384f4714ff18c18",
        plain="e1",
        sealed="b0e5e35f5332f91bdd2d28e59d68a0b141",
    ),
    Sealed(
        key="9f7cd632bd5eb5f017b898590d645571ef56e521024eda36eff893a6ad04b935",
        nonce="5cbdc34772b54fb4fba9eca1e2745e0e3704d9d7b5c78fb4",
        associated="71b29930f84a572d",
        plain="53abb8943ada",
        sealed="6438fc8f8788af05a4def2ad39a195a7b8c222050111",
    ),
    Sealed(
        key="6a1f808358461e75072a054e2fc4e4c3e7f882c57920dda3278d0c860ca704e3",
        nonce="25dc279923c1bcdaa7a36e7b884b51f62343abad71986037",
        associated="",
        plain="f242209c67698ea32c2152f8785b7d82",
        sealed="732715c60018fb0ed55c14c1fa9a5273afe3c4f050bf001e1dfcb2313dd8edd2",
    ),
]


def raw(text: str) -> bytes:
    return bytes.fromhex(text)


@pytest.mark.parametrize(("seed", "public", "message", "signature"), RFC_8032)
def test_signatures_are_those_of_rfc_8032(
    seed: str, public: str, message: str, signature: str
) -> None:
    assert primitives.public_key(raw(seed)) == raw(public)
    assert primitives.sign(raw(seed), raw(message)) == raw(signature)
    assert primitives.verifies(raw(public), raw(message), raw(signature))


@pytest.mark.parametrize(("message", "signature"), WYCHEPROOF_VALID)
def test_right_signatures_verify_and_changed_ones_do_not(
    message: str, signature: str
) -> None:
    key, said, signed = raw(WYCHEPROOF_KEY), raw(message), raw(signature)
    assert primitives.verifies(key, said, signed)
    assert not primitives.verifies(key, said + b"\x00", signed)
    assert not primitives.verifies(key, said, signed[:-1])
    assert not primitives.verifies(key, said, signed + b"\x00")
    assert not primitives.verifies(key[:-1], said, signed)
    for at in range(64):
        changed = bytes(c ^ (i == at) for i, c in enumerate(signed))
        assert not primitives.verifies(key, said, changed)


@pytest.mark.parametrize(("message", "signature"), WYCHEPROOF_VALID)
def test_a_signature_cannot_be_written_in_a_second_way(
    message: str, signature: str
) -> None:
    s = int.from_bytes(raw(signature)[32:], "little")
    order = int.from_bytes(raw(ORDER), "little")
    again = raw(signature)[:32] + (s + order).to_bytes(32, "little")
    assert not primitives.verifies(raw(WYCHEPROOF_KEY), raw(message), again)


@pytest.mark.parametrize("signature", WYCHEPROOF_INVALID)
def test_special_values_are_no_signatures(signature: str) -> None:
    assert not primitives.verifies(raw(WYCHEPROOF_KEY), raw("3f"), raw(signature))


@pytest.mark.parametrize("vector", XCHACHA, ids=lambda v: v.nonce[:8])
def test_sealing_is_that_of_the_draft_and_any_change_is_noticed(vector: Sealed) -> None:
    key, nonce = raw(vector.key), raw(vector.nonce)
    associated, plain = raw(vector.associated), raw(vector.plain)
    sealed = primitives.encrypt(key, nonce, plain, associated)
    assert sealed == raw(vector.sealed)
    assert primitives.decrypt(key, nonce, sealed, associated) == plain
    assert primitives.decrypt(key, nonce, sealed, associated + b"\x00") is None
    assert primitives.decrypt(key, nonce, sealed[:-1], associated) is None
    assert primitives.decrypt(key, nonce[:-1], sealed, associated) is None
    for at in range(len(sealed)):
        changed = bytes(c ^ (i == at) for i, c in enumerate(sealed))
        assert primitives.decrypt(key, nonce, changed, associated) is None


def test_two_devices_find_the_same_secret_and_a_third_does_not() -> None:
    seeds = [bytes([i] * 32) for i in (1, 2, 3)]
    public = [primitives.public_key(seed) for seed in seeds]
    secret = primitives.shared_secret(seeds[0], public[1], "try")
    assert secret is not None
    assert secret == primitives.shared_secret(seeds[1], public[0], "try")
    assert secret != primitives.shared_secret(seeds[2], public[0], "try")
    assert secret != primitives.shared_secret(seeds[0], public[1], "another")


@pytest.mark.parametrize("public", [ZERO, ONE, PRIME, "02" + "00" * 31])
def test_no_secret_is_shared_with_what_is_no_key(public: str) -> None:
    assert primitives.shared_secret(bytes([1] * 32), raw(public), "try") is None


def test_a_hash_tells_its_parts_and_purposes_apart() -> None:
    hashes = {
        primitives.digest("one", b"ab", b"c"),
        primitives.digest("one", b"a", b"bc"),
        primitives.digest("two", b"ab", b"c"),
        primitives.digest("one", b"ab", b"c", key=b"k"),
    }
    assert len(hashes) == 4
    with pytest.raises(ValueError, match="longer than 16"):
        primitives.digest("a purpose that is too long")
