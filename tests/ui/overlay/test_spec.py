import pytest

from ui.overlay.spec import Comfort
from ui.overlay.wishes import FeltWish


@pytest.mark.parametrize("scale", [0.79, 2.01, float("nan")])
def test_text_scales_from_80_to_200_per_cent(scale: float) -> None:
    with pytest.raises(ValueError, match="text scales"):
        Comfort(scale)


@pytest.mark.parametrize("felt", [0, 6, -1])
def test_a_feeling_is_a_number_from_one_to_five(felt: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        FeltWish("s", felt)
