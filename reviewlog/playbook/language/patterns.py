"""The forms that names and short texts have, with the words for somebody who missed one."""

NAME = r"^[a-z][a-z0-9-]*$"
USE = r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?$"
SOURCE = r"^[A-Z]{1,3}[0-9]{0,3}$"
LETTERS = r"^[A-Z]{1,3}$"
LABEL = r"^[A-Z]$"
CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
MONTH = r"^20[0-9]{2}-(0[1-9]|1[0-2])$"
QUESTION = r"\?$"
LANGUAGE = r"^[a-z]{2,3}$"
NOT_BLANK = r"\S"

EXPLAINED = {
    NAME: "a name has small letters, digits and hyphens, and begins with a letter",
    USE: "write the name of a playbook, or “playbook/step”",
    SOURCE: "write a text's capital letter and a number, such as T1",
    LETTERS: "a text is named by one to three capital letters, such as T",
    LABEL: "write one capital letter, such as A",
    CLOCK: "write a time of day in quotation marks, such as “15:30”",
    MONTH: "write a month in quotation marks, such as “2026-11”",
    LANGUAGE: "write a language in two small letters, such as en",
    QUESTION: "write a question; it ends in “?”",
    NOT_BLANK: "it is empty",
}
