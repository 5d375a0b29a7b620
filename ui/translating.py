"""The windows' language: that of the desktop, where there is a translation.

Loaded only where English will not do. The catalogues lie beside, one a language, made
from `resources/translations` by `make translations`.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SOURCE = "en"
FOLDER = Path(__file__).parent / "translations"


def languages() -> tuple[str, ...]:
    """The languages that there are, besides the one that the strings are written in."""
    return tuple(sorted(path.stem.split("_")[1] for path in FOLDER.glob("unplug_*.qm")))


def chosen(locale: QLocale) -> str | None:
    """The first of a locale's languages that there is; None for English.

    Args:
        locale: the user's, with the languages they prefer in their order.
    """
    there = languages()
    for name in locale.uiLanguages():
        language = name.replace("_", "-").split("-")[0]
        if language == SOURCE:
            return None
        if language in there:
            return language
    return None


def install(app: QCoreApplication, locale: QLocale) -> str | None:
    """Have an app speak a locale's language, the standard buttons included.

    Returns:
        The language; None for English.
    """
    language = chosen(locale)
    if language is None:
        return None
    ours = QTranslator(app)
    qts = QTranslator(app)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qts.load(f"qtbase_{language}", of_qt):
        app.installTranslator(qts)
    if ours.load(str(FOLDER / f"unplug_{language}.qm")):
        app.installTranslator(ours)
    return language
