/**
 * How a language says that an act was announced and agreed, and that it was not. Patterns over `textKey`: lower case, no accents, one space
 * between words. `early` stands before what was announced, `ahead` somewhere after it. `breached`: said of what was done against the
 * agreement or out of the blue.
 */
export type NoticeWords = Readonly<{
  agreed: string
  announced: string
  ahead: string
  early: string
  not: string
  only: string
  onNotice: readonly string[]
  breached: readonly string[]
}>

/** What is withdrawn on a day that was named before: that is how versions and products end. Who withdraws or retires is none. */
export const withdrawn = new RegExp(
  [
    "(?<!(sponsor|manager|champion|director|contact|founder|owner|chief|officer|lead|head) (has |is )?)(retired|retiring)|deprecat|sunset|end of (life|support)",
    "abgek(u|ue)ndigt|abk(u|ue)ndigung|ausgemustert|support ?ende|ende (des|der) (supports?|wartung|unterst(u|ue)tzung)",
    "(version|api|produit|module|connecteur|produto|producto|modulo|versione|versao|prodotto)\\b.* (retir|ritirat|descontinu|dismess)",
    "retrait d(e|u|es) (la |l |d )?(version|api|produit|module|connecteur)|fin d(e|u) (vie|support)",
    "(retirada|descontinuacion|descontinuacao|ritiro|dismissione) d(e|el|ella|a|o) (la |el )?(version|versione|versao|api|producto|produto|prodotto)",
    "(fin|fim|fine) d(e|el|el ciclo de|a|o) (vida|vita|soporte|suporte|supporto)",
    "uitgefaseerd|uitfasering|einde (van de )?(levensduur|ondersteuning)",
  ].join("|"),
)

const english: NoticeWords = {
  agreed: "agreed",
  announced: "announced",
  ahead: "before|ahead|in advance|beforehand|earlier",
  early: "previously|in advance|long",
  not: "not|never|nothing|nobody|neither|nor|no one|un|\\w+n t",
  only: "only|just|merely",
  onNotice: [
    "(?:on|with|after|gave|given|due) notice",
    "notice (?:given|period)",
    "by (?:mutual )?(?:agreement|consent)",
    "in agreement with",
  ],
  breached: [
    "without (?:any |prior |advance |due |our |their )*(?:notice|warning|agreement|consent)",
    "no (?:prior |advance |due )*(?:notice|warning)",
    "(?:at|on|with|after) (?:very )?short notice",
    "unannounced|unilateral\\w*",
    "(?:contrary to|against|in breach of|despite) (?:\\w+ ){0,3}?(?:agreed|agreement|notice)",
  ],
}

const german: NoticeWords = {
  agreed: "(?:vereinbart|abgesprochen|verabredet|abgestimmt|zugestimmt|einvernehmlich)\\w*",
  announced: "angek(?:u|ue)ndigt\\w*",
  ahead: "vorher|zuvor|vorab|(?:im )?voraus|rechtzeitig|fr(?:u|ue)hzeitig|fristgerecht|mit vorlauf",
  early:
    "vorher|zuvor|vorab|voraus|rechtzeitig|fr(?:u|ue)hzeitig|fristgerecht|lange|langem|l(?:a|ae)ngst|(?:wochen|monate|jahre?) davor",
  not: "nicht|nichts|nie|niemals|niemand\\w*|weder|noch nie|kein\\w*",
  only: "nur|bloss|lediglich",
  onNotice: [
    "i[mn] (?:\\w+ )?einvernehmen",
    "einhaltung der (?:\\w+ )?\\w*frist|\\w*frist(?:en)? (?:wurden? |war(?:en)? )?eingehalten",
    "in absprache|nach absprache|absprachegem(?:a|ae)ss|vereinbarungsgem(?:a|ae)ss",
    "fristgerecht\\w*|fristgem(?:a|ae)ss\\w*|mit (?:\\w+ ){0,3}?(?:frist|vorlauf|k(?:u|ue)ndigungsfrist)",
  ],
  breached: [
    "ohne (?:jede\\w* |vorherige\\w* |unsere\\w* |eine\\w* |r(?:u|ue)ck |die )*(?:vor)?(?:ank(?:u|ue)ndigung|absprache|warnung|vereinbarung|frist|vorlauf|zustimmung|abstimmung|r(?:u|ue)cksprache|einvernehmen)",
    "kein\\w* (?:\\w+ )?(?:ank(?:u|ue)ndigung|absprache|vereinbarung|frist|vorlauf|zustimmung|einvernehmen)",
    "(?:nicht|nie) (?:fristgerecht|fristgem(?:a|ae)ss|i[mn] (?:\\w+ )?einvernehmen|in absprache|frist)\\w*",
    "unangek(?:u|ue)ndigt\\w*|unabgestimmt\\w*|unabgesprochen\\w*|einseitig\\w*|eigenm(?:a|ae)chtig\\w*|fristlos\\w*|kurzfristig\\w*",
    "vereinbarungswidrig\\w*|abredewidrig\\w*|vertragswidrig\\w*",
    "(?:entgegen|trotz|gegen) (?:\\w+ )?(?:vereinbar|absprache|abrede|zusage)\\w*",
    "(?:vereinbart|abgesprochen|angek(?:u|ue)ndigt) (?:wurde|war|ist) (?:\\w+ )?(?:nicht|nichts|nie)",
  ],
}

const french: NoticeWords = {
  agreed: "convenue?s?|concertee?s?",
  announced: "annoncee?s?",
  ahead: "avant|auparavant|(?:a l |en |d )avance|plus tot",
  early: "prealablement|longtemps|a l avance|deja",
  not: "pas|jamais|rien|non|ni|aucune?|personne|sans (?:que|etre|(?:en |l |les )?avoir)",
  only: "seulement|uniquement",
  onNotice: [
    "(?:avec|sur|apres|moyennant) (?:un |le |leur |notre )?preavis",
    "preavis (?:respecte|donne|tenu|de \\w+ mois)",
    "(?:d un )?commun accord",
    "(?:en|avec) (?:l |leur |notre |votre |son )?accord (?:avec|de|du|des)",
  ],
  breached: [
    "sans (?:aucune? |le |la |l |moindre |notre |leur |nous )*(?:preavis|prevenir|accord|annonce|avertir|avertissement|concertation|consulter)",
    "(?:aucun|pas de) preavis|preavis non respecte",
    "inopinee?s?|inopinement|unilateral\\w*|unilateraux",
    "(?:a|avec un) (?:tres )?(?:bref|court) preavis|du jour au lendemain|au dernier moment",
    "(?:contrairement a|malgre|au mepris de) (?:\\w+ ){0,3}?(?:convenu|accord|preavis)",
  ],
}

const spanish: NoticeWords = {
  agreed: "(?:acordad|pactad|consensuad|convenid)[oa]s?|se (?:ha )?(?:acordo|acordaron|pacto)",
  announced: "(?:anunci|avis)(?:ad[oa]s?|amos)",
  ahead: "antes|con (?:\\w+ ){0,3}?(?:antelacion|anticipacion)|previamente|de antemano",
  early: "previamente|de antemano|con (?:antelacion|anticipacion)",
  not: "no|nunca|jamas|nada|nadie|ni|tampoco|sin (?:haber\\w*|ser|estar|que)",
  only: "solo|solamente|unicamente",
  onNotice: [
    "con (?:el )?(?:debido )?(?:preaviso|aviso previo|previo aviso)",
    "preaviso (?:de \\w+ mes(?:es)?|respetado|cumplido)",
    "de (?:comun|mutuo) acuerdo",
  ],
  breached: [
    "sin (?:ningun |previo |el |nuestro |su |debido )*(?:preaviso|aviso|avisar|acuerdo|anunci\\w+|antelacion|consultar\\w*)",
    "(?:con|a) (?:muy )?(?:poca|escasa) (?:antelacion|anticipacion)|ningun (?:preaviso|aviso)",
    "de improviso|inesperadamente|unilateral\\w*",
    "(?:contra|pese a|a pesar de|incumpli\\w+) (?:de )?(?:lo|el) (?:\\w+ )?(?:acordado|pactado|acuerdo|preaviso)",
  ],
}

const italian: NoticeWords = {
  agreed: "(?:concordat|pattuit)[oaie]",
  announced: "annunciat[oaie]|preannunciat[oaie]",
  ahead: "prima|in anticipo|con (?:\\w+ ){0,3}?anticipo|anticipatamente|per tempo",
  early: "anticipatamente|per tempo|in anticipo|da tempo",
  not: "non|mai|niente|nulla|nessun\\w*|ne|senza (?:essere|averl\\w|che)",
  only: "solo|soltanto|solamente",
  onNotice: [
    "con (?:il |un )?(?:dovuto |regolare )?preavviso",
    "preavviso (?:rispettato|dato|di \\w+ mes[ei])",
    "di comune accordo|d intesa con|come da accordi",
  ],
  breached: [
    "senza (?:alcun |nessun |il |il nostro |previo |dovuto )*(?:preavviso|avviso|avvis\\w+|accordo|annuncio|concordar\\w+|consultar\\w+)",
    "(?:con|a) (?:breve|scarso|poco) preavviso|nessun preavviso",
    "all improvviso|improvvisamente|unilateral\\w*",
    "(?:contro|contrariamente a|nonostante) (?:\\w+ )?(?:gli )?(?:accord[oi]|concordato|pattuito|preavviso)",
  ],
}

const portuguese: NoticeWords = {
  agreed: "(?:acordad|pactuad)[oa]s?|(?:como|conforme|foi|estava|era|tinha sido) combinad[oa]s?",
  announced: "(?:anunci|avis)(?:ad[oa]s?|amos)",
  ahead: "antes|com (?:\\w+ ){0,3}?antecedencia|previamente|antecipadamente",
  early: "previamente|antecipadamente|com antecedencia",
  not: "nao|nunca|jamais|nada|ninguem|nem|tampouco|sem (?:ter|ser|que)",
  only: "so|apenas|somente",
  onNotice: [
    "com (?:o )?(?:devido )?(?:aviso previo|pre ?aviso)",
    "(?:aviso previo|pre ?aviso) (?:de \\w+ mes(?:es)?|respeitado|cumprido)",
    "de (?:comum|mutuo) acordo",
  ],
  breached: [
    "sem (?:qualquer |nenhum |o |previo |nosso |devido )*(?:aviso|pre ?aviso|avisar|acordo|anunci\\w+|combinar|antecedencia|consultar)",
    "(?:com|em) (?:muito )?(?:pouca|curta) antecedencia|nenhum (?:aviso|pre ?aviso)",
    "de surpresa|em cima da hora|unilateral\\w*",
    "(?:contra|apesar d|ao contrario d|contrariando )o? ?(?:acordado|combinado|acordo)",
    "nao (?:\\w+ ){0,2}?combinad[oa]s?",
  ],
}

const dutch: NoticeWords = {
  agreed: "afgesproken|overeengekomen|afgestemde?",
  announced: "aangekondigde?",
  ahead: "vooraf|tevoren|voordien|op tijd|tijdig|eerder",
  early: "vooraf|tevoren|op tijd|tijdig|eerder|lang",
  not: "niet|nooit|niets|niemand|noch|geen",
  only: "alleen|slechts|enkel",
  onNotice: [
    "in (?:goed |onderling )?overleg",
    "volgens afspraak|met wederzijds goedvinden",
    "met (?:\\w+ ){0,3}?opzegtermijn|met inachtneming van",
  ],
  breached: [
    "zonder (?:enige |voorafgaande |enig |onze |geldige )*(?:voor)?(?:aankondiging|overleg|afspraak|waarschuwing|opzegtermijn|instemming)",
    "(?:geen|niet in) (?:\\w+ )?(?:aankondiging|overleg|opzegtermijn)",
    "onaangekondigde?|eenzijdige?|op korte termijn",
    "(?:tegen|ondanks|in strijd met) (?:\\w+ )?(?:afspra\\w+|afgesproken)",
  ],
}

export const languages: readonly NoticeWords[] = [english, german, french, spanish, italian, portuguese, dutch]
