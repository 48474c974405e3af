import { expect, test } from "vitest"
import { isOnlyHere } from "./reach.ts"

test.each([
  ["127.0.0.1", "http://127.0.0.1:4300", true],
  ["localhost", "http://localhost:4300", true],
  ["::1", "http://[::1]:4300", true],
  ["127.0.0.1", "https://keelson.example.com", false],
  ["0.0.0.0", "http://localhost:4300", false],
  ["::", "http://localhost:4300", false],
  ["192.168.1.20", "http://192.168.1.20:4300", false],
  ["127.0.0.1", "http://127.0.0.1.example.com", false],
])("listening on %s as %s is only here: %s", (host, publicUrl, isIt) => {
  expect(isOnlyHere({ host, publicUrl })).toBe(isIt)
})
