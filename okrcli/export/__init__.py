"""Files of facts for other tools: tables as CSV, JSON Lines, Parquet or SQLite."""
