"""Pages as small grey pictures, stacked, and how far two of them differ."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from motcua_desktop.documents.looking import page_count, page_image

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "documents"
SCALE = 0.6  # 43 dots per inch: words are still to be told apart, a file stays small
MOST_PAGES = 4


def picture(pdf: bytes) -> Image.Image:
    """The first pages of a paper, one under another."""
    pages = [
        Image.open(BytesIO(page_image(pdf, page, SCALE))).convert("L")
        for page in range(min(page_count(pdf), MOST_PAGES))
    ]
    stack = Image.new("L", (max(page.width for page in pages), sum(page.height for page in pages)), 128)
    top = 0
    for page in pages:
        stack.paste(page, (0, top))
        top += page.height
    return stack


def unlike(one: Image.Image, other: Image.Image) -> float:
    """Share of dots that differ clearly; 1 when the sizes differ. Renderers may shade edges differently."""
    if one.size != other.size:
        return 1.0
    changed = ImageChops.difference(one, other).point(lambda dot: 255 if dot > 96 else 0)
    return sum(1 for dot in changed.tobytes() if dot) / (one.width * one.height)
