"""The parts of the judgement of words, one by one."""
