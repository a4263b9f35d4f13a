"""Rules and words of the counter: values and pure functions, standard library only."""
