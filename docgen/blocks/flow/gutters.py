"""Where connectors turn in the gutters between layers: in the middle, or on trunks side by side.

The middle of a gutter is where PowerPoint and every other program bend a connector by themselves. Links whose
trunks would run together there get trunks side by side, each a bar; where the gutter has no room for them, its
links are straight lines, which tell apart in every program.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from docgen.blocks.flow.axis import Span
from docgen.blocks.flow.trunks import Link, Net, crowded, density, told_apart, tracks, trunk_tracks
from docgen.value import value

# What a net begins with whose links run around the boxes of one layer.
AROUND = "around"
# Trunks side by side keep this distance, and as much from the boxes (points).
_LEAST_PITCH = 4.5


@value(frozen=True, slots=True)
class Hop:
    """A link's way through one gutter, from a node to one of a later layer; ``net`` is its trunk there.

    The gutter is None where two boxes of one layer stand side by side. ``backward`` says that the link leads
    from the later node to the earlier one.
    """

    start: int
    end: int
    gutter: int | None
    net: tuple[object, ...] = ()
    backward: bool = False


@value(frozen=True, slots=True)
class Turns:
    """Where across the page the nets of one gutter turn; a net that has no place has straight lines.

    ``trunks`` are the nets that are drawn as bars. ``nets`` names the nets of links that were taken out of the
    net of their hop.
    """

    places: Mapping[Hashable, float]
    trunks: tuple[Net, ...]
    nets: Mapping[Link, Hashable]

    def net(self, hop: Hop) -> Hashable:
        """The net that a hop belongs to."""
        return self.nets.get((hop.start, hop.end), hop.net)

    def place(self, hop: Hop) -> float | None:
        """Where a hop turns; None where its line is straight."""
        return self.places.get(self.net(hop))


def turns(hops: Sequence[Hop], levels: Mapping[int, float], room: Span, clear: Span) -> Turns:
    """Where the hops of one gutter turn. ``levels`` are the nodes' middles along the layers.

    ``room`` is the gutter's first and last edge across, and ``clear`` how far trunks side by side keep from
    either. Links around the boxes of a layer have tracks of their own.
    """
    through = _trunks([hop for hop in hops if hop.net[0] != AROUND], levels, room, clear)
    track = tracks(_spans([hop for hop in hops if hop.net[0] == AROUND], levels))
    return Turns({**through.places, **_side_by_side(track, room)}, through.trunks, through.nets)


def _trunks(hops: Sequence[Hop], levels: Mapping[int, float], room: Span, clear: Span) -> Turns:
    """The turns of links between layers: one place for all, or trunks side by side."""
    spans = _spans(hops, levels)
    if not crowded(list(spans.values())):
        return Turns(dict.fromkeys(spans, (room[0] + room[1]) / 2), (), {})
    inner = (room[0] + clear[0], room[1] - clear[1])
    most = int((inner[1] - inner[0]) / _LEAST_PITCH) - 1
    links: dict[Hashable, dict[Link, None]] = {}
    for hop in hops:
        links.setdefault(hop.net, {})[hop.start, hop.end] = None
    nets = [Net.of(key, list(pairs)) for key, pairs in links.items()]
    if density(nets, levels) > most:
        return Turns({}, (), {})
    nets = told_apart(nets, levels)
    track = trunk_tracks(nets, levels)
    if track is None or max(track.values(), default=0) >= most:
        return Turns({}, (), {})
    trunks = tuple(net for net in nets if net.key in track)
    return Turns(_side_by_side(track, inner), trunks, {link: net.key for net in nets for link in net.links})


def _side_by_side(track: Mapping[Hashable, int], room: Span) -> dict[Hashable, float]:
    """The places of tracks, evenly over the room."""
    pitch = (room[1] - room[0]) / (2 + max(track.values(), default=0))
    return {net: room[0] + pitch * (number + 1) for net, number in track.items()}


def _spans(hops: Sequence[Hop], levels: Mapping[int, float]) -> dict[Hashable, Span]:
    """The first and the last level of each net."""
    reached: dict[Hashable, list[float]] = {}
    for hop in hops:
        reached.setdefault(hop.net, []).extend((levels[hop.start], levels[hop.end]))
    return {net: (min(there), max(there)) for net, there in reached.items()}
