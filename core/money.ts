/** An amount in integer minor units (cents) of an ISO 4217 currency. */
export type Money = Readonly<{ amountMinor: number; currency: string }>

/** Digits after the decimal point in ISO 4217 where they are not two. */
const minorDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** Minor units in one major unit: 100 for EUR, 1 for JPY, 1000 for KWD. */
export const minorPerMajor = (currency: string): number => 10 ** (minorDigits[currency] ?? 2)

/** Rounds a decimal amount to minor units, half away from zero; undefined when it is no safe integer. */
export const toMinor = (major: number, currency: string): number | undefined => {
  const minor = Math.sign(major) * Math.round(Math.abs(major) * minorPerMajor(currency))
  return Number.isSafeInteger(minor) ? minor : undefined
}
