"""What people do to goals in the course of a cycle: promise, check in, revise, move, end."""
