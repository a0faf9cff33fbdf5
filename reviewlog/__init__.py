"""reviewlog: an incident logbook for the owner of a small business."""
