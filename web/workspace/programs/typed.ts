import type { RequirementKind, Terms } from "#contract/programs"
import { hasWindow, isYesOrNo, usualAppeals } from "#contract/programs"
import { minorPerMajor } from "#core/money"

/** Terms as they are typed: numbers are text until they are sent, money in major units, what a tier gives a line each. */
export type TypedRequirement = Record<"key" | "kind" | "about" | "threshold" | "windowMonths", string>
export type TypedTier = Record<"key" | "name" | "discount" | "gives", string> & { requirements: TypedRequirement[] }
export type Values = Record<"name" | "currency" | "graceDays" | "rhythm", string> & {
  appeals: { days: string; keeps: boolean; keptDays: string }
  tiers: TypedTier[]
}

export const typedOf = (name: string, { currency, graceDays, rhythm, appeals, tiers }: Terms): Values => ({
  ...{ name, currency, rhythm, graceDays: String(graceDays) },
  appeals: typedAppeals(appeals ?? usualAppeals),
  tiers: tiers.map(({ key, name: called, requirements, benefits: { discountBps, words } }) => ({
    ...{ key, name: called, gives: words.join("\n") },
    discount: discountBps === null ? "" : String(discountBps / 100),
    requirements: requirements.map(({ kind, about, threshold, windowMonths, ...rest }) => ({
      ...{ ...rest, kind, about, windowMonths: String(windowMonths) },
      threshold: String(kind === "won" ? threshold / minorPerMajor(currency) : threshold),
    })),
  })),
})

const typedAppeals = ({ days, keeps, keptDays }: NonNullable<Terms["appeals"]>) => ({
  ...{ days: String(days), keeps, keptDays: String(keptDays) },
})

export const termsOf = ({ currency, graceDays, rhythm, appeals, tiers }: Values): Terms => ({
  ...{ currency, graceDays: Number(graceDays), rhythm: rhythm as Terms["rhythm"] },
  appeals: { days: Number(appeals.days), keeps: appeals.keeps, keptDays: Number(appeals.keptDays) },
  tiers: tiers.map(({ key, name, discount, gives, requirements }) => ({
    ...{ key, name },
    benefits: {
      discountBps: discount.trim() === "" ? null : Math.round(numberOf(discount) * 100),
      words: gives
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    },
    requirements: requirements.map((asked) => requirementOf(asked, currency)),
  })),
})

const requirementOf = ({ key, kind: typed, about, threshold, windowMonths }: TypedRequirement, currency: string) => {
  const kind = typed as RequirementKind
  const wanted = isYesOrNo(kind) ? 1 : numberOf(threshold)
  return {
    ...{ key, kind, about: kind === "won" || kind === "agreement" ? "" : about.trim() },
    threshold: kind === "won" ? Math.round(wanted * minorPerMajor(currency)) : wanted,
    windowMonths: hasWindow(kind) ? Number(windowMonths) : 0,
  }
}

/** A decimal comma is one, too. */
const numberOf = (text: string): number => Number(text.replace(",", "."))

export const isNumber = (text: string): boolean => text.trim() !== "" && numberOf(text) >= 0

/** A key that none of these has: it stays when the name changes. */
export const freeKey = (stem: string, among: readonly { key: string }[]): string => {
  const taken = new Set(among.map(({ key }) => key))
  const number = Array.from({ length: among.length + 1 }, (_, at) => at + 1).find((at) => !taken.has(`${stem}-${at}`))
  return `${stem}-${number}`
}

export const anotherTier = (among: readonly TypedTier[]): TypedTier => ({
  ...{ key: freeKey("tier", among), name: "", discount: "", gives: "", requirements: [] },
})

export const anotherRequirement = (among: readonly TypedRequirement[]): TypedRequirement => ({
  ...{ key: freeKey("asks", among), kind: "won", about: "", threshold: "", windowMonths: "12" },
})
