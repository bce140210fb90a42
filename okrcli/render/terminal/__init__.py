"""What a terminal shows: widths, colours, grids, bars and charts."""
