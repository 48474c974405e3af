import { expect, test } from "vitest"
import { minorPerMajor, toMinor } from "./money.ts"

/** Minor units of the currencies in ISO 4217, list one; those without any (gold, test codes) are left out. */
const standard: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: [
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW",
    "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF",
    "IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK",
    "MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP",
    "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER",
    "ZAR ZMW ZWG",
  ].join(" "),
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
}

test.each(Object.entries(standard))("currencies with %s digits after the point", (digits, codes) => {
  for (const code of codes.split(" ")) expect({ code, per: minorPerMajor(code) }).toEqual({ code, per: 10 ** +digits })
})

test("the runtime knows no currency of which its name and ours differ without the standard saying so", () => {
  const known = new Set(Object.values(standard).join(" ").split(" "))
  const others = Intl.supportedValuesOf("currency").filter((code) => !known.has(code))
  // What is left over has left the standard, or has no minor unit: two digits do for them.
  for (const code of others) expect({ code, per: minorPerMajor(code) }).toEqual({ code, per: 100 })
})

test("an amount keeps its digits", () => {
  expect(toMinor(1.2345, "CLF")).toBe(12_345)
  expect(toMinor(1.5, "IQD")).toBe(1_500)
  expect(toMinor(1234, "UYI")).toBe(1_234)
  expect(toMinor(-0.5, "EUR")).toBe(-50)
})
