import { expect, test } from "vitest"
import { isOnNotice } from "./onNotice.ts"

const said = (note: string) => isOnNotice({ kind: "rule_change", note })

test.each([
  [
    "announced half a year before and agreed",
    "was not only announced but agreed",
    "with due notice",
    "by mutual consent",
  ],
  [
    "ein halbes Jahr vorher angekündigt",
    "wie vereinbart",
    "die vereinbarte Pause",
    "nicht nur angekündigt, sondern abgesprochen",
    "unter Einhaltung der Frist",
    "war seit langem angekündigt",
    "rechtzeitig angekuendigt",
    "mit sechs Monaten Frist",
    "im Einvernehmen mit dem Partner",
  ],
  [
    "annoncée six mois à l'avance",
    "comme convenu",
    "les pauses convenues",
    "d'un commun accord",
    "avec préavis",
    "non seulement annoncé mais convenu",
  ],
  [
    "anunciada con seis meses de antelación",
    "según lo acordado",
    "las pausas pactadas",
    "de mutuo acuerdo",
    "con preaviso",
    "no solo anunciado, sino acordado",
  ],
  [
    "annunciata con sei mesi di anticipo",
    "come concordato",
    "di comune accordo",
    "con regolare preavviso",
    "non solo annunciato, ma concordato",
  ],
  [
    "anunciado com seis meses de antecedência",
    "conforme combinado",
    "de comum acordo",
    "com aviso prévio",
    "as pausas acordadas",
  ],
  [
    "vooraf aangekondigd",
    "zoals afgesproken",
    "in goed overleg",
    "met een opzegtermijn",
    "niet alleen aangekondigd, maar overeengekomen",
  ],
])("was announced and agreed: %s", (...notes) => {
  expect(notes.filter((note) => !said(note))).toEqual([])
})

test.each([
  [
    "without notice",
    "at short notice",
    "was never agreed",
    "not yet agreed",
    "wasn't announced in advance",
    "neither announced nor agreed",
    "contrary to what was agreed",
    "no notice period was kept",
  ],
  [
    "ohne Vorankündigung",
    "unangekündigte Umstellung",
    "wurde nie vereinbart",
    "weder angekündigt noch abgesprochen",
    "entgegen der Vereinbarung, vorher angekündigt",
    "nicht fristgerecht",
    "fristlos",
    "einseitig, kurzfristig angekündigt",
    "vereinbart wurde nichts",
  ],
  [
    "sans préavis",
    "sans en avoir convenu",
    "sans le moindre préavis",
    "n'a pas été annoncée à l'avance",
    "jamais convenu",
    "ni annoncé ni convenu",
    "décision unilatérale",
    "malgré l'accord convenu",
  ],
  [
    "sin previo aviso",
    "sin haberlo acordado",
    "nunca fue acordado",
    "no se había anunciado antes",
    "ni anunciado ni pactado",
    "en contra de lo acordado",
    "unilateralmente",
  ],
  [
    "senza alcun preavviso",
    "non era stato concordato",
    "mai annunciato prima",
    "né annunciato né concordato",
    "con breve preavviso",
  ],
  [
    "sem aviso prévio",
    "não foi combinado",
    "nunca foi acordado",
    "nem anunciado nem acordado",
    "apesar do acordado",
    "de surpresa",
  ],
  [
    "zonder aankondiging",
    "nooit afgesproken",
    "niet vooraf aangekondigd",
    "eenzijdig besloten",
    "in strijd met de afspraken",
  ],
])("was not announced, or not agreed: %s", (...notes) => {
  expect(notes.filter(said)).toEqual([])
})

test("a denial outweighs what is said beside it", () => {
  expect(said("announced half a year before, but never agreed")).toBe(false)
  expect(said("lange vorher angekündigt, aber nicht vereinbart")).toBe(false)
  expect(said("annoncé à l'avance, mais jamais convenu")).toBe(false)
})

test("a denial holds for its own clause", () => {
  expect(said("nothing new: agreed in May")).toBe(true)
  expect(said("nichts Neues, lange vorher angekündigt")).toBe(true)
})

test("an agreement that ends is no act that was agreed, and a note about something else says nothing", () => {
  for (const note of [
    "agreement terminated",
    "Vereinbarung gekündigt",
    "accord résilié",
    "fin d'accord",
    "acordo rescindido",
    "acuerdo roto",
    "accordo sciolto",
    "they disagreed",
    "announced on Monday",
    "am Montag angekündigt",
    "plan combinado",
    "",
  ])
    expect([note, said(note)]).toEqual([note, false])
})

test("a version that ends on its day was announced; a partner or a person who withdraws was not", () => {
  const ends = [
    "api version retired",
    "Version 2 abgekündigt",
    "retrait de la version 2",
    "fin de vie",
    "retirada de la versión 2",
    "fim do suporte",
    "dismissione della versione 2",
    "einde van de ondersteuning",
  ]
  expect(ends.filter((kind) => !isOnNotice({ kind }))).toEqual([])
  const leaves = [
    "retirada del socio",
    "partenaire retiré",
    "sponsor's retirement",
    "sponsor retired",
    "Vertrag gekündigt",
    "breaking api change",
  ]
  expect(leaves.filter((kind) => isOnNotice({ kind }))).toEqual([])
  expect(isOnNotice({ kind: "api version retired", note: "ohne Absprache" })).toBe(false)
})
