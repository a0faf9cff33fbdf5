"""What reviews and answers are made of, in languages of the west and north of Europe.

Small words first; behind the bar what people say of shops, meals and rooms. Words that two
languages share stand in both: they cancel each other out.
"""

WESTERN = {
    "en": """the and to of a i in was is it you that for we my our were with not this be have had on are
        they your but at as so all me from by an or very if would there which when what who no out
        up us them their he she his her been has did do does don didn wasn t s ve ll re m can could
        will just only more than after about get got even back again never too also then how because
        before time first asked said really like one some any here well new over into other these
        those am dont didnt cant wont nothing everything anyone nobody someone until while through
        without both each few most many much off own same such two three left | food service staff
        good great bad place nice order ordered sorry thank thanks told came went customer please
        price prices room hotel restaurant shop waited waiting arrived cold late rude money paid
        refund phone manager visit experience recommend parcel delivery review welcome hear
        apologise apologies dear kind regards""",
    "de": """der die und das ich in war nicht ist es zu den mit wir ein eine sie auf für von im dem so
        auch an als aber sehr haben hat hatte wurde waren sind bei man mir mich uns unser unsere nur
        noch nach aus wie wenn dass daß einen einem einer sich kein keine ihr ihre ihnen ihren ihrem
        er oder schon wieder da dann hier mehr am um zum zur vom vor über durch bis was wird werden
        kann konnte immer leider nie alles gar doch weil dieser diese dieses nein viel ganz habe
        etwas gewesen worden ohne hätte würde wäre muss musste sollte wollte sagte kam ging gibt gab
        zwei drei jetzt heute ihn ins beim gegen trotzdem niemand keiner unserer unseren seine
        seinen erst fast mal denn überall | gut gute schlecht essen bedienung personal danke bitte
        gerne gern freundlich unfreundlich bestellt bekommen zeit geld tut zimmer frühstück gewartet
        kalt spät laden geschäft verkäufer verkäuferin kellner preis preise rechnung lieferung
        bezahlt enttäuscht entschuldigt empfehlen empfehlenswert bestellung besuch nachricht
        herzlichen dank grüße freundlichen hallo liebe stunde stunden tage euro leid qualität lecker
        schade schmutzig""",
    "fr": """de la le et les est à un une des en je que pour nous pas était dans du qui a ne on ce vous
        il au avec plus sur très mais j l d c n s qu m y par tout été ai sont se elle ils son sa ses
        mon ma mes notre nos votre vos cette ces si bien même aussi fait avons avoir être avait sans
        ou où comme leur aucun aucune rien jamais trop peu après avant chez encore donc quand dont
        aux cela ça car êtes avez ont étaient deux ceux celui chaque quelque quelques pourtant alors
        ni peut faire étions pendant presque depuis vers entre plusieurs leurs toute toutes tous nul
        près voir dit moi toi lui chose | bon bonne service accueil personnel merci bonjour mauvais
        mauvaise désolé commande fois chambre petit déjeuner attendu froid froids retard prix
        accueillant serveur serveuse déçu déçue recommande livraison commandé client cliente
        restaurant hôtel plats plat message cordialement madame monsieur heure heures jours désolés
        remercions sale sec déçus médiocre tarte""",
    "es": """de la que el y en a los no un una con es muy por para me se lo las del nos al pero más fue
        su le mi era como si está todo ni sin o son ha he hay cuando nuestro nuestra sus te porque
        bien mal también este esta estaba ya nada desde hasta tan donde yo les ser tiene tienen han
        sido hemos había solo sólo mucho mucha después qué otra otro vez nunca usted ustedes ella
        ellos eso esto dos fuimos tenía hace cada aunque sobre hubo casi durante entre siquiera
        ahora luego entonces ante algo alguien nadie todos todas aquí allí así pues fueron eran
        tuvimos venir unos unas nosotros muchas muchos | buena bueno mala trato servicio comida
        personal gracias volver hola día mejor peor dijo habitación desayuno esperamos esperar frío
        fría tarde precio precios camarero camarera recomiendo pedido tienda cliente clientes
        restaurante hotel mensaje saludos estimado estimada hora horas días sentimos lamentamos
        perdón pésimo pésima fatal sucia sucio dinero cuenta calidad lugar sitio llegó""",
    "pt": """de a o que e do da em um uma para com não é os no na se por mais as dos foi muito ao eu me
        mas nos das meu minha nosso nossa seu sua ou como à são tem estava era quando até sem também
        nem só pelo pela isso este esta ele ela já nós você vocês lhe está bem fui fomos tudo nada
        depois ainda aos às num numa foram ser ter tinha porque havia esse essa nunca sobre dois
        duas temos houve quase durante entre sequer agora então algo alguém ninguém todos todas aqui
        ali assim pois eram tivemos uns umas outra outro toda todo desde cada mesmo mesma pra tá
        fazer | boa bom mau má atendimento comida serviço obrigado obrigada pessoal péssimo péssima
        ótimo voltar olá dia vez quarto café manhã esperar frio fria atraso preço preços garçom
        recomendo pedido loja cliente clientes restaurante hotel mensagem mensagens cara caro
        prezado prezada hora horas dias lamentamos desculpa desculpe produto sujo suja dinheiro
        conta qualidade lugar chegou comprei entrega responde funcionária funcionário falta
        cumprimentos""",
    "it": """di e il la che è un a in non per una sono con le i del della si da mi al ci ma più ho era
        anche nel lo come molto alla ha gli dei ed o se questo questa tutto abbiamo stato stata
        nostro nostra suo sua hanno dopo senza solo poi perché ne quando siamo ai nella delle dal
        mai mio mia l d c dell all qui sempre stati cosa ancora tutti quello sul sulla vi lei loro
        essere avere mentre neanche niente due dove quasi durante tra fra nemmeno adesso allora
        qualcosa nessuno tutte lì così però erano avevamo uno nostri noi voi ogni altro altra già
        sia fatto fare detto prima meno sugli dagli agli degli nei negli | personale servizio cibo
        grazie buono buona ottimo pessimo pessima locale qualità cortese prezzo volta camera
        colazione aspettato freddo fredda freddi ritardo prezzi cameriere cameriera consiglio ordine
        negozio cliente clienti ristorante albergo hotel messaggio gentile cordiali saluti ora ore
        giorni dispiace scusa scuse sporca sporco soldi conto posto arrivato arrivati accoglienza
        evitare maleducato maleducata scarsa torneremo sbagliato delusi deluso consegna""",
    "nl": """de het een en van ik in is dat te was niet op we met voor er zijn die ook aan maar om als
        heb bij had heel hebben wij naar ons onze of uit nog zo dan door dit geen mijn werd kan meer
        je u uw hun ze zij wat hij haar over al wel worden wordt zeer waren hebt heeft veel weer
        toen omdat waar nooit alles niets moeten moest kunnen kwam mij me deze tot na alleen geweest
        gekregen echt iets niemand iemand hadden bijna tijdens tussen zelfs nu daarna alle anders
        andere elke eerst gaan ging gaat kwamen zou zouden moet zonder onder twee drie gewoon maken
        gemaakt nou overal dezelfde hetzelfde vond toch eens | goed goede slecht slechte eten
        bediening personeel bedankt jammer graag keer tijd vriendelijk klant besteld helaas lekker
        kamer ontbijt gewacht koud laat prijs prijzen ober aanrader bestelling winkel klanten
        restaurant hotel bericht vriendelijke groet beste uur dagen spijt excuses vies vieze geld
        rekening plek pakket verkoper verkoopster onvriendelijk levering teleurgesteld betaald
        gesproken reageert ontvangst mails keuken rekende""",
    "da": """og i at det er en til på af jeg den var ikke de med vi for der et som har men så havde os
        blev min vores fra om meget kan man ved også efter eller når hun han hvad ingen være noget
        ud få fik mig selv hvor over kun vil skulle hvis her alt bare sin mere igen uden ville jeres
        dig dem aldrig nogen været blevet bliver kunne lidt denne dette deres ned ind op fordi kom
        rigtig tilbage begge nej sig mange blive lige hvordan nogle måske næste næsten hele gik gav
        altid hvert hvilken intet både enten heller jo nu sagde tog tage gange dage uger selvom
        engang hos endnu siger mest mindre sådan først frem hinanden dertil dog | godt god dårlig
        dårlige maden betjening personale tak mad beklager venlig kunde kroner gang værelse værelset
        morgenmad ventede ventet kold koldt sent pris priser tjener tjeneren anbefale anbefales
        bestilling butik butikken kunder restaurant hotel besked beskeder hilsen kære time timer
        undskyld undskylde beskidt penge regning regningen sted pakken sælgeren sælger svarer
        uvenlig levering skuffet betalt talt køkkenet modtagelse fortalte oplevelse dejlig lækker
        lækkert tør""",
    "nb": """og i det er en til på av jeg den var ikke de med vi for der et som har men så hadde oss ble
        min vår vårt våre fra om veldig kan man ved også etter eller når hun han hva ingen være noe
        ut få fikk meg selv hvor over bare vil skulle hvis her alt mer igjen uten ville dere deres
        deg dem aldri noen vært blitt blir kunne litt denne dette ned inn opp fordi kom tilbake
        begge å at ikkje mye enn sa tok nå nei seg mange bli hvordan kanskje neste nesten hele gikk
        ga alltid hver hvilken ingenting både enten heller jo ta ganger dager uker engang hos enda
        sier mest mindre sånn først frem hverandre dog da kommet | godt god dårlig dårlige maten
        betjening personalet takk mat beklager hyggelig kjempe kunde gang rom rommet frokost ventet
        kald kaldt sent pris priser servitør servitøren anbefale anbefales bestilling butikk
        butikken kunder restaurant hotell beskjed meldinger vennlig hilsen kjære time timer unnskyld
        beklage skittent skitten penger regning regningen sted pakken selgeren selger svarer
        uvennlig levering skuffet betalt snakket kjøkkenet mottakelse fortalte opplevelse deilig
        tørr""",
    "sv": """och i att det är en till på av jag den var inte de med vi för ett som har men så hade oss
        blev min vår vårt våra från om mycket kan man vid också efter eller när hon han vad ingen
        vara något ut få fick mig själv över bara vill skulle här allt mer igen utan ville ni er dig
        dem mitt aldrig någon varit blivit blir kunde lite denna detta deras ner in upp eftersom kom
        tillbaka båda riktigt inget sig nej många bli hur några kanske nästa nästan hela gick gav
        alltid varje vilken ingenting både antingen heller ju nu sa sade tog ta gånger dagar veckor
        även ens hos ännu säger mest mindre sådan först fram varandra dock då mot under sen sedan
        två | bra dålig dåliga dåligt maten betjäning personalen tack mat beklagar trevlig trevliga
        kund gång rum rummet frukost väntade väntat kall kallt sent pris priser servitör servitören
        rekommendera rekommenderas beställning butik butiken kunder restaurang hotell meddelande
        meddelanden vänlig hälsning hälsningar hej timme timmar ursäkt ursäkta smutsigt smutsig
        pengar nota notan ställe paketet säljaren säljare svarar otrevlig otrevligt leverans
        besviken betalt pratat köket bemötande berättade upplevelse god gott torr""",
    "fi": """ja on ei oli että se en mutta kun myös niin kuin hän me ne tai jo vain ovat joka mitä nyt
        sitten olen olemme olivat ole olla minä meille meidän minun meitä minulle teidän teille
        vielä sekä jos kanssa jälkeen ennen ilman erittäin todella koskaan mitään kaikki tämä tämän
        siellä täällä sen sitä ihan aivan hyvin paljon koska saimme eikä emme eivät tuli uudelleen
        kertaa teitä heitä melkein jokainen jotain joku kukaan miksi aikana kaksi kerran kahdesti
        oma koko sama kuitenkin miten meillä teillä edes enää ainoastaan joten kautta asti heti
        myöskään voi voisi pitäisi saada saatu tulla tullut päivää perille kenenkään | hyvä hyvää
        huono huonoa ruoka ruokaa palvelu henkilökunta kiitos kiitämme pahoittelemme valitettavasti
        huone huoneen aamiainen odotimme odotin kylmä kylmää myöhässä hinta hinnat tarjoilija
        suosittelen suositella tilaus tilasimme kauppa asiakas asiakkaan ravintola hotelli viesti
        viestit viesteihin ystävällisin terveisin pahoillamme anteeksi likainen rahaa lasku paketti
        myyjä vastaa toimitus laatu päivä tunnin tuntia keittiön maukas vastaanotto epäystävällinen
        palvelua palautteesta""",
    "ca": """de la i que el a en un una els les no per amb és del molt al es va ens em ha més ho però si
        com són tot ni sense o hi quan nostre nostra seu seva perquè també aquest aquesta estava ja
        res des fins on jo ser té tenen han estat hem havia només després què altre altra mai vostè
        vostès vam l d s m n pel pels dels als era ben gens tan fer cap gairebé durant entre ara
        llavors algú ningú tots totes aquí allà així doncs eren uns unes nosaltres seves nostres vau
        fa havíem vaig tres dues dos nit hora cada mateix mateixa altres alguna mentre | bé bona bo
        mal dolent tracte servei menjar personal gràcies hola vegada dia habitació esmorzar esperar
        fred freda tard preu preus cambrer cambrera recomano comanda botiga client clients
        restaurant missatge salutacions benvolgut benvolguda hores dies perdó pèssim bruta brut
        diners compte qualitat lloc arribar cuina greu sopa""",
    "gl": """de a o que e do da en un unha para con non é os no na se por máis as dos foi moi ao eu me
        mais pero nos das meu miña noso nosa seu súa ou como á son ten estaba era cando ata sen
        tamén nin só polo pola iso este esta el ela xa nós vostede está fun fomos todo nada despois
        aínda aos ás nun nunha foron ser ter tiña porque había moito cun nunca case durante entre
        agora entón algo alguén ninguén todos todas aquí alí así eran uns unhas coa co coas cos
        foise moita moitas ademais mesmo mesma outra outro dúas dous facer | ben boa bo mal mala
        atención comida servizo grazas persoal vez habitación almorzo esperar frío fría tarde prezo
        prezos camareiro recomendo pedido tenda cliente clientes restaurante mensaxe saúdos estimado
        estimada hora horas días sentimos perdón sucia diñeiro conta calidade lugar chegou cociña
        amable""",
    "af": """die en van ek in is dat te was nie op ons met vir daar het wat ook aan maar om as by baie
        hulle na of uit nog so dan deur dit geen my word kan meer jy u jou hul sy hy haar oor al wel
        waren toe omdat waar nooit alles niks moes kon kwam hierdie tot net weer sal iets niemand
        iemand byna tydens tussen selfs nou daarna alle ander elke eers gaan gekom sou moet sonder
        onder twee drie gewees geword wees maak oral dieselfde gehad jammer daardie amper | kos
        diens personeel dankie asseblief keer tyd goeie slegte sleg goed lekker kamer ontbyt gewag
        koud laat prys pryse kelner bestelling winkel kliënt restaurant boodskap groete beste uur
        dae spyt verskoning vuil geld rekening pakkie verkoper onvriendelik aflewering betaal
        kombuis gepraat vertel""",
}
