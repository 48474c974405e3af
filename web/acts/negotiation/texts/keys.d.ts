import type texts from "./en.json"

declare global {
  interface Texts {
    negotiation: typeof texts
  }
}
