import { describe, expect, test } from "vitest"
import { readCountry } from "./readCountry.ts"
import { readDomains, readEmail, readPhone } from "./readText.ts"

describe("readText", () => {
  test.each([
    ["Germany", "DE"],
    ["Deutschland", "DE"],
    ["Allemagne", "DE"],
    ["Alemania", "DE"],
    ["de", "DE"],
    ["USA", "US"],
    ["United Kingdom", "GB"],
    ["UK", "GB"],
    ["Côte d’Ivoire", "CI"],
    ["España", "ES"],
    ["South Korea", "KR"],
    ["Türkiye", "TR"],
    ["Kosovo", "XK"],
  ])("the country %s is %s", (text, code) => {
    expect(readCountry(text)).toBe(code)
  })

  test.each(["Atlantis", "EU", "ZZ", "European Union", "X"])("%s is no country", (text) => {
    expect(readCountry(text)).toMatchObject({ refusal: "not-a-country" })
  })

  test("domains lose scheme, www, path and port; the list separators vary", () => {
    expect(readDomains("https://www.Acme.com/about?x=1; acme.de,acme.com\nxn--mller-kva.de")).toEqual([
      "acme.com",
      "acme.de",
      "xn--mller-kva.de",
    ])
    expect(readDomains("canonical.com ubuntu.com")).toEqual(["canonical.com", "ubuntu.com"])
    expect(readDomains("ada@acme")).toMatchObject({ refusal: "not-a-domain", detail: { part: "ada@acme" } })
  })

  test("e-mail addresses and phone numbers", () => {
    expect(readEmail("mailto:ada@müller.example")).toBe("ada@müller.example")
    for (const text of ["ada", "ada@", "@acme.com", "a b@acme.com", "ada@acme..com", "ada@acme"])
      expect(readEmail(text)).toMatchObject({ refusal: "not-an-email" })
    expect(readPhone("+49 30 123-45 ext. 7")).toBe("+49 30 123-45 ext. 7")
    expect(readPhone("call me")).toMatchObject({ refusal: "not-a-phone" })
  })
})
