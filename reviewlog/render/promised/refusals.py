"""What a refusal can be called in `error`; these names stay, and more may come."""

OURS = "fault"
"""A fault of reviewlog itself; exit code 3."""
USAGE = "usage"
"""What the command line itself says no to: an option that is not there, a word too many."""
REFUSALS = """
against-rule ambiguous-date bad-amount bad-box bad-date bad-entries bad-name bad-period
bad-recipient bad-value bad-word book both-ways broken-proof broken-text checkpoint config
conflicting-options consent-missing empty-amendment empty-text encrypted erased-proof
fulfilled-by-entry future ground-missing held key-file left-draft long-ago long-reply
loose-words misfit missing missing-extra missing-value named-in-reason needs-yes no-draft
no-editor no-parts no-picture no-pillow no-review no-sentences no-stamp no-such-entry
no-such-field no-such-step nobody-called not-for-upload not-found not-held not-ready
not-your-words nothing-to-amend nothing-to-erase nothing-to-export nothing-to-undo
other-site own-eyes passphrase past playbook-fault refused review-missing reviewlog
several-attempts several-demands several-incidents several-reviews several-steps
several-texts source-rule spoken stray-draft taken-back target text-too-long too-large
unfit-amendment unknown-attempt unknown-entry unknown-file unknown-incident unknown-key
unknown-playbook unknown-proof unknown-review unknown-sentence unknown-step unknown-word
unread-changes unreadable-entries unreadable-file upload-folder usage without-mode
without-posted
"""
ERRORS = (*REFUSALS.split(), USAGE, OURS)
