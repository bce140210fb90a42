"""OKRs as code: objectives and key results are YAML files in a git repository.

A `model` (what an OKR is) is kept in a `store` (YAML and TOML), has a `history` (git), is analysed
(`analysis`: progress, status, forecast), checked by `rules`, rendered (`render`) and offered by a
`cli`. Data flows store and history -> analysis -> rules and render -> cli; the core (`model`,
`analysis`, `rules`) knows no file, no git, no clock and no terminal. `demo` writes a made-up
company's history as a stream that git can import; `export` writes the facts as tables, `connect`
sends pages to webhooks; `setup` proposes what connects a workspace to forges, hooks and editors.
"""

__version__ = "0.1.0"
