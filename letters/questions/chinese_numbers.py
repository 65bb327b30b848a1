"""Chinese numerals, everyday and banker's: 十二, 贰拾 and 二〇二六 are read as numbers, 二十九 is written."""

PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖貳參陸两兩拾佰仟萬億○零", "一二三四五六七八九二三六二二十百千万亿〇〇")
IN_ONE = str.maketrans({"廿": "二十", "卅": "三十"})
DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
WORTH = {"千": 1000, "百": 100, "十": 10}
LONGEST = 40


def number_of(text: str) -> int | None:
    """The whole number a Chinese numeral stands for; None when it is no numeral or may mean two things."""
    if not text or len(text) > LONGEST:
        return None
    text = text.translate(IN_ONE).translate(PLAIN)
    return digits_of(text) if set(text) <= set(DIGITS) else _with_large_units(text)


def digits_of(text: str) -> int | None:
    """Digits one by one, as in 二〇二六年. Two side by side (三四次) are an estimate: three or four."""
    digits = [DIGITS.get(character) for character in text.translate(PLAIN)]
    if None in digits or not digits or (len(digits) == 2 and 0 not in digits):
        return None
    return int("".join(map(str, digits)))


def spelled(number: int) -> str:
    """The everyday numeral of 0 to 99,999,999: 二十九, 一百零五, 一万零三十."""
    high, low = divmod(number, 10_000)
    text = _section(low)
    if high:
        gap = "零" if 0 < low < 1000 else ""
        text = f"{_section(high)}万{gap}{text if low else ''}"
    return text.removeprefix("一") if text.startswith("一十") else text


def _with_large_units(text: str) -> int | None:
    total = 0
    for mark, worth in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.partition(mark)
        if found:
            part = _below_ten_thousand(head)
            if not part or (len(tail) == 1 and tail != "〇"):  # 一万二: 12,000 or 10,002?
                return None
            total, text = total + part * worth, tail
    rest = _below_ten_thousand(text)
    return None if rest is None else total + rest


def _below_ten_thousand(text: str) -> int | None:
    total, digit, smallest, after_zero = 0, 0, 10_000, False
    for character in text:
        if character in DIGITS:
            if digit:
                return None
            digit, after_zero = DIGITS[character], after_zero or character == "〇"
        else:
            worth = WORTH.get(character, smallest)
            if worth >= smallest or not (digit or worth == 10):
                return None
            total, digit, smallest, after_zero = total + (digit or 1) * worth, 0, worth, False
    is_ambiguous = digit and smallest in (1000, 100) and not after_zero  # 一百五: 105 or 150?
    return None if is_ambiguous else total + digit


def _section(number: int) -> str:
    text, is_gap = "", False
    for unit, worth in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, worth)
        if digit:
            text += ("零" if is_gap and text else "") + "〇一二三四五六七八九"[digit] + unit
        is_gap = not digit
    return text or "零"
