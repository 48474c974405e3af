import type texts from "./en.json"

declare global {
  interface Texts {
    audit: typeof texts
  }
}
