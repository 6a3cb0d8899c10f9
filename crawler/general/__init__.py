"""The general readers' parts: structured data, and pages as a person sees them. Pure functions on a parsed page."""
