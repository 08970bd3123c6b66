"""The 47 prefectures of Japan: their short names, ids, and a place for each on a grid of tiles."""

from __future__ import annotations

from docgen.errors import DocgenError, nearest
from docgen.value import value


@value(frozen=True, slots=True)
class Prefecture:
    """A prefecture: its id (romanised, for names of shapes), full name, and tile (column, row)."""

    id: str
    name: str
    column: int
    row: int

    @property
    def short(self) -> str:
        """The name without 都, 府 or 県: 東京, 大阪, 山形; 北海道 stays as it is."""
        return self.name if self.name == "北海道" else self.name[:-1]


# Arranged as Japan lies, one tile each: neighbours touch where the grid allows it.
_TILES = """
hokkaido 北海道 12 0
aomori 青森県 12 1 | akita 秋田県 11 2 | iwate 岩手県 12 2 | yamagata 山形県 11 3 | miyagi 宮城県 12 3
fukushima 福島県 12 4 | niigata 新潟県 11 4 | toyama 富山県 10 4 | ishikawa 石川県 9 4
fukui 福井県 8 5 | gifu 岐阜県 9 5 | nagano 長野県 10 5 | gunma 群馬県 11 5 | tochigi 栃木県 12 5
ibaraki 茨城県 13 5
aichi 愛知県 9 6 | yamanashi 山梨県 10 6 | saitama 埼玉県 11 6 | tokyo 東京都 12 6 | chiba 千葉県 13 6
kanagawa 神奈川県 11 7 | shizuoka 静岡県 10 7 | mie 三重県 9 7
shiga 滋賀県 8 6 | kyoto 京都府 7 6 | osaka 大阪府 7 7 | nara 奈良県 8 7 | wakayama 和歌山県 8 8 | hyogo 兵庫県 6 6
tottori 鳥取県 5 6 | shimane 島根県 4 6 | okayama 岡山県 5 7 | hiroshima 広島県 4 7 | yamaguchi 山口県 3 7
kagawa 香川県 5 9 | ehime 愛媛県 4 9 | tokushima 徳島県 5 10 | kochi 高知県 4 10
fukuoka 福岡県 2 8 | saga 佐賀県 1 8 | nagasaki 長崎県 0 8 | oita 大分県 2 9 | kumamoto 熊本県 1 9
miyazaki 宮崎県 2 10 | kagoshima 鹿児島県 1 10 | okinawa 沖縄県 0 11
"""

PREFECTURES: tuple[Prefecture, ...] = tuple(
    Prefecture(words[0], words[1], int(words[2]), int(words[3]))
    for words in (tile.split() for line in _TILES.strip().splitlines() for tile in line.split("|"))
)
"""All prefectures, north to south."""

COLUMNS = max(prefecture.column for prefecture in PREFECTURES) + 1
ROWS = max(prefecture.row for prefecture in PREFECTURES) + 1


def prefecture_named(name: str, where: str) -> Prefecture:
    """The prefecture of a full or short name. DocgenError at ``where`` for anything else."""
    for prefecture in PREFECTURES:
        if name in (prefecture.name, prefecture.short):
            return prefecture
    raise DocgenError(
        "no-such-prefecture",
        where=where,
        hint=nearest(name, [prefecture.name for prefecture in PREFECTURES]),
        name=name,
    )
