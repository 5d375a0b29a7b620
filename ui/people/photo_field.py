"""A photo of somebody: shown small, chosen from a file, or removed."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.parts import secondary_button
from unplug.people.contact import Photo

LARGEST_PHOTO = 4 * 1024 * 1024
_PHOTO_PX = 20 * theme.GRID_PX
_KINDS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
translate = QCoreApplication.translate


class PhotoField(QWidget):
    """A field of a form.

    Args:
        photo: what there is to begin with.

    Signals:
        complained: carries why a file was not taken; empty when one was.
    """

    complained = Signal(str)

    def __init__(self, photo: Photo | None) -> None:
        super().__init__()
        self._picture = QLabel()
        choose = secondary_button(translate("People", "Choose…"), self._choose)
        self._remove = secondary_button(
            translate("People", "Remove"), lambda: self._show(None)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        for part in (self._picture, choose, self._remove):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(choose)
        self._show(photo)

    @property
    def photo(self) -> Photo | None:
        """The photo as it is wanted."""
        return self._photo

    def take(self, path: str) -> None:
        """Take a picture from a file, if it is one."""
        try:
            with open(path, "rb") as file:  # noqa: PTH123  (as Qt gives it)
                data = file.read(LARGEST_PHOTO + 1)
        except OSError as error:
            self.complained.emit(error.strerror or str(error))
            return
        kind = next((k for mark, k in _KINDS.items() if data.startswith(mark)), "")
        if (
            not kind
            or len(data) > LARGEST_PHOTO
            or QPixmap.fromImage(_image(data)).isNull()
        ):
            self.complained.emit(
                translate("People", "This is no PNG, JPEG or GIF below 4 MiB.")
            )
            return
        self.complained.emit("")
        self._show(Photo(media_type=kind, data=data))

    def _choose(self) -> None:
        title = translate("People", "A photo")
        kinds = translate("People", "Pictures") + " (*.png *.jpg *.jpeg *.gif)"
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.take(path)

    def _show(self, photo: Photo | None) -> None:
        self._photo = photo
        image = _image(photo.data) if photo and photo.data else None
        self._remove.setEnabled(photo is not None)
        if image is None or image.isNull():
            self._picture.clear()
            self._picture.hide()
            return
        mode = Qt.TransformationMode.SmoothTransformation
        small = image.scaledToHeight(_PHOTO_PX, mode)
        self._picture.setPixmap(QPixmap.fromImage(small))
        self._picture.show()


def _image(data: bytes) -> QImage:
    return QImage.fromData(data)
