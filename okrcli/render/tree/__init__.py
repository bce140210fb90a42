"""The tree of alignment: as rows, as an outline, as a diagram."""
