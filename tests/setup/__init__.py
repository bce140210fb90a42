"""What okr setup proposes, part by part."""
