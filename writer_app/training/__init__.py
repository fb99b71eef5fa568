"""Learning: training a base model and adapting it; runs in its own process."""
