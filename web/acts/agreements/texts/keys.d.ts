import type texts from "./en.json"

declare global {
  interface Texts {
    agreements: typeof texts
  }
}
