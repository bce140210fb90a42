"""What each person answers for, one file a format."""
