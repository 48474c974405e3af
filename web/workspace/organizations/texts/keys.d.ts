import type texts from "./en.json"

declare global {
  interface Texts {
    organizations: typeof texts
  }
}
