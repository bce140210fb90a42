"""What is remembered of histories, in the cache folder of the user."""
