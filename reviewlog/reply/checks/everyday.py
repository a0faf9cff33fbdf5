"""Words that stand in any answer to any review, and so are about none."""

_WORDS = """thank thanks thankful grateful appreciate appreciated sorry apologise apologize apologies
    apology apologised apologized apologising apologizing sincere sincerely sincerest regret regrets
    regretted unfortunately dear hello hey regards kind kindly warm warmest best wishes yours
    faithfully respectfully sir madam mr mrs ms
    review reviews reviewed reviewing reviewer feedback comment comments rating rate stars star
    opinion post posted write writing wrote written words read reading share shared sharing
    customer customers client clients guest guests patron business company team staff owner manager
    management director everyone someone anyone people
    visit visits visited visiting experience experiences experienced service services
    expectation expectations expect expected standard standards quality high highest value values
    pride strive committed commitment always never ever every each
    disappoint disappointed disappointing disappointment upset unhappy sad saddened hear heard hearing
    sound feel felt feelings happen happened happens occasion issue issues problem problems matter
    matters concern concerns concerned situation incident complaint complaints mistake mistakes
    inconvenience trouble bad good great nice terrible awful horrible poor well better worse worst
    wrong right fault satisfied satisfaction please happy glad pleased pleasure welcome hope hopes
    wish improve improving improvement learn learned learning
    future chance opportunity soon return returning come coming again back look looking forward
    contact call phone telephone ring email mail message write reach directly privately offline
    discuss talk speak details detail information let know ask help resolve resolved solve solution
    fix make making made put take taking taken seriously serious fully understand understanding
    understood important sure really truly very much many completely certainly
    give giving given get got getting going went said say says tell told telling done doing
    would could should will cannot dont didnt wont cant wasnt isnt havent doesnt couldnt wouldnt
    ive weve were youve thats its theres youre were ill well youll
    day days today tomorrow yesterday week weeks weekend month months year years time times hour
    hours minute minutes morning afternoon evening night
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    google yelp facebook trustpilot tripadvisor booking airbnb site online internet website
    this that these those there here where when what which while with without about after before
    because from into over under then than them they their our your you have has had been being
    was are not but and for the all any some such also just only even still too way thing things
    anything something nothing lot place"""
EVERYDAY = frozenset(_WORDS.split())
"""English; a rule's list `everyday` holds those of another language."""
