/*
 * Numbers from 0 to 999 as they are written in words, in the six languages that agreements are written in here: all of them are
 * spelled out once, and what is not among them is no number. Accents and hyphens make no difference. A word that says another number
 * in another language ("once" is eleven in Spanish) may mean either.
 */

type Spell = (number: number) => readonly string[]

const split = (words: string): readonly string[] => words.split(" ")
const at = (words: readonly string[], index: number): string => words[index] ?? ""

const englishOnes = [
  ...split("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"),
  ...split("seventeen eighteen nineteen"),
]
const englishTens = split("- - twenty thirty forty fifty sixty seventy eighty ninety")
const english: Spell = (number) => {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100]
  const ones = rest % 10 === 0 ? "" : ` ${at(englishOnes, rest % 10)}`
  const below = rest < 20 ? at(englishOnes, rest) : `${at(englishTens, Math.floor(rest / 10))}${ones}`
  if (hundreds === 0) return number === 1 ? [below, "once"] : [below]
  const hundred = `${at(englishOnes, hundreds)} hundred`
  return rest === 0 ? [hundred] : [`${hundred} ${below}`, `${hundred} and ${below}`]
}

const germanOnes = [
  ...split("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"),
  ...split("siebzehn achtzehn neunzehn"),
]
const germanTens = split("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
const germanOne = split("ein eins eine einem einen einer eines")
const german: Spell = (number) => {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100]
  const [tens, ones] = [at(germanTens, Math.floor(rest / 10)), at(germanOnes, rest % 10)]
  const below = rest < 20 ? at(germanOnes, rest) : rest % 10 === 0 ? tens : `${ones}und${tens}`
  if (hundreds === 0) return number === 1 ? germanOne : [below]
  const hundred = [`${at(germanOnes, hundreds)}hundert`, ...(hundreds === 1 ? ["hundert"] : [])]
  const ends = rest === 0 ? [""] : rest === 1 ? germanOne : [below]
  return hundred.flatMap((start) => ends.flatMap((end) => [`${start}${end}`, `${start}und${end}`]))
}

/** Spanish and Portuguese count alike: a word for each hundred, and an "and". */
const iberian =
  (ones: readonly string[], tens: readonly string[], hundreds: readonly string[], and: string): Spell =>
  (number) => {
    const [hundred, rest] = [at(hundreds, Math.floor(number / 100)), number % 100]
    const more = rest % 10 === 0 ? "" : ` ${and} ${at(ones, rest % 10)}`
    const below = rest < ones.length ? at(ones, rest) : `${at(tens, Math.floor(rest / 10))}${more}`
    const whole =
      number < 100
        ? [below]
        : number === 100
          ? [hundred, hundred === "ciento" ? "cien" : "cem"]
          : rest === 0
            ? [hundred]
            : [`${hundred} ${below}`, `${hundred} ${and} ${below}`]
    return [...whole, ...whole.map((words) => words.replace(/uno$/, "un")), ...whole.map(feminine)]
  }

const feminine = (words: string): string =>
  words
    .replaceAll(/entos\b/g, "entas")
    .replace(/\b(veinti)?uno$/, "$1una")
    .replace(/\bum$/, "uma")
    .replace(/\bdois$/, "duas")

const spanish = iberian(
  [
    ...split("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"),
    ...split("diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco"),
    ...split("veintiséis veintisiete veintiocho veintinueve"),
  ],
  split("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
  [
    ...split("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos"),
    "novecientos",
  ],
  "y",
)
const portuguese = iberian(
  [
    ...split("zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis"),
    ...split("dezessete dezoito dezenove"),
  ],
  split("- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"),
  split("- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"),
  "e",
)

const frenchOnes = [
  ...split("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"),
  ...split("dix-huit dix-neuf"),
]
const frenchTens = split("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
const frenchBelow = (rest: number): string => {
  if (rest < 20) return at(frenchOnes, rest)
  const tens = Math.floor(rest / 10)
  // Seventy is sixty-ten, ninety is eighty-ten.
  const more = tens === 7 || tens === 9 ? (rest % 10) + 10 : rest % 10
  if (more === 0) return tens === 8 ? "quatre-vingts" : at(frenchTens, tens)
  const and = (more === 1 || more === 11) && tens < 8 ? " et " : " "
  return `${at(frenchTens, tens)}${and}${at(frenchOnes, more)}`
}
const french: Spell = (number) => {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100]
  const hundred = `${hundreds === 1 ? "" : `${at(frenchOnes, hundreds)} `}cent`
  const whole = hundreds === 0 ? frenchBelow(rest) : rest === 0 ? `${hundred}s` : `${hundred} ${frenchBelow(rest)}`
  return [whole, whole.replace(/cents$/, "cent"), whole.replace(/un$/, "une")]
}

const japaneseOnes = [..."〇一二三四五六七八九"]
const japanese: Spell = (number) => {
  const place = (count: number, sign: string) =>
    count === 0 ? "" : `${count === 1 ? "" : at(japaneseOnes, count)}${sign}`
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const digits = [...String(number)].map((digit) => at(japaneseOnes, Number(digit))).join("")
  return [`${place(hundreds, "百")}${place(tens, "十")}${ones === 0 ? "" : at(japaneseOnes, ones)}` || "〇", digits]
}

/** Written in the one way that words are looked up by. */
export const lookedUp = (words: string): string =>
  words
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[\s\u2010-\u2015-]+/g, " ")
    .trim()

let spelled: ReadonlyMap<string, ReadonlySet<number>> | undefined

const everyNumber = (): ReadonlyMap<string, ReadonlySet<number>> => {
  const all = new Map<string, Set<number>>()
  for (let number = 0; number < 1000; number += 1)
    for (const spell of [english, german, spanish, french, portuguese, japanese])
      for (const words of spell(number).map(lookedUp)) all.set(words, (all.get(words) ?? new Set()).add(number))
  return all
}

/** The numbers that words can mean; none if they are no number as a whole. */
export const numbersSaid = (words: string): ReadonlySet<number> => {
  spelled ??= everyNumber()
  return spelled.get(lookedUp(words)) ?? new Set()
}
