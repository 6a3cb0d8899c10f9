"""What a person wants to hear of a run: filters over its changes, and hooks that pass them on."""
