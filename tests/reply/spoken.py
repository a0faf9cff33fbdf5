"""Reviews and answers as people write them, by language."""

# ruff: noqa: RUF001 - the letters of many scripts are the matter here

REVIEWS = {
    "en": """Waited forty minutes for a table we had booked, and nobody apologised.
Cake was dry, icing tasted of plastic, and my daughter cried on her birthday.
Never again! Rude man at the counter told me to go elsewhere if I did not like it.
The plumber came two days late, left mud all over the hall and charged us twice for the same part. I rang three times. Nobody picked up.
Dear Anna, thank you for telling us about the cold soup. We have spoken with the kitchen and changed the way we plate it.
didnt get my parcel, seller wont answer, dont buy here""",
    "de": """Wir haben fast eine Stunde auf das Essen gewartet und dann war es kalt.
Torte war trocken, die Verkäuferin unfreundlich und keiner hat sich entschuldigt.
Nie wieder! Der Handwerker kam zwei Tage zu spät, hat den Flur verdreckt und trotzdem alles berechnet.
Sehr geehrte Frau Keller, vielen Dank für Ihre Nachricht. Es tut uns leid, dass die Suppe kalt bei Ihnen ankam. Wir haben mit der Küche gesprochen.
Der Salted Caramel Donut und der Iced Latte waren lauwarm, und für den Brownie mit Ice Cream haben wir 9 Euro bezahlt.
Zimmer schmutzig, Frühstück langweilig, Personal aber freundlich und hilfsbereit.""",
    "fr": """Nous avons attendu plus d'une heure et les plats sont arrivés froids.
Le gâteau était sec et la vendeuse n'a même pas daigné s'excuser.
Accueil glacial, chambre sale, petit déjeuner médiocre. À fuir !
Bonjour Madame, nous vous remercions pour votre message et nous sommes désolés de ce retard. Nous avons revu notre organisation en cuisine.
Le plombier est venu avec deux jours de retard, il a laissé de la boue partout et il nous a facturé deux fois la même pièce.
tres decu par ce restaurant, on nous a servi des pates froides et le serveur etait desagreable""",
    "es": """Esperamos casi una hora y la comida llegó fría.
La tarta estaba seca y la dependienta ni siquiera pidió perdón.
Trato pésimo, habitación sucia y desayuno muy pobre. No volveremos.
Estimada Ana: gracias por contarnos lo que pasó con la sopa. Lo sentimos mucho y hemos hablado con la cocina.
El fontanero vino dos días tarde, dejó barro por todo el pasillo y nos cobró dos veces la misma pieza.
nos atendieron fatal el camarero era un maleducado y la cuenta venia mal""",
    "pt": """Esperámos quase uma hora e a comida chegou fria à mesa.
O bolo estava seco e a funcionária nem sequer pediu desculpa.
Péssimo atendimento, quarto sujo e café da manhã muito fraco. Não volto mais.
Cara Ana, obrigado por nos contar o que aconteceu com a sopa. Lamentamos muito e já falámos com a cozinha.
O encanador veio com dois dias de atraso, deixou lama no corredor todo e cobrou duas vezes a mesma peça.
Comprei pelo site e o produto veio com defeito, ninguém responde as mensagens""",
    "it": """Abbiamo aspettato quasi un'ora e i piatti sono arrivati freddi.
La torta era secca e la commessa non ha nemmeno chiesto scusa.
Accoglienza gelida, camera sporca e colazione scarsa. Da evitare!
Gentile Anna, grazie per averci scritto della zuppa fredda. Ci dispiace molto e ne abbiamo parlato con la cucina.
L'idraulico è venuto con due giorni di ritardo, ha lasciato fango in tutto il corridoio e ci ha fatto pagare due volte lo stesso pezzo.
cameriere maleducato e conto sbagliato, non ci torneremo""",
    "nl": """We hebben bijna een uur op ons eten gewacht en toen was het koud.
De taart was droog en de verkoopster bood niet eens haar excuses aan.
Onvriendelijk ontvangst, vieze kamer en een karig ontbijt. Nooit meer!
Beste Anna, bedankt dat u ons over de koude soep hebt verteld. Het spijt ons en we hebben met de keuken gesproken.
De loodgieter kwam twee dagen te laat, liet overal modder achter in de gang en rekende hetzelfde onderdeel dubbel.
Pakket is nooit aangekomen en de verkoper reageert niet op mijn mails""",
    "da": """Vi ventede næsten en time på maden, og så var den kold.
Kagen var tør, og damen i butikken sagde ikke engang undskyld.
Uvenlig modtagelse, beskidt værelse og en kedelig morgenmad. Aldrig igen!
Kære Anna, tak fordi du fortalte os om den kolde suppe. Vi er kede af det og har talt med køkkenet.
VVS-manden kom to dage for sent, efterlod mudder i hele gangen og tog penge for den samme del to gange.
Pakken er aldrig kommet frem, og sælgeren svarer ikke på mine beskeder""",
    "nb": """Vi ventet nesten en time på maten, og da var den kald.
Kaken var tørr, og damen i butikken sa ikke engang unnskyld.
Uvennlig mottakelse, skittent rom og en kjedelig frokost. Aldri igjen!
Kjære Anna, takk for at du fortalte oss om den kalde suppen. Vi er lei oss og har snakket med kjøkkenet.
Rørleggeren kom to dager for sent, etterlot gjørme i hele gangen og tok betalt to ganger for samme del.
Pakken har aldri kommet frem, og selgeren svarer ikke på meldingene mine""",
    "sv": """Vi väntade nästan en timme på maten och då var den kall.
Tårtan var torr och kvinnan i butiken bad inte ens om ursäkt.
Otrevligt bemötande, smutsigt rum och en tråkig frukost. Aldrig mer!
Hej Anna, tack för att du berättade om den kalla soppan. Vi är ledsna och har pratat med köket.
Rörmokaren kom två dagar för sent, lämnade lera i hela hallen och tog betalt två gånger för samma del.
Paketet kom aldrig fram och säljaren svarar inte på mina mejl""",
    "pl": """Czekaliśmy prawie godzinę na jedzenie, a potem było zimne.
Tort był suchy, a ekspedientka nawet nie przeprosiła.
Niemiłe przyjęcie, brudny pokój i marne śniadanie. Nigdy więcej!
Szanowna Pani Anno, dziękujemy za wiadomość o zimnej zupie. Bardzo nam przykro i rozmawialiśmy już z kuchnią.
Hydraulik przyszedł dwa dni za późno, zostawił błoto w całym korytarzu i policzył nam dwa razy za tę samą część.
nie polecam, paczka nie doszła, sprzedawca nie odpowiada na wiadomości""",
    "cs": """Na jídlo jsme čekali skoro hodinu a pak bylo studené.
Dort byl suchý a prodavačka se ani neomluvila.
Nepříjemné přijetí, špinavý pokoj a chudá snídaně. Už nikdy!
Vážená paní Anno, děkujeme, že jste nám napsala o studené polévce. Moc nás to mrzí a mluvili jsme s kuchyní.
Instalatér přišel o dva dny později, nechal bláto po celé chodbě a účtoval nám dvakrát stejný díl.
Balík nikdy nepřišel a prodejce neodpovídá na moje zprávy""",
    "sk": """Na jedlo sme čakali skoro hodinu a potom bolo studené.
Torta bola suchá a predavačka sa ani neospravedlnila.
Nepríjemné prijatie, špinavá izba a chudobné raňajky. Už nikdy!
Vážená pani Anna, ďakujeme, že ste nám napísali o studenej polievke. Veľmi nás to mrzí a hovorili sme s kuchyňou.
Inštalatér prišiel o dva dni neskôr, nechal blato po celej chodbe a účtoval nám dvakrát ten istý diel.
Balík nikdy neprišiel a predajca neodpovedá na moje správy""",
    "sl": """Na hrano smo čakali skoraj eno uro in potem je bila mrzla.
Torta je bila suha in prodajalka se niti ni opravičila.
Neprijazen sprejem, umazana soba in skromen zajtrk. Nikoli več!
Spoštovana gospa Ana, hvala, ker ste nam pisali o hladni juhi. Zelo nam je žal in smo že govorili s kuhinjo.
Vodovodar je prišel dva dni prepozno, pustil blato po celem hodniku in nam dvakrat zaračunal isti del.
Paket ni nikoli prispel in prodajalec ne odgovarja na moja sporočila""",
    "hr": """Čekali smo skoro sat vremena na hranu i onda je bila hladna.
Torta je bila suha, a prodavačica se nije ni ispričala.
Neljubazan doček, prljava soba i loš doručak. Nikad više!
Poštovana gospođo Ana, hvala što ste nam se javili u vezi hladne juhe. Jako nam je žao i razgovarali smo s kuhinjom.
Vodoinstalater je došao dva dana prekasno, ostavio blato po cijelom hodniku i naplatio nam dvaput isti dio.
Paket nikada nije stigao i prodavatelj ne odgovara na moje poruke
Niko se nije izvinio, a sto smo rezervisali pre nedelju dana i čekali ga sat vremena.
Naručila sam tortu za rođendan, stigla je posle roka i nije bila lepa kao na slici.""",
    "ro": """Am așteptat aproape o oră și mâncarea a venit rece.
Tortul era uscat, iar vânzătoarea nici măcar nu și-a cerut scuze.
Primire rece, cameră murdară și un mic dejun sărac. Nu mai venim!
Stimată doamnă Ana, vă mulțumim că ne-ați scris despre supa rece. Ne pare foarte rău și am vorbit cu bucătăria.
Instalatorul a venit cu două zile mai târziu, a lăsat noroi pe tot holul și ne-a taxat de două ori aceeași piesă.
coletul nu a ajuns niciodata si vanzatorul nu raspunde la mesaje""",
    "hu": """Majdnem egy órát vártunk az ételre, és akkor is hideg volt.
A torta száraz volt, és az eladó még bocsánatot sem kért.
Barátságtalan fogadtatás, koszos szoba és szegényes reggeli. Soha többet!
Kedves Anna, köszönjük, hogy írt nekünk a hideg levesről. Nagyon sajnáljuk, és már beszéltünk a konyhával.
A vízszerelő két nappal később jött, sarat hagyott az egész folyosón, és kétszer számolta fel ugyanazt az alkatrészt.
A csomag nem érkezett meg, és az eladó nem válaszol az üzeneteimre""",
    "tr": """Yemek için neredeyse bir saat bekledik ve geldiğinde soğuktu.
Pasta kuruydu ve kasadaki kadın özür bile dilemedi.
Soğuk karşılama, kirli oda ve çok zayıf bir kahvaltı. Bir daha asla!
Sayın Ayşe Hanım, soğuk çorba hakkında bize yazdığınız için teşekkür ederiz. Çok üzgünüz ve mutfakla konuştuk.
Tesisatçı iki gün geç geldi, bütün koridoru çamur içinde bıraktı ve aynı parça için iki kez para aldı.
Paket hiç gelmedi ve satıcı mesajlarıma cevap vermiyor""",
    "fi": """Odotimme ruokaa melkein tunnin, ja sitten se oli kylmää.
Kakku oli kuiva eikä myyjä edes pyytänyt anteeksi.
Epäystävällinen vastaanotto, likainen huone ja vaatimaton aamiainen. Ei enää koskaan!
Hyvä Anna, kiitos että kerroit meille kylmästä keitosta. Olemme pahoillamme ja olemme puhuneet keittiön kanssa.
Putkimies tuli kaksi päivää myöhässä, jätti mutaa koko käytävään ja laskutti meitä kahdesti samasta osasta.
Paketti ei koskaan tullut perille eikä myyjä vastaa viesteihini""",
    "et": """Ootasime toitu peaaegu tund aega ja siis oli see külm.
Tort oli kuiv ja müüja ei vabandanud isegi.
Ebasõbralik vastuvõtt, räpane tuba ja kehv hommikusöök. Mitte kunagi enam!
Lugupeetud Anna, täname, et kirjutasite meile külmast supist. Meil on väga kahju ja oleme köögiga rääkinud.""",
    "lv": """Mēs gaidījām ēdienu gandrīz stundu, un tad tas bija auksts.
Kūka bija sausa, un pārdevēja pat neatvainojās.
Cienījamā Anna, paldies, ka uzrakstījāt mums par auksto zupu. Mums ļoti žēl, un mēs esam runājuši ar virtuvi.""",
    "lt": """Maisto laukėme beveik valandą, o tada jis buvo šaltas.
Tortas buvo sausas, o pardavėja net neatsiprašė.
Gerbiama Ana, ačiū, kad parašėte mums apie šaltą sriubą. Mums labai gaila ir mes jau kalbėjome su virtuve.""",
    "id": """Kami menunggu hampir satu jam dan makanannya sudah dingin.
Kuenya kering dan penjaga tokonya bahkan tidak meminta maaf.
Penyambutan tidak ramah, kamar kotor dan sarapan seadanya. Tidak akan kembali lagi!
Ibu Anna yang terhormat, terima kasih sudah memberi tahu kami tentang sup yang dingin. Kami mohon maaf dan sudah berbicara dengan dapur.
Tukang ledeng datang terlambat dua hari, meninggalkan lumpur di mana-mana dan menagih dua kali untuk suku cadang yang sama karena salah catat.""",
    "ca": """Vam esperar gairebé una hora i el menjar va arribar fred.
El pastís era sec i la dependenta ni tan sols va demanar perdó.
Benvolguda Anna, gràcies per explicar-nos el que va passar amb la sopa. Ens sap molt greu i hem parlat amb la cuina.
El lampista va venir dos dies tard, va deixar fang per tot el passadís i ens va cobrar dues vegades la mateixa peça.""",
    "gl": """Agardamos case unha hora e a comida chegou fría á mesa, ademais o camareiro non foi nada amable.
Estimada Ana, moitas grazas por contarnos o que pasou coa sopa. Sentímolo moito e xa falamos coa cociña.""",
    "af": """Ons het amper 'n uur vir die kos gewag en toe was dit koud.
Die koek was droog en die vrou by die toonbank het nie eers om verskoning gevra nie.
Beste Anna, dankie dat jy ons van die koue sop vertel het. Ons is jammer en het met die kombuis gepraat.""",
    "vi": """Chúng tôi đợi gần một tiếng và khi món ăn ra thì đã nguội.
Bánh khô và người bán hàng không hề xin lỗi.
Chào chị Anna, cảm ơn chị đã cho chúng tôi biết về bát súp nguội. Chúng tôi rất tiếc và đã nói chuyện với nhà bếp.""",
    "tl": """Halos isang oras kaming naghintay ng pagkain tapos malamig na.
Tuyo ang cake at hindi man lang humingi ng paumanhin ang tindera sa amin.
Salamat po sa pagsabi sa amin tungkol sa malamig na sabaw. Pasensya na po at kinausap na namin ang kusina.""",
    "ru": """Мы ждали еду почти час, а потом она была холодной.
Торт был сухой, а продавщица даже не извинилась.
Неприветливый приём, грязный номер и скудный завтрак. Больше никогда!
Уважаемая Анна, спасибо, что рассказали нам о холодном супе. Нам очень жаль, мы поговорили с кухней.
Сантехник пришёл на два дня позже, оставил грязь по всему коридору и взял деньги дважды за одну и ту же деталь.""",
    "uk": """Ми чекали на їжу майже годину, а потім вона була холодна.
Торт був сухий, а продавчиня навіть не вибачилася.
Непривітний прийом, брудний номер і скромний сніданок. Більше ніколи!
Шановна Анно, дякуємо, що розповіли нам про холодний суп. Нам дуже шкода, ми поговорили з кухнею.""",
    "be": """Мы чакалі ежу амаль гадзіну, а потым яна была халодная.
Паважаная Ганна, дзякуй, што расказалі нам пра халодны суп. Нам вельмі шкада, мы пагаварылі з кухняй.""",
    "bg": """Чакахме храната почти час, а после беше студена.
Тортата беше суха, а продавачката дори не се извини.
Уважаема Анна, благодарим Ви, че ни писахте за студената супа. Много съжаляваме и говорихме с кухнята.""",
    "mk": """Чекавме за храната речиси еден час, а потоа беше ладна.
Тортата беше сува, а продавачката дури не се извини за тоа.
Почитувана Ана, ви благодариме што ни кажавте за ладната супа. Многу ни е жал и веќе зборувавме со кујната.""",
    "sr": """Чекали смо храну скоро сат времена, а онда је била хладна.
Торта је била сува, а продавачица се није ни извинила.
Поштована Ана, хвала што сте нам писали о хладној супи. Веома нам је жао и разговарали смо са кухињом.""",
    "el": """Περιμέναμε σχεδόν μία ώρα και το φαγητό ήρθε κρύο.
Η τούρτα ήταν στεγνή και η πωλήτρια ούτε καν ζήτησε συγγνώμη.
Απαράδεκτη εξυπηρέτηση από το προσωπικό, δεν θα ξαναπάμε.""",
    "he": """חיכינו כמעט שעה לאוכל ואז הוא הגיע קר.
העוגה הייתה יבשה והמוכרת אפילו לא התנצלה.""",
    "ar": """انتظرنا ما يقارب الساعة حتى وصل الطعام وكان باردا جدا.
الكعكة كانت جافة والبائعة لم تعتذر حتى.
شكرا لك على إخبارنا عن الحساء البارد، نعتذر لكم وقد تحدثنا مع المطبخ.""",
    "fa": """تقریبا یک ساعت منتظر غذا بودیم و بعد سرد بود.
کیک خشک بود و فروشنده حتی عذرخواهی هم نکرد.""",
    "ur": """ہم نے کھانے کے لیے تقریباً ایک گھنٹہ انتظار کیا اور پھر وہ ٹھنڈا تھا۔""",
    "hi": """हमने खाने के लिए लगभग एक घंटा इंतज़ार किया और फिर वह ठंडा था।
केक सूखा था और दुकानदार ने माफ़ी तक नहीं मांगी।""",
    "mr": """आम्ही जेवणासाठी जवळपास एक तास थांबलो आणि ते थंड होते, सेवा खूप खराब आहे.""",
    "ne": """हामीले खानाको लागि झन्डै एक घण्टा कुर्यौं र त्यो चिसो थियो, सेवा राम्रो छैन।""",
    "ja": """料理が出てくるまで一時間近く待たされ、しかも冷めていました。
ケーキがパサパサで、店員さんは謝りもしませんでした。
この度はご不便をおかけし、誠に申し訳ございませんでした。""",
    "zh": """我们等了将近一个小时，菜上来的时候已经凉了。
蛋糕很干，店员连一句道歉都没有。
這家餐廳的服務態度非常差，再也不會來了。""",
    "ko": """음식을 거의 한 시간이나 기다렸는데 식어서 나왔어요.
케이크는 퍽퍽했고 점원은 사과도 하지 않았습니다.""",
    "th": """เรารออาหารเกือบหนึ่งชั่วโมงและพอมาถึงก็เย็นแล้ว
เค้กแห้งมากและพนักงานไม่ขอโทษเลย""",
    "ka": """თითქმის ერთი საათი ველოდით საჭმელს და ცივი მოგვიტანეს.""",
    "hy": """Գրեթե մեկ ժամ սպասեցինք ուտելիքին, և այն սառն էր։""",
    "bn": """আমরা খাবারের জন্য প্রায় এক ঘণ্টা অপেক্ষা করেছি এবং তা ঠান্ডা ছিল।""",
    "ta": """உணவுக்காக கிட்டத்தட்ட ஒரு மணி நேரம் காத்திருந்தோம், அது குளிர்ந்திருந்தது.""",
}
"""One review or answer a line; short and long, some without their accents."""

MORE = {
    "en": """Garage kept my car for a week, then rang to say they hadn't even looked at it.
Hairdresser cut off far more than I asked for and laughed when I complained.
We are really sorry that your boiler broke down again on Christmas Eve. Please ring me, I want to put it right.
Dentist hurt me, bill was double the quote.""",
    "de": """Die Werkstatt hat mein Auto eine Woche behalten und dann angerufen, dass sie noch gar nicht draufgeschaut haben.
Friseurin hat viel zu viel abgeschnitten und nur gelacht, als ich mich beschwert habe.
Dass Ihre Heizung an Heiligabend wieder ausgefallen ist, bedauern wir sehr. Rufen Sie mich bitte an, ich kümmere mich persönlich.
Der Zahnarzt war grob und die Rechnung doppelt so hoch wie angekündigt.""",
    "fr": """Le garage a gardé ma voiture une semaine puis m'a appelé pour dire qu'il ne l'avait même pas regardée.
La coiffeuse a coupé beaucoup trop court et elle a rigolé quand je me suis plainte.
Nous regrettons sincèrement que votre chaudière soit retombée en panne le soir de Noël. Appelez-moi, je m'en occupe moi-même.
Dentiste brutal, facture deux fois plus élevée que le devis.""",
    "es": """El taller se quedó con mi coche una semana y luego llamó para decir que ni lo habían mirado.
La peluquera me cortó mucho más de lo que pedí y se rió cuando me quejé.
Lamentamos de verdad que su caldera volviera a estropearse en Nochebuena. Llámeme y lo arreglo yo mismo.
Dentista bruto, la factura el doble del presupuesto.""",
    "pt": """A oficina ficou com o meu carro uma semana e depois ligou a dizer que nem o tinha visto.
A cabeleireira cortou muito mais do que eu pedi e ainda se riu quando reclamei.
Lamentamos de verdade que a sua caldeira tenha avariado outra vez na véspera de Natal. Ligue-me, por favor.""",
    "it": """L'officina ha tenuto la mia macchina una settimana e poi ha chiamato per dire che non l'aveva nemmeno guardata.
La parrucchiera ha tagliato molto più di quanto avevo chiesto e si è messa a ridere quando mi sono lamentata.
Siamo davvero dispiaciuti che la sua caldaia si sia rotta di nuovo la vigilia di Natale. Mi chiami, me ne occupo io.""",
    "nl": """De garage hield mijn auto een week en belde toen om te zeggen dat ze er nog niet eens naar hadden gekeken.
De kapster knipte er veel meer af dan ik vroeg en lachte toen ik klaagde.
Het spijt ons dat uw ketel op kerstavond opnieuw uitviel. Bel mij gerust, dan los ik het zelf op.""",
    "da": """Værkstedet beholdt min bil en uge og ringede så for at sige, at de slet ikke havde set på den.
Frisøren klippede meget mere af, end jeg bad om, og grinede, da jeg klagede.
Vi er oprigtigt kede af, at jeres fyr gik i stykker igen juleaften. Ring til mig, så ordner jeg det selv.""",
    "nb": """Verkstedet beholdt bilen min en uke og ringte så for å si at de ikke hadde sett på den ennå.
Frisøren klippet av mye mer enn jeg ba om og lo da jeg klaget.
Vi er oppriktig lei oss for at fyren deres gikk i stykker igjen på julaften. Ring meg, så ordner jeg det selv.""",
    "sv": """Verkstaden behöll min bil en vecka och ringde sedan för att säga att de inte ens hade tittat på den.
Frisören klippte av mycket mer än jag bad om och skrattade när jag klagade.
Vi är uppriktigt ledsna över att er panna gick sönder igen på julafton. Ring mig så ordnar jag det själv.""",
    "pl": """Warsztat trzymał mój samochód tydzień, a potem zadzwonili, że nawet na niego nie spojrzeli.
Fryzjerka obcięła dużo więcej, niż prosiłam, i śmiała się, kiedy się skarżyłam.
Naprawdę żałujemy, że Państwa piec znów zepsuł się w Wigilię. Proszę do mnie zadzwonić, sam to naprawię.""",
    "cs": """Servis si nechal moje auto týden a pak zavolal, že se na něj ještě ani nepodívali.
Kadeřnice ostříhala mnohem víc, než jsem chtěla, a smála se, když jsem si stěžovala.
Opravdu nás mrzí, že se vám kotel na Štědrý den znovu porouchal. Zavolejte mi, vyřeším to sám.""",
    "tr": """Tamirci arabamı bir hafta tuttu, sonra arayıp daha bakmadıklarını söyledi.
Kuaför istediğimden çok daha fazla kesti ve şikayet edince güldü.
Kombinizin yılbaşı gecesi yeniden bozulmasına gerçekten üzüldük. Lütfen beni arayın, ben ilgileneceğim.""",
    "ro": """Service-ul mi-a ținut mașina o săptămână și apoi m-a sunat să spună că nici nu s-au uitat la ea.
Frizerița a tăiat mult mai mult decât am cerut și a râs când m-am plâns.""",
    "hu": """A szerviz egy hétig ott tartotta az autómat, aztán felhívtak, hogy rá se néztek.
A fodrász sokkal többet vágott le, mint amennyit kértem, és nevetett, amikor panaszkodtam.""",
    "fi": """Korjaamo piti autoani viikon ja soitti sitten, etteivät he olleet vielä edes katsoneet sitä.
Kampaaja leikkasi paljon enemmän kuin pyysin ja nauroi, kun valitin.""",
    "hr": """Servis je držao moj auto tjedan dana i onda nazvao da ga nisu ni pogledali.
Frizerka je odrezala puno više nego što sam tražila i smijala se kad sam se požalila.""",
    "id": """Bengkel menahan mobil saya seminggu lalu menelepon bahwa mereka belum memeriksanya sama sekali.
Penata rambut memotong jauh lebih banyak dari yang saya minta dan malah tertawa saat saya mengeluh.""",
    "ru": """Сервис держал мою машину неделю, а потом позвонили и сказали, что даже не смотрели её.
Парикмахер отрезала гораздо больше, чем я просила, и смеялась, когда я пожаловалась.
Нам искренне жаль, что ваш котёл снова сломался в сочельник. Позвоните мне, я сам всё исправлю.""",
    "uk": """Майстерня тримала мою машину тиждень, а потім подзвонили, що навіть не дивилися її.
Перукарка відрізала набагато більше, ніж я просила, і сміялася, коли я поскаржилася.""",
    "bg": """Сервизът държа колата ми една седмица и после се обадиха, че дори не са я погледнали.
Фризьорката отряза много повече, отколкото исках, и се смееше, когато се оплаках.""",
    "el": """Το συνεργείο κράτησε το αυτοκίνητό μου μια εβδομάδα και μετά τηλεφώνησαν ότι δεν το είχαν κοιτάξει.""",
    "ja": """修理工場に車を一週間預けたのに、まだ見てもいないと電話が来ました。""",
    "ko": """정비소에서 차를 일주일이나 붙잡고 있더니 아직 보지도 않았다고 전화가 왔어요.""",
    "zh": """修车厂把我的车扣了一个星期，然后打电话说还没看过。""",
}
"""Of other trades: these told whether the lists of words are good enough, none was made for them."""

OTHERS = """Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.
Tulisubiri chakula karibu saa nzima na kilipofika kilikuwa baridi, huduma mbaya sana.
Ia ordubete itxaron genuen janaria, eta hotza zegoen; zerbitzaria ez zen batere atsegina izan.
Við biðum í næstum klukkutíma eftir matnum og þá var hann orðinn kaldur.
Fe wnaethon ni aros bron i awr am y bwyd ac wedyn roedd e'n oer, gwasanaeth gwael iawn.
Pritëm gati një orë për ushqimin dhe pastaj ishte i ftohtë, shërbimi shumë i keq.
Stennejna kważi siegħa għall-ikel u mbagħad kien kiesaħ, is-servizz ħażin ħafna.
Atendis preskaŭ unu horon por la manĝaĵo kaj poste ĝi estis malvarma.
D'fhanamar beagnach uair an chloig leis an mbia agus ansin bhí sé fuar.
Біз тамақты бір сағатқа жуық күттік, содан кейін ол суық болды.
Ban təxminən bir saat gözlədik, xidmət bərbad idi."""
"""Texts in languages that the program does not know: nothing may be said of them."""
