"""The whole organization as it stands: its tree, its needs, its KPIs and its teams."""
