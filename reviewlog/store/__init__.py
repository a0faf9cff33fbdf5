"""The logbook on disk: one SQLite file and a folder of files; the only SQL there is."""
