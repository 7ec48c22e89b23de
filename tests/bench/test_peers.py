"""The peers, and how they are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.peers import PEERS, Peer


def test_peers_have_names_of_their_own() -> None:
    names = [peer.name for peer in PEERS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_packages_are_pinned(peer: Peer) -> None:
    separator = "==" if peer.is_python else "@"
    for package in peer.packages:
        assert re.search(rf"[\w\]]{separator}\d+(\.\d+)+$", package)


def test_a_peer_runs_out_of_its_environment() -> None:
    here = Path("/cache/it")
    python = Peer("it", ("it==1.0",), ("it", "."))
    node = Peer("it", ("it@1.0",), ("it", "--use", "{modules}/x/index.js"))
    assert python.arguments(here) == ["/cache/it/bin/it", "."]
    assert node.arguments(here) == [
        "/cache/it/node_modules/.bin/it",
        "--use",
        "/cache/it/node_modules/x/index.js",
    ]
