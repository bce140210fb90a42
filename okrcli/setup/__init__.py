"""What `okr setup` offers: each part looks at what is there and proposes; none writes."""
