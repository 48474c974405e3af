import { expect, test } from "vitest"
import { hostOfAddress } from "./webAddress.ts"

test.each([
  ["https://www.acme.com", "acme.com"],
  ["HTTP://Acme.com/about?x=1#top", "acme.com"],
  ["www.acme.co.uk/", "acme.co.uk"],
  ["https://acme.com:8443", "acme.com"],
  ["https://müller.example.", "müller.example"],
])("%s is the web address of %s", (text, host) => {
  expect(hostOfAddress(text)).toBe(host)
})

test.each([
  "Booking.com",
  "Acme GmbH",
  "acme.com",
  "https://",
  "http://localhost",
  "www.",
  "see https://acme.com",
  "WWW Agency",
])("%s is a name", (text) => {
  expect(hostOfAddress(text)).toBeUndefined()
})
