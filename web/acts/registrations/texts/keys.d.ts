import type texts from "./en.json"

declare global {
  interface Texts {
    registrations: typeof texts
  }
}
