"""Words against values: what a sentence says of a direction, an extent, an extreme, a target or a mark.

In: the sentences of a deck and the ``Evidence``. Out: a ``Breach`` for each word that no series, target or legend bears
out which it can mean; nothing where a sentence leaves doubt of that. ``docgen.truth.wording`` reads the sentences.

- ``word_rules``: the rules of this room, in their order; read this first
- ``directions``: 増加, 改善; ``extents``: 一貫して, 横ばい, 大幅に; ``waverings``: 大きく変動; ``compared``: 上回る, 超える
- ``everyone``: すべて, いずれも, ○○した年はない; ``alone``: ○○のみ, ○○したのは; ``counted``: ○○したのは3県,
  ``how_many``: 3県で○○した
- ``extremes``: 最も, 過去最高, among ``compared_group``,
  ``growth_extremes``: 最も伸びた; ``runners_up``: これに次ぐ; ``turning``: ○○年をピークに
- ``portions``: 過半数, 倍増, 半減; ``share_bounds``: 3割を超える
- ``attainment``: 達成, 残り, ``attaining`` whose; ``attainers``: what is listed as having reached its target
- ``legends``, ``undefined``: marks and what their legend says; ``table_marks``: those of cells
"""
