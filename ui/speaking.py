"""Which language the windows speak: English, unless the desktop wants another."""

from PySide6.QtCore import QCoreApplication, QLocale


def speak(app: QCoreApplication) -> None:
    """Take the desktop's language, where there is a translation."""
    locale = QLocale.system()
    first = (*locale.uiLanguages(), "C")[0]
    if first.split("-")[0] not in ("en", "C"):
        from ui import translating  # noqa: PLC0415  (English needs none of it)

        translating.install(app, locale)
