"""Learning: ends that leave something behind."""
