"""What a room offers is named in its `__all__`, exists, and says what it does."""

import importlib
import inspect

import pytest

import headwater

ROOMS = (
    "model pages articles statements versions actors copies stories comparisons outputs engine store fetching desk api web"
).split()
FRONT_DOOR = 12


def test_the_front_door_has_at_most_twelve_names():
    assert 0 < len(headwater.__all__) <= FRONT_DOOR
    for name in headwater.__all__:
        assert getattr(headwater, name) is not None


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_offers_what_it_names(room: str):
    module = importlib.import_module(f"headwater.{room}")
    assert module.__doc__, f"{room} has no docstring"
    assert sorted(module.__all__) == sorted(set(module.__all__))
    for name in module.__all__:
        offered = getattr(module, name)
        if inspect.isfunction(offered) or (inspect.isclass(offered) and offered.__module__.startswith("headwater")):
            assert inspect.getdoc(offered), f"{room}.{name} has no docstring"
