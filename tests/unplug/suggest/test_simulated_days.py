from benchmarks import _suggest_gates as gates


def test_nothing_forbidden_comes_in_a_thousand_days_of_all_sorts() -> None:
    seen = [gates.watched(seed) for seed in range(4)]
    assert sum(each.days for each in seen) == 1000
    assert sum(each.shown for each in seen) > 50
    assert [each.wrong.total() for each in seen] == [0] * 4
