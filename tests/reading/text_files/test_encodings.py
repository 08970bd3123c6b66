"""The encoding of a text file: Japanese text is read back from each, or refused; never read as something else."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from docgen.errors import DocgenError, Position
from docgen.reading.text_files.encodings import Encoding, decoded

LETTERS = "年度月日人数計合総男女別区分都道府県東京大学研究者開発予算額実績目標値増減割率医療環境育成区多他属薔薇縺繧莠瘢"
KANA = "あいうえおかがきくけこさしすたちつてとなにのはまやゆよらりるれをんアイウエオガスデータパリッャュョー"
SIGNS = "、。（）「」・～％　①㈱０１２△"
HALF = "ｱｲｳｴｵｶﾞｽﾃﾚﾋﾞﾗｼﾞｵ"
JAPANESE = st.text(st.sampled_from(LETTERS + KANA + SIGNS + HALF), min_size=1, max_size=8)
ASCII = st.text(st.sampled_from("abcxyz0123456789 .-%"), max_size=5)
TEXTS = st.lists(st.tuples(JAPANESE, ASCII), min_size=1, max_size=5).map(
    lambda rows: "".join(f"{first},{second}\n" for first, second in rows)
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "iso2022_jp")


def read(data: bytes, stated: Encoding | None = None) -> str:
    return decoded(data, "x.csv", stated).text


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(TEXTS)
@example("年,2021\n")
@example("他,1\n")
@example("ﾃﾚﾋﾞ,1\n")
@example("区分,1\n")
@example("ゅう,1\n")
@example("縺ゅ≠,1\n")
def test_japanese_text_is_read_back_or_refused(encoding: str, text: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        assume(False)
    # Two texts of the same bytes cannot be told apart: 縺ゅ≠ in Shift_JIS is ああ in UTF-8.
    assume(encoding.startswith("utf") or not _is_utf_8_of_three_bytes(data))
    try:
        seen = read(data)
    except DocgenError:
        return
    assert seen == text


def _is_utf_8_of_three_bytes(data: bytes) -> bool:
    try:
        return max(data.decode("utf-8")) >= "\u0800"
    except UnicodeDecodeError:
        return False


@given(TEXTS, st.data())
def test_damaged_utf_8_is_never_read_as_anything_else(text: str, data: st.DataObject) -> None:
    encoded = f"年度,死者数の推移\n{text}".encode()
    place = data.draw(st.sampled_from([index for index, byte in enumerate(encoded) if byte >= 0x80]))
    damaged = encoded[:place] + encoded[place + 1 :]
    with pytest.raises(DocgenError):
        read(damaged)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "text",
    [
        "年度,死者数（人）\n2021年度,2,636\n2022年度,2,610\n",
        "国・地域,カロリーベース\n日本,38\nアメリカ,121\n",
        "区分,値\r\n大学等,1\r\n公的機関,2\r\n",
        "都道府県\r東京都\r神奈川県\r",
    ],
)
def test_a_table_as_offices_have_it_is_read_in_every_encoding(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == text


def test_a_byte_order_mark_and_the_encoding_come_back_as_they_were() -> None:
    for encoding in ("utf-8-sig", "utf-16", "cp932", "euc_jp", "utf-16-le"):
        data = "年度,死者数の推移\n2022,2610\n".encode(encoding)
        file = decoded(data, "x.csv")
        assert file.encoded(file.text) == data


@pytest.mark.parametrize(
    ("data", "what", "line", "column"),
    [
        ("年,東京\n2022,京東".encode()[:-1], "is no UTF-8 text", 2, 7),
        ("年度,値\n2022,1\n".encode()[:4] + "度,値\n".encode(), "is no UTF-8 text", 1, 2),
        ("年度の推移,値\n日本の,1\n".encode("cp932")[:-4] + b"\n", "is no Shift_JIS", 2, 3),
        (b"\xef\xbb\xbfa,b\n\xff,1\n", "0xFF here is no UTF-8 text", 2, 1),
        ("a,b\n年,1\n".encode("utf-16")[:-1], "is no UTF-16LE text", 2, 4),
        (b"a,b\n\x00\x01\x02", "begins no text", 2, 1),
        ("a,b\n\x1b$B\xff".encode("latin-1"), "is no ISO-2022-JP text", 2, 1),
        ("a,文字\ufffd化け\n".encode(), "U+FFFD stands here", 1, 5),
        ("a,外\ue000字の年度\n".encode("cp932"), "here", 1, 4),
        ("name\nM\xfcller\n".encode("latin-1"), "here", 2, 2),
        (b"a,b\nx\x01y,2\n", "U+0001 stands here", 2, 2),
    ],
)
def test_what_is_damaged_or_no_text_is_refused_with_its_line_and_column(data: bytes, what: str, line: int, column: int) -> None:
    with pytest.raises(DocgenError) as caught:
        read(data)
    assert what in caught.value.what
    assert caught.value.where == Position("x.csv", line, column)


@pytest.mark.parametrize(
    ("data", "first", "second"),
    [
        ("年\n2022\n".encode("euc_jp"), "UTF-8: ǯ", "EUC-JP: 年"),
        ("ﾃﾚﾋﾞ,1\n".encode("cp932"), "EUC-JP: ", "Shift_JIS (CP932): ﾃﾚﾋﾞ"),
        ("temp (°C)\n".encode(), "UTF-8: temp (°C)", "EUC-JP: temp"),
    ],
)
def test_bytes_that_may_be_two_texts_are_refused_with_both_readings(data: bytes, first: str, second: str) -> None:
    with pytest.raises(DocgenError, match="the encoding is unsure") as caught:
        read(data)
    assert first in caught.value.what
    assert second in caught.value.what


def test_what_is_unsure_is_read_in_the_encoding_that_the_content_states() -> None:
    assert read("年\n2022\n".encode("euc_jp"), "euc_jp") == "年\n2022\n"
    assert read("ﾃﾚﾋﾞ,1\n".encode("cp932"), "cp932") == "ﾃﾚﾋﾞ,1\n"
    assert read("temp (°C)\n".encode(), "utf-8") == "temp (°C)\n"
    assert read("年,1\n".encode("utf-16-be"), "utf-16") == "年,1\n"


def test_a_stated_encoding_that_is_wrong_is_refused_at_the_first_bad_byte() -> None:
    with pytest.raises(DocgenError, match="is no UTF-8 text") as caught:
        read("a,b\nx,年度\n".encode("cp932"), "utf-8")
    assert caught.value.where == Position("x.csv", 2, 3)


def test_a_letter_that_the_encoding_of_the_file_does_not_have_is_not_written() -> None:
    file = decoded("年度,死者数の推移\n".encode("cp932"), "x.csv")
    with pytest.raises(DocgenError, match="the letter '😀' cannot be written in Shift_JIS"):
        file.encoded("😀")
