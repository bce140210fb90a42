"""What stands between drafts and their start, one file a format."""
