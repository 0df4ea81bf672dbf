"""Where equal keys end up, so that members of unions are in the order of published SDKs."""

import random

from sdkloom.targets.python.unstable_order import sort_unstably


def test_few_items_keep_their_order() -> None:
    items = list(enumerate([2, 1, 2, 1, 1, 2, 1, 2, 2, 1, 2, 1]))

    result = sort_unstably(items, lambda item: (0, item[1]))

    assert result == sorted(items, key=lambda item: item[1])


def test_equals_of_many_items_move_as_they_were_seen_to() -> None:
    sizes = {**dict.fromkeys(range(1, 33), 1), 12: 3}
    sizes |= dict.fromkeys((1, 2, 3, 4, 8, 9, 11, 13, 15, 25), 2)

    result = sort_unstably(range(1, 33), lambda item: (0, sizes[item]))

    first = [27, 26, 31, 30, 5, 6, 7, 29, 28, 10, 32, 24, 22, 14, 23, *range(16, 22)]
    assert result == [*first, 9, 15, 13, 25, 11, 1, 8, 4, 3, 2, 12]


def test_many_items_in_order_stay() -> None:
    items = [(size // 7, size) for size in range(80)]

    assert sort_unstably(items, lambda item: (0, item[0])) == items


def test_all_lengths_and_shapes_come_out_sorted() -> None:
    dice = random.Random(7)
    for length in (0, 1, 13, 49, 50, 51, 200):
        for kinds in (1, 2, 9, 1000):
            rolled = [dice.randrange(kinds) for _ in range(length)]
            nearly = sorted(rolled)
            nearly[-3:-2] = [0] if length else []
            for items in (rolled, sorted(rolled, reverse=True), nearly):
                result = sort_unstably(items, lambda item: (0, item))
                assert result == sorted(items)
