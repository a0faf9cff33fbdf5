# ruff: noqa: RUF001
"""What reviews and answers are made of, in further languages that write Latin letters.

Small words first; behind the bar what people say of shops, meals and rooms. Words that two
languages share stand in both: they cancel each other out.
"""

EASTERN = {
    "pl": """i w na nie z się do jest to że o a po jak za był było była ale dla od bardzo tak co my nas
        mnie mi tylko są przez ze czy już może które która który oraz przy nam gdy jej jego ich być
        tym ten ta te tego jeszcze bez więc też ma mam sobie pod nawet nigdy ani byłem byłam byliśmy
        zostało nic przed wszystko kiedy ponieważ bo aby zostałem jestem jesteśmy mieliśmy miał
        miała byli będzie można tutaj tam teraz potem prawie każdy wszyscy coś ktoś nikt dlaczego
        żeby jeśli jednak podczas dwa dwie razy sam trzeba swoje naszej naszym jakiś jedna jeden |
        dobre dobry źle obsługa jedzenie obsługi dziękuję dziękujemy polecam przepraszam
        przepraszamy zamówienie godzinę miejsce pan pani państwa pokój śniadanie czekaliśmy czekałem
        czekałam zimne zimna późno cena ceny kelner kelnerka kelnerki zamówiłem zamówiliśmy sklep
        klient klienta klientów restauracja restauracji hotel wiadomość wiadomości pozdrawiam
        pozdrawiamy szanowna szanowny przykro brudny brudno pieniądze rachunek paczka sprzedawca
        odpowiada niemiłe niemiła dostawa jakość dni godziny kuchnią kuchni smaczne więcej wizyty""",
    "cs": """a se v na je to že s z do i o k ve pro za by jsem byl byla bylo ale jako jsme po tak co si
        od nebo už jen jsou nás mi mě nám při být který která které velmi bez až než ze jak když
        není nebyl byli ještě také více nic pouze toho tom tento tato vám vás vaše kde proto protože
        nikdy přišel před můj moje naše aby této tady všechno opravdu moc znovu ani měl měla mají
        jste jsi jí jeho její jim tam teď potom pak skoro každý všichni něco někdo nikdo proč jenom
        přes během dva dvě dvakrát sám našeho jeden jedna bude budeme mohl mohla přesto kvůli
        napsala stejný celé | děkuji děkujeme jídlo obsluha dobré dobrý špatné personál omlouváme
        bohužel čekali hodinu pokoj snídaně čekal studené pozdě cena ceny číšník servírka doporučuji
        objednávka objednali obchod zákazník zákazníka restaurace restauraci hotel zpráva zprávy
        pozdravem vážená vážený mrzí špinavý špinavé peníze účet balík prodejce prodavačka odpovídá
        neodpovídá nepříjemné dodání kvalita dny dní hodiny kuchyní chutné přijetí""",
    "sk": """a sa v na je to že s z do i o k vo pre za by som bol bola bolo ale ako sme po tak čo si od
        alebo už len sú nás mi ma nám pri byť ktorý ktorá ktoré veľmi bez až než zo keď nie nebol
        boli ešte tiež viac nič iba toho tom tento táto vám vás vaše kde preto pretože nikdy prišiel
        pred môj moje naše aby tejto tu všetko naozaj znovu ani mal mala majú mňa ich bude ste jej
        jeho im tam teraz potom skoro každý všetci niečo niekto nikto prečo cez počas dva dve
        dvakrát sám nášho jeden jedna budeme mohol mohla napriek kvôli neskôr veľa niet | ďakujem
        ďakujeme jedlo obsluha dobré dobrý zlé personál ospravedlňujeme bohužiaľ čakali hodinu izba
        raňajky čakal studené neskoro cena ceny čašník čašníčka odporúčam objednávka objednali
        obchod zákazník zákazníka reštaurácia reštaurácii hotel správa správy pozdravom vážená
        vážený mrzí špinavá špinavé peniaze účet balík predajca predavačka odpovedá neodpovedá
        nepríjemné dodanie kvalita dni dní hodiny kuchyňou chutné prijatie pani""",
    "sl": """in je v na se da so za z ni ne pa ki bi smo sem kot tudi po s od do ali bil bila bilo le še
        že zelo nas mi nam kar pri kako ko kaj ker brez več niso bili samo ta to tega vam vas vaše
        nikoli moj moja naše tukaj vse res spet ponovno imeli imel moral morali lahko potem nič tako
        ampak ste bo bodo bomo jo jih njih nje tam zdaj skoraj vsak vsi nekaj nekdo nihče zakaj
        medtem dva dve dvakrat sam naša en ena eno čez niti mogel pred iz pod nad ob | hvala hrana
        osebje dobro dobra slabo slaba žal postrežba uro čakali prijazno soba zajtrk čakal mrzla
        pozno cena cene natakar natakarica priporočam naročilo naročili trgovina stranka stranke
        restavracija hotel sporočilo sporočila pozdrav spoštovana spoštovani opravičujemo umazana
        denar račun paket prodajalec prodajalka odgovarja neprijazno dostava kakovost dni ure
        kuhinjo okusno sprejem""",
    "hr": """hranu vremena prema i je u na se da su za s ne od što a smo sam kao ili ali bi bio bila bilo
        po do iz to nije samo već vrlo jako nas mi nam pri kako kada kad koji koja koje bez više
        nisu bili još također ta taj toga vam vas vaše nikad nikada moj moja naše ovdje sve opet
        ponovno imali imao morali može onda ništa tako nego nema jer gdje sa biti bismo svega ste će
        ćemo ih njih nje tu tamo sad skoro svaki svi nešto netko nitko zašto dok dva dvije dvaput
        naša jedan jedna preko ni mogao prije iznad pod kroz tko ovo zbog kasno budu našu cijelom
        niko neko ko šta takođe ovde gde uvek posle pre dve celom celo pošto mada | hvala hrana
        osoblje dobro dobra loše loša žao usluga sat čekali ljubazno soba doručak čekao hladna
        hladno cijena cijene konobar konobarica preporučujem narudžba naručili trgovina kupac gost
        gosti restoran hotel poruka poruke pozdrav poštovana poštovani ispričavamo prljava novac
        račun paket prodavač prodavatelj prodavačica odgovara neljubazno dostava kvaliteta dana sati
        kuhinjom ukusno doček lijepo cena cene lepo izvinite nažalost poštovanjem porudžbina""",
    "ro": """și de a în la cu nu o un pe am că este pentru din ne mai ce fost dar sau foarte să care se
        au era i le mi l noi nostru noastră sunt fi prin după fără doar când cum până tot atât erau
        avut acest această aceasta nici nimic niciodată ca lor lui ei vă dumneavoastră fiind mult
        multe dacă deși si sa in ma mâine suntem sunteți ați avem aici acolo acum apoi aproape
        fiecare toți toate ceva cineva nimeni timp două doi noastre într dintr peste spre unde
        niciun nicio iar asta asa astfel despre măcar | bine bun bună prost proastă mâncare mâncarea
        personal personalul servire mulțumim mulțumesc pare rău camera cameră micul dejun așteptat
        rece târziu preț prețuri chelner ospătar recomand comanda comandă comandat magazin client
        clienți restaurant hotel mesaj mesaje stimată stimate scuze murdară murdar bani nota colet
        coletul vânzătorul vânzătoarea răspunde livrare calitate zile ore oră bucătăria gustos
        primire drag venit multumesc multumim mancare mancarea""",
    "hu": """a az és nem hogy is egy volt ez meg de azt csak már nagyon van mert még el kell vagy mint ki
        be voltak lesz nekünk nekem minket engem ami aki ha vissza sem én mi ők után előtt nélkül
        minden semmi soha itt ott ezt ezek azok sok több igen mikor amikor majd így olyan pedig
        lehet voltunk kaptunk voltam vagyunk vagyok lett volna lehetett ő ön önök most aztán majdnem
        mindenki valami valaki senki miért amíg két kettő egyszer kétszer saját egész bár azonban
        hogyan nálunk velünk rólunk akkor alatt miatt írt többet ugyanazt annyira | jó rossz étel
        kiszolgálás személyzet köszönöm köszönjük sajnos elnézést kedves udvarias hely ételek
        rendeltünk kértünk szoba reggeli vártunk vártam hideg késve ár árak pincér ajánlom rendelés
        rendeltem bolt vásárló vendég vendégek étterem szálloda üzenet üzenetek üdvözlettel tisztelt
        sajnáljuk bocsánatot koszos pénz számla csomag eladó válaszol barátságtalan szállítás
        minőség nap napot óra órát konyhával finom fogadtatás ételre kapott jött""",
    "tr": """ve bir bu çok da de için ne ile var o ama gibi daha değil yok en kadar olarak sonra ben biz
        bize bana hiç her şey mi mı ki olan oldu değildi vardı yoktu tekrar sizi size bizi beni
        bizim siz ya veya çünkü önce şekilde olduğu ettik ettim dedi geldi gittik oldukça maalesef
        sadece bile böyle biraz neredeyse herkes kimse neden sırasında iki kez kere kendi bütün aynı
        ancak nasıl bizden sana onlar onu ona şu hem hiçbir artık şimdi olmadı olduk olsun etti
        ediyor geldiğinde hakkında içinde yine asla ise diye | iyi kötü güzel yemek yemekler hizmet
        servis personel teşekkür ederiz ederim özür dileriz fiyat lezzetli kesinlikle tavsiye zaman
        oda odalar kahvaltı bekledik bekledim soğuk geç fiyatlar garson öneririm sipariş mağaza
        müşteri müşteriler restoran otel mesaj mesajlarıma saygılarımızla sayın üzgünüz kirli para
        hesap paket kargo satıcı cevap ilgisiz teslimat kalite gün saat mutfak mutfakla hanım bey
        karşılama dolayı memnun deneyim ürün vermiyor almadım aldım""",
    "et": """ja on ei oli et see kui ka aga ma me mis nii siis või juba ainult väga ning olid olen oleme
        meie minu meile mulle teie teile veel kes seda selle pärast enne ilma kunagi midagi kõik
        siin seal hästi palju sest saime pole olnud nagu kuid üks uuesti korda oma meid teid neid
        siia nüüd peaaegu iga keegi miks ajal kaks terve sama siiski kuidas meil teil isegi enam ära
        juurde tuli saanud pidi peab ega mitte eest aega rohkem jälle | hea halb toit teenindus
        teenindaja aitäh täname kahjuks vabandame tuba hommikusöök ootasime külm hilja hind hinnad
        kelner soovitan tellimus tellisime pood klient restoran hotell sõnum lugupeetud
        lugupidamisega kahju räpane raha arve pakk müüja vasta tarne kvaliteet päeva tund tundi köök
        maitsev vastuvõtt kehv""",
    "lv": """un ir ne bija ka ar par no kas tas es mēs bet arī vai kā lai nav ļoti pie tik jau vēl ko
        mums man mūsu jūsu jums pēc bez tikai viss nekad nekas šis šī tur šeit daudz jo tika esam
        esmu vairs uz mūs jūs viņi tagad tad gandrīz katrs kaut kāpēc laikā divas divi pats tomēr
        pat vien nāca gan tādēļ līdz kurš kura bijām nevienu | labi labs slikti slikta ēdiens
        apkalpošana personāls paldies diemžēl atvainojamies istaba brokastis gaidījām auksts vēlu
        cena cenas viesmīlis iesaku pasūtījums pasūtījām veikals klients restorāns viesnīca ziņa
        cienījamā cienījamais žēl netīrs nauda rēķins sūtījums pārdevējs atbild piegāde kvalitāte
        dienas stundu virtuve garšīgi""",
    "lt": """ir yra ne buvo kad su į iš tai aš mes bet taip pat ar kaip nėra labai prie jau dar ką mums
        man mūsų jūsų jums po be tik viskas niekada nieko šis ši ten čia daug nes buvome esame esu
        už o kas kuris iki apie mus jus jie dabar tada beveik kiekvienas kažkas kodėl metu du dvi
        visas pats tačiau net nebe atėjo kurie kuri buvau nei kai jog dėl | gerai geras blogai
        blogas maistas aptarnavimas personalas ačiū deja atsiprašome kambarys pusryčiai laukėme
        šaltas vėlai kaina kainos padavėjas rekomenduoju užsakymas užsakėme parduotuvė klientas
        restoranas viešbutis žinutė gerbiama gerbiamas gaila purvinas pinigai sąskaita siunta
        pardavėjas atsako pristatymas kokybė dienas valandą virtuvė skanu""",
    "id": """yang dan di tidak ini itu dengan untuk dari saya kami ada juga ke pada sangat karena bisa
        sudah akan lebih tapi tetapi atau kita anda mereka dia oleh seperti hanya saat banyak sekali
        lagi masih belum nya dalam adalah kalau jadi datang semua tak sama saja setelah sampai lama
        bapak ibu tersebut lalu banget ketika hampir setiap sesuatu seseorang kenapa mengapa selama
        dua kali bahkan sekarang kemudian namun bagaimana begitu baru cuma cukup pun serta secara
        beberapa tentang hingga terlalu kepada orang jam meminta punya sebagai agar | enak makanan
        pelayanan karyawan terima kasih maaf mohon buruk baik tempat harga bagus pesan kamar kecewa
        waktu ramah sarapan menunggu dingin telat terlambat mahal murah pelayan rekomendasi pesanan
        toko penjual pelanggan restoran hotel hormat kotor uang tagihan paket barang respon balas
        pengiriman kualitas hari dapur penyambutan mengecewakan terhormat""",
    "ms": """yang dan di tidak ini itu dengan untuk dari saya kami ada juga ke pada sangat kerana boleh
        sudah akan lebih tapi tetapi atau kita anda mereka dia oleh seperti hanya semasa banyak lagi
        masih belum nya dalam adalah kalau jadi datang semua tak sama sahaja selepas sampai lama
        encik puan tersebut ketika mahu awak daripada ialah beliau kat je nak hampir setiap sesuatu
        seseorang kenapa mengapa selama dua kali bahkan sekarang kemudian namun bagaimana begitu
        baru cuma cukup pun serta apabila secara beberapa tentang hingga terlalu kepada orang jam
        meminta sebagai agar tiada bukan memang | sedap makanan perkhidmatan pekerja terima kasih
        maaf mohon teruk baik tempat harga bagus bilik kecewa masa kedai pelanggan mesra sarapan
        menunggu sejuk lewat mahal murah pelayan pesanan penjual restoran hotel mesej hormat kotor
        wang bil bungkusan barang balas penghantaran kualiti hari dapur mengecewakan""",
    "vi": """và là của không có được cho tôi chúng này rất với những các một người đã khi thì mà nhưng để
        đến mình lại cũng ra vào như quá đi lần bị sẽ còn vì nên anh chị bạn gì trong ở chưa rồi mới
        đang cả hết nữa gần vẫn đó thêm nào ai sao nếu trước sau hơn nhiều ít hai nhau mỗi tiếng về
        biết | nhân viên phục vụ ngon quán món ăn nhà hàng cảm ơn xin lỗi khách thái độ tệ tốt giá
        đồ phòng sạn chờ đợi nguội chậm rẻ đắt giao tiền bếp sạch bẩn chất lượng""",
    "tl": """ang ng sa na at ay mga ako ko hindi kami namin po yung pero lang naman para siya may wala
        ito nila nang din rin kasi ba pa kayo inyong aming amin sobrang talaga mo niya ni si kung
        dahil ulit sana halos isang lahat bawat bakit habang dalawa sarili dito doon ngayon tapos
        noon hanggang muna daw raw nga akin natin kanila pala dapat yan yun namang kong kaming |
        masarap pagkain serbisyo salamat mahal matagal tindera kusina naghintay malamig mabagal pera
        masungit sabaw paumanhin pasensya order""",
}
