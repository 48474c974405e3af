import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ConfigError, readConfig } from "./config.ts"

const folder = mkdtempSync(join(tmpdir(), "keelson-config-"))
const faultOf = (environment: Record<string, string>): string => {
  try {
    readConfig({ KEELSON_FOLDER: folder, ...environment })
    return "no fault"
  } catch (fault) {
    return fault instanceof ConfigError ? fault.message : `another fault: ${String(fault)}`
  }
}

test("an empty environment serves on the own machine", () => {
  expect(readConfig({ KEELSON_FOLDER: folder })).toMatchObject({
    port: 4300,
    publicUrl: "http://127.0.0.1:4300",
    databaseUrl: undefined,
  })
})

test.each([
  ["PORT", "80a", /PORT is "80a"; expected a port number\./],
  ["DATABASE_URL", "mysql://x", /DATABASE_URL .* expected a PostgreSQL address/],
  ["KEELSON_SECRET", "short", /KEELSON_SECRET is \(hidden\); expected at least 32 characters/],
  ["KEELSON_SECRET", " ".repeat(40), /KEELSON_SECRET is \(hidden\); expected at least 32 characters/],
  [
    "TRUST_PROXY",
    "true",
    /TRUST_PROXY is "true"; expected how many proxies stand before Keelson .* "true" would believe/,
  ],
  ["TRUST_PROXY", "17", /TRUST_PROXY is "17"/],
  ["TRUST_PROXY", "0.0.0.0/0", /TRUST_PROXY is "0\.0\.0\.0\/0"/],
  ["TRUST_PROXY", "proxy.example", /TRUST_PROXY is "proxy\.example"/],
  ["TRUST_PROXY", "10.0.0.0/33", /TRUST_PROXY is/],
  ["TRUST_PROXY", "10.0.0.1,,", /TRUST_PROXY is/],
  ["KEELSON_CLOCK", "tomorrow", /KEELSON_CLOCK is "tomorrow"; expected a moment in UTC/],
  ["LOG_LEVEL", "loud", /LOG_LEVEL is "loud"/],
  ["DEMO_LANGUAGE", "la", /DEMO_LANGUAGE is "la"; expected the language of the demo.*ja/],
  ["SMTP_URL", "http://mail", /SMTP_URL .* expected a mail server/],
])("%s=%s is refused with what was expected", (name, value, message) => {
  expect(faultOf({ [name]: value })).toMatch(message)
})

test("every mistake is named at once, and no password is shown", () => {
  const fault = faultOf({ PORT: "x", DATABASE_URL: "mysql://user:hunter2@host/db" })
  expect(fault.split("\n")).toHaveLength(2)
  expect(fault).not.toContain("hunter2")
})

test.each([
  ["false", false],
  ["0", false],
  ["", false],
  ["2", 2],
  ["loopback", ["loopback"]],
  ["10.0.0.0/8, 2001:db8::7", ["10.0.0.0/8", "2001:db8::7"]],
])("TRUST_PROXY=%s is understood", (value, proxies) => {
  expect(readConfig({ KEELSON_FOLDER: folder, TRUST_PROXY: value }).trustProxy).toEqual(proxies)
})
