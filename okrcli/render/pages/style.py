"""The style sheet of an HTML page: light and dark, on a desk, on a phone, on paper."""

from collections.abc import Sequence

_COLOURS = """\
:root {
  --page: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0;
  --good: #1a7f37; --warning: #8a6100; --bad: #cf222e; --blue: #0969da; --notice: #fff8c5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --text: #f0f6fc; --quiet: #9198a1; --line: #3d444d;
    --good: #3fb950; --warning: #d29922; --bad: #ff7b72; --blue: #4493f8; --notice: #3a2d12;
  }
}
"""
_TEXT = """\
* { box-sizing: border-box; }
html { background: var(--page); color: var(--text); color-scheme: light dark; }
body {
  max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: break-word;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; }
h2 { border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; }
p, ul, ol { max-width: 46rem; }
.about { max-width: none; }
main > p:first-child { font-size: 1.15rem; margin-top: 1rem; }
ul, ol { margin: .5rem 0; padding-left: 1.25rem; }
li { margin: .3rem 0; }
li ul, li ol { margin: 0; }
code { font: .875em ui-monospace, "SF Mono", Consolas, monospace; }
time, .short { white-space: nowrap; }
.about, .quiet, .ref { color: var(--quiet); }
.ref { font-size: .9em; }
.good { color: var(--good); }
.warning { color: var(--warning); }
.bad { color: var(--bad); font-weight: 600; }
.notice { background: var(--notice); border-left: 4px solid var(--warning); padding: .5rem .75rem; }
summary { cursor: pointer; color: var(--blue); margin: .5rem 0; }
summary:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; border-radius: 2px; }
.outline { max-width: none; list-style: none; padding-left: 0; }
.outline .outline { padding-left: 1.5rem; border-left: 1px solid var(--line); margin-left: .3rem; }
.outline summary { color: inherit; margin: 0; }
.outline > li { padding-left: 1.1rem; }
.outline > li:has(> details) { padding-left: 0; }
"""
_TABLES = """\
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; }
tr > :first-child { padding-left: 0; }
th { font-weight: 400; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
th.right, td.right { text-align: right; }
@media screen and (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, tbody, tr, th { display: block; width: auto; text-align: left; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td, td.right { display: inline-block; border: 0; padding: .1rem 1rem .1rem 0; text-align: left; }
  td { max-width: 100%; overflow-wrap: anywhere; }
  tbody th { border: 0; padding: .1rem 0; font-weight: 600; }
  tbody th .quiet { font-weight: 400; }
  td.none { display: none; }
  .outline .outline { padding-left: .75rem; }
  td::before { content: attr(data-column) " "; color: var(--quiet); }
}
"""
_DRAWINGS = """\
.meter { white-space: nowrap; }
.bar { width: 6rem; height: .55rem; margin-right: .5rem; vertical-align: baseline; }
.bar .rest { fill: var(--line); }
.bar .done { fill: var(--blue); }
.bar .mark { fill: var(--text); }
.bar.on-track .done, .bar.achieved .done { fill: var(--good); }
.bar.behind .done, .bar.outdated .done, .bar.partial .done { fill: var(--warning); }
.bar.at-risk .done, .bar.missed .done { fill: var(--bad); }
.trend { width: 3.75rem; height: 1rem; vertical-align: middle; }
.trend polyline { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
figure { margin: 1.25rem 0; }
figure table { width: auto; }
figcaption { font-weight: 600; }
.key { display: flex; gap: 1.25rem; color: var(--quiet); font-size: .9rem; margin: 0; }
.key span::before {
  content: ""; display: inline-block; width: 1.5rem; margin-right: .4rem; vertical-align: middle;
}
.key .measured::before { border-top: 2px solid var(--blue); }
.key .guide::before { border-top: 2px dashed var(--quiet); }
.chart { display: block; width: 100%; max-width: 46rem; height: auto; overflow: visible; }
.chart text { font: 12px system-ui, sans-serif; fill: var(--quiet); }
.chart path { fill: none; stroke: var(--line); }
.chart .axis { stroke: var(--quiet); }
.chart .today { stroke: var(--quiet); stroke-dasharray: 1 3; }
.chart polyline { fill: none; stroke-width: 2; }
.chart .guide { stroke: var(--quiet); stroke-dasharray: 5 5; stroke-width: 1.5; }
.chart .measured { stroke: var(--blue); }
.chart .point { fill: var(--blue); }
@media screen and (max-width: 40rem) {
  .chart text { font-size: 16px; }
  .meter { white-space: normal; }
}
"""
_PAPER = """\
@media print {
  :root {
    --page: #ffffff; --text: #000000; --quiet: #444444; --line: #d1d9e0;
    --good: #1a7f37; --warning: #8a6100; --bad: #cf222e; --blue: #0969da; --notice: #ffffff;
  }
  html { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body, p, ul, ol { max-width: none; }
  body { padding: 0; }
  h1, h2, h3, h4, figcaption, summary { break-after: avoid; }
  tr, figure, summary { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  li:not(:has(ul, ol)) { break-inside: avoid; }
  summary { list-style: none; color: inherit; }
  .outline > li { padding-left: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""
STYLE = _COLOURS + _TEXT + _TABLES + _DRAWINGS + _PAPER
_SLIDE = """\
.slide { max-width: 80rem; }
.slide h1 { font-size: 2.25rem; }
@media (min-width: 40rem) {
  .slide main > p { max-width: none; }
  .slide table { font-size: 1.05rem; }
  .slide td, .slide th { padding-block: .7rem; }
}
@page { size: 13.333in 7.5in; margin: .5in .6in; }
@media print {
  html { font-size: %spt; }
  body { line-height: 1.35; }
  .slide h1 { font-size: 2rem; }
  .slide td, .slide th { padding-block: .5rem; }
  .slide details { display: none; }
}
"""
_SIZES = (14, 12, 10, 8, 6.5)  # of letters, in points

# In letters of one point, measured with generous ones: what fits side by side, and beneath.
_CELL, _PARAGRAPH, _HEIGHT = 380, 1200, 315
_HEAD = 7  # lines of the title, of what is beneath it, and of the heads of columns
_GAP = 0.75  # of a line, beneath each row and paragraph


def slide_style(paragraphs: Sequence[int], rows: Sequence[int]) -> str:
    """Give what a slide adds to the style, with letters that let it be printed on one page.

    Given are the letters of its paragraphs, and those of the longest cell of each row.
    """
    fitting = (size for size in _SIZES if _lines(paragraphs, rows, size) <= _HEIGHT / size)
    return _SLIDE % next(fitting, _SIZES[-1])


def _lines(paragraphs: Sequence[int], rows: Sequence[int], size: float) -> float:
    """Estimate how many lines a slide takes."""
    told = sum(letters * size // _PARAGRAPH + 1 + _GAP for letters in paragraphs)
    return _HEAD + told + sum(letters * size // _CELL + 1 + _GAP for letters in rows)
