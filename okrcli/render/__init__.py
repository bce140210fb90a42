"""Results -> text: one file a format. Nothing here computes, sorts, reads or writes."""
