"""The one error that is shown to people as it is."""


class UnplugError(Exception):
    """Something in the world outside went wrong, and what to do about it.

    Anything else that is raised is our own bug and is reported as such.

    Args:
        failed: what could not be done, lower case, no full stop.
        value: the value it failed on, as the user knows it; may be empty.
        todo: what the user can do; may be empty.
    """

    def __init__(self, failed: str, value: object = "", todo: str = "") -> None:
        self.failed = failed
        self.value = str(value)
        self.todo = todo
        text = failed
        if self.value:
            text += f": {self.value}"
        if todo:
            text += f" — {todo}"
        super().__init__(text)
