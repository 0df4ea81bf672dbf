"""Names that are alike get numbers, each found at once though thousands are taken."""

from __future__ import annotations

from sdkloom.targets.python.names_fields import Taken, unique


class Counted(Taken):
    """Counts how often it is asked."""

    asked = 0

    def __contains__(self, name: object) -> bool:
        self.asked += 1
        return super().__contains__(name)


def test_numbers_go_on_where_they_ended() -> None:
    """As if every number were tried from the first on; one that is taken otherwise is left out."""
    taken = Counted(["a3", "a_"])
    found = [unique("a", taken) for _ in range(1000)]

    assert found[:4] == ["a", "a2", "a4", "a5"]
    assert len(set(found)) == 1000
    assert taken.asked < 3000
    assert unique("a_", taken) == "a_2_"
    assert found == [
        unique("a", plain) for plain in ({"a3", "a_"},) for _ in range(1000)
    ]
