/** An amount in integer minor units (cents) of an ISO 4217 currency. */
export type Money = Readonly<{ amountMinor: number; currency: string }>

/** Digits after the decimal point in ISO 4217 where they are not two; a test holds them to the standard's table. */
const codesByDigits: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
}
const minorDigits = new Map(
  Object.entries(codesByDigits).flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, Number(digits)])),
)

/** Minor units in one major unit: 100 for EUR, 1 for JPY, 1,000 for KWD. */
export const minorPerMajor = (currency: string): number => 10 ** (minorDigits.get(currency) ?? 2)

/** Rounds a decimal amount to minor units, half away from zero; undefined when it is no safe integer. */
export const toMinor = (major: number, currency: string): number | undefined => {
  const minor = Math.sign(major) * Math.round(Math.abs(major) * minorPerMajor(currency))
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** An amount as records hold it, in plain writing: "12500.00 EUR". */
export const amountText = (minor: unknown, currency: unknown): string => {
  if (minor === null || minor === undefined) return ""
  const code = String(currency ?? "")
  const perMajor = minorPerMajor(code)
  return `${(Number(minor) / perMajor).toFixed(Math.round(Math.log10(perMajor)))} ${code}`.trim()
}
