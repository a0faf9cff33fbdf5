"""When: moments, dates as people say them, durations, the calendar of the shop."""
