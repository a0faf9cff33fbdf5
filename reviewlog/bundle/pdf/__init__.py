"""The report as PDF/A and PDF/UA: the same words as the page, set for paper."""
