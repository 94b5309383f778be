"""What a claim of the identity provider gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.claims import CLAIMABLE, Claimed, claim_values, claimed
from raadslag.rules.roles import Role


@pytest.mark.parametrize(
    ("data", "name", "values"),
    [
        ({"roles": ["a", "b"]}, "roles", ["a", "b"]),
        ({"roles": "a"}, "roles", ["a"]),
        ({"realm_access": {"roles": ["a"]}}, "realm_access.roles", ["a"]),
        ({"https://lindevad.dk/roller": ["a"]}, "https://lindevad.dk/roller", ["a"]),
        ({"roles": ["a", 7, None]}, "roles", ["a"]),
        ({"roles": {"a": 1}}, "roles", []),
        ({}, "roles", []),
        ({"realm_access": "a"}, "realm_access.roles", []),
    ],
)
def test_a_claims_values_are_found_where_it_is(data, name, values):
    assert claim_values(data, name) == values


def test_values_give_roles_and_the_whole():
    values = ["raadslag:secretary:HKU", "raadslag:administrator", "anden:ting", "raadslag:member:Byrådet"]
    assert claimed(values, {}) == Claimed(
        administrator=True, held=frozenset({(Role.SECRETARY, "HKU"), (Role.MEMBER, "Byrådet")})
    )


def test_the_providers_own_values_are_translated():
    assert claimed(["8f3c"], {"8f3c": "approver:KM"}).held == {(Role.APPROVER, "KM")}


@pytest.mark.parametrize(
    "value",
    [
        "raadslag:konge:HKU",
        "raadslag:secretary",
        "raadslag:secretary:",
        "raadslag:administrator:HKU",
        "raadslag:substitute:HKU",
        "raadslag:writer:HKU",
        "raadslag:",
    ],
)
def test_what_is_not_understood_gives_nothing_and_is_told(value):
    result = claimed([value], {})
    assert not result
    assert result.not_understood == (value,)


@given(st.lists(st.text(max_size=30)))
def test_no_value_that_is_not_meant_for_us_gives_anything(values):
    others = [value for value in values if not value.startswith("raadslag:")]
    assert claimed(others, {}) == Claimed()


@given(st.sampled_from(CLAIMABLE), st.text(min_size=1, max_size=20))
def test_every_claimable_role_is_given_in_any_body(role, body):
    assert claimed([f"raadslag:{role}:{body}"], {}).held == {(role, body)}
