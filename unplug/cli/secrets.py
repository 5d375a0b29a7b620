"""Asking for a password: unseen on a terminal, else a line of what is piped in."""

import sys

import click


def ask_password(prompt: str) -> str:
    """Read a password; it stands in no list of processes and no history of commands.

    Args:
        prompt: what is asked for, on a terminal.
    """
    if sys.stdin.isatty():
        asked: str = click.prompt(
            prompt, default="", hide_input=True, show_default=False, err=True
        )
        return asked
    return sys.stdin.readline().rstrip("\r\n")
