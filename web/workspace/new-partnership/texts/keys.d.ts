import type texts from "./en.json"

declare global {
  interface Texts {
    "new-partnership": typeof texts
  }
}
