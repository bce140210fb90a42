"""A made-up company with a whole history of OKRs: for a first look, tests and benchmarks."""
