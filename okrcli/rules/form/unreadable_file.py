"""The rule `unreadable-file`."""

from okrcli.rules.base import FormRule


class UnreadableFile(FormRule):
    """Flag a file that could not be read as text.

    ## What it checks

    A file below the OKR folder must be a regular file (no link, no device), in UTF-8, and not
    larger than the limit that the finding names.

    ## Why it matters

    A workspace is shared: what one computer cannot read is missing from everybody's numbers. Links
    could lead out of the repository, so that none is followed. Source: YAML 1.2.2, section 5.2
    (character encodings), and this project's rule that a check never reads outside the workspace.

    ## Problem

    ```yaml
    # saved as Latin-1: the second byte of this name is no UTF-8
    - {id: jose, name: José}
    ```

    ## Remedy

    Save the file as UTF-8, put a real file in the place of a link, and split one that is too large
    by team.
    """

    name = "unreadable-file"
