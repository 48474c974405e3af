import { formatIn } from "#core/format"
import { light } from "#core/tokens"
import { filled } from "#platform/documents/written"
import type { Certificate, Contract } from "./contract.ts"
import { markData } from "./marks.ts"

/** What `contract.typ` reads: every text as it stands on the page. What a user wrote is a value in it and never markup. */
export const contractData = (contract: Contract) => {
  const { language, region } = new Intl.Locale(contract.language)
  const { title, kind, owner, notice, parties, particulars, clauses, places, foot, footnotes, words } = contract
  return {
    ...{ title, kind, owner, notice, parties, particulars, clauses, places, foot, footnotes, words },
    ...{ language, region: region ?? null, isSpaced: isSpaced(language), colours: light },
    annexes: contract.annexes.map((annex, index) => ({
      ...annex,
      title: filled(words.annex, { number: index + 1, title: annex.title }),
      note: annex.note ?? "",
      columns: annex.columns.map(({ title: head, wide = 1, isNumeric = false }) => ({ title: head, wide, isNumeric })),
    })),
    certificate: contract.certificate === undefined ? null : certificateData(contract, contract.certificate),
  }
}

/** Whether a language puts spaces between its words; where it does not, a line may end nearly anywhere. */
const isSpaced = (language: string): boolean => language !== "ja"

/** Moments twice, so that nobody has to reckon: in UTC, and by the clocks of the agreement. */
const certificateData = (contract: Contract, { signatures, trail, facts = [], verifyAt }: Certificate) => {
  const words = contract.words.certificate
  const inUtc = secondsIn(contract.language, "UTC")
  const inZone = secondsIn(contract.language, contract.timeZone)
  const moment = (at: string) => ({
    utc: `${inUtc(at)} UTC`,
    zone: contract.timeZone === "UTC" ? "" : `${inZone(at)} ${contract.timeZone}`,
  })
  const format = formatIn(contract.language, contract.timeZone)
  return {
    facts,
    verify: filled(words.verify, { address: verifyAt }),
    signatures: signatures.map(({ name, party, mark, method, at, address, inPlaceOf }) => ({
      ...{ name, method, ...moment(at) },
      onBehalfOf: filled(words.onBehalfOf, { party }),
      mark: mark === null ? null : markData(mark),
      markOf: filled(words.markOf, { name }),
      address: address ?? words.notKnown,
      inPlaceOf:
        inPlaceOf === undefined
          ? ""
          : filled(inPlaceOf.reason === null ? words.inPlaceOf : words.inPlaceOfBecause, {
              name: inPlaceOf.name,
              by: inPlaceOf.by,
              at: `${inUtc(inPlaceOf.at)} UTC`,
              reason: format.quote(inPlaceOf.reason ?? ""),
            }),
    })),
    trail: trail.map(({ at, who, what }) => ({ ...moment(at), who: who ?? words.byItself, what })),
  }
}

/** To the second: what happens in one minute has an order. */
const secondsIn = (language: string, timeZone: string) => {
  const format = new Intl.DateTimeFormat(language, {
    ...{ year: "numeric", month: "short", day: "numeric", timeZone },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  })
  return (at: string): string => format.format(new Date(at))
}
