import type { Tone } from "#core/tokens"
import type { PartnershipInPortfolio } from "../contract.ts"

/** The colours that the pages give these states; they never speak without the word. */
export const healthTones: Readonly<Record<PartnershipInPortfolio["drift"]["state"], Tone>> = {
  steady: "good",
  drifting: "bad",
  silent: "warn",
  not_scored: "calm",
}

export const occurrenceTones = {
  upcoming: "calm",
  due: "warn",
  kept: "good",
  kept_late: "warn",
  missed: "bad",
  waived: "calm",
  re_agreed: "accent",
  disputed: "warn",
} as const satisfies Readonly<Record<string, Tone>>
