import type texts from "./en.json"

declare global {
  interface Texts {
    security: typeof texts
  }
}
