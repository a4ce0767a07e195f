"""What editors ask of the engine: trials, proofs, and what rows do to an archive."""
