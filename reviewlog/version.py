"""The version, read by the build and kept in every logbook."""

VERSION = "0.6.0"
