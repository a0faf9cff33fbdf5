"""Names that are everyday words as well: alone they count as names only where it shows."""

_WORDS = """
abbot angel april archer art arts august autumn baker bakers banks barber bean bell berry best
bird bishop black bloom bond book booth bowl bowler bridge bridges bright brook brooks brown
bull burns bush butcher butler cake cannon carpenter carter case cash chance chase cherry church
clay coffin cole cook cooke cooks cooper cross crow dawn day dean dear drake driver duke eagle
faith farmer fields field fish fisher flowers ford forest foster fox frank freeman french frost
gardener gold golden good grace grant grave graves gray green grey guy hall harbour hardy hart
hazel heath hill hills holiday hope house hunt hunter iris ivy jewel joy judge june justice keen
king knight lake lamb lane law leaf lily little long love major maple march mark marks marsh
mason may meadow means miles miller mills money moon moore north nurse olive page paint painter
park parks parson pearl penny pepper piper poole poor pope porter post potter power price pride
prince queen rain ray read reader reed rice rich rivers robin rock root rose roses rush ruby
sage sand savage scales sharp shepherd short silver singer sky sleep small smart smith snow
south spring star steel stone stones street strong summer summers swan sweet taylor temple
terry thorn tiger tower town trout turner victor violet walker wall walls ward waters weaver
week welcome wells west wheeler white wild will wine winter winters wise wolf wood woods worth
wright young bauer becker berg fischer jung klein koch lang lange neumann richter schmidt
schneider schwarz weber weiss winkler wolff zimmermann blanc bois dubois legrand leroy petit
rouge blanco bueno calle casa castillo flores iglesias rojo rosa rossi torres
"""
EVERYDAY = frozenset(_WORDS.split())
