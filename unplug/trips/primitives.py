"""The few cryptographic functions that trips stand on, under names of our own.

Ed25519 (RFC 8032), X25519 (RFC 7748), Argon2id (RFC 9106), XChaCha20-Poly1305
(draft-irtf-cfrg-xchacha) come from libsodium by PyNaCl, BLAKE2b (RFC 7693) from the
standard library. PyNaCl is imported on first use: who has no trip never pays for it.
"""

import hashlib
import os

KEY_BYTES = 32
SIGNATURE_BYTES = 64
NONCE_BYTES = 24
MAC_BYTES = 16
ID_BYTES = 32
SHORT_BYTES = 16
_PURPOSE_BYTES = 16  # what BLAKE2b calls "person"
_SLOW_PASSES, _SLOW_BYTES, _ARGON2ID = 4, 64 * 1024 * 1024, 2


def random_bytes(count: int) -> bytes:
    """Bytes that nobody can guess."""
    return os.urandom(count)


def digest(
    purpose: str, *parts: bytes, key: bytes = b"", size: int = ID_BYTES
) -> bytes:
    """The BLAKE2b hash of parts, each with its length, so that none runs into the next.

    Args:
        purpose: what the hash is for, at most 16 ASCII characters; other purposes
            give other hashes.
        parts: what is hashed.
        key: makes it a hash that only holders of the key can compute.
        size: bytes of it, 1 to 64.
    """
    person = purpose.encode("ascii")
    if len(person) > _PURPOSE_BYTES:
        msg = f"purpose is longer than {_PURPOSE_BYTES} bytes: {purpose}"
        raise ValueError(msg)
    state = hashlib.blake2b(digest_size=size, key=key, person=person)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.digest()


def public_key(seed: bytes) -> bytes:
    """The Ed25519 key that checks what ``seed`` signs."""
    from nacl import bindings  # noqa: PLC0415  (20 ms)

    return bytes(bindings.crypto_sign_seed_keypair(seed)[0])


def sign(seed: bytes, message: bytes) -> bytes:
    """The Ed25519 signature, 64 bytes."""
    from nacl import bindings  # noqa: PLC0415

    _, secret = bindings.crypto_sign_seed_keypair(seed)
    return bytes(bindings.crypto_sign(message, secret)[:SIGNATURE_BYTES])


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether ``signature`` over ``message`` was made with the key of ``public``."""
    from nacl import bindings, exceptions  # noqa: PLC0415

    if len(public) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        bindings.crypto_sign_open(signature + message, public)
    except exceptions.CryptoError:
        return False
    return True


def encrypt(key: bytes, nonce: bytes, plain: bytes, associated: bytes) -> bytes:
    """XChaCha20-Poly1305: as long as ``plain``, and 16 bytes of seal."""
    from nacl import bindings  # noqa: PLC0415

    sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        plain, associated, nonce, key
    )
    return bytes(sealed)


def decrypt(key: bytes, nonce: bytes, sealed: bytes, associated: bytes) -> bytes | None:
    """What was encrypted, or nothing where a bit of it, or the key, is another."""
    from nacl import bindings, exceptions  # noqa: PLC0415

    if len(sealed) < MAC_BYTES or len(nonce) != NONCE_BYTES:
        return None
    try:
        plain = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            sealed, associated, nonce, key
        )
    except exceptions.CryptoError:
        return None
    return bytes(plain)


def slow_key(said: bytes, salt: bytes) -> bytes:
    """A key from something that people can say, by Argon2id: slow on purpose.

    Args:
        said: what they say.
        salt: 16 bytes, others each time.
    """
    from nacl import bindings  # noqa: PLC0415

    key = bindings.crypto_pwhash_alg(
        KEY_BYTES, said, salt, _SLOW_PASSES, _SLOW_BYTES, _ARGON2ID
    )
    return bytes(key)


def shared_secret(seed: bytes, public: bytes, purpose: str) -> bytes | None:
    """A key that only the holders of two Ed25519 keys can compute, by X25519.

    Args:
        seed: one's own secret.
        public: the other's public key, as it came from outside.
        purpose: what the key is for.

    Returns:
        32 bytes, or nothing where ``public`` is no point that a key can have.
    """
    from nacl import bindings, exceptions  # noqa: PLC0415

    own_public, secret = bindings.crypto_sign_seed_keypair(seed)
    try:
        point = bindings.crypto_sign_ed25519_pk_to_curve25519(public)
        scalar = bindings.crypto_sign_ed25519_sk_to_curve25519(secret)
        product = bindings.crypto_scalarmult(scalar, point)
    except (exceptions.CryptoError, ValueError):
        return None
    return digest(purpose, *sorted((own_public, public)), product)
