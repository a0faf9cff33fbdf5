"""Words that stand for something else, and words after which something must come."""

_SLOT_WORDS = """name names surname lastname firstname fullname customer customers client guest reviewer
    author user username nickname date day time month year order number numbers no phone telephone
    tel mobile email mail address website url link site business company shop store restaurant
    hotel city place location product item service dish issue problem complaint reason amount sum
    price manager owner staff employee signature title role position department insert enter add
    fill your the their our my here of first last full contact details
    vorname nachname kunde kundin kunden datum uhrzeit nummer telefon telefonnummer adresse firma
    betrag unterschrift einfugen einsetzen hier ihr ihre ihren
    nom prenom client cliente numero telephone adresse courriel entreprise montant votre inserer
    nombre apellido fecha telefono correo direccion empresa importe su insertar
    nome cognome data indirizzo azienda importo firma inserire naam voornaam achternaam klant
    bedrijf bedrag invullen navn namn imie nazwisko jmeno nimi nev"""
SLOTS = frozenset(_SLOT_WORDS.split())
"""What stands in brackets that somebody was to fill in."""
_WEAK_WORDS = """the their our my here of first last full no day time year place item service add fill
    your su ihr ihre ihren votre hier site title staff city store shop hotel owner manager employee
    author user role position details restaurant business company product dish mail mobile link"""
WEAK = frozenset(_WEAK_WORDS.split())
"""Those of them that, one alone, say something in ordinary brackets: `Anna (owner)`."""
_FILLING_WORDS = "your insert enter fill add here einfugen einsetzen hier inserer votre"
FILLING = frozenset(_FILLING_WORDS.split())
"""Those of them that tell somebody to fill in the others."""
_ADDRESS_WORDS = """dear hello hi hallo liebe lieber liebes frau herr cher chere bonjour madame monsieur
    estimado estimada hola caro cara gentile beste geachte kaere hej kjaere hei szanowny szanowna
    prezado prezada"""
ADDRESS = frozenset(_ADDRESS_WORDS.split())
"""Words after which a name must come."""
_WAITING_WORDS = """on at by for to of from the your our a an is are am with about call ring phone email
    ask mr mrs ms regards sincerely signed thanks named called
    am um bei unter der die das mit le la les de chez el il met den"""
WAITING = ADDRESS | frozenset(_WAITING_WORDS.split())
"""Words after which something must come."""
OWING = frozenset(("the", "your", "our", "a", "an", "at", "from", "mr", "mrs", "ms"))
"""Those of them after which no sentence ever ends."""
