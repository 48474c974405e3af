import type texts from "./en.json"

declare global {
  interface Texts {
    recruit: typeof texts
  }
}
