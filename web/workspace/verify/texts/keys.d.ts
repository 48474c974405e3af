import type texts from "./en.json"

declare global {
  interface Texts {
    verify: typeof texts
  }
}
